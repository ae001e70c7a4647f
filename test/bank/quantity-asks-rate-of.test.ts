import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a rate of orders', () => {
  const kind: QuantityKind = { dimension: 'rate', noun: 'order' };
  it.each<[string, string]>([
    [
      '5',
      'The number has no unit. Which one is it? | 5 orders per second (5 order/s) | 5 orders per minute (5 order/min) | 5 orders per hour (5 order/h) | 5 orders per day (5 order/day)',
    ],
    [
      '5 orders',
      'Orders per what? | 5 orders per second (5 order/s) | 5 orders per minute (5 order/min) | 5 orders per hour (5 order/h) | 5 orders per day (5 order/day)',
    ],
    ['5/s', '5 order/s: understood as 5 orders per second'],
    [
      '5 tps',
      '“tps” does not say what is counted: of what? | 5 orders per second (5 order/s) | 5 requests per second (5 req/s) | 5 messages per second (5 msg/s) | 5 events per second (5 event/s) | 5 rows per second (5 row/s) | 5 jobs per second (5 job/s) | 5 calls per second (5 call/s) | 5 tokens per second (5 token/s)',
    ],
    [
      '5 users',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of orders. What do they send? | 5 orders per second: concurrent users, each sending one order per second (5 order/s) | 5 orders per minute: concurrent users, each sending one order per minute (5 order/min) | 5 orders per day: active users, each sending one order per day (5 order/day)',
    ],
    [
      '5/day',
      'Per UTC calendar day, or in any 24 hours (rolling)? | 5 orders per day: in a UTC calendar day, from 00:00 to 24:00 UTC (5 order/day) | 5 orders per day: in any 24 hours, a rolling day (5 order/day)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a rate in two units', () => {
  const kind: QuantityKind = { dimension: 'rate', units: ['req/s', 'msg/s'] };
  it.each<[string, string]>([
    [
      '5',
      'The number has no unit. Which one is it? | 5 requests per second (5 req/s) | 5 messages per second (5 msg/s)',
    ],
    ['5/s', 'Per second of what? | 5 requests per second (5 req/s) | 5 messages per second (5 msg/s)'],
    [
      '5/min',
      'This question is answered in req/s or msg/s. | about 0.0833333 requests per second (0.0833333 req/s) | about 0.0833333 messages per second (0.0833333 msg/s)',
    ],
    [
      '5 tps',
      '“tps” does not say what is counted: of what? | 5 requests per second (5 req/s) | 5 messages per second (5 msg/s)',
    ],
    [
      '5 users',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of requests. What do they send? | 5 requests per second: concurrent users, each sending one request per second (5 req/s)',
    ],
    [
      '5 job/s',
      'This question is answered in req/s or msg/s, not in job/s. Write one number and its unit, for example 900 req/s.',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a rate in one unit', () => {
  const kind: QuantityKind = { dimension: 'rate', units: ['req/day'] };
  it.each<[string, string]>([
    ['5', 'The number has no unit. Which one is it? | 5 requests per day (5 req/day)'],
    ['5/day', '5 req/day: understood as 5 requests per day'],
    [
      '5 users',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of requests. What do they send? | 5 requests per day: active users, each sending one request per day (5 req/day)',
    ],
    ['5 req/s', 'This question is answered in req/day. | 432,000 requests per day (432000 req/day)'],
    [
      '700 req/week',
      'A rate is kept per second, minute, hour or day; a week is spread evenly like this. | 100 requests per day (100 req/day)',
    ],
    [
      '100/m',
      'Does m stand for minute or for month? | about 3.33333 requests per day: a month of 30 days, spread evenly (3.33333 req/day)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
