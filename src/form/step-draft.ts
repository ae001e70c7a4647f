import type { Value } from '../bank/index.js';
import {
  canonicalText,
  questionOfStep,
  referencesTo,
  type AskingStep,
  type StepId,
} from '../interview/index.js';
import { rowRefs, type Scene } from '../runner/index.js';
import { createDraft, isDirty, type Draft, type DraftContext, type DraftShape } from './draft.js';
import { DONE } from './drafts/table.js';
import { layoutOf } from './layout.js';
import type { FormState, Kept, Proposed } from './state.js';

/** The step that waits for something, if the interview is at one. */
export function askingStep(scene: Scene): AskingStep | undefined {
  const { step } = scene;
  return step.type === 'ask' || step.type === 'probe' ? step : undefined;
}

/** What the field of a step takes: the question, one column of it, or prose for a follow-up. */
export function shapeOf(step: AskingStep): DraftShape {
  if (step.type === 'probe') return { kind: 'prose' };
  return step.item.cell?.column ?? step.item.question;
}

/** What a draft of a step sees of the world around it. */
export function draftContext(state: FormState, step: StepId): DraftContext {
  const { scene, size } = state;
  const { main, fieldRows } = layoutOf(size.columns, size.rows);
  const table = questionOfStep(scene.session.bank, step)?.id ?? step;
  return {
    rows: (id) => rowRefs(scene, id),
    references: (row) => referencesTo(scene.session, table, row).length,
    width: main,
    height: fieldRows,
  };
}

/** The draft of a step: the one that was kept, or a fresh one from the recorded value. */
export function keptDraft(state: FormState, step: AskingStep): Kept {
  const kept = state.drafts.get(step.id);
  const value = recordedValue(step);
  if (kept !== undefined && (kept.value === value || isDirty(kept.draft))) return kept;
  if (kept !== undefined && canonicalText(kept.value) === canonicalText(value)) return kept;
  return freshDraft(state, step);
}

/** A draft of a step as if nothing had been typed. */
export function freshDraft(state: FormState, step: AskingStep): Kept {
  const value = recordedValue(step);
  const proposed = proposedFor(state, step);
  const context = draftContext(state, step.id);
  const draft = createDraft(shapeOf(step), { value: proposed?.value ?? value, context });
  return { draft: proposed === undefined ? draft : readyToConfirm(draft), value };
}

/** What is proposed for a question that nobody answered yet. */
export function proposedFor({ proposals }: FormState, step: AskingStep): Proposed | undefined {
  if (step.type === 'probe' || step.item.cell !== undefined) return undefined;
  const { state, id } = step.item;
  return state === 'open' || state === 'default' ? proposals.get(id) : undefined;
}

/** Enter confirms: a table that is filled already starts at its last line. */
const readyToConfirm = (draft: Draft): Draft => (draft.kind === 'table' ? { ...draft, focus: DONE } : draft);

function recordedValue(step: AskingStep): Value | undefined {
  return step.type === 'probe' ? undefined : step.item.value;
}

/** The steps at which something was typed that is not recorded. */
export const typedSteps = ({ drafts }: FormState): readonly StepId[] =>
  [...drafts].filter(([, { draft }]) => isDirty(draft)).map(([step]) => step);

/** Keeps a draft for its step. */
export function withDraft(state: FormState, step: AskingStep, draft: Draft): FormState {
  const kept: Kept = { draft, value: recordedValue(step) };
  return { ...state, drafts: new Map([...state.drafts, [step.id, kept]]) };
}

/** Forgets the draft of a step, and what was said beside it: it is recorded now. */
export function withoutDraft(state: FormState, step: StepId): FormState {
  const drafts = new Map(state.drafts);
  const remarks = new Map(state.remarks);
  drafts.delete(step);
  remarks.delete(step);
  const here = new Set([...state.here].filter((id) => id !== step));
  return { ...state, drafts, remarks, here };
}
