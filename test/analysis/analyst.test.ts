import { describe, expect, it } from 'vitest';
import { analyse, createAnalyst } from '../../src/analysis/analyse.js';
import { changedSince } from '../../src/analysis/changes.js';
import type { Analysis } from '../../src/analysis/finding.js';
import { situationOf, type Session } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession, said } from './a-session.js';
import { smallBank } from './small-bank.js';

const slow = { id: 'slow', fires_when: "a.rec.rto > q('1 h')", title: 'Slow: {a.rec.rto}' };
const lossy = { id: 'lossy', severity: 'block', fires_when: "a.rec.rpo > q('1 h')", title: 'Lossy' };
const broken = { id: 'wrong', for: 'rec.note', fires_when: 'row.x == 1.0' };
const bank = () => smallBank(slow, lossy);

type Answers = Readonly<Record<string, unknown>>;

/** What one analyst says of these answers, one after the other. */
function inTurn(all: readonly Answers[], over = bank()): readonly Analysis[] {
  const analyst = createAnalyst(over);
  return all.map((answers) => {
    const session = aSession(over, answers);
    const analysis = analyst(session, situationOf(session));
    return { ...analysis };
  });
}

const anew = (answers: Answers, over = bank()): Analysis => {
  const session = aSession(over, answers);
  return { ...analyse(session, situationOf(session)) };
};

const ids = ({ findings }: Analysis) => findings.map(({ id }) => id);

describe('an analyst', () => {
  it('says after every change what a new one would say', () => {
    const turns: readonly Answers[] = [
      {},
      { 'rec.rto': '2 h' },
      { 'rec.rto': '2 h', 'rec.rpo': '2 h', 'rec.note': 'fast' },
      { 'rec.rto': '2 h', 'rec.rpo': '1 h', 'rec.note': 'fast' },
      { 'rec.rto': '3 h', 'rec.rpo': '2 h' },
      { 'rec.rto': '3 h', 'rec.rpo': '2 h', 'arc.tier': 'T3' },
      { 'arc.tier': 'T0', 'rec.note': 'As needed.' },
      {},
    ];

    expect(inTurn(turns)).toEqual(turns.map((answers) => anew(answers)));
  });

  it('finds, settles and finds again', () => {
    const turns = inTurn([
      { 'rec.rto': '2 h' },
      { 'rec.rto': '1 h' },
      { 'rec.rto': '61 min', 'rec.rpo': '2 h' },
    ]);

    expect(turns.map(ids)).toEqual([['slow'], [], ['lossy', 'slow']]);
    expect(turns[2]?.findings[1]?.title).toBe('Slow: 61 min');
  });

  it('keeps the thin answers in the order of the bank, and drops one that is mended', () => {
    const over = aBank()
      .question({ id: 'rec.one', kind: 'prose' }, { id: 'rec.two', kind: 'prose' })
      .lexicon('vague', 'fast')
      .joined();
    const turns = inTurn(
      [
        { 'rec.two': 'fast' },
        { 'rec.two': 'fast', 'rec.one': 'fast' },
        { 'rec.one': 'fast', 'rec.two': '5 s' },
      ],
      over,
    );

    expect(turns.map(({ thin }) => thin)).toEqual([
      [{ id: 'rec.two', missing: [], vague: ['fast'] }],
      [
        { id: 'rec.one', missing: [], vague: ['fast'] },
        { id: 'rec.two', missing: [], vague: ['fast'] },
      ],
      [{ id: 'rec.one', missing: [], vague: ['fast'] }],
    ]);
  });

  it('takes no default and no question that is not asked for a thin answer', () => {
    const over = aBank()
      .question(
        { id: 'rec.one', kind: 'prose', default: 'fast' },
        { id: 'rec.on', kind: 'confirm' },
        { id: 'rec.two', kind: 'prose', when: 'a.rec.on == true' },
        { id: 'rec.three', kind: 'prose', depth: 'deep' },
      )
      .lexicon('vague', 'fast')
      .joined();
    const answers = { 'rec.two': 'fast', 'rec.three': 'fast' };
    const thinAt = (depth: 'quick' | 'deep', on: boolean) => {
      const session = aSession(over, { ...answers, 'rec.on': on }, { depth });
      return analyse(session, situationOf(session)).thin.map(({ id }) => id);
    };

    expect(thinAt('deep', false)).toEqual(['rec.three']);
    expect(thinAt('deep', true)).toEqual(['rec.two', 'rec.three']);
    expect(thinAt('quick', false)).toEqual([]);
  });
});

describe('before anything is said', () => {
  const over = () =>
    aBank()
      .question({ id: 'rec.rto', kind: 'quantity', dimension: 'duration' }, { id: 'rec.note' })
      .rule(slow, { ...slow, id: 'mild', severity: 'med' }, broken)
      .joined();

  it('nothing is found, and what the rules wait for is known', () => {
    const analysis = anew({}, over());

    expect(analysis).toMatchObject({ findings: [], thin: [], probes: [] });
    expect(analysis.unchecked).toEqual([
      { rule: 'slow', severity: 'high', needs: ['rec.rto'] },
      { rule: 'mild', severity: 'med', needs: ['rec.rto'] },
    ]);
    expect([...analysis.decides]).toEqual([['rec.rto', 1]]);
  });

  it('a rule that cannot be judged is a problem already', () => {
    expect(anew({}, over()).broken).toEqual([
      {
        code: 'rule-broken',
        message: 'The rule wrong cannot be judged: rec.note is not a table of the bank.',
        hint: 'The bank is at fault, not an answer. Run: spec-interview banks lint',
      },
    ]);
  });

  it('a rule judges the defaults of a bank', () => {
    const withDefault = aBank()
      .question({ id: 'rec.rto', kind: 'quantity', dimension: 'duration', default: '2 h' })
      .rule(slow)
      .joined();

    expect(ids(anew({}, withDefault))).toEqual(['slow']);
  });

  it('a rule judges what is shared by all specs', () => {
    const shared = aBank()
      .question({ id: 'rec.rto', kind: 'quantity', dimension: 'duration', scope: 'repository' })
      .rule(slow)
      .joined();
    const session: Session = {
      ...aSession(shared, {}),
      context: new Map([['rec.rto', { status: 'answered', value: '2 h' }]]),
    };

    expect(ids(analyse(session, situationOf(session)))).toEqual(['slow']);
  });
});

describe('what changed between two moments', () => {
  const questions = (session: Session) => situationOf(session).questions;

  it('is everything at first', () => {
    const session = aSession(bank(), {});

    expect(changedSince(undefined, questions(session))).toEqual(session.bank.questions.map(({ id }) => id));
  });

  it('is nothing while the answers are the same', () => {
    const session = aSession(bank(), { 'rec.rto': '1 h' });

    expect(changedSince(questions(session), questions(session))).toEqual([]);
  });

  it('is an answer that was given anew, and a question that is no longer asked', () => {
    const over = bank();
    const before = aSession(over, { 'rec.rpo': '1 h' });
    const answers = new Map([
      ...before.saved.answers,
      ['arc.tier', { status: 'answered', value: 'T3' } as const],
    ]);
    const after: Session = { ...before, saved: { ...before.saved, answers } };

    expect(changedSince(questions(before), questions(after))).toEqual(['arc.tier', 'rec.rto']);
  });

  it('is a status that changed while the value stayed away', () => {
    const over = bank();
    const before = aSession(over, {});
    const after = aSession(over, { 'rec.note': said({ status: 'unknown' }) });

    expect(changedSince(questions(before), questions(after))).toEqual(['rec.note']);
  });
});
