import { counted } from '../kernel/index.js';
import type { Step } from './current-step.js';
import { minutesOf } from './estimate.js';
import { isAsked, isOpen, type PlanItem } from './plan.js';
import type { Situation } from './situation.js';

/** How far the interview is, over the questions that apply. */
export type Progress = {
  readonly section: string;
  readonly position: number;
  readonly total: number;
  readonly done: number;
  readonly requiredLeft: number;
  readonly minutesLeft: number;
};

/** Says where the current step stands among the applicable ones, what is still required, and about how long it takes. */
export function progressOf(situation: Situation, step: Step): Progress {
  const asked = situation.plan.filter(isAsked);
  const open = asked.filter(isOpen);
  const index = step.type === 'ask' ? asked.findIndex((item) => item.id === step.id) : asked.length - 1;
  return {
    section: step.type === 'ask' ? step.item.question.section : '',
    position: Math.max(0, index) + 1,
    total: asked.length,
    done: asked.length - open.length,
    requiredLeft: requiredOpen(situation).length,
    minutesLeft: Math.ceil(minutesOf(open)),
  };
}

/** Lists the required questions that have no answer yet. */
export function requiredOpen(situation: Situation): readonly PlanItem[] {
  return situation.plan.filter((item) => item.question.required && item.cell === undefined && isOpen(item));
}

/** What an answer did to the plan: steps that came, went, or became stale. */
export type PlanChange = {
  readonly added: readonly PlanItem[];
  readonly removed: readonly PlanItem[];
  readonly stale: readonly PlanItem[];
};

/** Compares two situations step by step. */
export function planChange(before: Situation, after: Situation): PlanChange {
  const asked = (situation: Situation, id: string) => {
    const item = situation.item(id);
    return item !== undefined && isAsked(item);
  };
  return {
    added: after.plan.filter((item) => isAsked(item) && !asked(before, item.id)),
    removed: before.plan.filter((item) => isAsked(item) && !asked(after, item.id)),
    stale: after.plan.filter((item) => item.state === 'stale' && before.item(item.id)?.state !== 'stale'),
  };
}

/** Says in one line what changed in the plan; nothing when nothing did. */
export function planChangeText(change: PlanChange): string | undefined {
  const kept = change.removed.filter((item) => item.value !== undefined).length;
  const parts = [
    change.added.length > 0 ? `${counted(change.added.length, 'question')} added` : undefined,
    change.removed.length > 0
      ? `${counted(change.removed.length, 'question')} no longer asked${kept > 0 ? ' (answers kept)' : ''}`
      : undefined,
    change.stale.length > 0 ? `${counted(change.stale.length, 'answer')} to look at again` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
