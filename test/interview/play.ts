import {
  currentStep,
  decide,
  evolve,
  situationOf,
  type Event,
  type Intent,
  type Probe,
  type Session,
  type Step,
} from '../../src/interview/index.js';
import type { Problem, Result } from '../../src/kernel/index.js';

/** The step a session is at. */
export function stepOf(session: Session, probes: readonly Probe[] = []): Step {
  return currentStep(session, situationOf(session), probes);
}

/** The id of the step a session is at, or the name of the screen. */
export function at(session: Session, probes: readonly Probe[] = []): string {
  const step = stepOf(session, probes);
  return step.type === 'ask' || step.type === 'probe' ? step.id : step.type;
}

/** What a session decides about an intent. */
export function decided(
  session: Session,
  intent: Intent,
  probes: readonly Probe[] = [],
): Result<Event, Problem> {
  return decide(session, intent, { current: stepOf(session, probes), probes });
}

/** The session after some intents; one that is refused is a bug of the test. */
export function play(session: Session, ...intents: readonly Intent[]): Session {
  return intents.reduce((now, intent) => {
    const event = decided(now, intent);
    if (!event.ok) throw new Error(`${intent.type}: ${event.error.message}`);
    return evolve(now, event.value);
  }, session);
}

/** The code of a refusal, or the type of the event. */
export function outcome(session: Session, intent: Intent, probes: readonly Probe[] = []): string {
  const result = decided(session, intent, probes);
  return result.ok ? result.value.type : result.error.code;
}
