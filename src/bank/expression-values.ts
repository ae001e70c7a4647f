import type { FactSignature, JoinedBank } from './bank.js';
import { noteMiss, type Miss, type Reading } from './expression-engine.js';
import type { Part, PartContext } from './expression.js';
import { baseOfStored } from './quantity/stored.js';
import {
  isRows,
  isTable,
  type Column,
  type QuantityShape,
  type Question,
  type Row,
  type TableQuestion,
  type Value,
} from './question.js';
import type { AnswerView } from './view.js';

/** What a condition is evaluated over: the visible answers, the questions that give them types, and the row of a rule over a table. */
export type ConditionScope = {
  readonly view: AnswerView;
  readonly question: (id: string) => Question | undefined;
  readonly facts?: readonly FactSignature[];
  readonly archetypeOf?: JoinedBank['archetypeOf'];
  readonly row?: { readonly table: TableQuestion; readonly row: Row };
};

/** The scope of a bank over a view of answers: its own few parts, because a scope is made for every rule and sentence. */
export function scopeOver(bank: JoinedBank, view: AnswerView): ConditionScope {
  const { question, facts, archetypeOf } = bank;
  return { view, question, facts, archetypeOf };
}

type CelValue = number | string | boolean | readonly string[] | undefined;
type Converted = { readonly raw: Value; readonly cel: CelValue };

// A view may grow while an interview settles, so a conversion is kept for the value it was made from.
const conversions = new WeakMap<AnswerView, Map<string, Converted>>();
const rowObjects = new WeakMap<Row, { readonly table: TableQuestion; readonly object: object }>();

/** The value of an answer as conditions see it, quantities in base units; tables have none. */
function celAnswer(scope: ConditionScope, id: string): CelValue {
  const raw = scope.view.value(id);
  if (raw === undefined) return undefined;
  const known = conversionsOf(scope.view);
  const before = known.get(id);
  if (before !== undefined && before.raw === raw) return before.cel;
  const question = scope.question(id);
  const cel = question === undefined || isTable(question) ? undefined : celValue(question, raw);
  known.set(id, { raw, cel });
  return cel;
}

function conversionsOf(view: AnswerView): Map<string, Converted> {
  const known = conversions.get(view) ?? new Map<string, Converted>();
  conversions.set(view, known);
  return known;
}

function celValue(shape: Exclude<Question, TableQuestion> | Column, raw: Value): CelValue {
  if (isRows(raw) && raw.length > 0) return undefined;
  if (shape.kind === 'quantity') {
    return typeof raw === 'string' ? baseNumber(raw, shape) : undefined;
  }
  return raw as CelValue;
}

// Bounds are left out: a value that a later bank no longer takes is still the answer that stands.
function baseNumber(text: string, { dimension, noun }: QuantityShape): number | undefined {
  return baseOfStored(text, { dimension, noun, months: true });
}

/** A row as conditions see it; reading an absent cell notes the miss and finds nothing. */
function celRow(table: TableQuestion, row: Row): object {
  const before = rowObjects.get(row);
  if (before?.table === table) return before.object;
  const object = { id: row.id };
  for (const column of table.columns) {
    const cell = row.cells[column.id];
    const value = cell === undefined ? undefined : celValue(column, cell);
    const miss: Miss = { type: 'cell', table: table.id, row: row.id, column: column.id };
    const get = () => value ?? noteMiss(miss);
    Object.defineProperty(object, column.id, { enumerable: true, get });
  }
  rowObjects.set(row, { table, object });
  return object;
}

/** What the functions of a condition reach in a scope; misses go into `misses`. */
export function readingOf(scope: ConditionScope, misses: Miss[]): Reading {
  const { view } = scope;
  const rows = (id: string) => {
    const question = scope.question(id);
    const value = view.value(id);
    if (question === undefined || !isTable(question) || !isRows(value)) return undefined;
    return { question, value };
  };
  return {
    known: (id) => view.value(id) !== undefined,
    asked: view.asked,
    status: view.status,
    thin: view.thin,
    mentions: view.mentions,
    count: (id) => lengthOf(view.value(id)),
    rows: (id) => {
      const table = rows(id);
      return table?.value.map((row) => celRow(table.question, row));
    },
    rowOf: (id, wanted) => {
      const table = rows(id);
      const row = table?.value.find((candidate) => candidate.id === wanted);
      return table === undefined || row === undefined ? undefined : celRow(table.question, row);
    },
    miss: (miss) => misses.push(miss),
  };
}

function lengthOf(value: Value | undefined): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

/** The names one part of a condition sees, and what of it is not there. */
export function contextOf(part: Part, scope: ConditionScope, misses: Miss[]): PartContext {
  const a: Record<string, Record<string, CelValue>> = {};
  for (const id of part.answers) {
    const [section = '', name = ''] = id.split('.');
    const value = celAnswer(scope, id);
    (a[section] ??= {})[name] = value;
    if (value === undefined) misses.push({ type: 'answer', id });
  }
  const f: Record<string, unknown> = {};
  for (const id of part.facts) {
    const value = scope.view.fact(id);
    f[id.slice(2)] = value;
    if (value === undefined) misses.push({ type: 'fact', id });
  }
  return { a, f, row: rowContext(part, scope, misses) };
}

function rowContext(part: Part, scope: ConditionScope, misses: Miss[]): object {
  if (scope.row === undefined) return {};
  const { table, row } = scope.row;
  for (const column of part.columns) {
    const shape = table.columns.find(({ id }) => id === column);
    const cell = row.cells[column];
    if (shape !== undefined && (cell === undefined || celValue(shape, cell) === undefined)) {
      misses.push({ type: 'cell', table: table.id, row: row.id, column });
    }
  }
  return celRow(table, row);
}
