import { describe, expect, it } from 'vitest';
import { questionFlaws } from '../../src/bank/lint-bank-question.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const name = { id: 'name', kind: 'text', required: true };
const interval = { id: 'interval', kind: 'quantity', dimension: 'duration' };

const flawsOf = (columns: readonly Raw[], over: Raw = {}) =>
  aBank()
    .question({ id: 'rec.backups', kind: 'table', key: 'name', columns, ...over })
    .build()
    .questions.flatMap(questionFlaws);

const on = (path: readonly (string | number)[]) => ({ subject: 'question rec.backups', path });

describe('the key of a table', () => {
  it.each<[string, Raw, string]>([
    ['a list column', { kind: 'many', options: [{ id: 'a' }] }, 'a many column'],
    ['a quantity column', { kind: 'quantity', dimension: 'count' }, 'a quantity column'],
    ['a yes or no', { kind: 'confirm' }, 'a confirm column'],
  ])('is not %s', (_what, shape, words) => {
    expect(flawsOf([{ id: 'name', ...shape }, interval])).toEqual([
      {
        ...on(['key']),
        code: 'lint-key',
        message: `The key of rec.backups, name, is ${words}.`,
        hint: 'Name a text or choice column: name, interval.',
      },
    ]);
  });

  it('is a column of text or a choice', () => {
    expect(flawsOf([name, interval])).toEqual([]);
    expect(flawsOf([{ id: 'name', kind: 'choice', options: [{ id: 'a' }] }])).toEqual([]);
    expect(flawsOf([interval, name], { key: 'nome' })).toEqual([
      {
        ...on(['key']),
        code: 'lint-key',
        message: 'The key of rec.backups, nome, is not a column.',
        hint: 'Name a text or choice column: interval, name.',
      },
    ]);
  });
});

describe('a table whose rows belong to another', () => {
  const flaw = {
    ...on(['columns', 0]),
    code: 'lint-owner-column',
    message: 'The rows of rec.backups belong to arc.stores, and its first column does not refer to it.',
    hint: 'Begin the columns with { id: …, kind: choice, of: arc.stores, required: true, ask: row }.',
  };
  const store = { id: 'store', kind: 'choice', of: 'arc.stores' };

  it('names its owner in its first column', () => {
    expect(flawsOf([store, name], { of: 'arc.stores' })).toEqual([]);
    expect(flawsOf([name, store], { of: 'arc.stores' })).toEqual([flaw]);
    expect(flawsOf([{ ...store, of: 'arc.others' }, name], { of: 'arc.stores' })).toEqual([flaw]);
    expect(flawsOf([{ ...store, kind: 'many' }, name], { of: 'arc.stores' })).toEqual([flaw]);
    expect(flawsOf([name, store])).toEqual([]);
  });
});

describe('the columns of a table', () => {
  it('are at most five of those that are asked with each row', () => {
    const columns = (asked: number, later: number) => [
      name,
      ...Array.from({ length: asked - 1 }, (_, at) => ({ id: `a${String(at)}`, kind: 'text', ask: 'row' })),
      ...Array.from({ length: later }, (_, at) => ({ id: `b${String(at)}`, kind: 'text', ask: 'later' })),
    ];
    expect(flawsOf(columns(5, 3))).toEqual([]);
    expect(flawsOf(columns(6, 0))).toEqual([
      {
        ...on(['columns']),
        code: 'lint-row-columns',
        message: 'rec.backups asks 6 columns with each row; at most 5 are.',
        hint: 'Give the others `ask: later`.',
      },
    ]);
  });

  it('have an id of their own', () => {
    const twice = (at: number) => ({
      ...on(['columns', at, 'id']),
      code: 'lint-column-twice',
      message: 'rec.backups has the column name twice.',
      hint: 'Rename or remove one of the two.',
    });
    expect(flawsOf([name, interval, name, name])).toEqual([twice(2), twice(3)]);
  });

  it.each(['id', 'why', 'source', 'nnnn'])('are not named %s', (id) => {
    expect(flawsOf([name, { id, kind: 'text' }])).toEqual([
      {
        ...on(['columns', 1, 'id']),
        code: 'lint-column-reserved',
        message: `The column ${id} of rec.backups has the name of a key that every row has.`,
        hint: 'Choose another id than id, why, source, nnnn.',
      },
    ]);
  });

  it('take their options from one place, and each option once', () => {
    const what = 'The column mode of rec.backups';
    const options = {
      ...on(['columns', 1]),
      code: 'lint-options',
      hint: 'Give either `options`, or `of` with the id of a table.',
    };
    expect(flawsOf([name, { id: 'mode', kind: 'choice' }])).toEqual([
      { ...options, message: `${what} is a choice with nothing to choose from.` },
    ]);
    expect(flawsOf([name, { id: 'mode', kind: 'many', options: [{ id: 'a' }], of: 'arc.stores' }])).toEqual([
      { ...options, message: `${what} is a many with both \`options\` and \`of\`.` },
    ]);
    expect(
      flawsOf([name, { id: 'mode', kind: 'many', options: [{ id: 'a' }, { id: 'b' }, { id: 'b' }] }]),
    ).toEqual([
      {
        ...on(['columns', 1, 'options', 2, 'id']),
        code: 'lint-option-twice',
        message: `${what} has the option b twice.`,
        hint: 'Keep one of the two.',
      },
    ]);
  });
});
