import {
  cellsOf,
  nextGrapheme,
  previousGrapheme,
  rowEnds,
  textWidth,
  truncateText,
  type Cell,
} from '../../kernel/index.js';
import { foldLabel, isBefore, lineAt, type Editor, type Position } from './editor.js';

/** The place a field has on the screen, in cells and rows. */
export type Size = { readonly width: number; readonly rows: number };

/** One row of the screen: a piece of one line. */
export type Row = { readonly line: number; readonly start: number; readonly end: number };

type Text = Pick<Editor, 'lines' | 'folds'>;

const tabWidth = 2;
// A line longer than this is wrapped in blocks, so that a key never wraps a megabyte again.
const blockLength = 2048;

/** Walks the rows downwards, beginning with the one that holds `from`; wraps no more than is asked for. */
export function* rowsFrom(text: Text, from: Position, width: number): Generator<Row, undefined> {
  for (let line = from.line; line < text.lines.length; line += 1) {
    const content = lineAt(text.lines, line);
    const offset = line === from.line ? from.offset : 0;
    for (let block = blockOf(content, offset); block < blockCount(content); block += 1) {
      const rows = blockRows(text, { line, block }, width);
      yield* rows.filter((row) => row.end > offset || row.end === content.length);
    }
  }
  return undefined;
}

/** Walks the rows upwards, beginning with the one above the row that starts at `from`. */
export function* rowsBefore(text: Text, from: Position, width: number): Generator<Row, undefined> {
  for (let line = from.line; line >= 0; line -= 1) {
    const content = lineAt(text.lines, line);
    const offset = line === from.line ? from.offset : Infinity;
    for (let block = blockOf(content, offset); block >= 0; block -= 1) {
      const rows = blockRows(text, { line, block }, width);
      yield* rows.filter((row) => row.start < offset).reverse();
    }
  }
  return undefined;
}

/** Takes at most `count` rows of a walk. */
export function takeRows(rows: Iterable<Row>, count: number): readonly Row[] {
  const taken: Row[] = [];
  if (count <= 0) return taken;
  for (const row of rows) {
    taken.push(row);
    if (taken.length >= count) break;
  }
  return taken;
}

/** Gives the rows to show: those at the last scroll position, moved as little as keeps the caret among them. */
export function visibleRows(editor: Editor, { width, rows }: Size): readonly Row[] {
  const count = Math.max(1, rows);
  const [caretRow] = takeRows(rowsFrom(editor, editor.caret, width), 1);
  if (caretRow === undefined) return [];
  const rowStart = startOf(caretRow);
  const top = isBefore(rowStart, clamped(editor)) ? rowStart : clamped(editor);
  const shown = takeRows(rowsFrom(editor, top, width), count);
  const seen = shown.some(({ line, start }) => line === caretRow.line && start === caretRow.start);
  return withRowsAbove(editor, { shown: seen ? shown : [caretRow], count }, width);
}

/** Gives the place where a row starts. */
export const startOf = ({ line, start }: Row): Position => ({ line, offset: start });

/** Gives the cells of a row as they are drawn: tabs as spaces, long pastes as their labels. */
export function rowCells(text: Text, { line, start, end }: Row, width: number): readonly Cell[] {
  return shownCells(text, lineAt(text.lines, line).slice(start, end), width);
}

/** Gives the column, in cells, at which an offset in a row is drawn. */
export function columnAt(
  text: Text,
  row: Row,
  { offset, width }: { readonly offset: number; readonly width: number },
): number {
  return rowCells(text, { ...row, end: offset }, width).reduce((sum, cell) => sum + cell.width, 0);
}

function withRowsAbove(
  text: Text,
  { shown, count }: { readonly shown: readonly Row[]; readonly count: number },
  width: number,
): readonly Row[] {
  const [first] = shown;
  if (first === undefined || shown.length >= count) return shown;
  return [...takeRows(rowsBefore(text, startOf(first), width), count - shown.length)].reverse().concat(shown);
}

function clamped({ lines, top }: Editor): Position {
  return top.line < lines.length ? top : { line: lines.length - 1, offset: 0 };
}

function blockRows(
  text: Text,
  { line, block }: { readonly line: number; readonly block: number },
  width: number,
): readonly Row[] {
  const content = lineAt(text.lines, line);
  const from = blockStart(content, block);
  const to = blockStart(content, block + 1);
  if (from === to && content !== '') return [];
  const piece = content.slice(from, to);
  const raw = cellsOf(piece);
  // One cell of each row is kept for the caret, or for the space that ends it.
  const ends = rowEnds(
    raw.map((cell) => shownCell(text, cell, width)),
    { width: roomOf(width), hang: 1 },
  );
  return rowsOf(raw, ends, { line, from });
}

function rowsOf(
  cells: readonly Cell[],
  ends: readonly number[],
  { line, from }: { readonly line: number; readonly from: number },
): readonly Row[] {
  const rows: Row[] = [];
  let start = from;
  for (const [index, end] of ends.entries()) {
    const length = cells.slice(ends[index - 1] ?? 0, end).reduce((sum, { text }) => sum + text.length, 0);
    rows.push({ line, start, end: start + length });
    start += length;
  }
  return rows;
}

const roomOf = (width: number): number => Math.max(1, width - 1);

function shownCells(text: Text, piece: string, width: number): readonly Cell[] {
  return cellsOf(piece).map((cell) => shownCell(text, cell, width));
}

function shownCell(text: Text, cell: Cell, width: number): Cell {
  if (cell.text === '\t') return { text: ' '.repeat(tabWidth), width: tabWidth };
  const label = foldLabel(text, cell.text);
  if (label === undefined) return cell;
  const shown = truncateText(label, roomOf(width));
  return { text: shown, width: textWidth(shown) };
}

const blockCount = (content: string): number => Math.max(1, Math.ceil(content.length / blockLength));

function blockStart(content: string, block: number): number {
  const offset = block * blockLength;
  if (offset >= content.length) return content.length;
  return offset === 0 ? 0 : previousGrapheme(content, offset + (isHalf(content, offset) ? 1 : 0));
}

const isHalf = (content: string, offset: number): boolean =>
  /^[\udc00-\udfff]/.test(content.slice(offset, offset + 1));

function blockOf(content: string, offset: number): number {
  const last = blockCount(content) - 1;
  let block = Math.min(last, Math.floor(offset / blockLength));
  while (block < last && blockStart(content, block + 1) <= offset) block += 1;
  return block;
}

/** Gives the place in a row nearest to a column, never past what belongs to the row. */
export function placeAt(
  editor: Editor,
  row: Row,
  target: { readonly column: number; readonly width: number },
): Position {
  const content = lineAt(editor.lines, row.line);
  let { start: offset } = row;
  let column = 0;
  while (offset < row.end) {
    const next = nextGrapheme(content, offset);
    const [cell] = shownCells(editor, content.slice(offset, next), target.width);
    column += cell?.width ?? 0;
    // The end of a row that goes on is the start of the next one.
    const outside = column > target.column || (next >= row.end && row.end < content.length);
    if (outside) break;
    offset = next;
  }
  return { line: row.line, offset };
}
