import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { evolve, sameValue } from '../../src/interview/evolve.js';
import type { Event } from '../../src/interview/intent.js';
import { canonicalText, type Session } from '../../src/interview/session.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';

const fresh = () => aSession(limiterBank()).build();
const answered = (question: string, value: string, over: object = {}): Event => ({
  ...{ type: 'answered', step: question, question, answer: { status: 'answered', value }, where: 'own' },
  ...over,
});
const happened = (session: Session, ...events: readonly Event[]): Session => events.reduce(evolve, session);

describe('a row that goes', () => {
  const bank = aBank()
    .question(
      {
        ...{ id: 'dep.parts', kind: 'table', key: 'name' },
        columns: [{ id: 'name', label: 'Name', kind: 'text', required: true }],
      },
      {
        ...{ id: 'dep.teams', kind: 'table', key: 'name' },
        columns: [
          { id: 'name', label: 'Name', kind: 'text', required: true },
          { id: 'uses', label: 'Uses', kind: 'many', of: 'dep.parts' },
        ],
      },
    )
    .joined();
  const row = (id: string, more: Row['cells'] = {}): Row => ({ id, cells: { name: id, ...more } });
  const staleAfter = (uses: readonly string[], parts: Row[] | undefined): readonly string[] => {
    const before = aSession(bank)
      .answered('dep.parts', [row('redis'), row('db')])
      .answered('dep.teams', [row('web', { uses })])
      .build();
    const answer = parts === undefined ? { status: 'unknown' } : { status: 'answered', value: parts };
    const event = { ...answered('dep.parts', ''), answer } as Event;
    return [...happened(before, event).saved.stale.keys()];
  };

  it('makes a table stale that refers to it, also among several', () => {
    expect(staleAfter(['db', 'redis'], [row('db')])).toEqual(['dep.teams']);
    expect(staleAfter(['redis'], undefined)).toEqual(['dep.teams']);
  });

  it('leaves a table alone that refers to the rows that stay', () => {
    expect(staleAfter(['db'], [row('db')])).toEqual([]);
    expect(staleAfter([], [])).toEqual([]);
    expect(staleAfter(['db', 'redis'], [row('redis'), row('new'), row('db')])).toEqual([]);
  });
});

describe('what is said', () => {
  it.each([
    [undefined, ''],
    ['5 min', '5 min'],
    [true, 'true'],
    [false, 'false'],
    [['a', 'b'], '["a","b"]'],
    [[], '[]'],
  ])('of %j is %j in a waiver', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it('is the same by what it says, whoever holds it', () => {
    expect(sameValue(['a'], ['a'])).toBe(true);
    expect(sameValue(['a'], ['b'])).toBe(false);
    expect(sameValue(undefined, undefined)).toBe(true);
    expect(sameValue(undefined, '')).toBe(false);
  });
});

describe('what happened', () => {
  it('can be undone and done again, step by step, and not once something else happened', () => {
    const [one, two] = [answered('ctx.purpose', 'one'), answered('ctx.purpose', 'two')];
    const purposes = (session: Session) => session.saved.answers.get('ctx.purpose')?.value;
    const both = happened(fresh(), one, two);
    const back = happened(both, { type: 'undone' }, { type: 'undone' });

    expect([back, happened(back, { type: 'redone' })].map(purposes)).toEqual([undefined, 'one']);
    expect(purposes(happened(back, { type: 'redone' }, { type: 'redone' }))).toBe('two');
    expect(happened(back, { type: 'redone' }).past).toHaveLength(1);
    expect(happened(back, { type: 'redone' }).future).toHaveLength(1);
    expect(happened(back, two).future).toEqual([]);
  });

  it('is nothing when there is nothing to undo or to do again', () => {
    const session = fresh();

    expect(happened(session, { type: 'undone' })).toBe(session);
    expect(happened(session, { type: 'redone' })).toBe(session);
  });

  it('is a name or a depth, and the person stays where they are', () => {
    const there = happened(fresh(), { type: 'moved', to: 'rec.rpo' });
    const after = happened(
      there,
      { type: 'renamed', name: 'Gate' },
      { type: 'depth-chosen', depth: 'quick' },
    );

    expect(after.saved).toMatchObject({ name: 'Gate', depth: 'quick' });
    expect(after.position).toEqual({ type: 'step', id: 'rec.rpo' });
    expect(happened(after, { type: 'undone' }).saved).toMatchObject({ name: 'Gate', depth: 'deep' });
  });

  it('is a confirmed answer: it is no longer stale, and what comes after it is asked', () => {
    const stale = aSession(limiterBank())
      .answered('rec.backups', 'hourly')
      .stale('rec.backups', 'rec.rpo')
      .stale('rec.rpo', 'ctx.purpose')
      .build();
    const after = happened(stale, { type: 'confirmed', step: 'rec.backups', question: 'rec.backups' });

    expect([...after.saved.stale.keys()]).toEqual(['rec.rpo']);
    expect(after.saved.answers).toBe(stale.saved.answers);
    expect(after.position).toEqual({ type: 'next', after: 'rec.backups' });
  });
});
