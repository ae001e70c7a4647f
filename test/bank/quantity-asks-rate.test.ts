import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a rate of anything', () => {
  const kind: QuantityKind = { dimension: 'rate' };
  it.each<[string, string]>([
    [
      '1200',
      'The number has no unit. Which one is it? | 1,200 requests per second (1200 req/s) | 1,200 requests per minute (1200 req/min) | 1,200 requests per hour (1200 req/h) | 1,200 requests per day (1200 req/day)',
    ],
    [
      '900 requests',
      'Requests per what? | 900 requests per second (900 req/s) | 900 requests per minute (900 req/min) | 900 requests per hour (900 req/h) | 900 requests per day (900 req/day)',
    ],
    [
      '12 msgs',
      'Messages per what? | 12 messages per second (12 msg/s) | 12 messages per minute (12 msg/min) | 12 messages per hour (12 msg/h) | 12 messages per day (12 msg/day)',
    ],
    [
      '2/day',
      'Per UTC calendar day, or in any 24 hours (rolling)? | 2 requests per day: in a UTC calendar day, from 00:00 to 24:00 UTC (2 req/day) | 2 requests per day: in any 24 hours, a rolling day (2 req/day)',
    ],
    [
      '700 req/week',
      'A rate is kept per second, minute, hour or day; a week is spread evenly like this. | 100 requests per day (100 req/day)',
    ],
    [
      '30 req/month',
      'A rate is kept per second, minute, hour or day; a month of 30 days is spread evenly like this. | 1 request per day (1 req/day)',
    ],
    [
      '365 req/year',
      'A rate is kept per second, minute, hour or day; a year of 365 days is spread evenly like this. | 1 request per day (1 req/day)',
    ],
    [
      '500 tps',
      '“tps” does not say what is counted: of what? | 500 requests per second (500 req/s) | 500 messages per second (500 msg/s) | 500 events per second (500 event/s) | 500 rows per second (500 row/s) | 500 jobs per second (500 job/s) | 500 calls per second (500 call/s) | 500 tokens per second (500 token/s)',
    ],
    [
      '6 qpm',
      '“qpm” does not say what is counted: of what? | 6 requests per minute (6 req/min) | 6 messages per minute (6 msg/min) | 6 events per minute (6 event/min) | 6 rows per minute (6 row/min) | 6 jobs per minute (6 job/min) | 6 calls per minute (6 call/min) | 6 tokens per minute (6 token/min)',
    ],
    [
      '5 ops',
      '“ops” does not say what is counted: of what? | 5 requests per second (5 req/s) | 5 messages per second (5 msg/s) | 5 events per second (5 event/s) | 5 rows per second (5 row/s) | 5 jobs per second (5 job/s) | 5 calls per second (5 call/s) | 5 tokens per second (5 token/s)',
    ],
    [
      '40 users',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of requests. What do they send? | 40 requests per second: concurrent users, each sending one request per second (40 req/s) | 40 requests per minute: concurrent users, each sending one request per minute (40 req/min) | 40 requests per day: active users, each sending one request per day (40 req/day)',
    ],
    [
      '40 dau',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of requests. What do they send? | 40 requests per second: concurrent users, each sending one request per second (40 req/s) | 40 requests per minute: concurrent users, each sending one request per minute (40 req/min) | 40 requests per day: active users, each sending one request per day (40 req/day)',
    ],
    [
      '40 xau',
      '“xau” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '40 ccu',
      'Users is not a rate: registered, monthly active and concurrent users send very different numbers of requests. What do they send? | 40 requests per second: concurrent users, each sending one request per second (40 req/s) | 40 requests per minute: concurrent users, each sending one request per minute (40 req/min) | 40 requests per day: active users, each sending one request per day (40 req/day)',
    ],
    [
      '12 big hits/s',
      '“big hits” does not say what is counted: of what? | 12 requests per second (12 req/s) | 12 messages per second (12 msg/s) | 12 events per second (12 event/s) | 12 rows per second (12 row/s) | 12 jobs per second (12 job/s) | 12 calls per second (12 call/s) | 12 tokens per second (12 token/s)',
    ],
    [
      '100/m',
      'Does m stand for minute or for month? | 100 requests per minute (100 req/min) | about 3.33333 requests per day: a month of 30 days, spread evenly (3.33333 req/day)',
    ],
    ['10/ms', 'A rate is kept per second, minute, hour or day. | 10,000 requests per second (10000 req/s)'],
    [
      '1/us',
      'A rate is kept per second, minute, hour or day. | 1,000,000 requests per second (1000000 req/s)',
    ],
    [
      '2/ns',
      'A rate is kept per second, minute, hour or day. | 2,000,000,000 requests per second (2000000000 req/s)',
    ],
    [
      '1.200 req/s',
      'Does the point mark thousands, or the fraction? | 1.2 requests per second (1.2 req/s) | 1,200 requests per second (1200 req/s)',
    ],
    [
      '5m req/s',
      'Does m stand for a multiple of the number? | 5,000,000 requests per second (5000000 req/s)',
    ],
    [
      '2b req/s',
      'Does b stand for a multiple of the number? | 2,000,000,000 requests per second (2000000000 req/s)',
    ],
    [
      '1,200',
      'The number has no unit. Which one is it? | 1,200 requests per second (1200 req/s) | 1,200 requests per minute (1200 req/min) | 1,200 requests per hour (1200 req/h) | 1,200 requests per day (1200 req/day)',
    ],
    [
      '1000/24h',
      'Per UTC calendar day, or in any 24 hours (rolling)? | 1,000 requests per day: in a UTC calendar day, from 00:00 to 24:00 UTC (1000 req/day) | 1,000 requests per day: in any 24 hours, a rolling day (1000 req/day)',
    ],
    [
      '1000/24 hours',
      'Per UTC calendar day, or in any 24 hours (rolling)? | 1,000 requests per day: in a UTC calendar day, from 00:00 to 24:00 UTC (1000 req/day) | 1,000 requests per day: in any 24 hours, a rolling day (1000 req/day)',
    ],
    [
      '1000/25h',
      '“1000/25h” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 25h.',
    ],
    [
      '5 hits',
      '“hits” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '3/s/s',
      '“/s/s” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '3 req/parsec',
      '“req/parsec” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '3 /',
      '“/” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '5 req/s each',
      '“req/s each” is not a unit known here; this question takes a rate. Write one number and its unit, for example 900 req/s.',
    ],
    [
      '5 rpd',
      'Per UTC calendar day, or in any 24 hours (rolling)? | 5 requests per day: in a UTC calendar day, from 00:00 to 24:00 UTC (5 req/day) | 5 requests per day: in any 24 hours, a rolling day (5 req/day)',
    ],
    [
      '-5 req/s',
      '“-5 req/s” is below zero; a rate is zero or more. Write it without the minus, for example 900 req/s.',
    ],
    ['0', '0 req/s: understood as 0 requests per second'],
    ['0 k', '0 req/s: understood as 0 requests per second'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
