import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { err, ok } from '../../src/kernel/index.js';
import { limiterBank } from '../interview/bank.js';
import { aRunner, aScene, aSession } from '../helpers/a-session.js';

const fresh = () => aSession(limiterBank()).build();
const purpose = { type: 'answer', at: 'ctx.purpose', value: 'Limit' } as const;

describe('the runner', () => {
  it('saves before the next question is shown', () => {
    const seen: string[] = [];
    const runner = aRunner(fresh(), {
      save: (before, after) => {
        seen.push(`saved ${String(before.saved.answers.size)} to ${String(after.saved.answers.size)}`);
        return ok(undefined);
      },
    });
    runner.subscribe(() => seen.push(`shown ${runner.scene().step.type}`));
    runner.send(purpose);
    expect(seen).toEqual(['saved 0 to 1', 'shown ask']);
  });

  it('changes nothing when the answer cannot be saved', () => {
    const runner = aRunner(fresh(), { save: () => err([{ code: 'full', message: 'The disk is full.' }]) });
    const before = runner.scene();
    expect(runner.send(purpose)).toEqual(err({ code: 'full', message: 'The disk is full.' }));
    expect(runner.scene()).toBe(before);
  });

  it('tells why something was refused, and tells no listener', () => {
    const runner = aRunner(fresh());
    let told = 0;
    runner.subscribe(() => (told += 1));
    expect(runner.send({ ...purpose, at: 'rec.rpo' })).toMatchObject({
      ok: false,
      error: { code: 'stale-answer' },
    });
    expect(told).toBe(0);
  });

  it('tells a listener no more once it is gone', () => {
    const runner = aRunner(fresh());
    let told = 0;
    const stop = runner.subscribe(() => (told += 1));
    stop();
    runner.send(purpose);
    expect(told).toBe(0);
  });

  it('judges again only when an answer changed', () => {
    let judged = 0;
    const runner = aRunner(fresh(), {
      analyst: (session, situation) => {
        judged += 1;
        return analyse(session, situation);
      },
    });
    runner.send({ type: 'go-to', to: 'rec.rpo' });
    runner.send({ type: 'skip', at: 'rec.rpo' });
    runner.send({ type: 'review' });
    expect(judged).toBe(1);
    runner.send({ type: 'undo' });
    expect(judged).toBe(1);
    runner.send({ type: 'go-to', to: 'ctx.purpose' });
    runner.send(purpose);
    expect(judged).toBe(2);
  });

  it('says what an answer changed in the plan, until the next step', () => {
    const runner = aRunner(fresh());
    runner.send({ type: 'go-to', to: 'ctx.state' });
    runner.send({ type: 'answer', at: 'ctx.state', value: 'none' });
    expect(runner.scene().notice).toBe('1 question no longer asked');
    runner.send({ type: 'review' });
    expect(runner.scene().notice).toBeUndefined();
  });

  it('shows the same scene for the same session', () => {
    const session = fresh();
    expect(aScene(session).step).toEqual(aScene(session).step);
    expect(aScene(session).progress).toEqual(aRunner(session).scene().progress);
  });
});
