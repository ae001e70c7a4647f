import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a percentage', () => {
  const kind: QuantityKind = { dimension: 'percent' };
  it.each<[string, string]>([
    ['99.95', 'The number has no unit. Which one is it? | 99.95 % (99.95 %)'],
    [
      '0.9995',
      'The number has no unit. Which one is it? | 99.95 %: the fraction as a percentage (99.95 %) | 0.9995 % (0.9995 %)',
    ],
    [
      '1',
      'The number has no unit. Which one is it? | 100 %: the fraction as a percentage (100 %) | 1 % (1 %)',
    ],
    ['1.0001', 'The number has no unit. Which one is it? | 1.0001 % (1.0001 %)'],
    ['0', '0 %: understood as 0 %'],
    [
      '0.00001',
      'The number has no unit. Which one is it? | 0.001 %: the fraction as a percentage (0.001 %) | 0.00001 % (0.00001 %)',
    ],
    [
      '-0.5',
      '“-0.5 %” is below zero; a percentage is zero or more. Write it without the minus, for example 99.95 %.',
    ],
    [
      '99.9% of requests',
      'The question already says of what, and over which window; only the number is kept. Keep it? | 99.9 % (99.9 %)',
    ],
    [
      '99.9 % for users',
      'The question already says of what, and over which window; only the number is kept. Keep it? | 99.9 % (99.9 %)',
    ],
    [
      '99 % during x',
      'The question already says of what, and over which window; only the number is kept. Keep it? | 99 % (99 %)',
    ],
    [
      '99 % of',
      '“% of” is not a unit known here; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
    [
      '99 % to x',
      '“% to x” is not a unit known here; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
    ['99,950 %', 'Does the comma mark thousands, or the fraction? | 99,950 % (99950 %) | 99.95 % (99.95 %)'],
    ['99.95%', '99.95 %: understood as 99.95 %'],
    ['5 permille', '0.5 %: understood as 0.5 %'],
    ['5 per mille', '0.5 %: understood as 0.5 %'],
    ['5 ‰', '0.5 %: understood as 0.5 %'],
    ['5 bp', '0.05 %: understood as 0.05 %'],
    ['5 bps', '0.05 %: understood as 0.05 %'],
    ['1 basis point', '0.01 %: understood as 0.01 %'],
    ['7 basis points', '0.07 %: understood as 0.07 %'],
    ['5 ppm', '0.0005 %: understood as 0.0005 %'],
    ['5 pp', '5 %: understood as 5 %'],
    ['1 percentage point', '1 %: understood as 1 %'],
    ['5 percentage points', '5 %: understood as 5 %'],
    [
      '5 percentage pointss',
      '“percentage pointss” is not a unit known here; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
    ['99.9 % uptime', '99.9 %: understood as 99.9 %'],
    ['99.9 % availability', '99.9 %: understood as 99.9 %'],
    ['99.9 % available', '99.9 %: understood as 99.9 %'],
    [
      '99.9 % up',
      '“% up” is not a unit known here; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
    ['5 pct', '5 %: understood as 5 %'],
    ['1 in 1000', '0.1 %: understood as 0.1 %'],
    ['1 out of 4', '25 %: understood as 25 %'],
    ['1/8', '12.5 %: understood as 12.5 %'],
    ['0 in 5', '0 %: understood as 0 %'],
    ['1,000 in 10,000', '10 %: understood as 10 %'],
    [
      'one in ten',
      '“in ten” is not a unit known here; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
    [
      '8 %/month',
      '“%/month” makes it a growth per month; this question takes a percentage. Write one number and its unit, for example 99.95 %.',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a percentage of growth', () => {
  const kind: QuantityKind = { dimension: 'growth' };
  it.each<[string, string]>([
    ['8', 'The number has no unit. Which one is it? | 8 % per month (8 %/month)'],
    [
      '8%',
      'Per month, or per year? | 8 % per month (8 %/month) | about 0.6434 % per month: per year, growing on itself each month (0.6434 %/month)',
    ],
    [
      '-8%',
      'Per month, or per year? | -8 % per month (-8 %/month) | about -0.6924 % per month: per year, growing on itself each month (-0.6924 %/month)',
    ],
    [
      '100 % a year',
      'Growth is kept per month. How does it add up over the year? | about 5.946 % per month: growing on itself each month (5.946 %/month) | about 8.333 % per month: the same step each month (8.333 %/month)',
    ],
    [
      '-100 %/year',
      '“%/year” is not a unit known here; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
    ],
    ['-100 %', 'Per month, or per year? | -100 % per month (-100 %/month)'],
    ['-101%', 'Per month, or per year? | -101 % per month (-101 %/month)'],
    ['8% MoM', '8 %/month: understood as 8 % per month'],
    [
      '100% YoY',
      'Growth is kept per month. How does it add up over the year? | about 5.946 % per month: growing on itself each month (5.946 %/month) | about 8.333 % per month: the same step each month (8.333 %/month)',
    ],
    [
      '100% p.a.',
      'Growth is kept per month. How does it add up over the year? | about 5.946 % per month: growing on itself each month (5.946 %/month) | about 8.333 % per month: the same step each month (8.333 %/month)',
    ],
    [
      '100% pa',
      'Growth is kept per month. How does it add up over the year? | about 5.946 % per month: growing on itself each month (5.946 %/month) | about 8.333 % per month: the same step each month (8.333 %/month)',
    ],
    [
      '100% p a',
      'Growth is kept per month. How does it add up over the year? | about 5.946 % per month: growing on itself each month (5.946 %/month) | about 8.333 % per month: the same step each month (8.333 %/month)',
    ],
    [
      '1%/day',
      'Growth is kept per month of 30 days. As the same step each time it is this. | 30 % per month (30 %/month)',
    ],
    [
      '1 %/week',
      'Growth is kept per month of 30 days. As the same step each time it is this. | about 4.28571 % per month (4.28571 %/month)',
    ],
    [
      '1 %/hour',
      '“%/hour” is not a unit known here; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
    ],
    ['8 %/m', '8 %/month: understood as 8 % per month'],
    ['8 %/M', '8 %/month: understood as 8 % per month'],
    [
      '8 % more',
      'Per month, or per year? | 8 % per month (8 %/month) | about 0.6434 % per month: per year, growing on itself each month (0.6434 %/month)',
    ],
    ['8 %/month more', '8 %/month: understood as 8 % per month'],
    ['8 % monthly growth', '8 %/month: understood as 8 % per month'],
    [
      '8 x/month',
      '“x/month” is not a unit known here; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
    ],
    [
      '8 %/month/month',
      '“%/month/month” is not a unit known here; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
    ],
    ['0', '0 %/month: understood as 0 % per month'],
    [
      '8 mom',
      '“mom” is not a unit known here; this question takes a growth per month. Write one number and its unit, for example 8 %/month.',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
