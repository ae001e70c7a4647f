import { describe, expect, it } from 'vitest';
import { currentStep } from '../../src/interview/current-step.js';
import { planChange, planChangeText, progressOf, requiredOpen } from '../../src/interview/progress.js';
import type { Probe, Session } from '../../src/interview/session.js';
import { situationOf } from '../../src/interview/situation.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { play } from './play.js';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const fresh = () => aSession(limiterBank());
const progress = (session: Session, probes: readonly Probe[] = []) => {
  const situation = situationOf(session);
  return progressOf(situation, currentStep(session, situation, probes));
};
const changeOf = (before: Session, after: Session) => planChange(situationOf(before), situationOf(after));
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('how far an interview is', () => {
  it('is said at each question: its section, its place, what is done and what is required', () => {
    const session = fresh().answered('ctx.state', 'some').build();

    expect(progress(session)).toEqual({
      ...{ section: 'ctx', position: 1, total: 9, done: 1, requiredLeft: 1, minutesLeft: 1 },
    });
    expect(progress(play(session, { type: 'go-to', to: 'dep.calls' }))).toMatchObject({
      ...{ section: 'dep', position: 8 },
    });
  });

  it('is at the end behind the questions: at a follow-up, in the review and when it is finished', () => {
    const end = { section: '', position: 9, total: 9 };
    const probe: Probe = { id: 'rule.x', asks: 'Why?', about: ['ctx.purpose'] };
    const there = play(fresh().build(), { type: 'review' });
    const asked: Session = { ...fresh().build(), position: { type: 'step', id: 'probe:rule.x' } };

    expect(progress(there)).toMatchObject(end);
    expect(progress(play(there, { type: 'finish' }))).toMatchObject(end);
    expect(progress(asked, [probe])).toMatchObject(end);
  });

  it('is the first of nothing where nothing is asked', () => {
    const session = aSession(aBank().question({ id: 'ctx.x', when: 'false' }).joined()).build();

    expect(progress(session)).toEqual({
      ...{ section: '', position: 1, total: 0, done: 0, requiredLeft: 0, minutesLeft: 0 },
    });
  });

  it('is counted in whole minutes that are begun', () => {
    const minutes = (strong: string): number => {
      const bank = aBank()
        .question({ id: 'ctx.x', kind: 'prose', prompt: words(20), strong })
        .joined();
      return progress(aSession(bank).build()).minutesLeft;
    };

    expect(minutes(words(36))).toBe(1);
    expect(minutes(words(37))).toBe(2);
  });

  it('requires what is required and open, and no cell of a table', () => {
    const bank = aBank()
      .question(
        { id: 'ctx.one', required: true },
        { id: 'ctx.two' },
        { id: 'ctx.three', required: true },
        {
          ...{ id: 'dep.parts', kind: 'table', key: 'name', required: true },
          columns: [
            { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
            { id: 'note', label: 'Note', kind: 'text', ask: 'later' },
          ],
        },
      )
      .joined();
    const rows = [{ id: 'a', cells: { name: 'A' } }];
    const required = (session: Session) => ids(requiredOpen(situationOf(session)));

    expect(required(aSession(bank).build())).toEqual(['ctx.one', 'ctx.three', 'dep.parts']);
    expect(required(aSession(bank).answered('ctx.one', 'x').answered('dep.parts', rows).build())).toEqual([
      'ctx.three',
    ]);
  });
});

describe('what an answer does to the plan', () => {
  it('is nothing when the same is asked', () => {
    const before = fresh().build();

    expect(changeOf(before, fresh().answered('ctx.purpose', 'Limit').build())).toEqual({
      ...{ added: [], removed: [], stale: [] },
    });
  });

  it('names the steps that came, and those that went', () => {
    const [none, some] = ['none', 'some'].map((state) => fresh().answered('ctx.state', state).build());
    const came = changeOf(none ?? fresh().build(), some ?? fresh().build());
    const went = changeOf(some ?? fresh().build(), none ?? fresh().build());

    expect([ids(came.added), ids(came.removed), ids(came.stale)]).toEqual([['ctx.store'], [], []]);
    expect([ids(went.added), ids(went.removed), ids(went.stale)]).toEqual([[], ['ctx.store'], []]);
  });

  it('counts a cell that nobody could ask before, and the one of a row that is gone', () => {
    const row = (id: string) => ({ id, cells: { name: id } });
    const before = fresh()
      .answered('dep.parts', [row('redis')])
      .build();
    const after = fresh()
      .answered('dep.parts', [row('db')])
      .build();

    expect(ids(changeOf(before, after).added)).toEqual(['dep.parts.db.p99']);
    expect(ids(changeOf(before, after).removed)).toEqual(['dep.parts.redis.p99']);
  });

  it('names what is stale now and was not before', () => {
    const before = fresh().answered('rec.backups', 'daily').answered('rec.rpo', '1 h');
    const stale = before.stale('rec.backups', 'rec.rpo');

    expect(ids(changeOf(before.build(), stale.build()).stale)).toEqual(['rec.backups']);
    expect(changeOf(stale.build(), stale.stale('rec.rpo', 'ctx.purpose').build()).stale).toMatchObject([
      { id: 'rec.rpo' },
    ]);
  });

  it('is told in one line', () => {
    const plan = situationOf(
      fresh().answered('ctx.purpose', 'Limit').answered('rec.rpo', '1 h').build(),
    ).plan;
    const items = (...wanted: readonly string[]) => plan.filter(({ id }) => wanted.includes(id));
    const text = (added: readonly string[], removed: readonly string[], stale: readonly string[]) =>
      planChangeText({ added: items(...added), removed: items(...removed), stale: items(...stale) });

    expect(text(['ctx.state'], [], [])).toBe('1 question added');
    expect(text(['ctx.state', 'ctx.store'], [], [])).toBe('2 questions added');
    expect(text([], ['ctx.state'], [])).toBe('1 question no longer asked');
    expect(text([], ['ctx.state', 'ctx.purpose'], [])).toBe('2 questions no longer asked (answers kept)');
    expect(text([], [], ['rec.rpo', 'ctx.purpose'])).toBe('2 answers to look at again');
    expect(text(['ctx.state'], ['ctx.store'], ['rec.rpo'])).toBe(
      '1 question added, 1 question no longer asked, 1 answer to look at again',
    );
    expect(text([], [], [])).toBeUndefined();
  });
});
