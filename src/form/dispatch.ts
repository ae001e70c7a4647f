import { nextGrapheme } from '../kernel/index.js';
import { pressField } from './ask.js';
import { commandFor, type CommandName, type Where } from './bindings.js';
import { COMMANDS, commandDepth, commandPage } from './commands.js';
import { pressOpenDialog, pressWelcome } from './dialogs.js';
import { holdsText } from './draft.js';
import { pageLines, whereOf } from './form-view.js';
import type { Key } from './keys.js';
import { guided } from './guide.js';
import { stay } from './leave.js';
import { commandOutline, typeFilter } from './outline-press.js';
import { withSurvey } from './radius.js';
import { commandReview } from './review-press.js';
import { closed, type FormState, type World } from './state.js';
import { askingStep, keptDraft } from './step-draft.js';

/** Gives one read to whatever is on top; many characters in one read mean the same as one by one. */
export function pressed(state: FormState, key: Key, world: World): FormState {
  if (key.type !== 'text') return pressedOne(state, key, world);
  let now = state;
  let rest = key.text;
  while (rest !== '') {
    const text = typesOn(now) ? rest : rest.slice(0, nextGrapheme(rest, 0));
    rest = rest.slice(text.length);
    now = pressedOne(now, { type: 'text', text }, world);
  }
  return now;
}

/** Says whether every further character goes into the text of the field, so that they can go there at once. */
function typesOn(state: FormState): boolean {
  const step = askingStep(state.scene);
  if (step === undefined || whereOf(state) !== 'ask') return false;
  const { draft } = keptDraft(state, step);
  return (draft.kind === 'text' || draft.kind === 'prose') && holdsText(draft);
}

function pressedOne(state: FormState, key: Key, world: World): FormState {
  const after = guided(state.scene, pressedThere(state, key, world), world);
  return after.scene.step.type === 'review' ? withSurvey(after, world) : after;
}

function pressedThere(state: FormState, key: Key, world: World): FormState {
  const where = whereOf(state);
  switch (where) {
    case 'dialog':
    case 'welcome':
      return pressedDialog(state, key, world) ?? commanded(state, { where, key }, world);
    case 'leave':
      return pressedLeave(state, key, world);
    case 'guide':
      return pressedGuide(state, key, world);
    case 'ask':
      return pressedAsk(state, key, world);
    case 'outline':
      return pressedOutline(state, key, world);
    case 'depth':
      return key.type === 'text' && /^[1-3]$/.test(key.text)
        ? { ...state, depth: { ...state.depth, focus: Number(key.text) - 1 } }
        : commanded(state, { where, key }, world);
    default:
      return commanded(state, { where, key }, world);
  }
}

function pressedDialog(state: FormState, key: Key, world: World): FormState | undefined {
  if (state.overlay.type === 'dialog')
    return pressOpenDialog(state, { dialog: state.overlay.dialog, key }, world);
  if (state.welcome === undefined) return undefined;
  return pressWelcome(state, { dialog: state.welcome, key }, world);
}

// Whoever goes on typing stays: the key goes where it would have gone.
function pressedLeave(state: FormState, key: Key, world: World): FormState {
  const command = commandFor('leave', key, 'first');
  return command === undefined
    ? pressedOne(stay(state, world), key, world)
    : run(state, { where: 'leave', command }, world);
}

// Whoever types on is done reading: the key goes where it would have gone.
function pressedGuide(state: FormState, key: Key, world: World): FormState {
  const command = commandFor('guide', key, 'first') ?? commandFor('guide', key, 'after');
  return command === undefined
    ? pressedOne(closed(state), key, world)
    : run(state, { where: 'guide', command }, world);
}

function pressedAsk(state: FormState, key: Key, world: World): FormState {
  const first = commandFor('ask', key, 'first');
  if (first !== undefined && !isTyped(state, key)) return run(state, { where: 'ask', command: first }, world);
  const typed = pressField(state, key, world);
  if (typed !== undefined) return typed;
  const after = commandFor('ask', key, 'after');
  return after === undefined ? state : run(state, { where: 'ask', command: after }, world);
}

/** A character is a command only while the field holds no text. */
function isTyped(state: FormState, key: Key): boolean {
  const step = askingStep(state.scene);
  if (key.type !== 'text' || step === undefined) return false;
  const { draft } = keptDraft(state, step);
  const picks = draft.kind === 'choice' || draft.kind === 'many' || draft.kind === 'confirm';
  return !picks && holdsText(draft);
}

function pressedOutline(state: FormState, key: Key, world: World): FormState {
  const { overlay } = state;
  if (overlay.type !== 'outline') return state;
  const command = commandFor('outline', key, 'first') ?? commandFor('outline', key, 'after');
  return command === undefined
    ? typeFilter(state, overlay, key)
    : run(state, { where: 'outline', command }, world);
}

function commanded(state: FormState, { where, key }: { where: Where; key: Key }, world: World): FormState {
  const command = commandFor(where, key, 'first') ?? commandFor(where, key, 'after');
  return command === undefined ? state : run(state, { where, command }, world);
}

type Wish = { readonly where: Where; readonly command: CommandName };

const MOVING: ReadonlySet<CommandName> = new Set([
  'up',
  'down',
  'page-up',
  'page-down',
  'first',
  'last',
  'choose',
  'close',
]);

function run(state: FormState, { where, command }: Wish, world: World): FormState {
  if (MOVING.has(command) || command === 'waive') return ran(state, { where, command }, world);
  return COMMANDS[command]?.(state, world) ?? state;
}

/** What moving, choosing and closing mean depends on the place. */
function ran(state: FormState, { where, command }: Wish, world: World): FormState {
  const { overlay } = state;
  if (overlay.type === 'outline') return commandOutline(state, { outline: overlay, command }, world);
  if (where === 'leave') return stay(state, world);
  if (where === 'depth') return commandDepth(state, command, world);
  return where === 'review'
    ? commandReview(state, command, world)
    : commandPage(state, command, pageLines(state, world));
}
