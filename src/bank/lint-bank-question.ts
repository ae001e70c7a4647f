import type { Subject } from './bank.js';
import type { KeyPath } from './join-banks-conditions.js';
import { flawIf, type Flaw } from './lint-bank-problem.js';
import { isTable, type Column, type Question, type TableQuestion } from './question.js';

const MAX_PROMPT = 110;
const MAX_INCIDENTS = 3;
const MAX_ROW_COLUMNS = 5;
const ROW_KEYS = new Set(['id', 'why', 'source', 'nnnn']);
// Whoever writes freely needs to see what good looks like; options carry their own explanation.
const WRITTEN = new Set(['text', 'prose', 'quantity', 'list']);

/** What is wrong with the wording and the shape of one question. */
export function questionFlaws(question: Question): readonly Flaw[] {
  const subject: Subject = `question ${question.id}`;
  const shape = { subject, path: [], what: question.id };
  return [
    ...promptFlaws(question, subject),
    ...exampleFlaws(question, subject),
    ...flawIf(question.incidents.length > MAX_INCIDENTS, {
      subject,
      path: ['incidents'],
      code: 'lint-incidents',
      message: `${question.id} names ${String(question.incidents.length)} incidents; at most ${String(MAX_INCIDENTS)} are shown.`,
      hint: 'Keep the three that teach most.',
    }),
    ...optionFlaws(question, shape),
    ...(isTable(question) ? tableFlaws(question, subject) : []),
  ];
}

function promptFlaws({ id, prompt }: Question, subject: Subject): readonly Flaw[] {
  const { length } = prompt;
  const marks = prompt.split('?').length - 1;
  return [
    ...flawIf(length > MAX_PROMPT, {
      subject,
      path: ['prompt'],
      code: 'lint-prompt-length',
      message: `The prompt of ${id} has ${String(length)} characters; at most ${String(MAX_PROMPT)} fit.`,
      hint: 'Move the rest to `detail`.',
    }),
    ...flawIf(marks > 1, {
      subject,
      path: ['prompt'],
      code: 'lint-prompt-questions',
      message: `The prompt of ${id} asks ${String(marks)} questions; one is expected.`,
      hint: 'Make the second a question or a column of its own.',
    }),
  ];
}

function exampleFlaws(question: Question, subject: Subject): readonly Flaw[] {
  if (!WRITTEN.has(question.kind)) return [];
  return (['weak', 'strong'] as const).flatMap((key) =>
    flawIf(question[key] === undefined, {
      subject,
      path: [],
      code: `lint-${key}`,
      message: `${question.id} has no ${key} example.`,
      hint: `Add \`${key}:\` with ${key === 'weak' ? 'an answer people give too easily' : 'an answer worth giving'}.`,
    }),
  );
}

type Shaped = { readonly subject: Subject; readonly path: KeyPath; readonly what: string };

function optionFlaws(shape: Question | Column, { subject, path, what }: Shaped): readonly Flaw[] {
  if (shape.kind !== 'choice' && shape.kind !== 'many') return [];
  const { options, of } = shape;
  const ids = (options ?? []).map(({ id }) => id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  return [
    ...flawIf((options === undefined) === (of === undefined), {
      subject,
      path,
      code: 'lint-options',
      message: `${what} is a ${shape.kind} with ${of === undefined ? 'nothing to choose from' : 'both `options` and `of`'}.`,
      hint: 'Give either `options`, or `of` with the id of a table.',
    }),
    ...flawIf(repeated >= 0, {
      subject,
      path: [...path, 'options', repeated, 'id'],
      code: 'lint-option-twice',
      message: `${what} has the option ${ids[repeated] ?? ''} twice.`,
      hint: 'Keep one of the two.',
    }),
  ];
}

function tableFlaws(table: TableQuestion, subject: Subject): readonly Flaw[] {
  const atOnce = table.columns.filter((column) => column.ask === 'row');
  return [
    ...keyFlaws(table, subject),
    ...ownerFlaws(table, subject),
    ...table.columns.flatMap((column, at) => columnFlaws({ table, column, at }, subject)),
    ...flawIf(atOnce.length > MAX_ROW_COLUMNS, {
      subject,
      path: ['columns'],
      code: 'lint-row-columns',
      message: `${table.id} asks ${String(atOnce.length)} columns with each row; at most ${String(MAX_ROW_COLUMNS)} are.`,
      hint: 'Give the others `ask: later`.',
    }),
  ];
}

function keyFlaws({ id, key, columns }: TableQuestion, subject: Subject): readonly Flaw[] {
  const column = columns.find((each) => each.id === key);
  return flawIf(column?.kind !== 'text' && column?.kind !== 'choice', {
    subject,
    path: ['key'],
    code: 'lint-key',
    message: `The key of ${id}, ${key}, is ${column === undefined ? 'not a column' : `a ${column.kind} column`}.`,
    hint: `Name a text or choice column: ${columns.map((each) => each.id).join(', ')}.`,
  });
}

function ownerFlaws({ id, of, columns }: TableQuestion, subject: Subject): readonly Flaw[] {
  if (of === undefined) return [];
  const first = columns[0];
  const refers = first?.kind === 'choice' && first.of === of;
  return flawIf(!refers, {
    subject,
    path: ['columns', 0],
    code: 'lint-owner-column',
    message: `The rows of ${id} belong to ${of}, and its first column does not refer to it.`,
    hint: `Begin the columns with { id: …, kind: choice, of: ${of}, required: true, ask: row }.`,
  });
}

type PlacedColumn = { readonly table: TableQuestion; readonly column: Column; readonly at: number };

function columnFlaws({ table, column, at }: PlacedColumn, subject: Subject): readonly Flaw[] {
  const path = ['columns', at];
  const what = `The column ${column.id} of ${table.id}`;
  const first = table.columns.findIndex((each) => each.id === column.id);
  return [
    ...optionFlaws(column, { subject, path, what }),
    ...flawIf(first !== at, {
      subject,
      path: [...path, 'id'],
      code: 'lint-column-twice',
      message: `${table.id} has the column ${column.id} twice.`,
      hint: 'Rename or remove one of the two.',
    }),
    ...flawIf(ROW_KEYS.has(column.id), {
      subject,
      path: [...path, 'id'],
      code: 'lint-column-reserved',
      message: `${what} has the name of a key that every row has.`,
      hint: 'Choose another id than id, why, source, nnnn.',
    }),
  ];
}
