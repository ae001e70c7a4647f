import { describe, expect, it } from 'vitest';
import type { FactSignature } from '../../src/bank/bank.js';
import { forwardProblems } from '../../src/bank/join-banks-forward.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const confirm = { kind: 'confirm' };
const last = { id: 'rec.last', ...confirm };
const name = { id: 'name', kind: 'text' };
const sentence = { number: 1, ears: 'ubiquitous', shall: 'hold', verify: 'test' };

const problemsOf = (questions: readonly Raw[], facts: readonly FactSignature[] = []) => {
  const joined = aBank()
    .question(...questions)
    .fact(...facts)
    .joined();
  const placed = {
    ...joined,
    placeOf: (subject: string, path: readonly (string | number)[] = []) => ({
      file: [subject, ...path].join('/'),
    }),
  };
  return forwardProblems(placed);
};

const forward = (message: string, file: string) => ({
  code: 'looks-forward',
  message,
  hint: 'Move the question behind what it needs, or need something earlier.',
  place: { file },
});

describe('a condition that needs a later answer', () => {
  it('is told of every later answer, each at the place of the condition', () => {
    const first = { id: 'rec.first', ...confirm, when: 'a.rec.last && a.rec.first' };
    expect(problemsOf([first, last])).toEqual([
      forward('A condition of rec.first reads rec.last: asked later.', 'question rec.first/when'),
      forward('A condition of rec.first reads rec.first: the same question.', 'question rec.first/when'),
    ]);
    expect(problemsOf([last, { ...first, when: 'a.rec.last' }])).toEqual([]);
  });

  it('is told of facts and their inputs, columns too', () => {
    const facts: readonly FactSignature[] = [
      { id: 'f.sum', type: 'double', inputs: ['f.part', 'rec.last.size'] },
      { id: 'f.part', type: 'double', inputs: ['f.sum', 'rec.first'] },
    ];
    expect(problemsOf([{ id: 'rec.first', ...confirm, when: 'f.sum > 1.0' }, last], facts)).toEqual([
      forward(
        'A condition of rec.first reads f.sum, which needs rec.first: the same question.',
        'question rec.first/when',
      ),
      forward(
        'A condition of rec.first reads f.sum, which needs rec.last: asked later.',
        'question rec.first/when',
      ),
    ]);
  });

  it('may read its own answer in a sentence and in a column, and nothing later', () => {
    const says = [
      { ...sentence, when: 'a.rec.first' },
      { ...sentence, number: 2, when: 'a.rec.last' },
    ];
    expect(problemsOf([{ id: 'rec.first', ...confirm, says }, last])).toEqual([
      forward('A condition of rec.first reads rec.last: asked later.', 'question rec.first/says/1/when'),
    ]);
    const columns = [name, { id: 'b', kind: 'text', when: "count('rec.first') > 1.0 && a.rec.last" }];
    expect(problemsOf([{ id: 'rec.first', kind: 'table', key: 'name', columns }, last])).toEqual([
      forward('A condition of rec.first reads rec.last: asked later.', 'question rec.first/columns/1/when'),
    ]);
  });

  it('is nothing where what it reads does not exist, or does not parse', () => {
    expect(problemsOf([{ id: 'rec.first', ...confirm, when: 'a.rec.gone' }])).toEqual([]);
    expect(problemsOf([{ id: 'rec.first', ...confirm, when: 'a.rec.last &&' }, last])).toEqual([]);
  });
});

describe('a table that takes rows of another', () => {
  const steps = { id: 'rec.steps', kind: 'table', key: 'name', columns: [name] };

  it('stands behind it', () => {
    const calls = { id: 'rec.calls', kind: 'table', key: 'name', of: 'rec.steps', columns: [name] };
    expect(problemsOf([steps, calls])).toEqual([]);
    expect(problemsOf([calls, steps])).toEqual([
      forward('rec.calls takes rows of rec.steps, which is asked later.', 'question rec.calls/of'),
    ]);
    expect(problemsOf([{ ...steps, of: 'rec.steps' }])).toEqual([
      forward('rec.steps takes rows of rec.steps, which is itself.', 'question rec.steps/of'),
    ]);
    expect(problemsOf([{ ...calls, of: 'rec.gone' }])).toEqual([]);
  });

  it('may refer to its own rows in a column, and to no later ones', () => {
    const columns = [
      name,
      { id: 'next', kind: 'choice', of: 'rec.calls' },
      { id: 'step', kind: 'many', of: 'rec.steps' },
    ];
    const calls = { id: 'rec.calls', kind: 'table', key: 'name', columns };
    expect(problemsOf([calls, steps])).toEqual([
      forward('rec.calls takes rows of rec.steps, which is asked later.', 'question rec.calls/columns/2/of'),
    ]);
    expect(problemsOf([steps, calls])).toEqual([]);
  });

  it('may be a question whose options are its rows', () => {
    const choice = { id: 'rec.step', kind: 'choice', of: 'rec.steps' };
    expect(problemsOf([steps, choice])).toEqual([]);
    expect(problemsOf([choice, steps])).toEqual([
      forward('rec.step takes rows of rec.steps, which is asked later.', 'question rec.step/of'),
    ]);
  });
});

describe('a column that waits for another', () => {
  const table = (...columns: readonly Raw[]) => ({ id: 'rec.queues', kind: 'table', key: 'name', columns });
  const bounded = { id: 'bounded', kind: 'confirm' };
  const limit = { id: 'limit', kind: 'text', when: 'row.bounded' };
  const waits = (message: string, at: number) =>
    forward(message, `question rec.queues/columns/${String(at)}/when`);

  it('stands behind it', () => {
    expect(problemsOf([table(name, bounded, limit)])).toEqual([]);
    expect(problemsOf([table(name, limit, bounded)])).toEqual([
      waits('The column limit of rec.queues waits for the column bounded behind it.', 1),
    ]);
    expect(problemsOf([table(name, { ...limit, when: 'row.limit && row.bounded' }, bounded)])).toEqual([
      waits('The column limit of rec.queues waits for the column limit behind it.', 1),
      waits('The column limit of rec.queues waits for the column bounded behind it.', 1),
    ]);
  });

  it('may read the id of its row, and is no sentence', () => {
    expect(problemsOf([table(name, { ...limit, when: "row.id == 'x'" }, bounded)])).toEqual([]);
    const says = [{ ...sentence, when: 'row.bounded' }];
    expect(problemsOf([{ ...table(name, bounded), says }])).toEqual([]);
  });
});
