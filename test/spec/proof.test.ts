import { describe, expect, it } from 'vitest';
import { situationOf } from '../../src/interview/index.js';
import { proofOf } from '../../src/spec/proof.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

type Pattern = Parameters<typeof proofOf>[0];

const SENTENCE = 'WHEN a call comes twice, the system SHALL answer as before.';

function proved(pattern: Partial<Pattern>, sentence = SENTENCE) {
  const bank = aBank().question({ id: 'rec.rpo' }, { id: 'rec.other' }).joined();
  const session = aSession(bank).answered('rec.rpo', 'five minutes').build();
  const question = bank.question('rec.rpo');
  if (question === undefined) throw new Error('The question is not there.');
  const whole: Pattern = { number: 1, ears: 'ubiquitous', shall: '', verify: 'test', ...pattern };
  const filling = { bank, situation: situationOf(session), question, row: undefined };
  return proofOf(whole, { ...filling, value: 'five minutes' }, sentence);
}

const NONE = {
  ...{ verify: 'test', proof: '', scenario: { given: '', when: '', then: '' } },
  ...{ drill: { break: '', observe: '' }, promise: { kind: '', value: '' } },
};

describe('how a sentence is shown to hold', () => {
  it('is not said by a pattern that says nothing of it', () => {
    expect(proved({})).toEqual(NONE);
    expect(proved({ verify: 'drill' })).toEqual({ ...NONE, verify: 'drill' });
  });

  it('is told by its example, filled with the answers', () => {
    const scenario = { given: 'an empty basket', when: 'it waits {value}', then: 'nothing is charged' };

    expect(proved({ scenario })).toEqual({
      ...NONE,
      proof: 'given an empty basket, when it waits five minutes, then nothing is charged',
      scenario: { given: 'an empty basket', when: 'it waits five minutes', then: 'nothing is charged' },
    });
  });

  it('is told without a ground where the example has none', () => {
    const scenario = { when: 'it waits {value}', then: 'nothing is charged' };

    expect(proved({ scenario })).toMatchObject({
      proof: 'when it waits five minutes, then nothing is charged',
      scenario: { given: '', when: 'it waits five minutes', then: 'nothing is charged' },
    });
  });

  it('stays empty where one of its values is missing', () => {
    const scenario = { given: 'a basket', when: 'it waits {a.rec.other}', then: 'nothing is charged' };
    const drill = { break: 'stop the till', observe: 'it waits {a.rec.other}' };

    expect(proved({ scenario })).toEqual(NONE);
    expect(proved({ verify: 'drill', drill })).toEqual({ ...NONE, verify: 'drill' });
  });

  it('is told by its drill, with what is observed where that says more', () => {
    const drill = { break: 'stop the till', observe: 'orders wait {value} in line' };
    const same = { break: 'stop the till', observe: 'a call comes twice' };

    expect(proved({ verify: 'drill', drill })).toEqual({
      ...{ ...NONE, verify: 'drill' },
      proof: 'stop the till, and observe that orders wait five minutes in line',
      drill: { break: 'stop the till', observe: 'orders wait five minutes in line' },
    });
    expect(proved({ verify: 'drill', drill: same }).proof).toBe('stop the till');
  });

  it('is told by the example where a drill is not how it is shown', () => {
    const drill = { break: 'stop the till', observe: 'orders wait in line outside' };
    const scenario = { when: 'the till stops', then: 'orders wait' };

    expect(proved({ drill }).proof).toBe('');
    expect(proved({ drill, scenario }).proof).toBe('when the till stops, then orders wait');
    expect(proved({ verify: 'drill', drill: { break: '', observe: 'x' }, scenario }).proof).toBe(
      'when the till stops, then orders wait',
    );
  });

  it.each([
    ['a call comes', 'the system answers it', ''],
    ['a call comes', 'stone paper', ''],
    ['a call comes', 'stone paper stone', ''],
    ['a call comes', 'stone paper scissors', 'when a call comes, then stone paper scissors'],
    ['the and of', 'it is not there under load', ''],
    ['STONE Paper', 'scissors', 'when STONE Paper, then scissors'],
  ])('is worth its words when three of them are new: when %s, then %s', (when, then, proof) => {
    expect(proved({ scenario: { when, then } }, 'A call comes.').proof).toBe(proof);
  });

  it('needs an outcome', () => {
    const scenario = { given: 'stone', when: 'paper meets scissors', then: '' };

    expect(proved({ scenario }).proof).toBe('');
  });

  it('promises what was answered', () => {
    expect(proved({ promise: 'rate' }).promise).toEqual({ kind: 'rate', value: 'five minutes' });
  });
});
