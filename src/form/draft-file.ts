import { stepsOf, type AskingStep, type Remarks, type StepId } from '../interview/index.js';
import { canonicalText } from '../interview/index.js';
import { dialogFiles, withDialogs } from './dialog-file.js';
import { draftJson, isDirty, readDraft, restoreDraft } from './draft.js';
import type { DraftFile, FormState, Kept, World } from './state.js';
import { askingStep, draftContext, shapeOf } from './step-draft.js';

/** What is being typed, as it is kept on disk. */
function draftFileOf(state: FormState): DraftFile {
  const dirty = [...state.drafts].filter(([, { draft }]) => isDirty(draft));
  const dialogs = dialogFiles(state);
  return {
    format: 1,
    step: askingStep(state.scene)?.id ?? state.scene.step.type,
    drafts: Object.fromEntries(dirty.map(([step, { draft }]) => [step, draftJson(draft)])),
    remarks: Object.fromEntries(state.remarks),
    ...(dialogs.length === 0 ? {} : { dialogs }),
  };
}

/** Saves what is being typed; gives the sentence to show when that fails. */
export function flushDraft(state: FormState, { options }: Pick<World, 'options'>): string {
  const saved = options.saveDraft(draftFileOf(state));
  return saved.ok ? '' : (saved.error[0]?.message ?? 'The draft could not be saved.');
}

type Restored = {
  readonly step: StepId | undefined;
  readonly drafts: FormState['drafts'];
  readonly remarks: FormState['remarks'];
};

/** Takes back what was being typed when the interview stopped; what does not fit is left out. */
export function restoredDrafts(state: FormState, json: unknown): Restored {
  const none: Restored = { step: undefined, drafts: new Map(), remarks: new Map() };
  if (!isRecord(json)) return none;
  const steps = stepsById(state);
  const saved = isRecord(json['drafts']) ? Object.entries(json['drafts']) : [];
  const drafts = saved.flatMap(([id, draft]): readonly [StepId, Kept][] => {
    const step = steps.get(id);
    const kept = step === undefined ? undefined : restored(state, step, draft);
    return kept === undefined ? [] : [[id, kept]];
  });
  const said = isRecord(json['remarks']) ? Object.entries(json['remarks']) : [];
  const remarks = said.filter(([id, value]) => steps.has(id) && isRecord(value)) as [StepId, Remarks][];
  const step = typeof json['step'] === 'string' && isKnown(json['step'], steps) ? json['step'] : undefined;
  const recorded =
    step !== undefined && saved.some(([id]) => id === step) && !drafts.some(([id]) => id === step);
  return { step: recorded ? undefined : step, drafts: new Map(drafts), remarks: new Map(remarks) };
}

const stepsById = ({ scene }: FormState): ReadonlyMap<StepId, AskingStep> =>
  new Map(stepsOf(scene.situation, scene.analysis.probes).map((step) => [step.id, step]));

/** Takes back what was filled into dialogs, once the form is at its step again. */
export function restoredDialogs(state: FormState, json: unknown, now: number): FormState {
  return isRecord(json) ? withDialogs(state, json['dialogs'], { steps: stepsById(state), now }) : state;
}

const isKnown = (step: string, steps: ReadonlyMap<StepId, AskingStep>): boolean =>
  step === 'review' || steps.has(step);

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** A draft that says what is recorded already was saved a moment before its answer: it is done. */
function restored(state: FormState, step: AskingStep, json: unknown): Kept | undefined {
  const value = step.type === 'probe' ? undefined : step.item.value;
  const context = draftContext(state, step.id);
  const draft = restoreDraft(shapeOf(step), json, { value, context });
  const read = readDraft(draft, context);
  const same =
    value !== undefined && read.type === 'value' && canonicalText(read.value) === canonicalText(value);
  return same ? undefined : { draft, value };
}
