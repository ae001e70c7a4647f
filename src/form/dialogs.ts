import {
  dialogText,
  lineField,
  pressDialog,
  withError,
  type DialogField,
  type DialogState,
} from './dialog.js';
import { keyOf } from './dialog-file.js';
import { problemText } from '../kernel/index.js';
import type { Key } from './keys.js';
import { layoutOf } from './layout.js';
import { remarksDialog, submitRemarks } from './remarks-dialog.js';
import { submitSettling } from './settle-dialog.js';
import { closed, type Command, type FormState, type World } from './state.js';
import { statusDialog, submitStatus } from './status-dialog.js';
import { askingStep } from './step-draft.js';
import { submitWaiver } from './waive-dialog.js';

/** Asks for the name of the spec. */
export function welcomeDialog(guided: boolean): DialogState {
  const name = lineField({
    id: 'name',
    label: 'Name of the spec',
    required: true,
    placeholder: 'Rate limiter',
    text: '',
  });
  const body = [
    'You are asked what an experienced engineer would ask, one question at a time.',
    'Every answer is saved at once. Leave at any moment; resume brings you back to the same place.',
  ];
  const fields = [name, modeField(guided)];
  return { name: 'welcome', about: '', title: 'A new spec', body, fields, focus: 'name', error: '' };
}

function modeField(guided: boolean): DialogField {
  const options = [
    { id: 'plain', label: 'Interview', detail: 'questions and answers' },
    {
      id: GUIDED,
      label: 'Guided',
      detail: 'for newcomers: what goes wrong, examples, a coach after each answer',
    },
  ];
  const picked = guided ? GUIDED : 'plain';
  return { id: 'mode', label: 'How', required: false, kind: 'pick', options, picked };
}

const GUIDED = 'guided';

/** Opens the other kinds of answer for the current question. */
export const openStatus: Command = (state) => {
  const step = askingStep(state.scene);
  return step === undefined ? state : opened(state, statusDialog(step, state.lastOwnerDue));
};

/** Opens what can be said beside the answer of the current question. */
export const openRemarks: Command = (state) => {
  const step = askingStep(state.scene);
  return step === undefined ? state : opened(state, remarksDialog(state, step));
};

// A dialog that was closed half filled in comes back as it was.
function opened(state: FormState, fresh: DialogState): FormState {
  const dialog = state.dialogs.get(keyOf(fresh)) ?? fresh;
  return { ...state, notice: '', overlay: { type: 'dialog', dialog } };
}

/** Gives a key to the open dialog; nothing when the dialog has no use for it. */
export function pressOpenDialog(
  state: FormState,
  { dialog, key }: { dialog: DialogState; key: Key },
  world: World,
): FormState | undefined {
  const pressed = pressDialog(dialog, key, layoutOf(state.size.columns, state.size.rows).main);
  switch (pressed.outcome) {
    case 'ignored':
      return undefined;
    case 'closed':
      return closed(withKept(state, pressed.dialog));
    case 'handled':
      return { ...state, overlay: { type: 'dialog', dialog: pressed.dialog } };
    case 'submitted':
      return submitted(withoutKept(state, pressed.dialog), pressed.dialog, world);
  }
}

function withKept(state: FormState, dialog: DialogState): FormState {
  return { ...state, dialogs: new Map([...state.dialogs, [keyOf(dialog), dialog]]) };
}

function withoutKept(state: FormState, dialog: DialogState): FormState {
  return { ...state, dialogs: new Map([...state.dialogs].filter(([key]) => key !== keyOf(dialog))) };
}

function submitted(state: FormState, dialog: DialogState, world: World): FormState {
  const step = askingStep(state.scene);
  switch (dialog.name) {
    case 'status':
      return step === undefined ? closed(state) : submitStatus(state, { dialog, step }, world);
    case 'remarks':
      return submitRemarks(state, dialog);
    case 'waive':
      return submitWaiver(state, dialog, world);
    case 'settle':
      return submitSettling(state, dialog, world);
    case 'welcome':
      return state;
  }
}

/** Gives a key to the welcome screen; Enter records the name. */
export function pressWelcome(
  state: FormState,
  { dialog, key }: { dialog: DialogState; key: Key },
  world: World,
): FormState | undefined {
  if (key.type === 'key' && key.name === 'enter') return begun(state, dialog, world);
  const pressed = pressDialog(dialog, key, layoutOf(state.size.columns, state.size.rows).main);
  if (pressed.outcome === 'ignored') return undefined;
  if (pressed.outcome === 'submitted') return begun(state, pressed.dialog, world);
  return { ...state, welcome: pressed.dialog };
}

/** Begins from whichever field has the focus: only the name has to be said. */
function begun(state: FormState, dialog: DialogState, world: World): FormState {
  const sent = world.runner.send({ type: 'rename', name: dialogText(dialog, 'name') });
  if (!sent.ok)
    return { ...state, welcome: withError({ ...dialog, focus: 'name' }, problemText(sent.error)) };
  const guide = { ...state.guide, on: dialogText(dialog, 'mode') === GUIDED };
  return { ...state, guide, scene: world.runner.scene(), welcome: undefined };
}
