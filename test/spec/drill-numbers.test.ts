import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/bank/index.js';
import { createDice, times, withOtherNumbers, type Dice } from '../../src/spec/drill-variant.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { drillBank, drillSession, PARTS } from './drill-bank.js';

const upTo: Raw = { id: 'many', fires_when: "a.tra.peak > q('700 req/s')" };
const under: Raw = { id: 'few', fires_when: "a.tra.peak < q('700 req/s')" };
/** Dice that always show this side. */
const always =
  (side: number): Dice =>
  () =>
    side;

const peakAfter = (dice: Dice, ...rules: readonly Raw[]) =>
  withOtherNumbers(drillSession(drillBank(...rules)), dice).saved.answers.get('tra.peak')?.value;

function aRate(over: Raw): Question {
  const question = aBank()
    .question({ id: 'tra.x', kind: 'quantity', dimension: 'rate', noun: 'req', ...over })
    .joined()
    .question('tra.x');
  if (question === undefined) throw new Error('The question is not there.');
  return question;
}

describe('the rolls of a seed', () => {
  it.each([
    [0, [266, 0, 223, 146, 467, 545, 615, 648, 456, 581]],
    [1, [627, 2, 527, 981, 968, 281, 612, 720, 425, 994]],
    [7, [11, 61, 976, 699, 521, 405, 466, 239, 553, 729]],
  ])('of %i are the same on every machine and in every version', (seed, rolls) => {
    const dice = createDice(seed);

    expect(rolls.map(() => dice(1000))).toEqual(rolls);
  });

  it('take a seed of any size', () => {
    const [small, large] = [createDice(7), createDice(7 + 2 ** 32)];

    expect([1, 2, 3].map(() => large(1000))).toEqual([1, 2, 3].map(() => small(1000)));
  });
});

describe('the other numbers of a case', () => {
  it.each([
    [0, '300 req/s'],
    [1, '600 req/s'],
    [2, '900 req/s'],
    [3, '1200 req/s'],
    [4, '1500 req/s'],
  ])('are told by the dice: the side %i makes the peak %s', (side, peak) => {
    expect(peakAfter(always(side))).toBe(peak);
  });

  it('change every rate by the same factor, and leave what was said beside', () => {
    const before = drillSession().saved.answers;
    const after = withOtherNumbers(drillSession(), always(1)).saved.answers;

    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(after.get('tra.average')).toEqual({ status: 'answered', value: '200 req/s' });
    expect(after.get('rec.rpo')).toEqual({ status: 'answered', value: '5 min', why: 'it was agreed' });
    expect(after.get('dep.parts')?.value).toEqual([
      { id: 'store', cells: { name: 'Store', serves: '800 req/s' } },
      { id: 'gate', cells: { name: 'Gate', serves: '1800 req/s', next: 'store' } },
    ]);
  });

  it.each([
    ['raise', upTo],
    ['settle', under],
  ])('are never such that they would %s a finding: the next factor is taken', (_, rule) => {
    expect([0, 1, 2, 3, 4].map((side) => peakAfter(always(side), rule))).toEqual([
      '300 req/s',
      '600 req/s',
      '300 req/s',
      '300 req/s',
      '300 req/s',
    ]);
  });

  it('leave an answer without a value, and the session they came from', () => {
    const session = drillSession();
    const answers = new Map([...session.saved.answers, ['tra.average', { status: 'unknown' } as const]]);
    const after = withOtherNumbers({ ...session, saved: { ...session.saved, answers } }, always(2));

    expect(after.saved.answers.get('tra.average')).toEqual({ status: 'unknown' });
    expect(after.saved.answers.get('tra.peak')?.value).toBe('900 req/s');
    expect(session.saved.answers.get('dep.parts')?.value).toEqual(PARTS);
  });
});

describe('a rate of an exercise', () => {
  it('keeps its unit', () => {
    expect(times(aRate({}), '10 req/min', 4)).toBe('40 req/min');
    expect(times(aRate({}), '1.5 req/s', 2)).toBe('3 req/s');
  });

  it.each([
    ['that cannot be read', {}, 'plenty'],
    ['that would be more than is allowed', { max: '100 req/s' }, '60 req/s'],
  ])('%s stays', (_, over, value) => {
    expect(times(aRate(over), value, 2)).toBe(value);
  });

  it('that comes to the most that is allowed is taken', () => {
    expect(times(aRate({ max: '100 req/s' }), '50 req/s', 2)).toBe('100 req/s');
  });
});
