import { describe, expect, it } from 'vitest';
import { coachLines, coverageOf } from '../../src/analysis/index.js';
import { situationOf } from '../../src/interview/index.js';
import { shippedBank } from './shipped-bank.js';
import { aSession, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const bank = smallBank();
const coached = (id: string, answers: Readonly<Record<string, unknown>>) => {
  const question = bank.question(id);
  const value = situationOf(aSession(bank, answers)).view.value(id);
  if (question === undefined || value === undefined) throw new Error(`${id} has no answer.`);
  return coachLines(question, value, bank);
};

describe('the coach', () => {
  it('says what carries a strong answer, and nothing else', () => {
    expect(coached('rec.rpo', { 'rec.rpo': '5 min' })).toEqual([
      { tone: 'holds', text: 'It has a number with its unit.' },
    ]);
    expect(coached('rec.replication', { 'rec.replication': 'sync' })).toEqual([
      { tone: 'holds', text: 'It is definite: two people would read it in the same way.' },
    ]);
  });

  it('says what a thin answer would gain, with an example to compare', () => {
    expect(coached('rec.note', { 'rec.note': 'It is fast.' })).toEqual([
      {
        tone: 'could',
        text: 'It would carry more with a number; a name: who, or which one; a condition: when, above what, or until when; more detail; a case in which it fails, and what happens then.',
      },
      { tone: 'could', text: '"fast" can be read in several ways; what would somebody measure or see?' },
      { tone: 'could', text: 'For comparison: We lose at most 5 min when the zone of Frankfurt fails.' },
    ]);
  });

  it('names the owner and the failure case of an answer, and asks for what the example has', () => {
    const note = 'The storage team restores 1 TiB within 5 min when the zone of Frankfurt fails.';
    expect(coached('rec.note', { 'rec.note': note })).toEqual([
      {
        tone: 'holds',
        text: 'It has a number with its unit, a name, a condition, an owner and a case in which something fails.',
      },
    ]);
    const fine = 'We keep at most 5 min of writes in the zone of Frankfurt when it is quiet there.';
    expect(coached('rec.note', { 'rec.note': fine }).map(({ text }) => text)).toEqual([
      'It has a number with its unit, a name and a condition.',
      'It would carry more with a case in which it fails, and what happens then.',
    ]);
  });

  it('has no advice for any strong example of the shipped banks', () => {
    const shipped = shippedBank();
    const advised = shipped.questions.filter(
      (question) =>
        question.strong !== undefined &&
        coachLines(question, question.strong, shipped).some(({ tone }) => tone === 'could'),
    );
    expect(advised.map(({ id }) => id)).toEqual([]);
  });

  it('names what an answer has and what it lacks side by side', () => {
    const lines = coached('dep.dependencies', { 'dep.dependencies': [{ id: 'a', name: 'A' }] });
    expect(lines.map(({ text }) => text)).toEqual([
      'It has 1 row that can each be checked.',
      'It would carry more with anything beside its name in the row A.',
    ]);
  });
});

describe('coverage', () => {
  it('counts what was asked, answered, left unknown and is open, section by section', () => {
    const session = aSession(bank, {
      'arc.tier': 'T3',
      'rec.rpo': said({ status: 'unknown' }),
      'rec.replication': 'sync',
      'dep.dependencies': dependencies,
    });
    expect(coverageOf(bank, situationOf(session))).toEqual([
      { section: 'arc', title: 'About arc', asked: 2, answered: 1, unknown: 0, open: 1 },
      { section: 'rec', title: 'About rec', asked: 5, answered: 1, unknown: 1, open: 3 },
      { section: 'dep', title: 'About dep', asked: 3, answered: 1, unknown: 0, open: 2 },
    ]);
  });
});
