import type { Value } from '../bank/index.js';
import { problemText, type Problem } from '../kernel/index.js';
import { answerOf, canonicalText, type AskingStep, type Intent, type Remarks } from '../interview/index.js';
import { clearDraft, draftText, holdsText, pressDraft, type Outcome } from './draft.js';
import type { Key } from './keys.js';
import { afterCommit } from './notices.js';
import type { FormState, World } from './state.js';
import { withNotice } from './state.js';
import { askingStep, draftContext, keptDraft, proposedFor, withDraft, withoutDraft } from './step-draft.js';

/** Gives a key to the field of the current question; nothing when the field has no use for it. */
export function pressField(state: FormState, key: Key, world: World): FormState | undefined {
  const step = askingStep(state.scene);
  if (step === undefined) return undefined;
  const { draft } = keptDraft(state, step);
  const pressed = pressDraft(draft, key, draftContext(state, step.id));
  if (!pressed.handled || yankedNothing(key, draftText(draft), () => draftText(pressed.draft)))
    return undefined;
  const next = withDraft(pressed.draft === draft ? state : withoutError(state), step, pressed.draft);
  return pressed.outcome === undefined ? next : onOutcome(next, { step, outcome: pressed.outcome }, world);
}

/** Ctrl+Y with nothing killed is free to mean redo. */
function yankedNothing(key: Key, before: string | undefined, after: () => string | undefined): boolean {
  return key.type === 'key' && key.name === 'ctrl-y' && before === after();
}

const withoutError = (state: FormState): FormState => ({ ...state, error: undefined });

type Ended = { readonly step: AskingStep; readonly outcome: Outcome };

function onOutcome(state: FormState, { step, outcome }: Ended, world: World): FormState {
  switch (outcome.type) {
    case 'submit':
      return commit(state, answerIntent(state, step, outcome.value), world);
    case 'refused':
      return withProblem(state, step, outcome.problem);
    case 'notice':
      return withNotice(state, outcome.message);
    case 'add-referenced':
      return toReferenced(state, { step, table: outcome.table }, world);
  }
}

function answerIntent(state: FormState, step: AskingStep, value: Value): Extract<Intent, { type: 'answer' }> {
  const { remarks, ...rest } = besides(state, step);
  const all = { ...confirmedFrom(state, step, value), ...remarks };
  const said = Object.keys(all).length > 0 ? { remarks: all } : {};
  return { type: 'answer', at: step.id, value, ...said, ...rest };
}

/** A proposal that is confirmed as it stands says where it was read; one that was changed is the person's own. */
function confirmedFrom(state: FormState, step: AskingStep, value: Value): Remarks {
  const proposed = proposedFor(state, step);
  if (proposed === undefined || canonicalText(proposed.value) !== canonicalText(value)) return {};
  return { source: 'code', evidence: proposed.evidence };
}

/** What goes with an answer beside its value: remarks (those said before stay), and whether it is kept here. */
export function besides(state: FormState, step: AskingStep): { remarks?: Remarks; here?: boolean } {
  const remarks = present({ ...saidBefore(state, step), ...state.remarks.get(step.id) });
  const here = keepsHere(state, step);
  return { ...(Object.keys(remarks).length > 0 ? { remarks } : {}), ...(here ? { here } : {}) };
}

function saidBefore({ scene }: FormState, step: AskingStep): Remarks {
  if (step.type === 'probe' || step.item.cell !== undefined) return {};
  const answer = answerOf(scene.session, step.item.question.id);
  if (answer === undefined) return {};
  const { why, rejected, source, evidence } = answer;
  return present({ why, rejected, source, evidence });
}

/** What was emptied in a dialog is not said at all. */
function present(said: { readonly [Key in keyof Remarks]: Remarks[Key] | undefined }): Remarks {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Says whether the answer to a shared question is kept for this spec only. */
export function keepsHere(state: FormState, step: AskingStep): boolean {
  if (step.type === 'probe' || step.item.question.scope !== 'repository') return false;
  const { session } = state.scene;
  const own = session.mode === 'spec' && session.saved.answers.has(step.item.question.id);
  return own !== state.here.has(step.id);
}

/** Shows why something was refused, under the field it was meant for. */
function withProblem(state: FormState, step: AskingStep, problem: Problem): FormState {
  return { ...state, error: { step: step.id, text: problemText(problem) } };
}

/** Tells the runner something about the current question; a refusal becomes the line under the field. */
export function commit(state: FormState, intent: Extract<Intent, { at: string }>, world: World): FormState {
  const before = state.scene;
  const sent = world.runner.send(intent);
  const step = askingStep(before);
  if (!sent.ok) return step === undefined ? state : withProblem(state, step, sent.error);
  const recorded = withoutDraft(withoutError(state), intent.at);
  return returned(
    afterCommit({ ...recorded, scene: world.runner.scene() }, before, intent.at),
    intent.at,
    world,
  );
}

function toReferenced(state: FormState, wish: { step: AskingStep; table: string }, world: World): FormState {
  const sent = world.runner.send({ type: 'go-to', to: wish.table });
  if (!sent.ok) return withProblem(state, wish.step, sent.error);
  const returnTo = { after: wish.table, to: wish.step.id };
  const notice = 'Add the row here; recording this table brings you back.';
  return { ...state, scene: world.runner.scene(), returnTo, notice, error: undefined };
}

function returned(state: FormState, at: string, world: World): FormState {
  if (state.returnTo?.after !== at) return state;
  const sent = world.runner.send({ type: 'go-to', to: state.returnTo.to });
  return sent.ok
    ? { ...state, scene: world.runner.scene(), returnTo: undefined }
    : { ...state, returnTo: undefined };
}

/** Empties the field, undoably; nothing when there is no text in it. */
export function clearedField(state: FormState): FormState | undefined {
  const step = askingStep(state.scene);
  if (step === undefined) return undefined;
  const { draft } = keptDraft(state, step);
  if (!holdsText(draft)) return undefined;
  return withNotice(
    withDraft(withoutError(state), step, clearDraft(draft)),
    'Cleared. Ctrl+Z brings it back.',
  );
}
