import {
  baseOf,
  isRows,
  isTable,
  valueText,
  type AnswerView,
  type Cell,
  type Column,
  type JoinedBank,
  type Question,
  type Row,
  type Value,
} from '../bank/index.js';
import type { Fact, FactInput, FactReader, FactRow } from './fact.js';

/** Makes the reader that facts compute with: quantities come in base units, absent answers as `undefined`. */
export function createReader(
  view: AnswerView,
  bank: JoinedBank,
  factsOf: (id: string) => readonly Fact[],
): FactReader {
  return {
    number: (id) => numberOf(bank.question(id), view.value(id)),
    text: (id) => textOf(view.value(id)),
    flag: (id) => flagOf(view.value(id)),
    many: (id) => manyOf(view.value(id)),
    rows: (id) => rowsOf(bank.question(id), view.value(id)),
    fact: (id, subject) => factsOf(id).find((fact) => fact.subject === subject),
    input: (id) => inputOf(view, bank.question(id), id),
  };
}

function inputOf(view: AnswerView, question: Question | undefined, id: string): FactInput {
  const value = view.value(id);
  const text = question === undefined || value === undefined ? '' : valueText(question, value);
  const source = view.source(id);
  return source === undefined ? { id, text } : { id, text, source };
}

function rowsOf(question: Question | undefined, value: Value | undefined): readonly FactRow[] {
  if (question === undefined || !isTable(question) || !isRows(value)) return [];
  return value.map((row) => factRow(question, row));
}

function factRow(question: Question & { kind: 'table' }, row: Row): FactRow {
  const column = (id: string) => question.columns.find((candidate) => candidate.id === id);
  return {
    id: row.id,
    number: (id) => numberOf(column(id), row.cells[id]),
    text: (id) => textOf(row.cells[id]),
    flag: (id) => flagOf(row.cells[id]),
    many: (id) => manyOf(row.cells[id]),
    input: (id) => cellInput(question.id, row, { id, column: column(id) }),
  };
}

function cellInput(table: string, row: Row, cell: { id: string; column: Column | undefined }): FactInput {
  const value = row.cells[cell.id];
  const text = cell.column === undefined || value === undefined ? '' : valueText(cell.column, value);
  const id = `${table}.${row.id}.${cell.id}`;
  return row.source === undefined ? { id, text } : { id, text, source: row.source };
}

function numberOf(shape: Question | Column | undefined, value: Value | Cell | undefined): number | undefined {
  if (shape?.kind !== 'quantity' || typeof value !== 'string') return undefined;
  return baseOf(value, shape.dimension, shape.noun);
}

const textOf = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const flagOf = (value: Value | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

function manyOf(value: Value | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((item): item is string => typeof item === 'string');
}
