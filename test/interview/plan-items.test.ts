import { describe, expect, it } from 'vitest';
import { referencesTo } from '../../src/interview/references.js';
import type { Session } from '../../src/interview/session.js';
import { isDeeper, questionOfStep, situationOf } from '../../src/interview/situation.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { play } from './play.js';

const column = (id: string, over: object = {}) => ({ id, label: id, kind: 'text', ...over });
const table = (...columns: readonly object[]): Raw => ({
  ...{ id: 'dep.parts', kind: 'table', key: 'name', depth: 'quick' },
  columns: [column('name', { required: true, ask: 'row' }), ...columns],
});
const partsBank = (...columns: readonly object[]) =>
  aBank()
    .question({ id: 'ctx.state', depth: 'quick' }, table(...columns))
    .joined();
const item = (session: Session, id: string) => {
  const found = Object.entries(situationOf(session).item(id) ?? {});
  return Object.fromEntries(found.filter(([name]) => name !== 'question' && name !== 'cell'));
};
const cellIds = (session: Session) =>
  situationOf(session).plan.flatMap(({ id, cell }) => (cell === undefined ? [] : [id]));
const redis = (cells: object = {}) => [{ id: 'redis', cells: { name: 'Redis', ...cells } }];

describe('a question in the plan', () => {
  const bank = limiterBank();

  it('has its state, its value, and why it is hidden, and nothing that it has not', () => {
    const session = aSession(bank)
      .depth('quick')
      .answered('ctx.state', 'none')
      .answered('rec.backups', 'daily');

    expect(item(session.build(), 'ctx.purpose')).toEqual({ id: 'ctx.purpose', state: 'open' });
    expect(item(session.build(), 'ctx.state')).toEqual({ id: 'ctx.state', state: 'answered', value: 'none' });
    expect(item(session.build(), 'ctx.store')).toEqual({
      ...{ id: 'ctx.store', state: 'not-asked' },
      hidden: { type: 'condition', when: "a.ctx.state == 'some'" },
    });
    expect(item(session.build(), 'rec.backups')).toEqual({
      ...{ id: 'rec.backups', state: 'not-asked', value: 'daily' },
      hidden: { type: 'depth', depth: 'standard' },
    });
  });

  it('has its default while nothing is said, and while it is asked', () => {
    const value = (session: Session) => item(session, 'rec.mode');

    expect(value(aSession(bank).build())).toEqual({ id: 'rec.mode', state: 'default', value: 'a' });
    expect(value(aSession(bank).standing('rec.mode', { status: 'unknown' }).build())).toEqual({
      ...{ id: 'rec.mode', state: 'unknown' },
    });
    expect(value(aSession(bank).depth('quick').build())).toEqual({
      ...{ id: 'rec.mode', state: 'not-asked', hidden: { type: 'depth', depth: 'standard' } },
    });
  });

  it('is of another scope in the interview about the context, and shared there at any depth', () => {
    const session = aSession(bank).depth('quick').inContext().build();

    expect(item(session, 'ctx.purpose')).toEqual({
      ...{ id: 'ctx.purpose', state: 'not-asked', hidden: { type: 'other-scope' } },
    });
    expect(item(session, 'stk.language')).toEqual({ id: 'stk.language', state: 'open' });
  });

  it('is inherited at any depth', () => {
    expect(item(aSession(bank).depth('quick').shared('stk.language', 'Go').build(), 'stk.language')).toEqual({
      ...{ id: 'stk.language', state: 'inherited', value: 'Go' },
    });
  });

  it.each([
    ['deep', 'quick', true],
    ['standard', 'quick', true],
    ['quick', 'quick', false],
    ['quick', 'deep', false],
    ['deep', 'standard', true],
  ] as const)('of the depth %s is deeper than %s: %s', (depth, chosen, deeper) => {
    expect(isDeeper(depth, chosen)).toBe(deeper);
  });
});

describe('a cell in the plan', () => {
  const later = column('note', { ask: 'later' });

  it('that is asked later is deep unless it says otherwise', () => {
    const bank = partsBank(later, column('soon', { ask: 'later', depth: 'standard' }));
    const session = aSession(bank).depth('standard').answered('dep.parts', redis()).build();

    expect(item(session, 'dep.parts.redis.note')).toEqual({
      ...{ id: 'dep.parts.redis.note', state: 'not-asked', hidden: { type: 'depth', depth: 'deep' } },
    });
    expect(item(session, 'dep.parts.redis.soon')).toEqual({ id: 'dep.parts.redis.soon', state: 'open' });
  });

  it('that has a value has it at any depth', () => {
    const session = aSession(partsBank(later)).answered('dep.parts', redis({ note: 'fast' }));

    expect(item(session.build(), 'dep.parts.redis.note')).toEqual({
      ...{ id: 'dep.parts.redis.note', state: 'answered', value: 'fast' },
    });
    expect(item(session.depth('quick').build(), 'dep.parts.redis.note')).toEqual({
      ...{ id: 'dep.parts.redis.note', state: 'answered', value: 'fast' },
      hidden: { type: 'depth', depth: 'deep' },
    });
  });

  it('is not asked where its row rules it out', () => {
    const bank = partsBank(column('kind', { ask: 'row' }), { ...later, when: "row.kind == 'store'" });
    const session = aSession(bank)
      .answered('dep.parts', redis({ kind: 'queue' }))
      .build();

    expect(item(session, 'dep.parts.redis.note')).toEqual({
      ...{ id: 'dep.parts.redis.note', state: 'not-asked' },
      hidden: { type: 'condition', when: "row.kind == 'store'" },
    });
    expect(
      item(
        aSession(bank)
          .answered('dep.parts', redis({ kind: 'store' }))
          .build(),
        'dep.parts.redis.note',
      ),
    ).toEqual({ id: 'dep.parts.redis.note', state: 'open' });
  });

  it('of a row is asked with it, and later only when it is required and empty', () => {
    const bank = partsBank(
      column('owner', { ask: 'row' }),
      column('kind', { ask: 'row', required: true }),
      later,
    );

    expect(cellIds(aSession(bank).answered('dep.parts', redis()).build())).toEqual([
      'dep.parts.redis.kind',
      'dep.parts.redis.note',
    ]);
    expect(
      cellIds(
        aSession(bank)
          .answered('dep.parts', redis({ kind: 'x' }))
          .build(),
      ),
    ).toEqual(['dep.parts.redis.note']);
  });

  it('is none of a table that is not asked, or that is inherited', () => {
    const hidden = aBank()
      .question({ id: 'ctx.state', depth: 'quick' }, { ...table(later), depth: 'deep' })
      .joined();
    const shared = aBank()
      .question({ ...table(later), scope: 'repository' })
      .joined();

    expect(cellIds(aSession(hidden).depth('standard').answered('dep.parts', redis()).build())).toEqual([]);
    expect(cellIds(aSession(hidden).answered('dep.parts', redis()).build())).toEqual([
      'dep.parts.redis.note',
    ]);
    expect(cellIds(aSession(shared).shared('dep.parts', redis()).build())).toEqual([]);
  });

  it('belongs to its table', () => {
    const bank = partsBank(later);

    expect(questionOfStep(bank, 'dep.parts')?.id).toBe('dep.parts');
    expect(questionOfStep(bank, 'dep.parts.redis.note')?.id).toBe('dep.parts');
    expect(questionOfStep(bank, 'dep.other')).toBeUndefined();
  });
});

describe('the cells that point at a row', () => {
  const of = (id: string, to: string, kind = 'choice') => column(id, { kind, of: to });
  const named = (id: string, ...columns: readonly object[]): Raw => ({
    ...{ id, kind: 'table', key: 'name' },
    columns: [column('name', { required: true }), ...columns],
  });
  const bank = () =>
    aBank()
      .question(
        named('dep.parts'),
        named('dep.teams'),
        named('dep.calls', of('part', 'dep.parts'), of('team', 'dep.teams'), of('all', 'dep.parts', 'many')),
      )
      .joined();

  it('are those of its table, one or several, and none of another table with such a row', () => {
    const calls = [
      { id: 'get', cells: { name: 'get', part: 'a', team: 'a', all: ['b', 'a'] } },
      { id: 'put', cells: { name: 'a', part: 'b', team: 'a', all: ['b'] } },
    ];
    const session = aSession(bank()).answered('dep.calls', calls).build();

    expect(referencesTo(session, 'dep.parts', 'a')).toEqual(['dep.calls.get.part', 'dep.calls.get.all']);
    expect(referencesTo(session, 'dep.teams', 'a')).toEqual(['dep.calls.get.team', 'dep.calls.put.team']);
    expect(referencesTo(session, 'dep.teams', 'b')).toEqual([]);
  });
});

describe('an interview that goes on', () => {
  it('keeps what it showed while nothing that counts has changed', () => {
    const session = aSession(limiterBank()).build();

    expect(situationOf(play(session, { type: 'review' }))).toBe(situationOf(session));
    expect(situationOf({ ...session, context: new Map() })).not.toBe(situationOf(session));
    expect(situationOf({ ...session, mode: 'context' })).not.toBe(situationOf(session));
    expect(situationOf({ ...session, unfit: new Map() })).not.toBe(situationOf(session));
    expect(situationOf({ ...session, bank: limiterBank() })).not.toBe(situationOf(session));
  });
});
