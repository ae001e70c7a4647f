import { counted, err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Column, TableShape } from './question.js';
import { within, wrongForm } from './value-problems.js';

/** The columns that are asked when a row is made. */
export const rowColumns = ({ columns }: TableShape): readonly Column[] =>
  columns.filter(({ ask }) => ask === 'row');

/** One cell as it was written, and the column it belongs to. */
type WrittenCell = { readonly column: Column; readonly text: string };

/** A row as it was written, or why it is none. */
export type WrittenRow = Result<readonly WrittenCell[]>;

/**
 * Takes rows apart: one per line, cells parted by bars in the order of the columns; `\|` is a plain bar.
 * A Markdown table may say by its header which columns it has; what stands in no column is refused.
 */
export function writtenRows(shape: TableShape, text: string): Result<readonly WrittenRow[]> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const hasHeader = isRule(lines[1] ?? '');
  const columns = hasHeader ? columnsNamed(shape, piecesOf(lines[0] ?? '')) : ok(rowColumns(shape));
  if (!columns.ok) return columns;
  const rows = (hasHeader ? lines.slice(2) : lines).filter(saysSomething);
  return ok(rows.map((line, index) => cellsOf(columns.value, line, index)));
}

/** Says whether a text is the head of a Markdown table and no row of it. */
export function isHeadOnly(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return isRule(lines[1] ?? '') && !lines.slice(2).some(saysSomething);
}

const saysSomething = (line: string): boolean => piecesOf(line).some((piece) => piece !== '');

function cellsOf(columns: readonly Column[], line: string, index: number): WrittenRow {
  const pieces = piecesOf(line);
  if (pieces.length > columns.length) return err([tooWide(columns, line, index)]);
  const cells = columns.map((column, at) => ({ column, text: pieces[at] ?? '' }));
  return ok(cells.filter(({ text }) => text !== ''));
}

const isRule = (line: string): boolean =>
  /^[\s|:-]*$/.test(line) && line.includes('--') && line.includes('|');

/** Bars at both ends are those of Markdown. */
function piecesOf(line: string): readonly string[] {
  const pieces = line.split(/(?<!\\)\|/).map((piece) => piece.trim().replaceAll('\\|', '|'));
  const isOuter = pieces.length > 2 && pieces[0] === '' && pieces.at(-1) === '';
  return isOuter ? pieces.slice(1, -1) : pieces;
}

function columnsNamed(shape: TableShape, names: readonly string[]): Result<readonly Column[]> {
  const columns: Column[] = [];
  for (const name of names) {
    const column = shape.columns.find(({ id, label }) => [id, label].some((known) => isSame(known, name)));
    if (column === undefined) return err([noColumn(shape, name)]);
    columns.push(column);
  }
  return ok(columns);
}

const isSame = (known: string, name: string): boolean => plain(known) === plain(name);

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(required\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const wanted = (columns: readonly Column[]): string => columns.map(({ label }) => label).join(' | ');

function noColumn(shape: TableShape, name: string): Problem {
  return {
    code: 'unknown-column',
    message: `“${name}” is not a column of this table.`,
    hint: `The columns are ${wanted(rowColumns(shape))}.`,
  };
}

function tooWide(columns: readonly Column[], line: string, index: number): Problem {
  const form = `a row of ${counted(columns.length, 'cell')}`;
  return within(`Row ${String(index + 1)}`, wrongForm(line, form, wanted(columns)));
}
