import { truncateText } from '../../kernel/index.js';
import { lineAt, type Editor } from './editor.js';
import { columnAt, rowCells, visibleRows, type Size } from './rows.js';

/** What of a field is on the screen: its rows, where the caret stands in them, and whether text goes on. */
export type EditorView = {
  readonly lines: readonly string[];
  readonly caret: { readonly row: number; readonly column: number };
  readonly above: boolean;
  readonly below: boolean;
};

/** Lays a field out: at most `rows` lines of at most `width` cells, the caret always among them. */
export function viewEditor(editor: Editor, { width, rows }: Size): EditorView {
  const shown = visibleRows(editor, { width, rows });
  const { caret } = editor;
  const holding = shown.findLastIndex(({ line, start }) => line === caret.line && start <= caret.offset);
  const caretRow = shown[holding];
  const column = caretRow === undefined ? 0 : columnAt(editor, caretRow, { offset: caret.offset, width });
  const first = shown[0];
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => {
      const drawn = rowCells(editor, row, width).map((cell) => cell.text);
      return truncateText(drawn.join('').trimEnd(), width);
    }),
    caret: { row: Math.max(0, holding), column: Math.max(0, Math.min(column, width - 1)) },
    above: first !== undefined && (first.line > 0 || first.start > 0),
    below:
      last !== undefined &&
      (last.line < editor.lines.length - 1 || last.end < lineAt(editor.lines, last.line).length),
  };
}

/** Says how many rows a field needs, up to `limit`; wraps no more than that. */
export function editorHeight(editor: Editor, width: number, limit: number): number {
  return visibleRows({ ...editor, top: { line: 0, offset: 0 } }, { width, rows: limit }).length;
}
