import { describe, expect, it } from 'vitest';
import {
  count,
  currencyOf,
  DAY,
  DAY_SECONDS,
  flow,
  gapOf,
  HOUR,
  money,
  MONTH,
  MONTH_SECONDS,
  rate,
  share,
  size,
  thingOf,
  time,
  times,
} from '../../src/facts/figures.js';

describe('a figure', () => {
  it('reads as people write it', () => {
    expect([time(90_000), time(0), time(-5)]).toEqual(['1.5 min', '0 ms', '-5 ms']);
    expect([share(0.125), share(1.5)]).toEqual(['12.5 %', '150 %']);
    expect([count(12.5), count(2, 'days'), count(0)]).toEqual(['12.5', '2 days', '0']);
    expect([times(2.5), times(1000)]).toEqual(['2.5×', '1,000×']);
    expect([size(2048), size(2048, 'B')]).toEqual(['2 KiB', '2,048 B']);
    expect(flow(1024, 'KiB/s')).toBe('1 KiB/s');
    expect([rate(2, 'call'), rate(2, 'token/min')]).toEqual(['2 call/s', '120 token/min']);
    expect(money(1234.5, 'EUR')).toBe('1,234.50 EUR');
  });

  it('is never, once no number says it any more', () => {
    const [most, more] = [1e15, 1.1e15];
    const never = Array.from({ length: 8 }, () => 'never');
    const all = (value: number) => [
      ...[time(value), share(value), count(value, 'x'), times(value), size(value, 'B')],
      ...[flow(value, 'B/s'), rate(value, 'x'), money(value, 'EUR')],
    ];

    expect(all(more)).toEqual(never);
    expect(all(-more)).toEqual(never);
    expect(all(Infinity)).toEqual(never);
    expect(all(most).filter((text) => text === 'never')).toEqual([]);
    expect(all(-most).filter((text) => text === 'never')).toEqual([]);
  });

  it('has months of thirty days', () => {
    expect([HOUR, DAY, MONTH]).toEqual([3_600_000, 86_400_000, 2_592_000_000]);
    expect([DAY_SECONDS, MONTH_SECONDS]).toEqual([86_400, 2_592_000]);
  });
});

describe('a stored quantity', () => {
  it.each([
    ['900 req/s', 'req'],
    ['5 token/min', 'token'],
    ['5 msg', 'msg'],
    ['5', 'req'],
    ['', 'req'],
    [undefined, 'req'],
  ])('%j counts %s', (stored, thing) => {
    expect(thingOf(stored)).toBe(thing);
  });

  it.each([
    ['1900 EUR/month', 'EUR'],
    ['5 USD', 'USD'],
    ['5', undefined],
    [undefined, undefined],
  ])('%j is in %s', (stored, currency) => {
    expect(currencyOf(stored)).toBe(currency);
  });
});

describe('what is missing to the whole', () => {
  it.each([
    [0.9995, 0.0005],
    [0.999, 0.001],
    [1, 0],
    [0, 1],
    [1.25, -0.25],
  ])('of %d is %d', (fraction, gap) => {
    expect(gapOf(fraction)).toBe(gap);
  });
});
