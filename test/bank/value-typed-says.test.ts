import { describe, expect, it } from 'vitest';
import type { TableShape, ValueShape } from '../../src/bank/question.js';
import { parseTyped } from '../../src/bank/value-typed.js';
import { aColumn, options } from './expression-fixture.js';

const rowsOf = () => ['place-order', 'Db'];

/** The value, or each problem as its code, its sentence and its hint. */
const read = (shape: ValueShape | TableShape, text: string): unknown => {
  const typed = parseTyped(shape, text, { rowsOf });
  if (typed.ok) return typed.value;
  return typed.error.map(({ code, message, hint }) => `${code}: ${message} ${hint ?? ''}`);
};

const tiers: ValueShape = {
  kind: 'choice',
  options: [
    { id: 'T0', label: 'Lives depend on it' },
    { id: '3', label: 'Third' },
    { id: 'second', label: 'T9' },
  ],
};
const kinds: ValueShape = { kind: 'many', options: options('http', 'worker', 'cron') };
const flow: ValueShape = { kind: 'choice', of: 'ctx.flows' };

describe('yes and no', () => {
  it.each([
    ...['yes', 'y', 'true', ' YES ', 'True'].map((text) => [text, true] as const),
    ...['no', 'n', 'false', ' NO '].map((text) => [text, false] as const),
  ])('%j is %s', (text, value) => {
    expect(read({ kind: 'confirm' }, text)).toBe(value);
  });

  it.each(['', 'yess', 'maybe', '1', 'ja'])('%j is neither', (text) => {
    expect(read({ kind: 'confirm' }, text)).toEqual([
      `value-form: “${text}” is not yes or no. For example yes.`,
    ]);
  });
});

describe('an option that was typed', () => {
  it.each([
    ['T0', 'T0'],
    [' t0 ', 'T0'],
    ['1', 'T0'],
    ['3', '3'],
    ['2', '3'],
    ['LIVES depend on it', 'T0'],
    ['third', '3'],
    ['t9', 'second'],
  ])('%j is %s', (text, id) => {
    expect(read(tiers, text)).toBe(id);
  });

  it.each(['4', '0', '-1', '01', '1.0', '10000', 'Lives'])('%j is none', (text) => {
    expect(read(tiers, text)).toMatchObject([
      expect.stringMatching(`^value-not-an-option: “${text}” is not an option. `),
    ]);
  });

  it('is a row by its id, by the words it is made of, or by its place', () => {
    expect(
      ['place-order', 'Place order', 'PLACE-ORDER', '1', 'db', 'Db', '2'].map((text) => read(flow, text)),
    ).toEqual([...['place-order', 'place-order', 'place-order', 'place-order', 'Db', 'Db', 'Db']]);
    expect(read(flow, 'refund')).toEqual([
      'value-not-an-option: “refund” is not a row of ctx.flows. Choose place-order or Db.',
    ]);
  });

  it('is no words of an id where the options are its own', () => {
    const own: ValueShape = { kind: 'choice', options: [{ id: 'place-order', label: 'Order' }] };
    expect(read(own, 'Place order')).toEqual([
      'value-not-an-option: “Place order” is not an option. Did you mean place-order?',
    ]);
  });

  it('is whatever was typed where the rows are not known', () => {
    expect(parseTyped(flow, ' any row ', {})).toEqual({ ok: true, value: 'any row' });
    expect(parseTyped({ kind: 'many', of: 'ctx.flows' }, 'a, b', {})).toEqual({
      ok: true,
      value: ['a', 'b'],
    });
  });
});

describe('several options that were typed', () => {
  it.each<[string, readonly string[]]>([
    ['cron, http', ['http', 'cron']],
    ['cron\nhttp', ['http', 'cron']],
    ['3,,1,', ['http', 'cron']],
    ['HTTP', ['http']],
    ['none', []],
    [' None ', []],
  ])('%j', (text, value) => {
    expect(read(kinds, text)).toEqual(value);
  });

  it('are told which of them are none, or that there must be one', () => {
    expect(read(kinds, 'htp, cron, zzzzzz')).toEqual([
      'value-not-an-option: “htp” is not an option. Did you mean http?',
      'value-not-an-option: “zzzzzz” is not an option. Choose http, worker or cron.',
    ]);
    const empty = 'is not an answer. For example the options with commas between, or none.';
    expect(read(kinds, ' , ')).toEqual([`value-form: “ , ” ${empty}`]);
    expect(read(kinds, '')).toEqual([`value-form: “” ${empty}`]);
    expect(read(kinds, 'none at all')).toEqual([
      'value-not-an-option: “none at all” is not an option. Choose http, worker or cron.',
    ]);
  });

  it('may be an option with a comma, and one called none', () => {
    const late: ValueShape = {
      kind: 'many',
      options: [{ id: 'a', label: 'Now, or later' }, ...options('none')],
    };
    expect(read(late, 'now, or later')).toEqual(['a']);
    expect(read(late, 'none')).toEqual(['none']);
    expect(read(late, 'now, none')).toEqual([
      'value-not-an-option: “now” is not an option. Did you mean none?',
    ]);
  });
});

describe('a list that was typed', () => {
  it.each<[string, readonly string[]]>([
    ['a; b\nc, d', ['a', 'b', 'c, d']],
    [' a ;; b ', ['a', 'b']],
    ['none', []],
    ['NONE', []],
    ['none of it', ['none of it']],
    ['a none', ['a none']],
    ['', []],
  ])('%j', (text, value) => {
    expect(read({ kind: 'list' }, text)).toEqual(value);
  });
});

describe('a quantity that was typed', () => {
  it('is kept in the stored form, or refused', () => {
    expect(read({ kind: 'quantity', dimension: 'duration' }, '5 minutes')).toBe('5 min');
    expect(read({ kind: 'quantity', dimension: 'duration' }, 'soon')).toEqual([
      'quantity-no-number: “soon” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ]);
  });

  it('is asked about with all that may be written', () => {
    expect(read({ kind: 'quantity', dimension: 'size' }, '4 GB')).toEqual([
      'quantity-ambiguous: GB may mean steps of 1,000 or of 1,024. Which is it? Write 4 GB (4 gigabytes (4,000,000,000 bytes)), or 4 GiB (4 gibibytes (4,294,967,296 bytes)).',
    ]);
    expect(read({ kind: 'quantity', dimension: 'count' }, '5 things')).toEqual([
      'quantity-ambiguous: Only the number is kept here, without “things”. Keep it? Write 5.',
    ]);
  });
});

describe('rows that were typed', () => {
  const shape: TableShape = {
    kind: 'table',
    key: 'name',
    columns: [
      { ...aColumn('name', { kind: 'text' }), label: 'Name' },
      { ...aColumn('note', { kind: 'text' }), ask: 'later' },
      { ...aColumn('wait', { kind: 'quantity', dimension: 'duration' }), label: 'Longest wait' },
    ],
  };

  it('have an id from their key', () => {
    expect(read(shape, 'Mail | 1 s\nmail\n| 2 s')).toEqual([
      { id: 'mail', cells: { name: 'Mail', wait: '1 s' } },
      { id: 'mail-2', cells: { name: 'mail' } },
      { id: 'row', cells: { wait: '2 s' } },
    ]);
    expect(read(shape, ' none ')).toEqual([]);
  });

  it('are told together, by their number and their column', () => {
    expect(read(shape, 'Mail | soon\nBank | 1 s | more\nFax | late')).toEqual([
      'quantity-no-number: Row 1, Longest wait: “soon” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
      'value-form: Row 2: “Bank | 1 s | more” is not a row of 2 cells. For example Name | Longest wait.',
      'quantity-no-number: Row 3, Longest wait: “late” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ]);
  });

  it('are told how one looks where there is none', () => {
    expect(read(shape, '|\n')).toEqual([
      'value-form: “|…” is not a row. For example Name | Longest wait, one row per line.',
    ]);
    expect(read(shape, '')).toEqual([
      'value-form: “” is not a row. For example Name | Longest wait, one row per line.',
    ]);
  });

  it('are checked as a whole too', () => {
    expect(read({ ...shape, min_rows: 2 }, 'Mail')).toEqual([
      'value-too-few: There is 1 row; at least 2 must be named. Add 1 row.',
    ]);
  });
});

describe('words that were typed', () => {
  it('are kept as they are, within what the question takes', () => {
    expect(read({ kind: 'text' }, ' a b ')).toBe('a b');
    expect(read({ kind: 'prose' }, 'a\n b \n')).toBe('a\n b');
    expect(read({ kind: 'text', max_length: 1 }, 'ab')).toEqual([
      'value-too-long: “ab” has 2 characters; at most 1 are taken. Say the one thing that matters most, and put the rest into why.',
    ]);
  });
});
