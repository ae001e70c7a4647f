import { rowIdFor, type Cell, type Column, type Row, type TableShape } from '../bank/index.js';
import { wordsOf, type Scene } from '../runner/index.js';
import type { BegunRow } from './held.js';

/** The columns that are asked when a row is made. */
export function askedColumns(shape: TableShape): readonly Column[] {
  return shape.columns.filter(({ ask }) => ask === 'row');
}

/** Takes a line with bars apart; `\|` is a plain bar, and bars at both ends are those of Markdown. Nothing without a bar. */
export function piecesOf(line: string): readonly string[] | undefined {
  const pieces = line.split(/(?<!\\)\|/).map((piece) => piece.trim().replaceAll('\\|', '|'));
  if (pieces.length === 1) return undefined;
  const isOuter = pieces.length > 2 && pieces[0] === '' && pieces.at(-1) === '';
  return isOuter ? pieces.slice(1, -1) : pieces;
}

/** The cells in the order of the columns. */
export function orderedCells(shape: TableShape, cells: ReadonlyMap<string, Cell>): Row['cells'] {
  return Object.fromEntries(
    shape.columns.flatMap(({ id }) => {
      const cell = cells.get(id);
      return cell === undefined ? [] : [[id, cell] as const];
    }),
  );
}

/** Makes a row of cells, with the id that its key gives. */
export function madeRow(shape: TableShape, cells: Row['cells'], rows: readonly Row[]): Row {
  const key = cells[shape.key];
  const taken = rows.map(({ id }) => id);
  return { id: rowIdFor(typeof key === 'string' ? key : '', taken), cells };
}

/** The cells of a row that was begun, as they were understood. */
export function begunText(scene: Scene, shape: TableShape, { cells }: BegunRow): string {
  const written = askedColumns(shape).flatMap((column) => {
    const cell = cells[column.id];
    return cell === undefined ? [] : [wordsOf(scene, column, cell)];
  });
  return written.join(' | ');
}
