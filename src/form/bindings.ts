import type { Key, KeyName } from './keys.js';
import type { KeyHint } from './view.js';

/** Where a key is pressed: a screen, or what lies over it. */
export type Where =
  | 'ask'
  | 'depth'
  | 'review'
  | 'finished'
  | 'help'
  | 'outline'
  | 'pane'
  | 'radius'
  | 'why'
  | 'guide'
  | 'leave'
  | 'dialog'
  | 'welcome';

/** What a key can set off; `field` marks keys that the field or dialog takes itself. */
export type CommandName =
  | 'field'
  | 'help'
  | 'outline'
  | 'pane'
  | 'radius'
  | 'why'
  | 'guide'
  | 'keep-report'
  | 'status'
  | 'remarks'
  | 'skip'
  | 'back'
  | 'next'
  | 'undo'
  | 'redo'
  | 'editor'
  | 'here'
  | 'inherit'
  | 'dismiss'
  | 'depth'
  | 'review'
  | 'save'
  | 'clear-or-leave'
  | 'leave'
  | 'stay'
  | 'close'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'choose'
  | 'waive'
  | 'finish';

/** When a key is looked at: before the field, or only if the field has no use for it. */
export type Phase = 'first' | 'after';

/** One line of the key table: dispatcher, footer and help read nothing else. */
export type Binding = {
  readonly command: CommandName;
  readonly at: readonly Where[];
  readonly keys: readonly KeyName[];
  readonly typed?: readonly string[];
  readonly phase: Phase;
  readonly shown: string;
  readonly does: string;
  readonly group: 'Answer' | 'Move' | 'Look' | 'Keep' | 'Leave';
  readonly footer?: string;
  /** Only in guided mode does the footer name it. */
  readonly guided?: true;
};

const ASKING: readonly Where[] = ['ask'];
const SCREENS: readonly Where[] = ['ask', 'depth', 'review', 'finished'];
const LISTS: readonly Where[] = ['review', 'outline', 'depth', 'help', 'why', 'pane', 'radius', 'guide'];

/** Every key of the form, a line each, but those that edit text, in the order help and footer show them. */
// prettier-ignore
export const BINDINGS: readonly Binding[] = [
  { command: 'field', at: ASKING, keys: ['enter'], phase: 'after', shown: 'Enter', does: 'record the answer and go on', group: 'Answer', footer: 'next' },
  { command: 'choose', at: ['review', 'outline', 'depth'], keys: ['enter'], phase: 'after', shown: 'Enter', does: 'go there', group: 'Move', footer: 'go' },
  { command: 'last', at: ['review'], keys: ['end'], phase: 'after', shown: 'End', does: 'to the finish', group: 'Move', footer: 'to finish' },
  { command: 'finish', at: ['finished'], keys: ['enter'], phase: 'first', shown: 'Enter', does: 'write the files and leave', group: 'Leave', footer: 'write and leave' },
  { command: 'back', at: ['ask', 'review', 'finished'], keys: ['shift-tab'], phase: 'after', shown: 'Shift+Tab', does: 'go to the question before; the draft stays', group: 'Move', footer: 'back' },
  { command: 'status', at: ASKING, keys: ['ctrl-t'], phase: 'first', shown: 'Ctrl+T', does: 'skip, unknown, not applicable, deferred, assumed', group: 'Answer', footer: 'other answers' },
  { command: 'waive', at: ['review'], keys: ['ctrl-t'], typed: ['w'], phase: 'first', shown: 'w', does: 'accept this finding for a while, with reason, owner and date', group: 'Answer', footer: 'waive' },
  { command: 'outline', at: SCREENS, keys: ['ctrl-o'], phase: 'first', shown: 'Ctrl+O', does: 'outline of all questions: type to filter, Enter goes there', group: 'Move', footer: 'outline' },
  { command: 'help', at: SCREENS, keys: ['f1', 'alt-?'], typed: ['?'], phase: 'first', shown: '?', does: 'this help (F1 or Alt+? while there is text in the field)', group: 'Look', footer: 'help' },
  { command: 'next', at: ASKING, keys: ['tab'], phase: 'after', shown: 'Tab', does: 'go to the question after, without answering', group: 'Move' },
  { command: 'skip', at: ASKING, keys: ['ctrl-n'], phase: 'first', shown: 'Ctrl+N', does: 'skip for now; the gap is listed', group: 'Answer' },
  { command: 'remarks', at: ASKING, keys: ['alt-r'], phase: 'first', shown: 'Alt+R', does: 'say why, what was rejected, and where the answer comes from', group: 'Answer' },
  { command: 'here', at: ASKING, keys: ['alt-h'], phase: 'first', shown: 'Alt+H', does: 'keep a shared answer for this spec only, or share it again', group: 'Answer' },
  { command: 'inherit', at: ASKING, keys: ['alt-i'], phase: 'first', shown: 'Alt+I', does: 'drop the answer of this spec and use the shared one', group: 'Answer' },
  { command: 'dismiss', at: ASKING, keys: ['alt-x'], phase: 'first', shown: 'Alt+X', does: 'dismiss a follow-up question for good', group: 'Answer' },
  { command: 'editor', at: ASKING, keys: ['ctrl-g'], phase: 'first', shown: 'Ctrl+G', does: 'edit in $VISUAL or $EDITOR', group: 'Answer' },
  { command: 'review', at: ['ask', 'depth', 'finished'], keys: ['ctrl-r'], phase: 'first', shown: 'Ctrl+R', does: 'review: findings, gaps, thin answers, finish', group: 'Move' },
  { command: 'why', at: ['ask', 'review'], keys: ['alt-w'], phase: 'first', shown: 'Alt+W', does: 'why this is asked: examples, words, incidents', group: 'Look' },
  { command: 'guide', at: ASKING, keys: ['alt-g'], phase: 'first', shown: 'Alt+G', does: 'guided mode on or off: reasons, examples, and a coach after each answer', group: 'Look' },
  { command: 'keep-report', at: ['finished'], keys: ['alt-k'], typed: ['k'], phase: 'first', shown: 'k', does: 'keep the report of a guided interview as learning.md, or not', group: 'Keep', footer: 'keep report', guided: true },
  { command: 'pane', at: ['ask', 'review'], keys: ['ctrl-p'], phase: 'first', shown: 'Ctrl+P', does: 'findings, figures and the spec so far on the whole screen', group: 'Look' },
  { command: 'radius', at: ['ask', 'review', 'finished'], keys: ['alt-c'], phase: 'first', shown: 'Alt+C', does: 'what the answers change in the documents, before anything is written', group: 'Look' },
  { command: 'depth', at: ['ask', 'review'], keys: ['alt-l'], phase: 'first', shown: 'Alt+L', does: 'change the length of the interview', group: 'Move' },
  { command: 'undo', at: SCREENS, keys: ['ctrl-z', 'ctrl-_'], phase: 'after', shown: 'Ctrl+Z', does: 'undo in the field, then across questions', group: 'Keep' },
  { command: 'redo', at: SCREENS, keys: ['ctrl-y', 'alt-z', 'ctrl-shift-z'], phase: 'after', shown: 'Ctrl+Y', does: 'redo (Alt+Z in the field, where Ctrl+Y puts back killed text)', group: 'Keep' },
  { command: 'save', at: SCREENS, keys: ['ctrl-s'], phase: 'after', shown: 'Ctrl+S', does: 'save the draft at once; answers are always saved', group: 'Keep' },
  { command: 'up', at: LISTS, keys: ['up'], phase: 'after', shown: 'Up', does: 'one line up', group: 'Move' },
  { command: 'down', at: LISTS, keys: ['down'], phase: 'after', shown: 'Down', does: 'one line down', group: 'Move' },
  { command: 'page-up', at: LISTS, keys: ['page-up'], phase: 'after', shown: 'Page Up', does: 'one page up', group: 'Move' },
  { command: 'page-down', at: LISTS, keys: ['page-down'], phase: 'after', shown: 'Page Down', does: 'one page down', group: 'Move' },
  { command: 'first', at: LISTS, keys: ['home'], phase: 'after', shown: 'Home', does: 'to the top', group: 'Move' },
  { command: 'last', at: ['outline', 'depth', 'help', 'why', 'pane', 'radius', 'guide'], keys: ['end'], phase: 'after', shown: 'End', does: 'to the bottom', group: 'Move' },
  { command: 'close', at: ['outline'], keys: ['escape', 'ctrl-o'], phase: 'first', shown: 'Esc', does: 'back to the question', group: 'Leave', footer: 'back' },
  { command: 'close', at: ['help', 'why', 'pane', 'radius'], keys: ['escape', 'enter', 'f1', 'ctrl-p', 'alt-c', 'alt-w', 'alt-?'], typed: ['?', 'q'], phase: 'first', shown: 'Esc', does: 'back to the question', group: 'Leave', footer: 'back' },
  { command: 'close', at: ['guide'], keys: ['enter', 'escape'], phase: 'first', shown: 'Enter', does: 'go on', group: 'Leave', footer: 'go on' },
  { command: 'close', at: ['depth'], keys: ['escape'], phase: 'first', shown: 'Esc', does: 'leave the length as it is', group: 'Leave', footer: 'back' },
  { command: 'field', at: ['welcome'], keys: ['enter'], phase: 'after', shown: 'Enter', does: 'record the name and begin', group: 'Answer', footer: 'begin' },
  { command: 'field', at: ['welcome'], keys: ['tab'], phase: 'after', shown: 'Tab', does: 'to the kind of interview: plain, or guided for newcomers', group: 'Move', footer: 'guided or not' },
  { command: 'field', at: ['dialog'], keys: ['enter'], phase: 'after', shown: 'Enter', does: 'next line, or done on the last', group: 'Answer', footer: 'go on' },
  { command: 'field', at: ['dialog'], keys: ['tab'], phase: 'after', shown: 'Tab', does: 'next line', group: 'Move', footer: 'next line' },
  { command: 'field', at: ['dialog'], keys: ['shift-tab'], phase: 'after', shown: 'Shift+Tab', does: 'line before', group: 'Move' },
  { command: 'field', at: ['dialog'], keys: ['ctrl-s'], phase: 'after', shown: 'Ctrl+S', does: 'done', group: 'Keep', footer: 'done' },
  { command: 'field', at: ['dialog'], keys: ['escape'], phase: 'after', shown: 'Esc', does: 'back; the text stays', group: 'Leave', footer: 'back' },
  { command: 'stay', at: ['ask', 'review', 'finished'], keys: ['escape'], phase: 'after', shown: 'Esc', does: 'closes what lies on top; never discards text', group: 'Leave' },
  { command: 'leave', at: ['leave'], keys: ['ctrl-c', 'ctrl-d'], phase: 'first', shown: 'Ctrl+C', does: 'leave; everything is saved', group: 'Leave', footer: 'leave' },
  { command: 'close', at: ['leave'], keys: ['escape', 'ctrl-z', 'ctrl-_'], phase: 'first', shown: 'Esc', does: 'stay', group: 'Leave', footer: 'stay' },
  { command: 'clear-or-leave', at: ['ask'], keys: ['ctrl-c'], phase: 'first', shown: 'Ctrl+C', does: 'clear the field (Ctrl+Z brings it back); when it is empty, twice leaves', group: 'Leave' },
  { command: 'clear-or-leave', at: ['welcome', 'depth', 'review', 'finished', 'outline', 'help', 'why', 'pane', 'radius', 'dialog'], keys: ['ctrl-c'], phase: 'first', shown: 'Ctrl+C', does: 'twice leaves; everything is saved', group: 'Leave', footer: 'leave' },
  { command: 'clear-or-leave', at: SCREENS, keys: ['ctrl-d'], phase: 'after', shown: 'Ctrl+D', does: 'on an empty field the same as Ctrl+C', group: 'Leave' },
];

/** Finds what a key sets off at a place, before or after the field had it. */
export function commandFor(where: Where, key: Key, phase: Phase): CommandName | undefined {
  const found = BINDINGS.find(
    (binding) => binding.phase === phase && binding.at.includes(where) && holds(binding, key),
  );
  return found?.command;
}

function holds(binding: Binding, key: Key): boolean {
  if (key.type === 'key') return binding.keys.includes(key.name);
  return key.type === 'text' && (binding.typed?.includes(key.text) ?? false);
}

/** The keys the footer names at a place, most useful first. */
export function footerFor(where: Where, isGuided = false): readonly KeyHint[] {
  return BINDINGS.flatMap(({ at, shown, footer, guided }) =>
    footer !== undefined && at.includes(where) && (guided !== true || isGuided)
      ? [{ keys: shown, does: footer }]
      : [],
  );
}

/** The keys that work at a place, by group, as help shows them. */
export function helpFor(
  where: Where,
): readonly { readonly title: string; readonly keys: readonly KeyHint[] }[] {
  const here = BINDINGS.filter(({ at }) => at.includes(where));
  const groups = [...new Set(here.map(({ group }) => group))];
  return groups.map((title) => ({
    title,
    keys: here.filter(({ group }) => group === title).map(({ shown, does }) => ({ keys: shown, does })),
  }));
}
