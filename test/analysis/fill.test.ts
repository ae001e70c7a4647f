import { describe, expect, it } from 'vitest';
import { analysed, onlyFinding } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const slow = { id: 'slow', fires_when: "a.rec.rto > q('1 h') && a.rec.replication == 'async'" };
const answers = {
  ...{ 'rec.rto': '2 h', 'rec.replication': 'async', 'rec.note': ' Redis is lost. ; ' },
  'dep.dependencies': dependencies,
};
const titleOf = (title: string): string =>
  onlyFinding(analysed(smallBank({ ...slow, title }), answers)).title;
const row = { id: 'far', for: 'dep.dependencies', fires_when: "row.timeout > q('1 s')" };
const rowTitle = (title: string): string =>
  onlyFinding(analysed(smallBank({ ...row, title }), { ...answers, 'rec.note': 'x' })).title;

describe('the words of a finding', () => {
  it.each([
    ['Nothing to fill', 'Nothing to fill'],
    ['It says {value} first', 'It says 2 h first'],
    ['It takes {a.rec.rto} there', 'It takes 2 h there'],
    ['{a.rec.replication} it goes', 'It is async it goes'],
    ['So {a.rec.replication} it goes', 'So it is async it goes'],
    ['He said: {a.rec.note}', 'He said: Redis is lost'],
    ['See {a.dep.dependencies}', 'See 2 rows: Redis, Mail provider'],
    ['No {a.rec.rpo} given', 'No not stated given'],
    ['No {a.rec.other} given', 'No not stated given'],
    ['No {row.name} given', 'No not stated given'],
    ['No {f.none} given', 'No not stated given'],
    ['No {other} given', 'No not stated given'],
  ])('%j are %j', (pattern, title) => {
    expect(titleOf(pattern)).toBe(title);
  });

  it.each([
    ['{row.name} takes {row.timeout}', 'Mail provider takes 10 s'],
    ['The row {row.id} calls {row.next}', 'The row mail calls Redis'],
    ['{row.next} is called', 'Redis is called'],
    ['{row.p99} of {row.other}', 'not stated of not stated'],
  ])('about a row: %j are %j', (pattern, title) => {
    expect(rowTitle(pattern)).toBe(title);
  });

  it('name a row without a key by its id', () => {
    const bank = smallBank({ ...row, title: '{row.name} is far' });
    const bare = [{ id: 'mail', timeout: '10 s' }];

    expect(onlyFinding(analysed(bank, { 'dep.dependencies': bare })).title).toBe('mail is far');
  });
});

describe('a finding that was lowered', () => {
  const severe = { ...slow, severity: 'block', class: 'numeric' };
  const lowered = (rule: object, more: Readonly<Record<string, unknown>>) => {
    const { severity, lowered: why } = onlyFinding(
      analysed(smallBank({ ...severe, ...rule }), { ...answers, ...more }),
    );
    return [severity, why];
  };
  const guess = { long: { value: '2 h', source: 'guess' } };
  const FIGURES = 'every figure behind it is an estimate, a guess or an assumption';

  it.each<[object, Readonly<Record<string, unknown>>, readonly (string | undefined)[]]>([
    [{}, {}, ['block', undefined]],
    [{}, { 'arc.tier': 'T2' }, ['high', 'Lowered from block to high, because the tier is T2.']],
    [
      { severity: 'high' },
      { 'arc.tier': 'T2' },
      ['med', 'Lowered from high to med, because the tier is T2.'],
    ],
    [{ severity: 'med' }, { 'arc.tier': 'T2' }, ['med', undefined]],
    [{}, { 'rec.rto': guess }, ['high', `Lowered from block to high, because ${FIGURES}.`]],
    [{ class: 'risk' }, { 'rec.rto': guess }, ['block', undefined]],
    [{ severity: 'high' }, { 'rec.rto': guess }, ['high', undefined]],
    [
      { tier_exempt: true },
      { 'arc.tier': 'T2', 'rec.rto': guess },
      ['high', `Lowered from block to high, because ${FIGURES}.`],
    ],
  ])('%j at %j says why', (rule, more, expected) => {
    expect(lowered(rule, more)).toEqual(expected);
  });
});
