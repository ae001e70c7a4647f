import { describe, expect, it } from 'vitest';
import { questionFlaws } from '../../src/bank/lint-bank-question.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const flawsOf = (raw: Raw) => aBank().question(raw).build().questions.flatMap(questionFlaws);

const rpo = { id: 'rec.rpo', kind: 'quantity', dimension: 'duration', weak: 'none', strong: '5 min' };
const on = (path: readonly (string | number)[]) => ({ subject: 'question rec.rpo', path });

describe('the prompt of a question', () => {
  it('has at most 110 characters', () => {
    const prompt = (length: number) => `${'x'.repeat(length - 1)}?`;
    expect(flawsOf({ ...rpo, prompt: prompt(110) })).toEqual([]);
    expect(flawsOf({ ...rpo, prompt: prompt(111) })).toEqual([
      {
        ...on(['prompt']),
        code: 'lint-prompt-length',
        message: 'The prompt of rec.rpo has 111 characters; at most 110 fit.',
        hint: 'Move the rest to `detail`.',
      },
    ]);
  });

  it('asks one thing or none', () => {
    expect(flawsOf({ ...rpo, prompt: 'Tell how much.' })).toEqual([]);
    expect(flawsOf({ ...rpo, prompt: 'How much? In a day.' })).toEqual([]);
    expect(flawsOf({ ...rpo, prompt: 'How much? Why? When?' })).toEqual([
      {
        ...on(['prompt']),
        code: 'lint-prompt-questions',
        message: 'The prompt of rec.rpo asks 3 questions; one is expected.',
        hint: 'Make the second a question or a column of its own.',
      },
    ]);
  });
});

describe('the examples of a question', () => {
  const weak = {
    ...on([]),
    code: 'lint-weak',
    message: 'rec.rpo has no weak example.',
    hint: 'Add `weak:` with an answer people give too easily.',
  };
  const strong = {
    ...on([]),
    code: 'lint-strong',
    message: 'rec.rpo has no strong example.',
    hint: 'Add `strong:` with an answer worth giving.',
  };

  it.each<[string, Raw]>([
    ['text', {}],
    ['prose', {}],
    ['list', {}],
    ['quantity', { dimension: 'duration' }],
  ])('are needed where %s is written freely', (kind, more) => {
    const question = { id: 'rec.rpo', kind, ...more };
    expect(flawsOf(question)).toEqual([weak, strong]);
    expect(flawsOf({ ...question, weak: 'soon' })).toEqual([strong]);
    expect(flawsOf({ ...question, strong: 'in a day' })).toEqual([weak]);
    expect(flawsOf({ ...question, weak: 'soon', strong: 'in a day' })).toEqual([]);
  });

  it.each<[string, Raw]>([
    ['choice', { options: [{ id: 'a' }] }],
    ['many', { options: [{ id: 'a' }] }],
    ['confirm', {}],
    ['table', { key: 'name', columns: [{ id: 'name', kind: 'text' }] }],
  ])('are not needed for %s', (kind, more) => {
    expect(flawsOf({ id: 'rec.rpo', kind, ...more })).toEqual([]);
  });
});

describe('the incidents of a question', () => {
  it('are at most three', () => {
    expect(flawsOf({ ...rpo, incidents: ['a', 'b', 'c'] })).toEqual([]);
    expect(flawsOf({ ...rpo, incidents: ['a', 'b', 'c', 'd'] })).toEqual([
      {
        ...on(['incidents']),
        code: 'lint-incidents',
        message: 'rec.rpo names 4 incidents; at most 3 are shown.',
        hint: 'Keep the three that teach most.',
      },
    ]);
  });
});

describe('the options of a question', () => {
  const source = (kind: string, what: string) => ({
    ...on([]),
    code: 'lint-options',
    message: `rec.rpo is a ${kind} with ${what}.`,
    hint: 'Give either `options`, or `of` with the id of a table.',
  });

  it.each(['choice', 'many'])('of a %s come from one place', (kind) => {
    const question = { id: 'rec.rpo', kind };
    const options = [{ id: 'a' }, { id: 'b' }];
    expect(flawsOf({ ...question, options })).toEqual([]);
    expect(flawsOf({ ...question, of: 'rec.rows' })).toEqual([]);
    expect(flawsOf(question)).toEqual([source(kind, 'nothing to choose from')]);
    expect(flawsOf({ ...question, options, of: 'rec.rows' })).toEqual([
      source(kind, 'both `options` and `of`'),
    ]);
  });

  it('stand once each', () => {
    const options = ['a', 'b', 'c', 'b', 'a'].map((id) => ({ id }));
    expect(flawsOf({ id: 'rec.rpo', kind: 'choice', options })).toEqual([
      {
        ...on(['options', 3, 'id']),
        code: 'lint-option-twice',
        message: 'rec.rpo has the option b twice.',
        hint: 'Keep one of the two.',
      },
    ]);
  });
});
