import { describe, expect, it } from 'vitest';
import { joinSaid, type Said } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const bank = aBank()
  .question(
    { id: 'ctx.purpose', label: 'Purpose' },
    { id: 'ctx.team', label: 'Team' },
    { id: 'stk.language', scope: 'repository', label: 'Language' },
  )
  .joined();

const said = (answers: Readonly<Record<string, string>>, shared = 'Go'): Said => {
  const over = Object.entries(answers).reduce(
    (session, [id, value]) => session.answered(id, value),
    aSession(bank).shared('stk.language', shared),
  );
  return over.build();
};

const NOBODY = new Set<string>();
const answersOf = ({ saved }: Said) =>
  Object.fromEntries([...saved.answers].map(([id, { value }]) => [id, value]));

describe('joinSaid', () => {
  const base = said({ 'ctx.purpose': 'old', 'ctx.team': 'A' });

  it('takes from each side what only that side changed, added or took away', () => {
    const mine = said({ 'ctx.purpose': 'mine', 'ctx.team': 'A' });
    const theirs = said({ 'ctx.purpose': 'old' }, 'Rust');
    const joined = joinSaid(bank, { base, left: base, mine, theirs }, NOBODY);
    expect(answersOf(joined)).toEqual({ 'ctx.purpose': 'mine' });
    expect(joined.context.get('stk.language')?.value).toBe('Rust');
    expect(joined.clashes).toEqual([]);
    expect(joined.changed).toEqual(['Team', 'Language']);
  });

  it('keeps what was answered since the start when the other side never saw it', () => {
    const mine = said({ 'ctx.purpose': 'old', 'ctx.team': 'A' });
    const joined = joinSaid(bank, { base: said({}), left: mine, mine, theirs: said({}, 'Rust') }, NOBODY);
    expect(answersOf(joined)).toEqual({ 'ctx.purpose': 'old', 'ctx.team': 'A' });
    expect([joined.clashes, joined.changed]).toEqual([[], ['Language']]);
  });

  it('takes for no change of theirs what mine had left there', () => {
    const left = said({ 'ctx.purpose': 'mine', 'ctx.team': 'A' });
    const mine = said({ 'ctx.purpose': 'mine again', 'ctx.team': 'A' });
    const theirs = said({ 'ctx.purpose': 'mine', 'ctx.team': 'B' });
    const joined = joinSaid(bank, { base, left, mine, theirs }, NOBODY);
    expect(joined.clashes).toEqual([]);
    expect(answersOf(joined)).toEqual({ 'ctx.purpose': 'mine again', 'ctx.team': 'B' });
  });

  it('shows both sides of what both changed, and keeps mine unless theirs is chosen', () => {
    const sides = {
      base,
      left: base,
      mine: said({ 'ctx.purpose': 'mine' }),
      theirs: said({ 'ctx.purpose': 'theirs' }),
    };
    const { clashes, ...joined } = joinSaid(bank, sides, NOBODY);
    expect(clashes).toEqual([
      { key: 'answer ctx.purpose', label: 'Purpose', mine: 'mine', theirs: 'theirs' },
    ]);
    expect(answersOf(joined)).toEqual({ 'ctx.purpose': 'mine' });
    const chosen = joinSaid(bank, sides, new Set(['answer ctx.purpose']));
    expect(answersOf(chosen)).toEqual({ 'ctx.purpose': 'theirs' });
  });

  it('calls it no clash when both sides said the same, and says of a side that took an answer away that it has none', () => {
    const same = said({ 'ctx.purpose': 'new', 'ctx.team': 'A' });
    expect(joinSaid(bank, { base, left: base, mine: same, theirs: same }, NOBODY).clashes).toEqual([]);
    const sides = {
      base,
      left: base,
      mine: said({ 'ctx.purpose': 'mine', 'ctx.team': 'A' }),
      theirs: said({ 'ctx.team': 'A' }),
    };
    expect(joinSaid(bank, sides, NOBODY).clashes.map(({ theirs }) => theirs)).toEqual(['no answer']);
    expect(answersOf(joinSaid(bank, sides, new Set(['answer ctx.purpose'])))).toEqual({ 'ctx.team': 'A' });
  });

  it('joins the depth, follow-ups and waivers of a spec as well', () => {
    const mine = said({});
    const waiver = { finding: 'one', reason: 'small', owner: 'me', until: '2027-01-01', given: {} };
    const theirs: Said = { ...mine, saved: { ...mine.saved, depth: 'deep', waivers: [waiver] } };
    const joined = joinSaid(bank, { base: mine, left: mine, mine, theirs }, NOBODY);
    expect(joined.saved).toEqual(theirs.saved);
  });
});
