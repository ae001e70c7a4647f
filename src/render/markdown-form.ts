/** A line of generated Markdown that is not in canonical form, and why. */
export type FormProblem = { readonly line: number; readonly says: string };

type Line = {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly fenced: boolean;
};

type Check = { readonly says: string; readonly fails: (line: Line) => boolean };

const isHeading = (text: string): boolean => /^#{1,6}\s/.test(text);
const isItem = (text: string): boolean => /^(?:[-*+]|\d+[.)])\s/.test(text);
const isRow = (text: string): boolean => text.startsWith('|');
const isFence = (text: string): boolean => text.startsWith('```');
const isListPart = (text: string): boolean => isItem(text) || /^\s+\S/.test(text);

const CHECKS: readonly Check[] = [
  {
    says: 'a heading needs a blank line before and after it',
    fails: ({ text, before, after }) => isHeading(text) && (before !== '' || after !== ''),
  },
  {
    says: 'a list needs a blank line before it',
    fails: ({ text, before }) => isItem(text) && before !== '' && !isListPart(before),
  },
  {
    says: 'a list needs a blank line after it',
    fails: ({ text, after }) => isItem(text) && after !== '' && !isListPart(after),
  },
  {
    says: 'a table needs a blank line before and after it',
    fails: ({ text, before, after }) =>
      isRow(text) && ((before !== '' && !isRow(before)) || (after !== '' && !isRow(after))),
  },
  {
    says: 'cells of a table are not padded',
    fails: ({ text }) => isRow(text) && / {2}\||\| {2}/.test(text),
  },
  { says: 'the line ends in blanks', fails: ({ text }) => /\s$/.test(text) },
  {
    says: 'a heading ends in punctuation',
    fails: ({ text }) => isHeading(text) && /[.,;:!]$/.test(text),
  },
];

/** Finds what keeps a generated Markdown text from being canonical; fenced code, and what stands before the text, is left alone. */
export function markdownProblems(text: string): readonly FormProblem[] {
  const lines = withoutFront(text.replace(/\n$/, '').split('\n'));
  let fenced = false;
  const found = lines.flatMap((line, index) => {
    const opens = isFence(line);
    const shown: Line = { text: line, before: lines[index - 1] ?? '', after: lines[index + 1] ?? '', fenced };
    const problems = fenced || opens ? [] : problemsOf(shown, index + 1);
    if (opens) fenced = !fenced;
    return problems;
  });
  return [...found, ...headingProblems(lines), ...endProblems(text, lines.length)];
}

/** What stands before the text for other tools is no Markdown; its lines stay counted. */
function withoutFront(lines: readonly string[]): readonly string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.map((line, index) => (index <= end ? '' : line));
}

function problemsOf(line: Line, number: number): readonly FormProblem[] {
  return CHECKS.filter(({ fails }) => fails(line)).map(({ says }) => ({ line: number, says }));
}

function endProblems(text: string, lines: number): readonly FormProblem[] {
  if (text.includes('\r')) return [{ line: 1, says: 'lines end in LF only' }];
  if (!text.endsWith('\n') || text.endsWith('\n\n'))
    return [{ line: lines, says: 'the file ends in one newline' }];
  return /\n{3}/.test(text) ? [{ line: 1, says: 'one blank line is enough between blocks' }] : [];
}

/** Levels go down one at a time, the first heading is the title, and no two siblings are the same. */
function headingProblems(lines: readonly string[]): readonly FormProblem[] {
  const path: string[] = [];
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const [, marks, title] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
    if (marks === undefined || title === undefined) return [];
    const skips = marks.length > path.length + 1;
    path.splice(marks.length - 1, Infinity, title);
    const place = path.join('\n');
    const twice = seen.has(place);
    seen.add(place);
    const says = skips ? 'a heading skips a level' : 'two headings beside each other are the same';
    return skips || twice ? [{ line: index + 1, says }] : [];
  });
}
