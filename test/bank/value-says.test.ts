import { describe, expect, it } from 'vitest';
import type { ValueShape } from '../../src/bank/question.js';
import { isDay, optionIds, repeated } from '../../src/bank/value-cell.js';
import { shown } from '../../src/bank/value-problems.js';
import { checkValue } from '../../src/bank/value.js';
import { aColumn, options } from './expression-fixture.js';

/** Each problem of a value as its code, its sentence and its hint; or the value itself. */
const read = (shape: ValueShape, raw: unknown, rowsOf?: (table: string) => readonly string[] | undefined) => {
  const checked = checkValue(shape, raw, rowsOf === undefined ? {} : { rowsOf });
  if (checked.ok) return checked.value;
  return checked.error.map(({ code, message, hint }) => `${code}: ${message} ${hint ?? ''}`);
};

const tiers: ValueShape = { kind: 'choice', options: options('T0', 'T1', 'T2') };
const kinds: ValueShape = { kind: 'many', options: options('http', 'worker', 'cron') };

describe('a value of the wrong form', () => {
  it.each<[ValueShape, unknown, string]>([
    [{ kind: 'text' }, 5, '5 is not text. For example "5", in quotes.'],
    [{ kind: 'text' }, true, 'true is not text. For example one line of words.'],
    [{ kind: 'text' }, null, 'nothing is not text. For example one line of words.'],
    [{ kind: 'text' }, undefined, 'nothing is not text. For example one line of words.'],
    [{ kind: 'text' }, ['a'], 'a list is not text. For example one line of words.'],
    [{ kind: 'text' }, { a: 1 }, 'a map is not text. For example one line of words.'],
    [{ kind: 'text' }, '  ', '“  ” is not an answer. For example one line of words.'],
    [{ kind: 'text' }, 'a\nb', '“a…” is not one line. For example the same words without a line break.'],
    [{ kind: 'text' }, 'a\rb', '“a\rb” is not one line. For example the same words without a line break.'],
    [
      { kind: 'text' },
      'a\u2028b',
      '“a\u2028b” is not one line. For example the same words without a line break.',
    ],
    [
      { kind: 'text' },
      'a\u2029b',
      '“a\u2029b” is not one line. For example the same words without a line break.',
    ],
    [
      { kind: 'text', form: 'date' },
      20260101,
      '20260101 is not a date. For example 2026-12-15 (year-month-day).',
    ],
    [
      { kind: 'text', form: 'url' },
      'example.com',
      '“example.com” is not a link. For example https://example.com/runbook.',
    ],
    [{ kind: 'prose' }, 5, '5 is not text. For example a sentence or two.'],
    [{ kind: 'prose' }, ' \n ', '“ …” is not an answer. For example a sentence or two.'],
    [{ kind: 'confirm' }, 'yes', '“yes” is not true or false. For example true.'],
    [tiers, ['T0'], 'a list is not one option. For example T0.'],
    [tiers, '', '“” is not one option. For example T0.'],
    [tiers, false, 'false is not one option. For example T0.'],
    [{ kind: 'choice', of: 'a.b' }, null, 'nothing is not one option. For example redis.'],
    [kinds, 'http', '“http” is not a list of options. For example - http.'],
    [{ kind: 'many', of: 'a.b' }, 'http', '“http” is not a list of options. For example - redis.'],
    [kinds, [''], '“” is not one option. For example http.'],
    [{ kind: 'list' }, 'a', '“a” is not a list. For example - one line of words.'],
    [{ kind: 'list' }, ['a', ' '], 'Item 2: “ ” is not an answer. For example one line of words.'],
    [
      { kind: 'quantity', dimension: 'duration' },
      true,
      'true is not a number with its unit. For example 12.',
    ],
    [
      { kind: 'quantity', dimension: 'duration', min: '1 s' },
      Infinity,
      'Infinity is not a number with its unit. For example 1 s.',
    ],
  ])('%j refuses %j', (shape, raw, said) => {
    expect(read(shape, raw)).toEqual([`value-form: ${said}`]);
  });

  it('is shown on one line of at most 60 characters', () => {
    expect(shown('x'.repeat(60))).toBe(`“${'x'.repeat(60)}”`);
    expect(shown('x'.repeat(61))).toBe(`“${'x'.repeat(60)}…”`);
    expect(shown('one\ntwo')).toBe('“one…”');
    expect([5, -1.5, true, false, null, undefined, [], {}].map(shown)).toEqual([
      ...['5', '-1.5', 'true', 'false', 'nothing', 'nothing', 'a list', 'a map'],
    ]);
  });
});

describe('a value that is taken', () => {
  it.each<[ValueShape, unknown, unknown]>([
    [{ kind: 'text' }, '  a b ', 'a b'],
    [{ kind: 'text', form: 'date' }, ' 2026-12-15 ', '2026-12-15'],
    [{ kind: 'text', form: 'url' }, ' http://example.com ', 'http://example.com'],
    [
      { kind: 'text', form: 'url' },
      'HTTPS://example.com/a b'.replace(' ', '%20'),
      'HTTPS://example.com/a%20b',
    ],
    [{ kind: 'prose' }, ' \n\t\n  a\r\nb\rc  \n\n', '  a\nb\nc'],
    [{ kind: 'confirm' }, true, true],
    [tiers, 'T1', 'T1'],
    [{ kind: 'choice', options: options('1', '2') }, 2, '2'],
    [kinds, ['cron', 'http'], ['http', 'cron']],
    [{ kind: 'many', of: 'a.b' }, ['b', 'a'], ['b', 'a']],
    [{ kind: 'list' }, [' b ', 'a', 'a'], ['b', 'a', 'a']],
    [{ kind: 'list' }, [], []],
    [{ kind: 'quantity', dimension: 'count' }, 12, '12'],
    [{ kind: 'quantity', dimension: 'duration' }, ' 5 min ', '5 min'],
  ])('%j takes %j', (shape, raw, value) => {
    expect(read(shape, raw)).toEqual(value);
  });

  it.each([
    'ftp://a.b',
    'https:///a',
    'https://?a',
    'https://#a',
    'https:// a',
    'https://a b',
    'x https://a',
    'https://',
    'https://a:x',
  ])('is no link: %s', (raw) => {
    expect(read({ kind: 'text', form: 'url' }, raw)).toEqual([
      `value-form: “${raw}” is not a link. For example https://example.com/runbook.`,
    ]);
  });
});

describe('the length of a value', () => {
  const said = (shown: string, count: string, max: number) =>
    `value-too-long: “${shown}” has ${count}; at most ${String(max)} are taken. Say the one thing that matters most, and put the rest into why.`;

  it('is counted in what a reader calls characters', () => {
    expect(read({ kind: 'text', max_length: 3 }, ' abc ')).toBe('abc');
    expect(read({ kind: 'text', max_length: 3 }, 'abcd')).toEqual([said('abcd', '4 characters', 3)]);
    expect(read({ kind: 'text', max_length: 2 }, '👩‍👩‍👧e\u0301')).toBe('👩‍👩‍👧e\u0301');
    expect(read({ kind: 'prose', max_length: 3 }, 'a\nb')).toBe('a\nb');
    expect(read({ kind: 'prose', max_length: 2 }, 'a\nb')).toEqual([said('a…', '3 characters', 2)]);
    expect(read({ kind: 'list', max_length: 1 }, ['a', 'bc', 'd', 'ef'])).toEqual([
      said('bc', '2 characters', 1).replace('“', 'Item 2: “'),
      said('ef', '2 characters', 1).replace('“', 'Item 4: “'),
    ]);
  });

  it('has a least number of items', () => {
    const few = (start: string, hint: string) => `value-too-few: ${start} must be named. ${hint}`;
    expect(read({ ...kinds, min_items: 2 }, ['http'])).toEqual([
      few('There is 1 option; at least 2', 'Add 1 option.'),
    ]);
    expect(read({ ...kinds, min_items: 2 }, [])).toEqual([
      few('There are 0 options; at least 2', 'Add 2 options.'),
    ]);
    expect(read({ ...kinds, min_items: 2 }, ['http', 'cron'])).toEqual(['http', 'cron']);
    expect(read({ kind: 'list', min_items: 3 }, ['a', ''])).toEqual([
      'value-form: Item 2: “” is not an answer. For example one line of words.',
      few('There are 2 items; at least 3', 'Add 1 item.'),
    ]);
    expect(read({ kind: 'list', min_items: 1 }, ['a'])).toEqual(['a']);
  });
});

describe('an option that is none', () => {
  const none = (raw: string, what: string, hint: string) =>
    `value-not-an-option: “${raw}” is not ${what}. ${hint}`;

  it('is told the nearest one, or all of them', () => {
    expect(read(tiers, 'T9')).toEqual([none('T9', 'an option', 'Did you mean T0?')]);
    expect(read(tiers, 'critical')).toEqual([none('critical', 'an option', 'Choose T0, T1 or T2.')]);
    expect(read({ kind: 'choice', options: options('only') }, 'xxxxxx')).toEqual([
      none('xxxxxx', 'an option', 'Choose only.'),
    ]);
    expect(read({ kind: 'choice', options: [] }, 'x')).toEqual([
      none('x', 'an option', 'There are none yet.'),
    ]);
  });

  it('is told the first twelve of many', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `option-number-${String(at)}`);
    const hint = (count: number) => read({ kind: 'choice', options: options(...many(count)) }, 'zzz');
    expect(hint(12)).toEqual([
      none('zzz', 'an option', `Choose ${many(11).join(', ')} or option-number-11.`),
    ]);
    expect(hint(13)).toEqual([none('zzz', 'an option', `Choose ${many(12).join(', ')} and others.`)]);
  });

  it('is a row of a table where it refers to one', () => {
    const shape: ValueShape = { kind: 'choice', of: 'dep.calls', options: options('http') };
    expect(read(shape, 'http', () => ['redis', 'db'])).toEqual([
      none('http', 'a row of dep.calls', 'Choose redis or db.'),
    ]);
    expect(read(shape, 'redis', (table) => (table === 'dep.calls' ? ['redis'] : []))).toBe('redis');
    expect(read(shape, 'anything', () => undefined)).toBe('anything');
    expect(read(shape, 'anything')).toBe('anything');
    expect(optionIds(shape, {})).toBeUndefined();
    expect(optionIds(tiers, { rowsOf: () => ['x'] })).toEqual(['T0', 'T1', 'T2']);
  });

  it('is told once for each item, and for each that stands again', () => {
    expect(read(kinds, ['htp', 'cron', 'cron', 'http', 'cron', 5])).toEqual([
      none('htp', 'an option', 'Did you mean http?'),
      none('5', 'an option', 'Choose http, worker or cron.'),
      'value-twice: “cron” stands twice. Keep it once.',
    ]);
    expect(repeated(['a', 'b', 'a', 'c', 'b', 'a'])).toEqual(['a', 'b']);
  });
});

describe('a day of the calendar', () => {
  it.each([
    '2026-01-01',
    '2026-01-31',
    '2026-04-30',
    '2026-06-30',
    '2026-09-30',
    '2026-11-30',
    '2026-12-31',
    '2026-03-31',
    '2026-05-31',
    '2026-07-31',
    '2026-08-31',
    '2026-10-31',
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '0000-02-29',
  ])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-01-00',
    '2026-01-32',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-00-10',
    '2026-13-10',
    '2026-02-29',
    '2100-02-29',
    '1900-02-29',
    '2024-02-30',
    '2026-1-01',
    '2026-01-1',
    '26-01-01',
    'x2026-01-01',
    '2026-01-01x',
    '2026/01/01',
    '',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('a cell of a column', () => {
  it('is checked like a question of its kind', () => {
    expect(checkValue(aColumn('name', { kind: 'text', max_length: 1 }), 'a')).toEqual({
      ok: true,
      value: 'a',
    });
  });
});
