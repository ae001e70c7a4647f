import { describe, expect, it } from 'vitest';
import { currentStep, previousStep, stepsOf } from '../../src/interview/current-step.js';
import { decide } from '../../src/interview/decide.js';
import { joinSaid, type Said } from '../../src/interview/join-said.js';
import { numberRows } from '../../src/interview/row-numbers.js';
import type { Position, Probe, Session } from '../../src/interview/session.js';
import { situationOf } from '../../src/interview/situation.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { at } from './play.js';

const fresh = () => aSession(limiterBank());
const probe = (...about: readonly string[]): Probe => ({ id: 'rule.x', asks: 'Why?', about });
const idsOf = (session: Session, ...probes: readonly Probe[]) =>
  stepsOf(situationOf(session), probes).map(({ id }) => id);
const standing = (position: Position, session = fresh().build()): Session => ({ ...session, position });

describe('the step behind which a follow-up comes', () => {
  const quick = () =>
    fresh()
      .depth('quick')
      .answered('dep.parts', [{ id: 'redis', cells: { name: 'Redis' } }])
      .build();

  it('is the last one of the section of the last answer it is about', () => {
    expect(idsOf(quick(), probe('rec.rpo', 'ctx.purpose'))).toEqual([
      ...['ctx.purpose', 'ctx.state', 'ctx.store', 'rec.rpo', 'probe:rule.x', 'dep.parts', 'dep.calls'],
    ]);
  });

  it('is found by the table of a cell that is not asked itself', () => {
    expect(idsOf(quick(), probe('rec.rpo', 'dep.parts.redis.p99')).at(-1)).toBe('probe:rule.x');
    expect(idsOf(quick(), probe('rec.rpo.part'))[4]).toBe('probe:rule.x');
    expect(idsOf(quick(), probe('rec.rpo', 'dep.partsbin'))[4]).toBe('probe:rule.x');
  });

  it('is the last of all where nothing it is about is asked', () => {
    expect(idsOf(fresh().build(), probe('no.such'))).toEqual([...idsOf(fresh().build()), 'probe:rule.x']);
  });
});

describe('the step that is asked', () => {
  it('is the first open one behind another, and from the end the first open one of all', () => {
    expect(at(standing({ type: 'next' }))).toBe('ctx.purpose');
    expect(at(standing({ type: 'next', after: 'ctx.state' }))).toBe('ctx.store');
    expect(at(standing({ type: 'next', after: 'stk.language' }))).toBe('ctx.purpose');
    expect(at(standing({ type: 'next', after: 'no.such' }))).toBe('ctx.purpose');
  });

  it('is the one that was chosen, though it has an answer, and the next one where it is gone', () => {
    const answered = fresh().answered('rec.rpo', '5 min').build();

    expect(at(standing({ type: 'step', id: 'rec.rpo' }, answered))).toBe('rec.rpo');
    expect(at(standing({ type: 'step', id: 'no.such' }, answered))).toBe('ctx.purpose');
  });

  it('comes round to what was left out before it', () => {
    const { plan } = situationOf(fresh().build());
    const skipped = new Set(plan.map(({ id }) => id).filter((id) => id !== 'ctx.state'));

    expect(at({ ...standing({ type: 'next', after: 'rec.rpo' }), skipped })).toBe('ctx.state');
  });

  it('is none when all is answered or left out', () => {
    const { plan } = situationOf(fresh().build());
    const skipped = new Set(plan.map(({ id }) => id));

    expect(at({ ...standing({ type: 'next' }), skipped })).toBe('review');
    expect(at({ ...standing({ type: 'next' }), skipped }, [probe('rec.rpo')])).toBe('probe:rule.x');
  });

  it('is no step in the review and at the end', () => {
    const session = fresh().build();
    const step = (position: Position) => currentStep(standing(position), situationOf(session), []);

    expect(step({ type: 'review' })).toEqual({ type: 'review' });
    expect(step({ type: 'finished' })).toEqual({ type: 'finished' });
  });
});

describe('the step before', () => {
  const steps = () => stepsOf(situationOf(fresh().build()), []);

  it('is none where nothing is asked', () => {
    expect(previousStep([], 'rec.rpo')).toBeUndefined();
  });

  it('is the last one from the review', () => {
    expect(previousStep(steps(), 'review')?.id).toBe('stk.language');
    expect(previousStep(steps(), 'stk.language')?.id).toBe('dep.calls');
  });
});

describe('a decision that cannot be taken', () => {
  it('says that nothing is asked yet', () => {
    const session = aSession(aBank().question({ id: 'ctx.x', when: 'false' }).joined()).build();
    const ground = { current: { type: 'review' }, probes: [] } as const;

    expect(decide(session, { type: 'go-back', from: 'ctx.x' }, ground)).toEqual({
      ...{ ok: false, error: { code: 'nowhere', message: 'Nothing is asked yet.' } },
    });
  });

  it('says that the row of a cell is gone', () => {
    const before = fresh()
      .answered('dep.parts', [{ id: 'redis', cells: { name: 'Redis' } }])
      .build();
    const id = 'dep.parts.redis.p99';
    const current = currentStep(standing({ type: 'step', id }, before), situationOf(before), []);
    const gone = (session: Session) =>
      decide(session, { type: 'answer', at: id, value: '8 ms' }, { current, probes: [] });
    const refused = {
      ...{ code: 'no-row', message: 'The row this belongs to is gone.', hint: 'Open the table again.' },
    };

    expect(gone(fresh().build())).toEqual({ ok: false, error: refused });
    expect(gone(fresh().standing('dep.parts', { status: 'unknown' }).build())).toEqual({
      ...{ ok: false, error: refused },
    });
  });

  it('was meant for another moment, in the review as at the end', () => {
    const answer = { type: 'answer', at: 'rec.rpo', value: '5 min' } as const;
    const error = {
      ...{ code: 'stale-answer', hint: 'Go to that question and answer it there.' },
      message: 'This was meant for rec.rpo, which is no longer being asked.',
    };

    for (const type of ['review', 'finished'] as const)
      expect(decide(fresh().build(), answer, { current: { type }, probes: [] })).toEqual({
        ok: false,
        error,
      });
  });
});

describe('a cell of a table that specs share', () => {
  const bank = aBank()
    .question({
      ...{ id: 'dep.parts', kind: 'table', key: 'name', scope: 'repository' },
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
        { id: 'note', label: 'Note', kind: 'text', ask: 'later' },
      ],
    })
    .joined();
  const rows = [{ id: 'a', cells: { name: 'A' } }];
  const where = (session: Session) => {
    const id = 'dep.parts.a.note';
    const current = currentStep(standing({ type: 'step', id }, session), situationOf(session), []);
    const decided = decide(session, { type: 'answer', at: id, value: 'x' }, { current, probes: [] });
    return decided.ok && decided.value.type === 'answered' ? decided.value.where : decided;
  };

  it('is filled where its table stands', () => {
    expect(where(aSession(bank).answered('dep.parts', rows).build())).toBe('own');
    expect(where(aSession(bank).inContext().answered('dep.parts', rows).build())).toBe('own');
  });
});

describe('a number that no decision can have', () => {
  it.each(['12345', '12a', 'a12', '-1', '1.5', ''])('counts for nothing: %j', (nnnn) => {
    const [first, second] = numberRows([
      { id: 'a', cells: {}, nnnn },
      { id: 'b', cells: {} },
    ]);

    expect([first?.nnnn, second?.nnnn]).toEqual([nnnn, '0001']);
  });

  it.each([
    ['7', '0008'],
    ['0007', '0008'],
    ['9999', '10000'],
  ])('but %s does', (nnnn, next) => {
    const rows = numberRows([
      { id: 'a', cells: {}, nnnn },
      { id: 'b', cells: {} },
    ]);

    expect(rows.map((row) => row.nnnn)).toEqual([nnnn, next]);
    expect(numberRows([{ id: 'a', cells: {} }], 41).map((row) => row.nnnn)).toEqual(['0042']);
  });
});

describe('two sides of one spec', () => {
  it('have the name and the depth of whoever changed them', () => {
    const said = (over: Partial<Said['saved']>): Said => {
      const { saved, context } = fresh().build();
      return { saved: { ...saved, ...over }, context };
    };
    const base = said({});
    const theirs = said({ depth: 'quick', name: 'Gate' });
    const joined = joinSaid(limiterBank(), { base, left: base, mine: base, theirs }, new Set());

    expect(joined.saved).toMatchObject({ depth: 'quick', name: 'Gate' });
    expect(joined.changed).toEqual(['name', 'depth']);
  });
});
