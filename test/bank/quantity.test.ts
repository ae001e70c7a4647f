import { describe, expect, it } from 'vitest';
import {
  baseOf,
  convert,
  exampleOf,
  literalBase,
  parseCanonical,
  parseQuantity,
  printBase,
  wordAfter,
} from '../../src/bank/quantity.js';
import type { Dimension, QuantityKind } from '../../src/bank/quantity.js';

function echoOf(typed: string, kind: QuantityKind): string {
  const reading = parseQuantity(typed, kind);
  return reading.type === 'understood' ? reading.echo : reading.type;
}

describe('the echo', () => {
  it.each<[string, Dimension, string]>([
    ['1.2k rps', 'rate', 'understood as 1,200 requests per second'],
    ['one message per minute', 'rate', 'understood as 1 message per minute'],
    ['~40 rps', 'rate', 'understood as 40 requests per second; “~” is not kept'],
    ['about 40 rps or so', 'rate', 'understood as 40 requests per second; “about” and “or so” are not kept'],
    ['4 GiB', 'size', 'understood as 4 gibibytes (4,294,967,296 bytes)'],
    ['500 B', 'size', 'understood as 500 bytes'],
    ['three nines', 'percent', 'understood as 99.9 %'],
    ['€1900 a month', 'money', 'understood as 1,900 EUR per month'],
    ['12k', 'count', 'understood as 12,000'],
    ['1h30m', 'duration', 'understood as 90 minutes'],
  ])('of %j as a %s says how it was understood', (typed, dimension, echo) => {
    expect(echoOf(typed, { dimension })).toBe(echo);
  });
});

describe('the stored form', () => {
  it.each<[string, QuantityKind, number]>([
    ['1200 req/s', { dimension: 'rate' }, 1200],
    ['60 charge/min', { dimension: 'rate', noun: 'charges' }, 1],
    ['99.95 %', { dimension: 'percent' }, 0.9995],
    ['8 %/month', { dimension: 'growth' }, 0.08],
    ['0.1 s', { dimension: 'duration' }, 100],
    ['2 months', { dimension: 'duration', months: true }, 5_184_000_000],
    ['1.5 KiB', { dimension: 'size' }, 1536],
    ['12.5 MB/s', { dimension: 'throughput' }, 12_500_000],
    ['24000 EUR/year', { dimension: 'money' }, 2000],
    ['12 queries', { dimension: 'count', noun: 'query' }, 12],
    ['12', { dimension: 'count', noun: 'pod' }, 12],
  ])('%j has its base number', (text, kind, base) => {
    expect(parseCanonical(text, kind)).toMatchObject({ ok: true, value: { base } });
    expect(baseOf(text, kind.dimension, kind.noun)).toBe(base);
  });

  it.each<[string, QuantityKind]>([
    ['1.2k req/s', { dimension: 'rate' }],
    ['1,200 req/s', { dimension: 'rate' }],
    ['1e3 req/s', { dimension: 'rate' }],
    ['1200  req/s', { dimension: 'rate' }],
    ['1200req/s', { dimension: 'rate' }],
    ['1200 rps', { dimension: 'rate' }],
    ['01200 req/s', { dimension: 'rate' }],
    ['1200', { dimension: 'rate' }],
    ['60 charge/s', { dimension: 'rate' }],
    ['2 months', { dimension: 'duration' }],
    ['99.95%', { dimension: 'percent' }],
    ['constructor', { dimension: 'size' }],
    ['1 constructor', { dimension: 'size' }],
    ['1 constructor/s', { dimension: 'rate' }],
    ['1 req/constructor', { dimension: 'rate' }],
    ['1 EUR/toString', { dimension: 'money' }],
  ])('refuses %j', (text, kind) => {
    const result = parseCanonical(text, kind);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'quantity-form' }] });
  });

  it('proposes the stored form of what was written instead', () => {
    const result = parseCanonical('1.2k rps', { dimension: 'rate' });
    expect(result).toMatchObject({ ok: false, error: [{ hint: 'Write 1200 req/s.' }] });
  });

  it('writes one thing in the singular', () => {
    const result = parseCanonical('1 pods', { dimension: 'count', noun: 'pod' });
    expect(result).toMatchObject({ ok: true, value: { text: '1 pod', unit: 'pod' } });
  });

  it('keeps every digit of a long number', () => {
    const text = '123456789012345678.123456789012 req/s';
    expect(parseCanonical(text, { dimension: 'rate' })).toMatchObject({ ok: true, value: { text } });
  });

  it('has no base number for other text', () => {
    expect(() => baseOf('1.2k rps', 'rate')).toThrow(RangeError);
  });
});

describe('the bounds of a question', () => {
  const kind: QuantityKind = { dimension: 'duration', min: '1 s', max: '1 h' };

  it('are part of what is taken', () => {
    for (const text of ['1 s', '1000 ms', '60 min', '1 h']) {
      expect(parseCanonical(text, kind).ok).toBe(true);
    }
  });

  it('are named with the value that breaks them', () => {
    expect(parseQuantity('999 ms', kind)).toMatchObject({
      problem: {
        code: 'quantity-below-min',
        message: '999 ms is below the smallest value this question takes, 1 s.',
      },
    });
    expect(parseCanonical('61 min', kind)).toMatchObject({
      error: [{ code: 'quantity-above-max', hint: 'Write 1 h or less, for example 1 h.' }],
    });
  });

  it('leave out choices that break them', () => {
    const reading = parseQuantity('5', kind);
    expect(reading).toMatchObject({ type: 'ambiguous', choices: [{ text: '5 s' }, { text: '5 min' }] });
  });

  it('give the example where the usual one would break them', () => {
    expect(parseQuantity('soon', kind)).toMatchObject({
      problem: { hint: 'Write one number and its unit, for example 1 s.' },
    });
    expect(parseQuantity('soon', { dimension: 'duration', max: '5 ms' })).toMatchObject({
      problem: { hint: 'Write one number and its unit, for example 5 ms.' },
    });
  });

  it('allow less than zero where they say so', () => {
    expect(parseQuantity('-5 %', { dimension: 'percent', min: '-10 %' })).toMatchObject({ text: '-5 %' });
  });
});

describe('the units of a question', () => {
  it('settle what a letter means', () => {
    const kind: QuantityKind = { dimension: 'size', units: ['MB', 'GB'] };
    expect(parseQuantity('4 MB', kind)).toMatchObject({ type: 'understood', text: '4 MB' });
    expect(parseQuantity('9 m', { dimension: 'duration', units: ['min'] })).toMatchObject({ text: '9 min' });
    expect(parseQuantity('9/day', { dimension: 'rate', units: ['job/day'] })).toMatchObject({
      text: '9 job/day',
    });
    expect(parseQuantity('$9', { dimension: 'money', units: ['USD'] })).toMatchObject({ text: '9 USD' });
  });

  it('do not turn decimal sizes into binary ones unasked', () => {
    const reading = parseQuantity('4 MB', { dimension: 'size', units: ['MiB'] });
    expect(reading).toMatchObject({ type: 'ambiguous', choices: [{ text: '4 MiB' }] });
  });

  it('offer what was written in another unit, converted', () => {
    const reading = parseQuantity('900 req/min', { dimension: 'rate', units: ['req/s'] });
    expect(reading).toMatchObject({ type: 'ambiguous', choices: [{ text: '15 req/s' }] });
  });

  it('are asked about when a rate names nothing and they name several things', () => {
    const reading = parseQuantity('9/s', { dimension: 'rate', units: ['req/s', 'msg/s'] });
    expect(reading).toMatchObject({ type: 'ambiguous', choices: [{ text: '9 req/s' }, { text: '9 msg/s' }] });
  });

  it('hold for stored text too', () => {
    const result = parseCanonical('9 msg/s', { dimension: 'rate', units: ['req/s'] });
    expect(result).toMatchObject({
      ok: false,
      error: [{ hint: 'Write one number and its unit, for example 900 req/s.' }],
    });
  });
});

describe('nouns', () => {
  it.each([
    ['charge', '2 charges/s', '2 charge/s'],
    ['query', '2 qps', '2 query/s'],
    ['transaction', '2 tps', '2 transaction/s'],
    ['batches', '2 batches/h', '2 batch/h'],
    ['person', '2 people/min', '2 person/min'],
    ['address', '2 addresses/s', '2 address/s'],
    ['user', '2 users/s', '2 user/s'],
    ['support ticket', '2 support tickets per hour', '2 support ticket/h'],
    ['s3 object', '2 s3 objects/s', '2 s3 object/s'],
  ])('%s is counted in a rate', (noun, typed, text) => {
    expect(parseQuantity(typed, { dimension: 'rate', noun })).toMatchObject({ type: 'understood', text });
  });

  it('may be named by their last word in a count', () => {
    const kind: QuantityKind = { dimension: 'count', noun: 'registered user' };
    expect(parseQuantity('40k users', kind)).toMatchObject({ text: '40000 registered users' });
  });

  it('may follow an amount of money that is paid for one', () => {
    const kind: QuantityKind = { dimension: 'money', noun: 'call' };
    expect(parseQuantity('0.04 EUR per call', kind)).toMatchObject({ type: 'understood', text: '0.04 EUR' });
  });
});

describe('printing', () => {
  it.each<[number, Dimension, string | undefined, string]>([
    [2_592_000, 'duration', undefined, '43.2 min'],
    [6_000_000, 'duration', undefined, '100 min'],
    [9_600_000, 'duration', undefined, '160 min'],
    [12_049_747, 'duration', undefined, '3.347 h'],
    [86_400_000, 'duration', undefined, '1 d'],
    [0.5, 'duration', undefined, '0.5 ms'],
    [0, 'duration', undefined, '0 ms'],
    [1614 * 86_400_000, 'duration', 'd', '1,614 d'],
    [900 * 40 * 1024, 'throughput', 'Mbit/s', '294.9 Mbit/s'],
    [900 * 3 * 450, 'throughput', 'GiB/day', '97.77 GiB/day'],
    [40 * 8 * 1024, 'throughput', 'TiB/month', '0.7725 TiB/month'],
    [1_258_291.2, 'throughput', undefined, '1.2 MiB/s'],
    [4096, 'size', undefined, '4 KiB'],
    [4_527_000_000_000, 'size', 'GiB', '4,216 GiB'],
    [12_500_000, 'size', 'Mbit', '100 Mbit'],
    [1_800_000, 'count', 'msg', '1,800,000 msg'],
    [103_680, 'count', undefined, '103,680'],
    [135, 'rate', 'query', '135 query/s'],
    [2.777_77, 'rate', undefined, '2.778 req/s'],
    [0.001, 'rate', 'refresh', '3.6 refresh/h'],
    [0, 'rate', undefined, '0 req/s'],
    [15, 'rate', 'req/min', '900 req/min'],
    [0.9984, 'percent', undefined, '99.84 %'],
    [0.999_984, 'percent', undefined, '99.9984 %'],
    [0.9995 * 0.999 * 0.9999, 'percent', undefined, '99.84 %'],
    [1, 'percent', undefined, '100 %'],
    [0.0144, 'percent', undefined, '1.44 %'],
    [0.08, 'growth', undefined, '8 %/month'],
    [1900, 'money', 'EUR/month', '1,900 EUR/month'],
    [1234.5, 'money', 'EUR', '1,234.50 EUR'],
    [0.04, 'money', 'EUR', '0.04 EUR'],
  ])('%d as a %s in %s reads %j', (base, dimension, prefer, text) => {
    expect(printBase(base, dimension, prefer)).toBe(text);
  });

  it('refuses a number that is none, and a unit that is none', () => {
    expect(() => printBase(Number.NaN, 'rate')).toThrow(RangeError);
    expect(() => printBase(1, 'size', 'furlong')).toThrow(RangeError);
  });
});

describe('conversion', () => {
  it.each<[string, string, QuantityKind, string]>([
    ['90 min', 'h', { dimension: 'duration' }, '1.5 h'],
    ['4 GiB', 'MiB', { dimension: 'size' }, '4096 MiB'],
    ['900 req/min', 'req/s', { dimension: 'rate' }, '15 req/s'],
    ['1 h', 'd', { dimension: 'duration' }, '0.041666666667 d'],
  ])('turns %j into %s', (text, unit, kind, converted) => {
    expect(convert(text, unit, kind)).toEqual({ ok: true, value: converted });
  });

  it('refuses what is not stored, and a unit of another dimension', () => {
    expect(convert('1.5 hours', 'min', { dimension: 'duration' }).ok).toBe(false);
    expect(convert('90 min', 'GiB', { dimension: 'duration' }).ok).toBe(false);
    expect(convert('90 req/s', 'msg/s', { dimension: 'rate' }).ok).toBe(false);
    expect(convert('90 EUR', 'USD', { dimension: 'money' }).ok).toBe(false);
    expect(convert('90 EUR', 'EUR/month', { dimension: 'money' }).ok).toBe(false);
    expect(convert('999999999999999999 TiB', 'B', { dimension: 'size' }).ok).toBe(false);
  });
});

describe('a literal in an expression', () => {
  it.each<[string, Dimension, number]>([
    ['250 ms', 'duration', 250],
    ['2 months', 'duration', 5_184_000_000],
    ['4 GiB', 'size', 4_294_967_296],
    ['10 MB/s', 'throughput', 10_000_000],
    ['99.9 %', 'percent', 0.999],
    ['8 %/month', 'growth', 0.08],
    ['20 EUR', 'money', 20],
    ['60 charge/min', 'rate', 1],
    ['12 pods', 'count', 12],
    ['12', 'count', 12],
  ])('%j is a %s', (text, dimension, base) => {
    expect(literalBase(text)).toEqual({ ok: true, value: { dimension, base } });
  });

  it('is refused in any other form', () => {
    for (const text of ['', 'ms', '250ms', '1k req/s', '250 ']) expect(literalBase(text).ok).toBe(false);
  });
});

describe('long input', () => {
  it('is refused in one sentence of ordinary length', () => {
    const reading = parseQuantity('9'.repeat(100_000), { dimension: 'rate' });
    expect(reading).toMatchObject({ type: 'refused', problem: { code: 'quantity-too-long' } });
    expect(JSON.stringify(reading).length).toBeLessThan(300);
  });
});

describe('the example of a question', () => {
  it.each<[QuantityKind, string]>([
    [{ dimension: 'rate', noun: 'charges' }, '900 charge/s'],
    [{ dimension: 'rate', units: ['msg/min'] }, '900 msg/min'],
    [{ dimension: 'money', units: ['EUR'] }, '1900 EUR'],
    [{ dimension: 'size', min: '1 TiB' }, '1 TiB'],
    [{ dimension: 'count' }, '12'],
  ])('of %j is %j', (kind, example) => {
    expect(exampleOf(kind)).toBe(example);
  });
});

describe('the word after a number', () => {
  it.each([
    ['1', 'calls', 'call'],
    ['1', 'retries', 'retry'],
    ['1', 'batches', 'batch'],
    ['1', 'people', 'person'],
    ['1', 'of', 'of'],
    ['1', 'is', 'is'],
    ['1', 'was', 'was'],
    ['1', 'has', 'has'],
    ['1', 'its', 'its'],
    ['1', 'less', 'less'],
    ['1 min', 'have', 'has'],
    ['30 min', 'have', 'have'],
    ['1', 'are', 'is'],
    ['11', 'calls', 'calls'],
    ['0', 'calls', 'calls'],
    ['1.5', 'calls', 'calls'],
    ['1 req/s', 'calls', 'calls'],
  ])('is, behind %j, for %j: %j', (amount, word, agreed) => {
    expect(wordAfter(amount, word)).toBe(agreed);
  });
});
