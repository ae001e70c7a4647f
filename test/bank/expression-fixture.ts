import type { FactSignature } from '../../src/bank/bank.js';
import type { ConditionTypes } from '../../src/bank/expression-check.js';
import { evaluateCondition, type Outcome } from '../../src/bank/expression-outcome.js';
import type { ConditionScope } from '../../src/bank/expression-values.js';
import { parseExpression, type Expression } from '../../src/bank/expression.js';
import type {
  Column,
  Question,
  Row,
  TableQuestion,
  TableShape,
  Value,
  ValueShape,
} from '../../src/bank/question.js';
import type { AnswerView, FactReading, ShownStatus } from '../../src/bank/view.js';

const base = {
  bank: 'core',
  depth: 'quick',
  scope: 'spec',
  required: false,
  prompt: 'What is it?',
  why: 'It matters.',
  terms: [],
  incidents: [],
  rests_on: [],
  says: [],
} as const;

/** A question with everything that does not matter here filled in. */
function aQuestion(id: string, shape: ValueShape, more: Partial<Question> = {}): Question {
  return { ...base, id, section: id.split('.')[0] ?? '', ...more, ...shape };
}

/** A table question with everything that does not matter here filled in. */
function aTable(id: string, shape: Omit<TableShape, 'kind'>): TableQuestion {
  return { ...base, id, section: id.split('.')[0] ?? '', kind: 'table', ...shape };
}

/** A column that is asked with its row. */
export function aColumn(id: string, shape: ValueShape, more: { readonly when?: string } = {}): Column {
  return { id, label: id, required: false, ask: 'row', ...more, ...shape };
}

export const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: id.toUpperCase() }));

export const dependencies = aTable('dep.dependencies', {
  key: 'name',
  columns: [
    aColumn('name', { kind: 'text' }),
    aColumn('needed', { kind: 'choice', options: options('hard', 'soft') }),
    aColumn('timeout', { kind: 'quantity', dimension: 'duration' }),
    aColumn('retried', { kind: 'confirm' }),
    aColumn('attempts', { kind: 'quantity', dimension: 'count' }, { when: 'row.retried' }),
    aColumn('next', { kind: 'choice', of: 'dep.dependencies' }),
    aColumn('modes', { kind: 'many', options: options('read', 'write') }),
  ],
});

const questions: readonly Question[] = [
  aQuestion('arc.archetypes', { kind: 'many', options: options('http-api', 'worker') }),
  aQuestion('arc.state', { kind: 'choice', options: options('stateless', 'stateful') }),
  aQuestion('arc.tier', { kind: 'choice', options: options('T0', 'T1') }),
  aQuestion('con.notes', { kind: 'prose' }),
  aQuestion('con.public', { kind: 'confirm' }),
  dependencies,
  aQuestion('dep.goals', { kind: 'list' }),
  aQuestion('rec.rpo', { kind: 'quantity', dimension: 'duration' }, { when: "a.arc.state != 'stateless'" }),
  aQuestion('rec.loss', { kind: 'quantity', dimension: 'percent' }),
  aQuestion('wrk.batch', { kind: 'quantity', dimension: 'count' }, { bank: 'worker' }),
];

const facts: readonly FactSignature[] = [
  { id: 'f.budget', type: 'double', inputs: ['rec.rpo', 'rec.loss'] },
  { id: 'f.attempts', type: 'double', per_row: true, inputs: ['dep.dependencies'] },
  { id: 'f.cycle', type: 'list', inputs: ['f.attempts'] },
];

export const types: ConditionTypes = {
  questions,
  question: (id) => questions.find((question) => question.id === id),
  facts,
  lexicons: { vague: ['fast'] },
};

export const row = (id: string, cells: Row['cells'] = {}): Row => ({ id, cells });

/** What a test says about an interview; everything unsaid is asked and open. */
export type Said = {
  readonly values?: Readonly<Record<string, Value>>;
  readonly statuses?: Readonly<Record<string, ShownStatus>>;
  readonly facts?: Readonly<Record<string, FactReading>>;
  readonly thin?: readonly string[];
  readonly row?: Row;
};

export function aView(said: Said = {}): AnswerView {
  const status = (id: string): ShownStatus =>
    said.statuses?.[id] ?? (said.values?.[id] === undefined ? 'open' : 'answered');
  return {
    value: (id) => said.values?.[id],
    status,
    asked: (id) => status(id) !== 'not-asked',
    source: () => undefined,
    fact: (id) => said.facts?.[id],
    thin: (id) => said.thin?.includes(id) ?? false,
    mentions: (id, lexicon) => lexicon === 'vague' && said.values?.[id] === 'fast',
  };
}

export function aScope(said: Said = {}): ConditionScope {
  const scope: ConditionScope = {
    view: aView(said),
    question: types.question,
    facts,
    archetypeOf: (bank) => (bank === 'worker' ? 'worker' : undefined),
  };
  return said.row === undefined ? scope : { ...scope, row: { table: dependencies, row: said.row } };
}

/** Parses a condition that is known to be sound. */
export function condition(text: string): Expression {
  const parsed = parseExpression(text);
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.error.map(({ message }) => message).join('\n'));
}

/** Evaluates a condition: `true`, `false`, `broken`, or what it needs. */
export function judged(text: string, said: Said = {}): string {
  const outcome: Outcome = evaluateCondition(condition(text), aScope(said));
  return outcome.is === 'undecided' ? `needs ${outcome.needs.join(', ')}` : outcome.is;
}
