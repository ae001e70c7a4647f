import { stepsOf, type Intent, type StepId } from '../interview/index.js';
import { changeText } from '../runner/index.js';
import { closed, withNotice, type Command, type FormState, type World } from './state.js';
import { askingStep } from './step-draft.js';

/** Tells the runner to move; a refusal is one line, the draft stays where it is. */
export function moved(state: FormState, intent: Intent, world: World): FormState {
  const sent = world.runner.send(intent);
  if (!sent.ok) return withNotice(state, sentenceOf(sent.error));
  return { ...state, scene: world.runner.scene(), error: undefined, notice: '', returnTo: undefined };
}

const sentenceOf = ({ message, hint }: { message: string; hint?: string }): string =>
  hint === undefined ? message : `${message} ${hint}`;

/** Goes to the asked question before the current one; from the review to the last question. */
export const goBack: Command = (state, world) => {
  const step = askingStep(state.scene);
  if (step !== undefined) return moved(state, { type: 'go-back', from: step.id }, world);
  if (state.scene.step.type === 'finished') return moved(state, { type: 'review' }, world);
  const last = stepsNow(state).at(-1);
  return last === undefined ? state : moved(state, { type: 'go-to', to: last.id }, world);
};

/** Goes to the asked question after the current one, or to the review behind the last. */
export const goOn: Command = (state, world) => {
  const steps = stepsNow(state);
  const index = steps.findIndex((step) => step.id === askingStep(state.scene)?.id);
  const next = steps[index + 1];
  return moved(state, next === undefined ? { type: 'review' } : { type: 'go-to', to: next.id }, world);
};

const stepsNow = ({ scene }: FormState) => stepsOf(scene.situation, scene.analysis.probes);

/** Goes to one step by its id, and closes what lies over the screen. */
export function jumpTo(state: FormState, to: StepId, world: World): FormState {
  const after = moved(state, { type: 'go-to', to }, world);
  return after.scene === state.scene ? after : closed({ ...after, depth: { ...after.depth, asked: false } });
}

/** Undoes the last recorded change and says what it was. */
export const undo: Command = (state, world) => travelled(state, 'undo', world);

/** Makes the last undone change again and says what it was. */
export const redo: Command = (state, world) => travelled(state, 'redo', world);

function travelled(state: FormState, type: 'undo' | 'redo', world: World): FormState {
  const before = state.scene.session;
  const after = moved(state, { type }, world);
  if (after.scene === state.scene) return after;
  const said = changeText(before, after.scene, short);
  return withNotice(after, type === 'undo' ? `Undone: ${said} again.` : `Done again: ${said}.`);
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
