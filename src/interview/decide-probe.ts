import { isDay } from '../bank/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Event, Intent, Standing } from './intent.js';
import type { Probe } from './session.js';

type Decision = Result<Event, Problem>;
type IntentAt = Extract<Intent, { at: string }>;

/** Refuses with a reason and what to do instead. */
export function refuse(code: string, message: string, hint?: string): Result<Event, Problem> {
  return err(hint === undefined ? { code, message } : { code, message, hint });
}

/** Says what a status still lacks: a reason, the behaviour meanwhile, or a day that exists. */
export function missingRemark(standing: Standing): Problem | undefined {
  if (standing.status === 'not-applicable' && standing.reason.trim() === '') {
    return {
      code: 'reason-missing',
      message: 'Not applicable needs a reason.',
      hint: 'One sentence is enough, for example: no personal data is stored.',
    };
  }
  if (standing.status === 'deferred' && standing.meanwhile.trim() === '') {
    return {
      code: 'meanwhile-missing',
      message: 'Deferred needs the behaviour until then.',
      hint: 'Say what the system does meanwhile, for example: refuse with 503.',
    };
  }
  if (standing.status === 'unknown' && standing.due !== undefined && !isDay(standing.due)) {
    return {
      code: 'due-date',
      message: `“${standing.due}” is not a day of the calendar.`,
      hint: 'Write when the answer is due as YYYY-MM-DD, for example 2026-12-15.',
    };
  }
  return undefined;
}

/** Decides about a follow-up question: answered, given a status, skipped or dismissed. */
export function decideProbe(asked: Probe, intent: IntentAt): Decision {
  const step = intent.at;
  const { id, asks, about, by, severity } = asked;
  const probe: Probe = {
    ...{ id, asks, about },
    ...(by === undefined ? {} : { by }),
    ...(severity === undefined ? {} : { severity }),
  };
  if (intent.type === 'skip') return ok({ type: 'skipped', step });
  if (intent.type === 'dismiss')
    return ok({ type: 'probe-settled', step, probe: { ...probe, dismissed: true } });
  if (intent.type === 'set-status') {
    const missing = missingRemark(intent.standing);
    if (missing !== undefined) return err(missing);
    return ok({
      type: 'probe-settled',
      step,
      probe: { ...probe, answer: { ...intent.remarks, ...intent.standing } },
    });
  }
  if (intent.type !== 'answer')
    return refuse('not-for-a-probe', 'A follow-up question takes an answer, a status, or a dismissal.');
  if (typeof intent.value !== 'string' || intent.value.trim() === '') {
    return refuse('empty', 'The answer is still empty.', 'Type one, skip it, or dismiss it.');
  }
  return ok({
    type: 'probe-settled',
    step,
    probe: { ...probe, answer: { ...intent.remarks, status: 'answered', value: intent.value } },
  });
}
