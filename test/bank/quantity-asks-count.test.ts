import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a count', () => {
  const kind: QuantityKind = { dimension: 'count' };
  it.each<[string, string]>([
    ['12', '12: understood as 12'],
    ['5m', 'Does m stand for a multiple of the number? | 5,000,000 (5000000)'],
    ['5M', '5000000: understood as 5,000,000'],
    ['2B', 'Does B stand for a multiple of the number? | 2,000,000,000 (2000000000)'],
    ['2b', 'Does b stand for a multiple of the number? | 2,000,000,000 (2000000000)'],
    ['2g', 'Does g stand for a multiple of the number? | 2,000,000,000 (2000000000)'],
    ['2T', 'Does T stand for a multiple of the number? | 2,000,000,000,000 (2000000000000)'],
    ['2 t', 'Does t stand for a multiple of the number? | 2,000,000,000,000 (2000000000000)'],
    ['3 trillion', '3000000000000: understood as 3,000,000,000,000'],
    ['3 mn', '3000000: understood as 3,000,000'],
    ['3 mil', '3000000: understood as 3,000,000'],
    ['3 mio', '3000000: understood as 3,000,000'],
    ['3 bn', '3000000000: understood as 3,000,000,000'],
    ['4 hundred', '400: understood as 400'],
    ['2 thousand', '2000: understood as 2,000'],
    ['2 millions', '2000000: understood as 2,000,000'],
    ['2 billions', '2000000000: understood as 2,000,000,000'],
    ['12 pods', 'Only the number is kept here, without “pods”. Keep it? | 12 (12)'],
    ['12 worker pods', 'Only the number is kept here, without “worker pods”. Keep it? | 12 (12)'],
    [
      '12 -pods',
      '“-pods” is not a unit known here; this question takes a count. Write one number and its unit, for example 12.',
    ],
    ['1.200', 'Does the point mark thousands, or the fraction? | 1.2 (1.2) | 1,200 (1200)'],
    ['1.20', '1.2: understood as 1.2'],
    ['1.201', '1.201: understood as 1.201'],
    ['0.200', '0.2: understood as 0.2'],
    [
      '500 users',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    [
      '500 user',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    [
      '500 mau',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    [
      '500 wau',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    [
      '500 dau',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    [
      '500 ccu',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 500: registered users (500) | 500: monthly active users (500) | 500: users at the same time (500)',
    ],
    ['500 maus', 'Only the number is kept here, without “maus”. Keep it? | 500 (500)'],
    [
      '12 ms',
      '“ms” makes it a duration; this question takes a count. Write one number and its unit, for example 12.',
    ],
    [
      '12 %',
      '“%” makes it a percentage; this question takes a count. Write one number and its unit, for example 12.',
    ],
    [
      '5 GiB',
      '“GiB” makes it a size; this question takes a count. Write one number and its unit, for example 12.',
    ],
    ['-3', '“-3” is below zero; a count is zero or more. Write it without the minus, for example 12.'],
    ['12,34', '12.34: understood as 12.34'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a count of pods', () => {
  const kind: QuantityKind = { dimension: 'count', noun: 'pods' };
  it.each<[string, string]>([
    ['12', '12 pods: understood as 12 pods'],
    ['12 pods', '12 pods: understood as 12 pods'],
    ['1 pod', '1 pod: understood as 1 pod'],
    ['12 pod(s)', '12 pods: understood as 12 pods'],
    ['12 nodes', 'This question counts pods, not “nodes”. Keep the number? | 12 pods (12 pods)'],
    [
      '12 users',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 12 pods: registered users (12 pods) | 12 pods: monthly active users (12 pods) | 12 pods: users at the same time (12 pods)',
    ],
    ['12k pods', '12000 pods: understood as 12,000 pods'],
    ['0', '0 pods: understood as 0 pods'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a count of users', () => {
  const kind: QuantityKind = { dimension: 'count', noun: 'registered user' };
  it.each<[string, string]>([
    ['12 users', '12 registered users: understood as 12 registered users'],
    ['12 registered users', '12 registered users: understood as 12 registered users'],
    [
      '12 monthly users',
      'This question counts registered users, not “monthly users”. Keep the number? | 12 registered users (12 registered users)',
    ],
    [
      '12 mau',
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them. | 12 registered users: registered users (12 registered users) | 12 registered users: monthly active users (12 registered users) | 12 registered users: users at the same time (12 registered users)',
    ],
    ['1', '1 registered user: understood as 1 registered user'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
