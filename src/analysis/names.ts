import {
  isRows,
  isTable,
  labelOf,
  valueText,
  type AnswerView,
  type Cell,
  type Column,
  type JoinedBank,
  type Question,
  type Row,
  type TableQuestion,
  type Value,
} from '../bank/index.js';
import { counted } from '../kernel/index.js';

/** What names are looked up in: the questions, and the answers that are visible. */
export type Known = { readonly bank: JoinedBank; readonly view: AnswerView };

/** A place an answer stands at: a question, or one cell of a row of a table. */
export type Spot =
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'cell'; readonly table: TableQuestion; readonly row: Row; readonly column: Column };

// A table whose key is a reference points to a table before it, so this ends; a bank that was never joined is cut off.
const MAX_HOPS = 4;

/** Finds what an id stands for: `section.name`, or `section.table.row.column` while that row is there. */
export function spotOf(known: Known, id: string): Spot | undefined {
  const [section = '', name = '', rowId, columnId] = id.split('.');
  const question = known.bank.question(`${section}.${name}`);
  if (question === undefined || rowId === undefined || columnId === undefined || !isTable(question)) {
    return question === undefined ? undefined : { type: 'question', question };
  }
  const row = rowOf(known, question.id, rowId);
  const column = question.columns.find((candidate) => candidate.id === columnId);
  return row === undefined || column === undefined
    ? undefined
    : { type: 'cell', table: question, row, column };
}

/** The row of a table with this id, as far as it is visible. */
export function rowOf({ view }: Known, table: string, id: string): Row | undefined {
  const rows = view.value(table);
  return isRows(rows) ? rows.find((row) => row.id === id) : undefined;
}

/** What people call a row: its key, or the name of the row its key refers to. */
function rowTitle(known: Known, table: TableQuestion, row: Row): string {
  return titleOf(known, { table, row }, 0);
}

function titleOf(known: Known, { table, row }: { table: TableQuestion; row: Row }, hops: number): string {
  const key = table.columns.find((column) => column.id === table.key);
  const cell = row.cells[table.key];
  if (key === undefined || cell === undefined) return row.id;
  const target = 'of' in key ? known.bank.question(key.of) : undefined;
  if (target === undefined || !isTable(target) || typeof cell !== 'string') return valueText(key, cell);
  const referred = rowOf(known, target.id, cell);
  return referred === undefined || hops >= MAX_HOPS
    ? cell
    : titleOf(known, { table: target, row: referred }, hops + 1);
}

/** How a value reads for people; rows and references by their names. */
export function shownText(known: Known, shape: Question | Column, value: Value | Cell): string {
  if (shape.kind === 'table') return isRows(value) ? rowsText(known, shape, value) : '';
  if (!('of' in shape)) return valueText(shape, value);
  const target = known.bank.question(shape.of);
  const ids = [value].flat().filter((id): id is string => typeof id === 'string');
  if (target === undefined || !isTable(target)) return ids.join(', ');
  return ids.map((id) => referredTitle(known, target, id)).join(', ');
}

function referredTitle(known: Known, table: TableQuestion, id: string): string {
  const row = rowOf(known, table.id, id);
  return row === undefined ? id : rowTitle(known, table, row);
}

function rowsText(known: Known, table: TableQuestion, rows: readonly Row[]): string {
  if (rows.length === 0) return 'no rows';
  return `${counted(rows.length, 'row')}: ${rows.map((row) => rowTitle(known, table, row)).join(', ')}`;
}

/** What a spot is called: the label of its question, or row and column. */
export function spotLabel(known: Known, spot: Spot): string {
  if (spot.type === 'question') return labelOf(spot.question);
  return `${rowTitle(known, spot.table, spot.row)}: ${spot.column.label}`;
}
