import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a duration', () => {
  const kind: QuantityKind = { dimension: 'duration' };
  it.each<[string, string]>([
    [
      '30',
      'The number has no unit. Which one is it? | 30 milliseconds (30 ms) | 30 seconds (30 s) | 30 minutes (30 min) | 30 hours (30 h) | 30 days (30 d)',
    ],
    [
      '15m',
      'Does m stand for minutes or for months? (A metre is not a duration.) | 15 minutes: minutes (15 min) | 450 days: months of 30 days (450 d)',
    ],
    [
      '15M',
      'Does m stand for minutes or for months? (A metre is not a duration.) | 15 minutes: minutes (15 min) | 450 days: months of 30 days (450 d)',
    ],
    ['3 months', 'Months differ in length. Take 30 days for each? | 90 days: months of 30 days (90 d)'],
    ['1 month', 'Months differ in length. Take 30 days for each? | 30 days: months of 30 days (30 d)'],
    ['2 years', '730 d: understood as 730 days'],
    ['1 y', '365 d: understood as 365 days'],
    ['1:30', 'Hours and minutes, or minutes and seconds? | 90 minutes (90 min) | 90 seconds (90 s)'],
    [
      '100:59',
      'Hours and minutes, or minutes and seconds? | 6,059 minutes (6059 min) | 6,059 seconds (6059 s)',
    ],
    [
      '1000:30',
      '“1000:30” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 30.',
    ],
    [
      '1:60',
      '“1:60” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 60.',
    ],
    [
      '1:5',
      '“1:5” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 5.',
    ],
    [
      '90:00',
      'Hours and minutes, or minutes and seconds? | 5,400 minutes (5400 min) | 5,400 seconds (5400 s)',
    ],
    [
      '1,500 s',
      'Does the comma mark thousands, or the fraction? | 1,500 seconds (1500 s) | 1.5 seconds (1.5 s)',
    ],
    ['1,500 ms', '1500 ms: understood as 1,500 milliseconds'],
    ['1,500 msec', '1500 ms: understood as 1,500 milliseconds'],
    ['1,500 milliseconds', '1500 ms: understood as 1,500 milliseconds'],
    [
      '1,500 min',
      'Does the comma mark thousands, or the fraction? | 1,500 minutes (1500 min) | 1.5 minutes (1.5 min)',
    ],
    ['1.500 s', '1.5 s: understood as 1.5 seconds'],
    [
      '1.5m',
      'Does m stand for minutes or for months? (A metre is not a duration.) | 1.5 minutes: minutes (1.5 min) | 45 days: months of 30 days (45 d)',
    ],
    ['5 k s', '5000 s: understood as 5,000 seconds'],
    [
      '5k',
      'The number has no unit. Which one is it? | 5,000 milliseconds (5000 ms) | 5,000 seconds (5000 s) | 5,000 minutes (5000 min) | 5,000 hours (5000 h) | 5,000 days (5000 d)',
    ],
    ['500 us', '0.5 ms: understood as 0.5 milliseconds'],
    ['5 ns', '0.000005 ms: understood as 0.000005 milliseconds'],
    [
      '1 quarter',
      '“quarter” is not a unit known here; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    ['3 mo', 'Months differ in length. Take 30 days for each? | 90 days: months of 30 days (90 d)'],
    ['3 mths', 'Months differ in length. Take 30 days for each? | 90 days: months of 30 days (90 d)'],
    [
      '2 GiB',
      '“GiB” makes it a size; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    ['0', '0 s: understood as 0 seconds'],
    [
      '0 m',
      'Does m stand for minutes or for months? (A metre is not a duration.) | 0 minutes: minutes (0 min) | 0 days: months of 30 days (0 d)',
    ],
    ['PT1H30M', '90 min: understood as 90 minutes'],
    ['P1D', '1 d: understood as 1 day'],
    ['P1DT2H', '26 h: understood as 26 hours'],
    [
      'P1M',
      '“P1M” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    ['PT1.5H', '1.5 h: understood as 1.5 hours'],
    ['PT1M30S', '90 s: understood as 90 seconds'],
    ['PT5S', '5 s: understood as 5 seconds'],
    [
      'PT',
      '“PT” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '1h 1h',
      '“1h 1h” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 1h.',
    ],
    ['1h30', '90 min: understood as 90 minutes'],
    [
      '1m30',
      '“1m30” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 30.',
    ],
    ['1m30s', '90 s: understood as 90 seconds'],
    [
      '1d12',
      '“1d12” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 12.',
    ],
    ['1.5h30m', '120 min: understood as 120 minutes'],
    ['1h, 30min', '90 min: understood as 90 minutes'],
    ['2 weeks and 3 days', '17 d: understood as 17 days'],
    ['1 s 500 ms', '1500 ms: understood as 1,500 milliseconds'],
    [
      '30 min 1 h',
      '“30 min 1 h” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 1 h.',
    ],
    [
      '1h30x',
      '“1h30x” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 30x.',
    ],
    ['hour', '1 h: understood as 1 hour'],
    ['hourly', '1 h: understood as 1 hour'],
    ['daily', '1 d: understood as 1 day'],
    ['day', '1 d: understood as 1 day'],
    [
      'dayly',
      '“dayly” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    ['night', '1 d: understood as 1 day'],
    ['nightly', '1 d: understood as 1 day'],
    ['week', '1 w: understood as 1 week'],
    ['weekly', '1 w: understood as 1 week'],
    [
      'monthly',
      '“monthly” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    ['every day', '1 d: understood as 1 day'],
    ['every 2 days', '2 d: understood as 2 days'],
    [
      '-5 s',
      '“-5 s” is below zero; a duration is zero or more. Write it without the minus, for example 250 ms.',
    ],
    [
      'between 1 s and 2 s',
      '“between 1 s and 2 s” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 2 s.',
    ],
    [
      'from 1 s',
      '“from 1 s” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 1 s.',
    ],
    [
      'from now',
      '“from now” has no number at its start; this question takes a duration. Write one number and its unit, for example 250 ms.',
    ],
    [
      '5 s to 9 s',
      '“5 s to 9 s” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 9 s.',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a duration in months too', () => {
  const kind: QuantityKind = { dimension: 'duration', months: true };
  it.each<[string, string]>([
    [
      '3 m',
      'Does m stand for minutes or for months? (A metre is not a duration.) | 3 minutes: minutes (3 min) | 3 months: months of 30 days (3 months)',
    ],
    ['3 months', '3 months: understood as 3 months'],
    [
      '1 year',
      'Count a year as 12 months of 30 days, or as 365 days? | 12 months: as months of 30 days (12 months) | 365 days: as days (365 d)',
    ],
    ['2 mo', '2 months: understood as 2 months'],
    ['1.5 months', '1.5 months: understood as 1.5 months'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a duration in two units', () => {
  const kind: QuantityKind = { dimension: 'duration', units: ['min', 'h'] };
  it.each<[string, string]>([
    ['5', 'The number has no unit. Which one is it? | 5 minutes (5 min) | 5 hours (5 h)'],
    ['5 m', '5 min: understood as 5 minutes'],
    [
      '30 s',
      'This question is answered in min or h. | 0.5 minutes (0.5 min) | about 0.00833333 hours (0.00833333 h)',
    ],
    ['2 d', 'This question is answered in min or h. | 2,880 minutes (2880 min) | 48 hours (48 h)'],
    ['0', '0 min: understood as 0 minutes'],
    ['0 s', 'This question is answered in min or h. | 0 minutes (0 min) | 0 hours (0 h)'],
    ['90 min', '90 min: understood as 90 minutes'],
    ['1h30m', '90 min: understood as 90 minutes'],
    [
      '3 months',
      'This question is answered in min or h. | 129,600 minutes: months of 30 days (129600 min) | 2,160 hours: months of 30 days (2160 h)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
