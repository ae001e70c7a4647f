import { describe, expect, it } from 'vitest';
import {
  baseOf,
  convert,
  exampleOf,
  literalBase,
  parseCanonical,
  parseQuantity,
  printBase,
  type Dimension,
  type QuantityKind,
} from '../../src/bank/quantity.js';
import { familyOf, printedUnit, storedUnit, unitOf, writtenUnit } from '../../src/bank/quantity/units.js';

const FORM = 'a plain decimal number, one space, the unit.';

describe('a stored quantity', () => {
  it.each<[string, QuantityKind, object]>([
    [
      '12 req/s',
      { dimension: 'rate' },
      { text: '12 req/s', number: 12, unit: 'req/s', base: 12, echo: 'understood as 12 requests per second' },
    ],
    [
      '1 pods',
      { dimension: 'count', noun: 'pods' },
      { text: '1 pod', number: 1, unit: 'pod', base: 1, echo: 'understood as 1 pod' },
    ],
    [
      '3',
      { dimension: 'count', noun: 'pods' },
      { text: '3 pods', number: 3, unit: 'pods', base: 3, echo: 'understood as 3 pods' },
    ],
    [
      '5 kB',
      { dimension: 'size' },
      { text: '5 kB', number: 5, unit: 'kB', base: 5000, echo: 'understood as 5 kilobytes (5,000 bytes)' },
    ],
    [
      '0 kB',
      { dimension: 'size' },
      { text: '0 kB', number: 0, unit: 'kB', base: 0, echo: 'understood as 0 kilobytes' },
    ],
    [
      '5 B',
      { dimension: 'size' },
      { text: '5 B', number: 5, unit: 'B', base: 5, echo: 'understood as 5 bytes' },
    ],
    [
      '5 kB/s',
      { dimension: 'throughput' },
      { text: '5 kB/s', number: 5, unit: 'kB/s', base: 5000, echo: 'understood as 5 kilobytes per second' },
    ],
  ])('%s is taken for %j', (text, kind, value) => {
    expect(parseCanonical(text, kind)).toEqual({ ok: true, value });
  });

  it.each<[string, QuantityKind, string, string, string]>([
    [
      '1.2k rps',
      { dimension: 'rate' },
      'quantity-form',
      `“1.2k rps” is not in the stored form of a rate: ${FORM}`,
      'Write 1200 req/s.',
    ],
    [
      '12',
      { dimension: 'rate' },
      'quantity-form',
      `“12” is not in the stored form of a rate: ${FORM}`,
      'Write 12 req/s.',
    ],
    [
      'soon',
      { dimension: 'money' },
      'quantity-form',
      `“soon” is not in the stored form of an amount of money: ${FORM}`,
      'Write 1900 EUR/month.',
    ],
    [
      '-3 %',
      { dimension: 'percent' },
      'quantity-negative',
      '“-3 %” is below zero; a percentage is zero or more.',
      'Write it without the minus, for example 99.95 %.',
    ],
    [
      '9 msg/s',
      { dimension: 'rate', units: ['req/s', 'job/s'] },
      'quantity-unit',
      'This question is answered in req/s or job/s, not in msg/s.',
      'Write one number and its unit, for example 900 req/s.',
    ],
  ])('%s is refused for %j', (text, kind, code, message, hint) => {
    expect(parseCanonical(text, kind)).toEqual({ ok: false, error: [{ code, message, hint }] });
  });

  it('is restricted to units only where its dimension has several', () => {
    expect(parseCanonical('5 %', { dimension: 'percent', units: ['x'] })).toMatchObject({ ok: true });
    expect(parseCanonical('5', { dimension: 'count', units: ['x'] })).toMatchObject({ ok: true });
    expect(parseCanonical('5 ms', { dimension: 'duration', units: [] })).toMatchObject({ ok: true });
    expect(parseCanonical('5 ms', { dimension: 'duration', units: ['s'] })).toMatchObject({ ok: false });
  });

  it.each<[Dimension, string, string]>([
    ['percent', '-10 %', '-11 %'],
    ['duration', '-1 s', '-2 s'],
  ])('may be below zero where the bound of a %s is', (dimension, min, below) => {
    expect(parseCanonical(min, { dimension, min })).toMatchObject({ ok: true });
    expect(parseCanonical(below, { dimension, min })).toMatchObject({
      error: [{ code: 'quantity-below-min' }],
    });
    expect(parseCanonical(min, { dimension, min: min.replace(/^-\d+/, '0') })).toMatchObject({
      error: [{ code: 'quantity-negative' }],
    });
  });

  it.each([
    '00 s',
    '1. s',
    '1.1234567890123 s',
    '1234567890123456789 s',
    ' 1 s',
    '1 s ',
    '+1 s',
    '1  s',
    '1\ts',
  ])('is not %j, whatever it comes to', (text) => {
    const { ok } = parseCanonical(text, { dimension: 'duration' });
    expect(ok).toBe(false);
  });
});

describe('what was typed and is no quantity', () => {
  const said = (typed: string) => {
    const reading = parseQuantity(typed, { dimension: 'size' });
    return reading.type === 'refused' ? reading.problem.code : reading.type;
  };

  it('is too long from 121 characters on', () => {
    const cut = `“${'x'.repeat(39)}…”`;
    expect(parseQuantity('x'.repeat(120), { dimension: 'size' })).toEqual({
      type: 'refused',
      problem: {
        code: 'quantity-no-number',
        message: `${cut} has no number at its start; this question takes a size.`,
        hint: 'Write one number and its unit, for example 4 GiB.',
      },
    });
    expect(parseQuantity('x'.repeat(121), { dimension: 'size' })).toEqual({
      type: 'refused',
      problem: {
        code: 'quantity-too-long',
        message: `${cut} is longer than a quantity; this question takes a size.`,
        hint: 'Write one number and its unit, for example 4 GiB.',
      },
    });
  });

  it.each(['5² GiB', '5³ GiB', '5¹ GiB', '₅ GiB', '½ GiB', '⅓ GiB', '¼ GiB'])(
    'cannot be read: %s',
    (typed) => {
      expect(said(typed)).toBe('quantity-unreadable');
    },
  );

  it.each([
    'inf',
    'infinity',
    'Infinite',
    '+inf',
    '-infinity',
    '∞',
    '∞GiB',
    '-∞',
    'NaN',
    'unlimited',
    'unbounded',
    'limitless',
    'infinitely many',
  ])('has no end: %s', (typed) => {
    expect(said(typed)).toBe('quantity-endless');
  });

  it.each(['infx', 'nano', 'unlimitedly', 'x inf'])('has no number, rather than no end: %j', (typed) => {
    expect(said(typed)).toBe('quantity-no-number');
  });
});

describe('the example of a question', () => {
  it.each<[QuantityKind, string]>([
    [{ dimension: 'duration', units: [] }, '250 ms'],
    [{ dimension: 'duration', units: ['h', 'ms'] }, '250 ms'],
    [{ dimension: 'rate', noun: 'orders', units: ['order/day'] }, '900 order/day'],
    [{ dimension: 'rate', noun: 'orders' }, '900 order/s'],
    [{ dimension: 'duration', min: '1 s', max: '1 h' }, '1 s'],
    [{ dimension: 'money', units: ['USD'], max: '100 USD' }, '100 USD'],
    [{ dimension: 'duration', units: ['parsec'], max: '1 h' }, '1 h'],
    [{ dimension: 'duration', units: ['parsec'], min: '1 s', max: '1 h' }, '1 s'],
    [{ dimension: 'percent', min: '99.95 %' }, '99.95 %'],
    [{ dimension: 'percent', max: '99.94 %' }, '99.94 %'],
  ])('of %j is %s', (kind, example) => {
    expect(exampleOf(kind)).toBe(example);
  });
});

describe('a literal and a conversion', () => {
  it('are refused in other forms with what to write', () => {
    expect(literalBase('250ms')).toEqual({
      ok: false,
      error: [
        {
          code: 'quantity-literal',
          message: '“250ms” is not a quantity.',
          hint: 'Write a plain decimal number, one space and a unit, for example 250 ms.',
        },
      ],
    });
    expect(convert('1.5 hours', 'min', { dimension: 'duration' })).toEqual({
      ok: false,
      error: [
        {
          code: 'quantity-form',
          message: `“1.5 hours” is not in the stored form of a duration: ${FORM}`,
          hint: 'Write 1.5 h.',
        },
      ],
    });
    expect(convert('90 min', 'GiB', { dimension: 'duration' })).toEqual({
      ok: false,
      error: [
        {
          code: 'quantity-unit',
          message: '“GiB” is not a unit known here; this question takes a duration.',
          hint: 'Write one number and its unit, for example 250 ms.',
        },
      ],
    });
    expect(convert('999999999999999999 TiB', 'B', { dimension: 'size' })).toEqual({
      ok: false,
      error: [
        {
          code: 'quantity-out-of-reach',
          message:
            '“1099511627775999998900488372224 B” is beyond what can be kept: at most 18 digits before the point and 12 behind it.',
          hint: 'Use a larger or smaller unit, for example 4 GiB.',
        },
      ],
    });
  });

  it('keep the price of a period a price of a period', () => {
    const money: QuantityKind = { dimension: 'money' };
    expect(convert('24000 EUR/year', 'EUR/month', money)).toEqual({ ok: true, value: '2000 EUR/month' });
    expect(convert('1 EUR/h', 'EUR/day', money)).toEqual({ ok: true, value: '24 EUR/day' });
    expect(convert('1 EUR/month', 'EUR', money).ok).toBe(false);
    expect(convert('1 EUR/month', 'USD/month', money).ok).toBe(false);
  });

  it('throw where a text should have been a quantity', () => {
    expect(() => baseOf('1 parsec', 'duration')).toThrow(new RangeError('1 parsec is not a stored duration'));
    expect(baseOf('1 months', 'duration')).toBe(2_592_000_000);
  });
});

describe('a unit', () => {
  it.each<[string, Dimension, object | undefined]>([
    ['order/h', 'rate', { one: 'order per hour', many: 'orders per hour' }],
    ['req/min', 'rate', { one: 'request per minute', many: 'requests per minute' }],
    ['row/day', 'rate', { one: 'row per day', many: 'rows per day' }],
    ['req/w', 'rate', undefined],
    ['req', 'rate', undefined],
    ['/s', 'rate', undefined],
    ['TiB', 'size', { one: 'tebibyte', many: 'tebibytes' }],
    ['PB', 'size', undefined],
    ['TB/s', 'throughput', { one: 'terabyte per second', many: 'terabytes per second' }],
    ['TB/min', 'throughput', undefined],
    ['TB', 'throughput', undefined],
    ['w', 'duration', { one: 'week', many: 'weeks' }],
    ['months', 'duration', undefined],
    ['%', 'percent', { one: '%', many: '%' }],
    ['‰', 'percent', undefined],
    ['%/month', 'growth', { one: '% per month', many: '% per month' }],
    ['%', 'growth', undefined],
    ['EUR', 'money', { one: 'EUR', many: 'EUR' }],
    ['EUR/h', 'money', { one: 'EUR per hour', many: 'EUR per hour' }],
    ['EUR/year', 'money', { one: 'EUR per year', many: 'EUR per year' }],
    ['EUR/week', 'money', undefined],
    ['EUR/month/month', 'money', undefined],
    ['eur', 'money', undefined],
    ['', 'count', { one: '', many: '' }],
    ['orders', 'count', { text: 'orders', one: 'order', many: 'orders', single: 'order' }],
    ['order', 'count', { text: 'orders', single: 'order' }],
    ['pods', 'count', undefined],
  ])('%j of a %s', (text, dimension, expected) => {
    const unit = storedUnit(text, dimension, { noun: 'orders' });
    expect(unit).toEqual(expected === undefined ? undefined : expect.objectContaining({ text, ...expected }));
  });

  it('has a number of its own, a family, and may have to exist', () => {
    const pods = unitOf('pods', 'count', { noun: 'pod' });
    expect([writtenUnit(pods, '1'), writtenUnit(pods, '2'), writtenUnit(pods, '1.5')]).toEqual([
      ...['pod', 'pods', 'pods'],
    ]);
    expect(writtenUnit(unitOf('s', 'duration'), '1')).toBe('s');
    expect(familyOf(unitOf('req/s', 'rate'), 'rate')).toBe('req');
    expect(familyOf(unitOf('EUR/h', 'money'), 'money')).toBe('EUR/');
    expect(familyOf(unitOf('EUR', 'money'), 'money')).toBe('EUR');
    expect(familyOf(unitOf('KiB/s', 'throughput'), 'throughput')).toBe('');
    expect(() => unitOf('parsec', 'duration')).toThrow(new RangeError('no duration unit parsec'));
  });

  it('may be for printing only', () => {
    const base = (text: string) => {
      const unit = printedUnit(text);
      return unit === undefined ? undefined : Number(unit.toBase.num) / Number(unit.toBase.den);
    };
    expect(['bit', 'kbit', 'Mbit', 'Gbit', 'Tbit'].map(base)).toEqual([0.125, 125, 125_000, 125e6, 125e9]);
    expect(['MB/s', 'MB/min', 'MB/h', 'MB/day', 'MB/month'].map(base)).toEqual([
      ...[1e6, 1e6 / 60, 1e6 / 3600, 1e6 / 86_400, 1e6 / 2_592_000],
    ]);
    expect(['Kbit', 'xbit', 'bits', 'MB/year', 'req/s'].map(base)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('a number that was computed', () => {
  it.each<[number, Dimension, string | undefined, string]>([
    [1, 'duration', undefined, '1 ms'],
    [999, 'duration', undefined, '999 ms'],
    [1000, 'duration', undefined, '1 s'],
    [1500, 'duration', undefined, '1.5 s'],
    [60_000, 'duration', undefined, '1 min'],
    [90_000, 'duration', undefined, '1.5 min'],
    [3_600_000, 'duration', undefined, '1 h'],
    [-90_000, 'duration', undefined, '-1.5 min'],
    [12_345_678, 'duration', undefined, '3.429 h'],
    [1023, 'size', undefined, '1,023 B'],
    [1024, 'size', undefined, '1 KiB'],
    [0, 'size', undefined, '0 B'],
    [0.5, 'size', undefined, '0.5 B'],
    [0, 'throughput', undefined, '0 B/s'],
    [0.1, 'rate', undefined, '0.1 req/s'],
    [0.09, 'rate', undefined, '5.4 req/min'],
    [0.0001, 'rate', undefined, '0.36 req/h'],
    [0.000_001, 'rate', undefined, '0.0864 req/day'],
    [0.99, 'percent', undefined, '99 %'],
    [0.991_234, 'percent', undefined, '99.123 %'],
    [0.98765, 'percent', undefined, '98.77 %'],
    [1.0005, 'percent', undefined, '100.05 %'],
    [0, 'percent', undefined, '0 %'],
    [0.5, 'money', 'EUR', '0.5 EUR'],
    [1, 'money', 'EUR', '1 EUR'],
    [1.005, 'money', 'EUR', '1 EUR'],
    [1.5, 'money', 'EUR', '1.50 EUR'],
    [-12.25, 'money', 'EUR', '-12.25 EUR'],
    [123_456, 'count', undefined, '123,456'],
    [1.23456, 'count', 'pods', '1.235 pods'],
    [0, 'growth', undefined, '0 %/month'],
  ])('%d as a %s in %s reads %s', (base, dimension, prefer, text) => {
    expect(printBase(base, dimension, prefer)).toBe(text);
  });

  it('is finite', () => {
    expect(() => printBase(Infinity, 'size')).toThrow(new RangeError('cannot print Infinity as a size'));
  });
});
