import { draftText, replaceDraftText } from './draft.js';
import { withNotice, type Command, type FormState } from './state.js';
import { askingStep, draftContext, freshDraft, keptDraft, withDraft } from './step-draft.js';
import { stepsOf, type StepId } from '../interview/index.js';

/** Hands the text of the field to an outside editor; what comes back is taken by `takeText`. */
export const handOff: Command = (state, { options }) => {
  const step = askingStep(state.scene);
  if (step === undefined) return state;
  const text = draftText(keptDraft(state, step).draft);
  if (options.onEditor === undefined) return withNotice(state, 'No editor is available here.');
  if (text === undefined) return withNotice(state, 'This is picked, not typed: there is nothing to edit.');
  const asked =
    step.type === 'probe' ? [step.probe.asks] : [step.item.question.prompt, step.item.question.detail ?? ''];
  options.onEditor({ step: step.id, text, comment: asked.filter((line) => line !== '') });
  return state;
};

/** Takes the text back from the outside editor, for the question it was handed out for; nothing changed keeps the draft. */
export function takeText(state: FormState, id: StepId, text: string | undefined): FormState {
  const step = stepsOf(state.scene.situation, state.scene.analysis.probes).find(
    (candidate) => candidate.id === id,
  );
  if (text === undefined || step === undefined) return state;
  const kept = state.drafts.has(id) ? keptDraft(state, step) : freshDraft(state, step);
  const context = draftContext(state, id);
  const before = draftText(kept.draft);
  if (before === undefined || before === text.replace(/\n$/, '') || before === text) return state;
  const { draft, outcome } = replaceDraftText(kept.draft, text, context);
  const next = withDraft({ ...state, error: undefined }, step, draft);
  return outcome?.type === 'notice' ? withNotice(next, outcome.message) : next;
}
