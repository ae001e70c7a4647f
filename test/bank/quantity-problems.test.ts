import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/kernel/index.js';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

const says = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  return reading.type === 'refused' ? problemText(reading.problem) : reading.type;
};

describe('a quantity that is refused', () => {
  it('is told what this question takes, with an example of its dimension', () => {
    const empty = (kind: QuantityKind): string => says('', kind);
    expect([
      empty({ dimension: 'rate' }),
      empty({ dimension: 'size' }),
      empty({ dimension: 'throughput' }),
      empty({ dimension: 'duration' }),
      empty({ dimension: 'percent' }),
      empty({ dimension: 'growth' }),
      empty({ dimension: 'count' }),
      empty({ dimension: 'money' }),
    ]).toEqual([
      'Nothing is written yet; this question takes a rate. Write one number and its unit, for example 900 req/s.',
      'Nothing is written yet; this question takes a size. Write one number and its unit, for example 4 GiB.',
      'Nothing is written yet; this question takes a throughput. Write one number and its unit, for example 10 MiB/s.',
      'Nothing is written yet; this question takes a duration. Write one number and its unit, for example 250 ms.',
      'Nothing is written yet; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
      'Nothing is written yet; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
      'Nothing is written yet; this question takes a count. Write one number and its unit, for example 12.',
      'Nothing is written yet; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ]);
  });

  it.each<[string, QuantityKind, string]>([
    [
      'fast',
      { dimension: 'duration' },
      '“fast” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '1.2.3 s',
      { dimension: 'duration' },
      'The digits of “1.2.3 s” are not one plain number; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '1e400 s',
      { dimension: 'duration' },
      '“1e400 s” is beyond what can be kept: at most 18 digits before the point and 12 behind it. Use a larger or smaller unit, for example 250 ms.',
    ],
    [
      'infinity',
      { dimension: 'rate' },
      '“infinity” cannot be tested; this question takes a rate. Write the number at which something has to happen, for example 900 req/s, or mark the answer unknown.',
    ],
    [
      '10-20 rps',
      { dimension: 'rate' },
      '“10-20 rps” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 20 rps.',
    ],
    [
      '-5 req/s',
      { dimension: 'rate' },
      '“-5 req/s” is below zero; a rate is zero or more. Write it without the minus, for example 900 req/s.',
    ],
    [
      '5 GiB',
      { dimension: 'duration' },
      '“GiB” makes it a size; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '5 furlongs',
      { dimension: 'duration' },
      '“furlongs” is not a unit known here; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '5 furlongs',
      { dimension: 'duration', units: ['min', 'h'] },
      '“furlongs” is not a unit known here; this question takes a duration. Write one number and its unit, for example 250 min. Its units: min, h.',
    ],
    [
      '0.5 s',
      { dimension: 'duration', min: '1 s', max: '1 h' },
      '0.5 s is below the smallest value this question takes, 1 s. Write 1 s or more, for example 1 s.',
    ],
    [
      '61 min',
      { dimension: 'duration', min: '1 s', max: '1 h' },
      '61 min is above the largest value this question takes, 1 h. Write 1 h or less, for example 1 h.',
    ],
  ])('%s of %j: the whole sentence', (typed, kind, sentence) => {
    expect(says(typed, kind)).toBe(sentence);
  });

  it('is taken at its bounds', () => {
    const kind = { dimension: 'duration', min: '1 s', max: '1 h' } as const;
    expect([says('1 s', kind), says('1 h', kind), says('60 min', kind)]).toEqual([
      'understood',
      'understood',
      'understood',
    ]);
  });

  it('is given an example that the question would take', () => {
    const example = (kind: QuantityKind): string => says('', kind).replace(/^.*for example /, '');
    expect(example({ dimension: 'duration', min: '1 s' })).toBe('1 s.');
    expect(example({ dimension: 'duration', min: '1 ms' })).toBe('250 ms.');
    expect(example({ dimension: 'duration', min: '250 ms' })).toBe('250 ms.');
    expect(example({ dimension: 'duration', max: '100 ms' })).toBe('100 ms.');
    expect(example({ dimension: 'duration', max: '250 ms' })).toBe('250 ms.');
    expect(example({ dimension: 'duration', max: '1 h' })).toBe('250 ms.');
    expect(example({ dimension: 'rate', noun: 'charges' })).toBe('900 charge/s.');
    expect(example({ dimension: 'size', units: ['MiB', 'TiB'] })).toBe('4 MiB.');
    expect(example({ dimension: 'size', units: ['MiB', 'GiB'] })).toBe('4 GiB.');
  });
});
