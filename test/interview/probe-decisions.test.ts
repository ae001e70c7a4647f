import { describe, expect, it } from 'vitest';
import { decideProbe } from '../../src/interview/decide-probe.js';
import type { Intent } from '../../src/interview/intent.js';
import type { Probe } from '../../src/interview/session.js';

const at = 'probe:model.x';
const plain: Probe = { id: 'model.x', asks: 'Why?', about: ['ctx.purpose'] };
const whole: Probe = { ...plain, by: 'qwen3', severity: 'high', why: 'It would be lost.' };
const stored = { ...plain, by: 'qwen3', severity: 'high' };
type IntentAt = Extract<Intent, { at: string }>;

const settled = (intent: IntentAt, probe = whole) => decideProbe(probe, intent);
const taken = (probe: object) => ({ ok: true, value: { type: 'probe-settled', step: at, probe } });
const refused = (error: object) => ({ ok: false, error });

describe('a follow-up question', () => {
  it('keeps an answer with what was said beside it', () => {
    const answer: IntentAt = { type: 'answer', at, value: 'Because.', remarks: { by: '@dba' } };

    expect(settled(answer)).toEqual(
      taken({ ...stored, answer: { by: '@dba', status: 'answered', value: 'Because.' } }),
    );
    expect(settled({ type: 'answer', at, value: 'Because.' }, plain)).toEqual(
      taken({ ...plain, answer: { status: 'answered', value: 'Because.' } }),
    );
  });

  it('keeps a status with what goes with it', () => {
    const standing = { status: 'deferred', meanwhile: 'refuse' } as const;

    expect(settled({ type: 'set-status', at, standing, remarks: { why: 'late' } })).toEqual(
      taken({ ...stored, answer: { why: 'late', status: 'deferred', meanwhile: 'refuse' } }),
    );
  });

  it('is dismissed, and only then', () => {
    expect(settled({ type: 'dismiss', at })).toEqual(taken({ ...stored, dismissed: true }));
  });

  it('is skipped without a trace', () => {
    expect(settled({ type: 'skip', at })).toEqual({ ok: true, value: { type: 'skipped', step: at } });
  });

  it.each([
    [{ type: 'answer', at, value: '' } as const],
    [{ type: 'answer', at, value: ' \n' } as const],
    [{ type: 'answer', at, value: ['Because.'] } as const],
  ])('refuses an answer that says nothing: %j', (intent) => {
    expect(settled(intent)).toEqual(
      refused({
        code: 'empty',
        message: 'The answer is still empty.',
        hint: 'Type one, skip it, or dismiss it.',
      }),
    );
  });

  it.each([
    { type: 'confirm', at } as const,
    { type: 'clear', at } as const,
    { type: 'inherit', at } as const,
  ])('refuses what only a question takes: %j', (intent) => {
    expect(settled(intent)).toEqual(
      refused({
        code: 'not-for-a-probe',
        message: 'A follow-up question takes an answer, a status, or a dismissal.',
      }),
    );
  });

  it('refuses a status that lacks what goes with it', () => {
    const standing = { status: 'not-applicable', reason: '' } as const;

    expect(settled({ type: 'set-status', at, standing })).toMatchObject(refused({ code: 'reason-missing' }));
    expect(settled({ type: 'set-status', at, standing: { status: 'unknown', due: 'soon' } })).toMatchObject(
      refused({ code: 'due-date' }),
    );
  });
});
