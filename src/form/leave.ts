import { clearedField } from './ask.js';
import { flushDraft } from './draft-file.js';
import { whereOf } from './form-view.js';
import { closed, withNotice, type Command, type FormState, type OverlayState, type World } from './state.js';

const TWICE_WITHIN = 2000;

/** Ctrl+C: clears a field with text, undoably; when it is empty, asks once, and a second time within 2 s leaves. */
export const clearOrLeave: Command = (state, world) => {
  return (whereOf(state) === 'ask' ? clearedField(state) : undefined) ?? askToLeave(state, world);
};

/** Asks whether to leave, or leaves when that was asked less than 2 s ago. */
export const askToLeave: Command = (state, world) => {
  const now = world.options.now();
  if (state.leaveAskedAt !== undefined && now - state.leaveAskedAt <= TWICE_WITHIN) return left(state, world);
  return { ...state, overlay: { type: 'leave', under: underOf(state) }, leaveAskedAt: now };
};

function left(state: FormState, world: World): FormState {
  flushDraft(state, world);
  world.options.onLeave('cancel');
  return { ...closed(state), leaveAskedAt: undefined };
}

const underOf = ({ overlay }: FormState): OverlayState =>
  overlay.type === 'leave' ? overlay.under : overlay;

/** Takes the question about leaving back: what it lay over is there again. */
export const stay: Command = (state) => ({ ...state, overlay: underOf(state), leaveAskedAt: undefined });

/** Takes the question about leaving back when nobody answered it in time. */
export function timedOut(state: FormState, now: number): FormState {
  const { leaveAskedAt } = state;
  if (leaveAskedAt === undefined || now - leaveAskedAt <= TWICE_WITHIN) return state;
  return { ...state, overlay: underOf(state), leaveAskedAt: undefined };
}

/** Esc where nothing lies on top: nothing is discarded, and that is said. */
export const nothingToClose: Command = (state) =>
  withNotice(state, 'Esc discards nothing. Ctrl+C clears, ? shows all keys.');

/** Everything is said: the form lets go, so that the files can be written. */
export const leaveFinished: Command = (state, world) => {
  flushDraft(state, world);
  if (state.guide.keeps) world.options.keepReport?.();
  world.options.onLeave('finished');
  return state;
};
