import { keepsHere, commit } from './ask.js';
import type { CommandName } from './bindings.js';
import { chooseDepth, depthFocus } from './depth.js';
import { openRemarks, openStatus } from './dialogs.js';
import { openRadius } from './radius.js';
import { flushDraft } from './draft-file.js';
import { focusStep, movedWithin } from './focus.js';
import { handOff } from './hand-off.js';
import { clearOrLeave, askToLeave, leaveFinished, nothingToClose, stay } from './leave.js';
import { goBack, goOn, moved, redo, undo } from './moving.js';
import { openOutline } from './outline-press.js';
import { toggledGuide } from './guide.js';
import { closed, withNotice, type Command, type FormState, type OverlayState } from './state.js';
import { askingStep } from './step-draft.js';

/** What a command does on the ask screen, and on any screen that does not say otherwise. */
export const COMMANDS: Readonly<Partial<Record<CommandName, Command>>> = {
  help: (state) => ({ ...state, notice: '', overlay: { type: 'help', from: 0 } }),
  pane: (state) => ({ ...state, notice: '', overlay: { type: 'pane', from: 0 } }),
  radius: openRadius,
  why: (state) => ({ ...state, notice: '', overlay: { type: 'why', from: 0 } }),
  guide: (state) => toggledGuide(state),
  'keep-report': (state) => ({
    ...state,
    guide: { ...state.guide, keeps: state.guide.on && !state.guide.keeps },
  }),
  outline: openOutline,
  status: openStatus,
  remarks: openRemarks,
  skip: (state, world) => atStep(state, (at) => commit(state, { type: 'skip', at }, world)),
  inherit: (state, world) => atStep(state, (at) => inherited(state, at, world)),
  dismiss: (state, world) => atStep(state, (at) => commit(state, { type: 'dismiss', at }, world)),
  here: (state) => toggledHere(state),
  back: goBack,
  next: goOn,
  undo,
  redo,
  editor: handOff,
  review: (state, world) => moved(withoutDepth(state), { type: 'review' }, world),
  depth: (state) => ({ ...state, depth: { ...state.depth, asked: true, focus: undefined } }),
  save: (state, world) => saved(state, flushDraft(state, world)),
  'clear-or-leave': clearOrLeave,
  leave: askToLeave,
  stay: nothingToClose,
  close: stay,
  finish: leaveFinished,
};

const withoutDepth = (state: FormState): FormState => ({ ...state, depth: { ...state.depth, asked: false } });

function atStep(state: FormState, command: (at: string) => FormState): FormState {
  const step = askingStep(state.scene);
  return step === undefined ? state : command(step.id);
}

function saved(state: FormState, problem: string): FormState {
  return withNotice(state, problem === '' ? 'Saved: every answer, and what is in the field.' : problem);
}

function inherited(state: FormState, at: string, world: Parameters<Command>[1]): FormState {
  const { session } = state.scene;
  const shared = session.context.has(at) && session.saved.answers.has(at);
  if (!shared) return withNotice(state, 'There is no answer of this spec to drop in favour of a shared one.');
  return withNotice(
    commit(state, { type: 'inherit', at }, world),
    'The shared answer counts again. Ctrl+Z takes that back.',
  );
}

function toggledHere(state: FormState): FormState {
  const step = askingStep(state.scene);
  if (
    step?.type !== 'ask' ||
    step.item.question.scope !== 'repository' ||
    state.scene.session.mode === 'context'
  ) {
    return withNotice(state, 'This answer belongs to this spec anyway.');
  }
  const here = new Set(state.here);
  if (!here.delete(step.id)) here.add(step.id);
  const next = { ...state, here };
  return withNotice(
    next,
    keepsHere(next, step)
      ? 'Enter keeps this answer for this spec only.'
      : 'Enter keeps this answer for all specs.',
  );
}

/** What a command does while the depth is being asked. */
export function commandDepth(
  state: FormState,
  command: CommandName,
  world: Parameters<Command>[1],
): FormState {
  if (command === 'choose') return chooseDepth(state, world);
  if (command === 'close') return state.depth.chosen ? withoutDepth(state) : nothingToClose(state, world);
  const by = focusStep(command, 3);
  return by === undefined
    ? state
    : { ...state, depth: { ...state.depth, focus: movedWithin(3, depthFocus(state), by) } };
}

type Page = Extract<OverlayState, { from: number }>;

const isPage = (overlay: OverlayState): overlay is Page => 'from' in overlay;

/** Scrolls or closes what lies over the screen and has nothing to choose. */
export function commandPage(state: FormState, command: CommandName, lines: number): FormState {
  const { overlay } = state;
  if (!isPage(overlay)) return state;
  if (command === 'close') return closed(state);
  const by = focusStep(command, state.size.rows - 6);
  return by === undefined
    ? state
    : { ...state, overlay: { ...overlay, from: movedWithin(Math.max(1, lines), overlay.from, by) } };
}
