import { describe, expect, it } from 'vitest';
import { heldBeside, missingBeside } from '../../src/analysis/coach-signals.js';
import { heldSignals, missingSignals, SIGNAL_WORDS } from '../../src/analysis/thinness-text.js';

const OWNER = 'an owner';
const FAILURE = 'a case in which something fails';

describe('what a text names beside its figures', () => {
  it.each([
    '@dba answers',
    'the team of it',
    'an owner',
    'owners',
    'owned by us',
    'on-call',
    'on call',
    'responsible',
    'she answers for it',
    'the lead',
    'a squad',
    'the desk',
    'a steward',
    'a contact',
    'THE TEAM',
  ])('is an owner in %j', (text) => {
    expect(heldBeside(text)).toEqual([OWNER]);
  });

  it.each([
    ...['it fails', 'a fail', 'failed', 'failing', 'a failure', 'failures', 'it is down', 'it times out'],
    ...['it time out', 'timed out', 'a timeout', 'timeouts', 'unavailable', 'unreachable', 'refuse it'],
    ...['refused', 'refuses', 'reject it', 'rejects', 'rejected', 'an error', 'errors', 'lost', 'lose it'],
    ...['loses', 'late', 'twice', 'a duplicate', 'duplicates', 'a crash', 'crashes', 'crashed', 'stop'],
    ...['stops', 'stopped', 'full', 'retry', 'retries', 'retried', 'roll back', 'rolls back', 'fall back'],
    ...['falls back', 'falling back', 'a 503', 'a 404'],
  ])('is a case that fails in %j', (text) => {
    expect(heldBeside(text)).toEqual([FAILURE]);
  });

  it.each([
    ...['', 'it runs', 'steamy', 'downtown', 'a 303', 'a 4040', 'fuller', 'later', 'leading', 'teamwork'],
    ...['desktop', 'contacted', 'me@', 'retrying', 'stopper'],
  ])('is nothing in %j', (text) => {
    expect(heldBeside(text)).toEqual([]);
  });

  it('is both, the owner first', () => {
    expect(heldBeside('When it fails, the team is called')).toEqual([OWNER, FAILURE]);
  });

  it('is missed where the example names it and the text does not', () => {
    const strong = 'When it fails, the team is called';
    const owner = 'an owner: who answers for it';
    const failure = 'a case in which it fails, and what happens then';

    expect(missingBeside('It runs', strong)).toEqual([owner, failure]);
    expect(missingBeside('The team runs it', strong)).toEqual([failure]);
    expect(missingBeside('It fails', strong)).toEqual([owner]);
    expect(missingBeside('It runs', 'It runs well')).toEqual([]);
    expect(missingBeside('It fails', 'It fails')).toEqual([]);
  });
});

describe('what a text holds', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['it is there', []],
    ['5 of them', ['a number with its unit']],
    ['just 5', ['a number']],
    ['just 5.', ['a number']],
    ['5 %', ['a number with its unit']],
    ['5€', ['a number with its unit']],
    ['two of them', ['a number']],
    ['twice', ['a number']],
    ['half', ['a number']],
    ['once', []],
    ['all of it', []],
    ['by Redis', ['a name']],
    ['Redis', []],
    ['It runs. Redis waits', []],
    ['It asks: Redis', []],
    ['so "Redis" waits', ['a name']],
    ['orders_db', ['a name']],
    ['a/b', ['a name']],
    ['v1.x', ['a number', 'a name']],
    ['camelCase', ['a name']],
    ['an API', ['a name']],
    ['when it rains', ['a condition']],
    ['until then', ['a condition']],
    ['at most here', ['a condition']],
    ['at least here', ['a condition']],
    ['more than that', ['a condition']],
    ['as soon as it can', ['a condition']],
    ['for now', []],
    ['whenever', []],
    ['when 5 ms of Redis', ['a number with its unit', 'a name', 'a condition']],
    ['first line\nby Redis', ['a name']],
  ])('%j', (text, held) => {
    expect(heldSignals(text)).toEqual(held);
  });
});

describe('what a text lacks beside its example', () => {
  it('is said in words', () => {
    expect(SIGNAL_WORDS).toEqual({
      number: 'a number',
      unit: 'a unit beside the number',
      name: 'a name: who, or which one',
      condition: 'a condition: when, above what, or until when',
      detail: 'more detail',
    });
  });

  const strong = 'the Ledger team stops it within 5 min';

  it.each([
    ['nothing', ['name', 'condition']],
    ['it stops', ['number', 'name', 'condition', 'detail']],
    ['it stops there', ['number', 'name', 'condition']],
    ['it stops once', []],
    ['it stops for now and then', ['number', 'name']],
    ['it stops at 5', ['unit', 'name', 'condition']],
    ['it stops when 5', ['unit']],
    ['it stops at 5 min', ['name', 'condition']],
    ['by Redis', []],
    ['stop Redis', ['number', 'condition']],
    ['it is what it is and stays so', []],
    ['it is what it is and so 5', ['unit']],
  ] as const)('%j', (text, missing) => {
    expect([text, ...missingSignals(text, strong)]).toEqual([text, ...missing]);
  });

  it('is more detail where one word stands against more than one', () => {
    expect(missingSignals('stop', 'stop it')).toEqual(['detail']);
    expect(missingSignals('stop it', 'stop it all')).toEqual([]);
  });
});
