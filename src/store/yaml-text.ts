/** One line of a file and the line break that ends it; the last one may have none. */
type Line = { readonly text: string; readonly end: string };

/** A file as lines, so that what is not edited keeps every byte. */
export type Lines = { readonly mark: string; readonly lines: readonly Line[]; readonly end: string };

/** Lines that replace others: from one line up to, not including, another, both counted from 0. */
export type Edit = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

/** Splits a text into lines; new lines will end as its first one does. */
export function linesOf(text: string): Lines {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines = [...text.slice(mark.length).matchAll(/([^\r\n]*)(\r\n?|\n|)/g)]
    .map(([, line = '', end = '']) => ({ text: line, end }))
    .filter((line) => line.text !== '' || line.end !== '');
  return { mark, lines, end: lines[0]?.end === '\r\n' ? '\r\n' : '\n' };
}

/** The text a YAML parser reads: no byte order mark, every line ended by LF. */
export function parsedText({ lines }: Lines): string {
  return lines.map(({ text, end }) => text + (end === '' ? '' : '\n')).join('');
}

/** Puts edits into a text; they must not overlap. */
export function edited({ mark, lines, end }: Lines, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const kept: Line[] = [];
  let at = 0;
  for (const edit of sorted) {
    kept.push(...lines.slice(at, edit.from), ...edit.lines.map((text) => ({ text, end })));
    at = edit.to;
  }
  kept.push(...lines.slice(at));
  const last = kept.length - 1;
  return (
    mark + kept.map((line, index) => line.text + (line.end === '' && index < last ? end : line.end)).join('')
  );
}

/** The lines between two places after the edits that lie between them. */
export function editedLines(
  all: Lines,
  { from, to }: { from: number; to: number },
  edits: readonly Edit[],
): readonly string[] {
  const inside = edits.filter((edit) => edit.from >= from && edit.to <= to);
  const moved = inside.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  const part = {
    mark: '',
    lines: all.lines.slice(from, to).map(({ text }) => ({ text, end: '\n' })),
    end: '\n',
  };
  return linesOf(edited(part, moved)).lines.map(({ text }) => text);
}
