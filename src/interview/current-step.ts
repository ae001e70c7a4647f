import { isAsked, isOpen, probeStep, type PlanItem } from './plan.js';
import type { Probe, Session, StepId } from './session.js';
import type { Situation } from './situation.js';

/** What the interview asks for now. */
export type Step =
  | { readonly type: 'ask'; readonly id: StepId; readonly item: PlanItem }
  | { readonly type: 'probe'; readonly id: StepId; readonly probe: Probe }
  | { readonly type: 'review' }
  | { readonly type: 'finished' };

/** A step that waits for something from the person. */
export type AskingStep = Extract<Step, { type: 'ask' | 'probe' }>;

/** Every asked step in order; a probe follows the section in which the last answer it is about stands. */
export function stepsOf(situation: Situation, probes: readonly Probe[]): readonly AskingStep[] {
  const asked = situation.plan.filter(isAsked);
  const sections = [...new Set(asked.map((item) => item.question.section))];
  const waiting = probes.map((probe) => ({ probe, section: sectionOf(probe, asked) ?? sections.at(-1) }));
  return sections.flatMap((section) => [
    ...asked.filter((item) => item.question.section === section).map(askStep),
    ...waiting.filter((entry) => entry.section === section).map((entry) => asProbeStep(entry.probe)),
  ]);
}

const askStep = (item: PlanItem): AskingStep => ({ type: 'ask', id: item.id, item });

const asProbeStep = (probe: Probe): AskingStep => ({ type: 'probe', id: probeStep(probe.id), probe });

function sectionOf(probe: Probe, asked: readonly PlanItem[]): string | undefined {
  return asked.findLast((item) => probe.about.some((id) => id === item.id || id.startsWith(`${item.id}.`)))
    ?.question.section;
}

/** Says what is asked now; when nothing is left open, the review comes. */
export function currentStep(session: Session, situation: Situation, probes: readonly Probe[]): Step {
  const { position } = session;
  if (position.type === 'review' || position.type === 'finished') return { type: position.type };
  const steps = stepsOf(situation, probes);
  if (position.type === 'step') {
    const there = steps.find((step) => step.id === position.id);
    return there ?? nextOpen(session, steps, position.id);
  }
  return nextOpen(session, steps, position.after);
}

function nextOpen(session: Session, steps: readonly AskingStep[], after: StepId | undefined): Step {
  const start = after === undefined ? 0 : steps.findIndex((step) => step.id === after) + 1;
  const inOrder = [...steps.slice(start), ...steps.slice(0, start)];
  return inOrder.find((step) => waits(session, step)) ?? { type: 'review' };
}

function waits(session: Session, step: AskingStep): boolean {
  if (session.skipped.has(step.id)) return false;
  return step.type === 'probe' || isOpen(step.item);
}

/** Gives the step before `from`, whatever its state; at the start it stays where it is. */
export function previousStep(steps: readonly AskingStep[], from: StepId): AskingStep | undefined {
  const index = steps.findIndex((step) => step.id === from);
  return index === -1 ? steps.at(-1) : steps[Math.max(0, index - 1)];
}
