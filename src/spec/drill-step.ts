import {
  answered,
  isRows,
  isTable,
  type Cell,
  type Column,
  type Question,
  type Row,
  type Value,
} from '../bank/index.js';
import type { Session } from '../interview/index.js';
import { questionIdOf } from './ground.js';

/** What a drill asks for: a question, or one cell of a table that is answered already. */
export type DrillStep = {
  readonly id: string;
  readonly question: Question;
  readonly cell?: { readonly row: Row; readonly column: Column };
  readonly value?: Value;
};

/** Finds the question or cell of an id in the answers of a session; nothing when the id names neither. */
export function drillStep(session: Session, id: string): DrillStep | undefined {
  const question = session.bank.question(questionIdOf(id));
  if (question === undefined) return undefined;
  const value = session.saved.answers.get(question.id)?.value;
  if (question.id === id) return { id, question, ...(value === undefined ? {} : { value }) };
  if (!isTable(question) || !isRows(value)) return undefined;
  const [rowId, columnId] = id.slice(question.id.length + 1).split('.');
  const row = value.find((one) => one.id === rowId);
  const column = question.columns.find((one) => one.id === columnId);
  if (row === undefined || column === undefined) return undefined;
  const cell = row.cells[column.id];
  return { id, question, cell: { row, column }, ...(cell === undefined ? {} : { value: cell }) };
}

/** Gives the session with another value at one question or cell; what was said beside the value stays. */
export function withStep(session: Session, { question, cell }: DrillStep, value: Value): Session {
  const before = session.saved.answers.get(question.id) ?? answered(value);
  const put = cell === undefined ? value : withCell(before.value, cell, value as Cell);
  const answers = new Map(session.saved.answers);
  answers.set(question.id, { ...before, status: 'answered', value: put });
  return { ...session, saved: { ...session.saved, answers } };
}

type Place = NonNullable<DrillStep['cell']>;

function withCell(value: Value | undefined, { row, column }: Place, cell: Cell): Value {
  const rows = isRows(value) ? value : [];
  return rows.map((one) =>
    one.id === row.id ? { ...one, cells: { ...one.cells, [column.id]: cell } } : one,
  );
}
