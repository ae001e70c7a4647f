import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { buildStories } from '../../src/spec/kit-stories.js';
import { aRequirement } from './a-requirement.js';
import { groundOf, row } from './summary-bank.js';

type Requirements = Parameters<typeof buildStories>[1];

const FLOWS = ['ctx.flows'];
const STEPS = ['ctx.steps'];

function stories(requirements: Requirements, steps: readonly Row[] = []) {
  const flows = [row('buy', { trigger: 'it is asked' }), row('sell')];
  const ground = groundOf((session) => session.answered('ctx.flows', flows).answered('ctx.steps', steps));
  return buildStories(ground, requirements);
}

const scenario = (over: Parameters<typeof aRequirement>[1]) =>
  stories([aRequirement('a', { answers: FLOWS, row: 'buy', ...over })])[0]?.story.scenarios.map(
    ({ given, when, then }) => [given, when, then],
  );

describe('the sentences of a story', () => {
  it('are those about its flow, and about rows that name it', () => {
    const steps = [row('pay', { flow: 'buy' }), row('ship', { flow: 'sell' }), row('lost', { flow: 'gone' })];
    const told = stories(
      [
        aRequirement('a', { answers: FLOWS, row: 'buy' }),
        aRequirement('b', { answers: STEPS, row: 'pay' }),
        aRequirement('c', { answers: STEPS, row: 'ship' }),
        aRequirement('d', { answers: STEPS, row: 'lost' }),
        aRequirement('e', { answers: ['rec.rpo'], row: 'buy' }),
        aRequirement('f', { answers: [], row: 'buy' }),
      ],
      steps,
    );

    expect(told.map(({ story, own }) => [story.id, own.map(({ id }) => id)])).toEqual([
      ['buy', ['a', 'b']],
      ['sell', ['c']],
    ]);
  });

  it('are shown together where they are shown in the same way', () => {
    const verified = (id: string, verify: 'test' | 'drill') =>
      aRequirement(id, { answers: FLOWS, row: 'buy', verify });
    const [told] = stories([verified('a', 'drill'), verified('b', 'test'), verified('c', 'drill')]);

    expect(told?.story.proofs).toEqual([
      { verify: 'drill', ids: ['a', 'c'] },
      { verify: 'test', ids: ['b'] },
    ]);
  });

  it('lead with the one that says what starts the flow', () => {
    const main = aRequirement('b', {
      ...{ answers: FLOWS, row: 'buy', parts: { event: 'a cart is paid', shall: 'charge it' } },
    });
    const other = aRequirement('a', { answers: FLOWS, row: 'buy' });

    expect(stories([other, main])[0]?.story).toMatchObject({
      ...{ trigger: 'a cart is paid', outcome: 'charge it' },
    });
    expect(stories([other])[0]?.story).toMatchObject({ trigger: 'it is asked', outcome: '' });
  });
});

describe('the example of a sentence', () => {
  it('is none of what holds under no condition', () => {
    expect(scenario({})).toEqual([]);
    expect(scenario({ parts: { where: 'a flag is on', while: 'it runs' } })).toEqual([]);
  });

  it('is the one it was given', () => {
    const given = { given: 'an empty cart', when: 'it is paid', then: 'it is refused' };

    expect(scenario({ scenario: given, parts: { event: 'x', where: 'y' } })).toEqual([
      ['an empty cart', 'it is paid', 'it is refused'],
    ]);
  });

  it.each([
    [{ event: 'it rains', if: 'it fails' }, ['the system works normally', 'it rains']],
    [{ if: 'it fails' }, ['it is asked', 'it fails']],
    [{ event: 'it rains', where: 'a flag is on', while: 'it runs' }, ['a flag is on', 'it rains']],
    [{ event: 'it rains', while: 'it runs' }, ['it runs', 'it rains']],
  ])('is the sentence itself: %j', (parts, [given, when]) => {
    expect(scenario({ parts })).toEqual([[given, when, 'the system must keep a']]);
  });

  it('is numbered among those of its story', () => {
    const about = (id: string, event: string) =>
      aRequirement(id, { answers: FLOWS, row: 'buy', parts: { event } });

    expect(
      stories([about('a', 'x'), about('b', ''), about('c', 'y')])[0]?.story.scenarios.map((one) => [
        ...[one.number, one.id],
      ]),
    ).toEqual([
      ['1', 'a'],
      ['2', 'c'],
    ]);
  });
});
