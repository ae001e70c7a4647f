import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  evolve,
  isInherited,
  planChange,
  planChangeText,
  situationOf,
  UNDO_STEPS,
  type Intent,
  type Session,
} from '../../src/interview/index.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { at, decided, play, stepOf } from './play.js';

const bank = limiterBank();
const fresh = () => aSession(bank).build();
const go = (to: string): Intent => ({ type: 'go-to', to });
const answer = (id: string, value: string): Intent => ({ type: 'answer', at: id, value });

describe('evolve', () => {
  it('goes to the next open step after an answer, and round again to what was left open', () => {
    const session = play(fresh(), go('rec.rpo'), answer('rec.rpo', '5 min'));
    expect(at(session)).toBe('rec.backups');
    const end = play(session, go('stk.language'), answer('stk.language', 'Go'));
    expect(at(end)).toBe('ctx.purpose');
  });

  it('comes to the review when everything is answered or skipped', () => {
    let session = fresh();
    while (at(session) !== 'review') session = play(session, { type: 'skip', at: at(session) });
    expect(session.skipped.has('ctx.purpose')).toBe(true);
    expect(at(play(session, { type: 'finish' }))).toBe('finished');
  });

  it('marks answers that rest on a changed one as stale, never deletes them, and undo restores everything', () => {
    const before = aSession(bank).answered('rec.rpo', '5 min').answered('rec.backups', 'hourly').build();
    const after = play(before, go('rec.rpo'), answer('rec.rpo', '1 h'));
    expect([...after.saved.stale]).toEqual([['rec.backups', 'rec.rpo']]);
    expect(answerOf(after, 'rec.backups')?.value).toBe('hourly');
    const change = planChange(situationOf(before), situationOf(after));
    expect(planChangeText(change)).toBe('1 answer to look at again');
    const undone = play(after, { type: 'undo' });
    expect(undone.saved).toBe(before.saved);
    expect(play(undone, { type: 'redo' }).saved).toBe(after.saved);
  });

  it('does not mark anything stale when the same answer is given again', () => {
    const before = aSession(bank).answered('rec.rpo', '5 min').answered('rec.backups', 'hourly').build();
    expect(play(before, go('rec.rpo'), answer('rec.rpo', '5 min')).saved.stale.size).toBe(0);
  });

  it('marks a table stale when a row it refers to is gone', () => {
    const session = aSession(bank)
      .answered('dep.parts', [{ id: 'redis', cells: { name: 'Redis' } }])
      .answered('dep.calls', [{ id: 'get', cells: { part: 'redis', name: 'get' } }])
      .build();
    const after = play(session, go('dep.parts'), {
      type: 'answer',
      at: 'dep.parts',
      value: [{ id: 'db', cells: { name: 'Db' } }],
    });
    expect([...after.saved.stale]).toEqual([['dep.calls', 'dep.parts']]);
    expect(answerOf(after, 'dep.calls')?.value).toEqual([
      { id: 'get', cells: { part: 'redis', name: 'get' } },
    ]);
  });

  it('keeps the answer of a question that is no longer asked, and says so', () => {
    const before = aSession(bank).answered('ctx.state', 'some').answered('ctx.store', 'Postgres').build();
    const after = play(before, go('ctx.state'), answer('ctx.state', 'none'));
    expect(answerOf(after, 'ctx.store')?.value).toBe('Postgres');
    expect(situationOf(after).item('ctx.store')).toMatchObject({
      state: 'not-asked',
      hidden: { type: 'condition' },
    });
    expect(planChangeText(planChange(situationOf(before), situationOf(after)))).toBe(
      '1 question no longer asked (answers kept)',
    );
  });

  it('shares an answer of this spec with all specs: the shared one counts then', () => {
    const own = aSession(bank).answered('stk.language', 'Go').shared('stk.language', 'Java').build();
    expect(isInherited(own, 'stk.language')).toBe(false);
    const shared = play(own, go('stk.language'), answer('stk.language', 'Rust'));
    expect(answerOf(shared, 'stk.language')?.value).toBe('Rust');
    expect(isInherited(shared, 'stk.language')).toBe(true);
  });

  it('drops the answer of this spec to inherit again', () => {
    const own = aSession(bank).answered('stk.language', 'Go').shared('stk.language', 'Java').build();
    const inherited = play(own, go('stk.language'), { type: 'inherit', at: 'stk.language' });
    expect(answerOf(inherited, 'stk.language')?.value).toBe('Java');
  });

  it('undoes 200 steps and no more', () => {
    let session = fresh();
    for (let count = 0; count < UNDO_STEPS + 20; count += 1) {
      session = play(session, go('ctx.purpose'), answer('ctx.purpose', String(count)));
    }
    let steps = 0;
    while (decided(session, { type: 'undo' }).ok) {
      session = play(session, { type: 'undo' });
      steps += 1;
    }
    expect(steps).toBe(UNDO_STEPS);
    expect(answerOf(session, 'ctx.purpose')?.value).toBe('19');
  });
});

const steps = [
  ...situationOf(fresh()).plan.map(({ id }) => id),
  'dep.parts.redis.p99',
  'probe:rule.x',
  'no.such',
  '',
];
const anyStep = fc.constantFrom(...steps);
const anyValue = fc.oneof(
  fc.constantFrom('some', 'none', '5 min', '1 h', 'a', 'b', '', true, ['x']),
  fc.constant([{ id: 'redis', cells: { name: 'Redis' } }]),
  fc.constant([{ id: 'get', cells: { part: 'redis', name: 'get' } }]),
  fc.string(),
);
const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ type: fc.constant('answer' as const), at: anyStep, value: anyValue, here: fc.boolean() }),
  fc.record({
    type: fc.constantFrom('confirm' as const, 'clear', 'inherit', 'skip', 'dismiss'),
    at: anyStep,
  }),
  fc.record({
    type: fc.constant('set-status' as const),
    at: anyStep,
    standing: fc.constantFrom(
      { status: 'unknown' as const },
      { status: 'not-applicable' as const, reason: 'r' },
    ),
  }),
  fc.record({ type: fc.constant('go-to' as const), to: anyStep }),
  fc.record({ type: fc.constant('go-back' as const), from: anyStep }),
  fc.record({
    type: fc.constant('choose-depth' as const),
    depth: fc.constantFrom('quick' as const, 'standard', 'deep'),
  }),
  fc.record({ type: fc.constantFrom('review' as const, 'finish', 'undo', 'redo') }),
);

/** Plays what a person might do: half of the intents are aimed at the step that is asked. */
function tried(session: Session, { intent, aimed }: { intent: Intent; aimed: boolean }): Session {
  const step = at(session);
  const event = decided(session, aimed && 'at' in intent ? { ...intent, at: step } : intent);
  return event.ok ? evolve(session, event.value) : session;
}

const anyRun = fc.array(fc.record({ intent: anyIntent, aimed: fc.boolean() }), { maxLength: 30 });

describe('any intents', () => {
  it('never throw, and leave a session that can be asked', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const session = run.reduce(tried, fresh());
        expect(stepOf(session).type).toMatch(/^(ask|probe|review|finished)$/);
      }),
    );
  });

  it('are undone to the very same answers, whatever they were', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const before = fresh();
        let session = run.filter(({ intent }) => intent.type !== 'undo').reduce(tried, before);
        while (session.past.length > 0) session = play(session, { type: 'undo' });
        expect(session.saved).toEqual(before.saved);
        expect(session.context).toEqual(before.context);
        expect(session.unfit).toEqual(before.unfit);
      }),
    );
  });

  it('never record an answer on another question than the one they name', () => {
    fc.assert(
      fc.property(anyRun, anyStep, anyValue, (run, id, value) => {
        const session = run.reduce(tried, fresh());
        const event = decided(session, { type: 'answer', at: id, value });
        if (!event.ok || event.value.type !== 'answered') return;
        const { question } = event.value;
        expect(id.startsWith(question)).toBe(true);
        const after = evolve(session, event.value);
        const others = bank.questions.filter((other) => other.id !== question);
        for (const other of others) expect(answerOf(after, other.id)).toBe(answerOf(session, other.id));
      }),
    );
  });
});
