import { counted, freeSlug } from '../kernel/index.js';
import { optionLabel } from './label.js';
import {
  isRows,
  type Cell,
  type Column,
  type Row,
  type TableShape,
  type Value,
  type ValueShape,
} from './question.js';

/** How a value is printed for people: options by label, yes or no, quantities as written, rows by name. */
export function valueText(shape: ValueShape | TableShape, value: Value): string {
  if (shape.kind === 'table') return isRows(value) ? rowsText(shape, value) : '';
  if (isRows(value) && value.length > 0) return '';
  return cellText(shape, value as Cell);
}

/** How one cell, or any value that is not a table, is printed for people. */
function cellText(shape: ValueShape, cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return shape.kind === 'choice' ? label(shape, cell) : cell;
  if (cell.length === 0) return 'none';
  return cell.map((item) => label(shape, item)).join(shape.kind === 'list' ? '; ' : ', ');
}

function label(shape: ValueShape, id: string): string {
  return optionLabel(shape as Column, id);
}

function rowsText(shape: TableShape, rows: readonly Row[]): string {
  if (rows.length === 0) return 'none';
  return `${counted(rows.length, 'row')}: ${rows.map((row) => rowName(shape, row)).join(', ')}`;
}

/** What people call a row: the text of its key column, or its id. */
export function rowName(shape: TableShape, row: Row): string {
  const key = shape.columns.find(({ id }) => id === shape.key);
  const cell = row.cells[shape.key];
  return key === undefined || cell === undefined ? row.id : cellText(key, cell);
}

/** The value as plain data, the way YAML and JSON hold it; `checkValue` turns it back. */
export function rawValue(value: Value): unknown {
  if (!isRows(value)) return value;
  return value.map(({ id, cells, ...beside }) => ({ id, ...cells, ...beside }));
}

/** A row with an id and nothing in it yet. */
export function emptyRow(id: string): Row {
  return { id, cells: {} };
}

/** The id of a new row: the slug of its key, with the lowest free number behind it when that is taken. */
export function rowIdFor(text: string, taken: Iterable<string>): string {
  return freeSlug(text, new Set(taken), 'row');
}
