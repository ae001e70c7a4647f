import { nextGrapheme, nextWord, previousGrapheme, previousWord, type WordPart } from '../../kernel/index.js';
import { endOf, lineAt, samePlace, type Editor, type Position } from './editor.js';
import { columnAt, placeAt, rowsBefore, rowsFrom, startOf, takeRows, type Row, type Size } from './rows.js';

/** Says where a key takes the caret. */
export type Motion = (editor: Editor) => Position;

/** One character back; the end of the line before counts as one. */
export const left: Motion = ({ lines, caret: { line, offset } }) => {
  if (offset > 0) return { line, offset: previousGrapheme(lineAt(lines, line), offset) };
  return line > 0 ? { line: line - 1, offset: lineAt(lines, line - 1).length } : { line, offset };
};

/** One character on; the end of the line counts as one. */
export const right: Motion = ({ lines, caret: { line, offset } }) => {
  const text = lineAt(lines, line);
  if (offset < text.length) return { line, offset: nextGrapheme(text, offset) };
  return line + 1 < lines.length ? { line: line + 1, offset: 0 } : { line, offset };
};

/** To the start of the word before the caret, on an earlier line when this one holds none. */
export const wordLeft =
  (part: WordPart = 'letters'): Motion =>
  ({ lines, caret }) => {
    for (let { line, offset } = caret; line >= 0; line -= 1, offset = Infinity) {
      const text = lineAt(lines, line);
      const end = Math.min(offset, text.length);
      const start = previousWord(text, end, part);
      if (start > 0 || hasPart(text.slice(0, end), part)) return { line, offset: start };
    }
    return { line: 0, offset: 0 };
  };

/** To the end of the word after the caret, on a later line when this one holds none. */
export const wordRight =
  (part: WordPart = 'letters'): Motion =>
  ({ lines, caret }) => {
    for (let { line, offset } = caret; line < lines.length; line += 1, offset = 0) {
      const text = lineAt(lines, line);
      const end = nextWord(text, offset, part);
      if (end < text.length || hasPart(text.slice(offset), part)) return { line, offset: end };
    }
    return endOf(lines);
  };

const hasPart = (text: string, part: WordPart): boolean =>
  part === 'letters' ? /[\p{L}\p{N}\p{M}_]/u.test(text) : /\S/.test(text);

/** To the start of the line. */
export const lineStart: Motion = ({ caret }) => ({ line: caret.line, offset: 0 });

/** To the end of the line. */
export const lineEnd: Motion = ({ lines, caret }) => ({
  line: caret.line,
  offset: lineAt(lines, caret.line).length,
});

/** To the start of the text. */
export const textStart: Motion = () => ({ line: 0, offset: 0 });

/** To the end of the text. */
export const textEnd: Motion = ({ lines }) => endOf(lines);

/** Moves the caret `by` rows as they are drawn (negative is up), keeping its column; past the first or last row it goes to the end of the text. */
export function movedByRows(editor: Editor, by: number, { width }: Size): Editor {
  const { caret } = editor;
  const [row] = takeRows(rowsFrom(editor, caret, width), 1);
  if (row === undefined || by === 0) return editor;
  const column = editor.goal ?? columnAt(editor, row, { offset: caret.offset, width });
  const target = rowAway(editor, { row, by, width });
  const place =
    target === undefined
      ? (by < 0 ? textStart : textEnd)(editor)
      : placeAt(editor, target, { column, width });
  return { ...editor, caret: place, goal: column, run: 'other' };
}

type Away = { readonly row: Row; readonly by: number; readonly width: number };

function rowAway(editor: Editor, { row, by, width }: Away): Row | undefined {
  if (by > 0) return takeRows(rowsFrom(editor, startOf(row), width), by + 1)[by];
  return takeRows(rowsBefore(editor, startOf(row), width), -by)[-by - 1];
}

/** Moves the caret; what was typed before and after is no longer one undo step. */
export function movedTo(editor: Editor, motion: Motion): Editor {
  const caret = motion(editor);
  if (samePlace(caret, editor.caret)) return { ...editor, run: 'other', goal: undefined };
  return { ...editor, caret, run: 'other', goal: undefined };
}
