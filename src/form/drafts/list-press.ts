import { isEmptyEditor } from '../editor/editor.js';
import { pressEditor } from '../editor/press.js';
import { pasted, type Key, type KeyName } from '../keys.js';
import { stepBack, stepForward } from './history.js';
import { itemsOf } from './list-lines.js';
import { changedTo, goneTo, itemsNow, readList, type ListDraft, type ListState } from './list.js';
import { handled, ignored, refused, type DraftContext, type Pressed } from './types.js';
import { listLineWidth } from './list-view.js';

/** Gives a key to a list. */
export function pressList(draft: ListDraft, key: Key, context: DraftContext): Pressed<ListDraft> {
  if (key.type === 'paste') return handled(pastedInto(draft, key.text, context));
  if (key.type === 'text') return edited(draft, key, context);
  const command = commands[key.name];
  return command?.(draft) ?? edited(draft, key, context);
}

type Command = (draft: ListDraft) => Pressed<ListDraft> | undefined;

const commands: Readonly<Partial<Record<KeyName, Command>>> = {
  enter,
  newline: (draft) => (isEmptyEditor(draft.editor) ? handled(draft) : enter(draft)),
  up: (draft) => (draft.at === 0 ? ignored(draft) : handled(goneTo(draft, draft.at - 1))),
  down: (draft) => (draft.at >= draft.items.length ? ignored(draft) : handled(goneTo(draft, draft.at + 1))),
  'alt-up': (draft) => handled(swapped(draft, -1)),
  'alt-down': (draft) => handled(swapped(draft, 1)),
  delete: (draft) => (isEmptyEditor(draft.editor) ? removed(draft, draft.at) : undefined),
  backspace: (draft) => (isEmptyEditor(draft.editor) ? removed(draft, draft.at - 1) : undefined),
  'ctrl-z': (draft) => undoing(draft),
  'ctrl-_': (draft) => undoing(draft),
  'alt-z': (draft) => redoing(draft),
  'ctrl-shift-z': (draft) => redoing(draft),
};

function edited(draft: ListDraft, key: Key, context: DraftContext): Pressed<ListDraft> {
  const size = { width: listLineWidth(context.width), rows: context.height };
  const { outcome, editor } = pressEditor(draft.editor, key, size);
  return outcome === 'handled' ? handled({ ...draft, editor }) : ignored(draft);
}

function enter(draft: ListDraft): Pressed<ListDraft> {
  const isNew = draft.at >= draft.items.length;
  const isBlank = itemsNow(draft).length < Math.max(draft.items.length, draft.at + 1);
  if (!isBlank) return handled(goneTo(draft, draft.at + 1));
  return isNew ? submitted(draft) : handled(removedAt(draft, draft.at));
}

function submitted(draft: ListDraft): Pressed<ListDraft> {
  const read = readList(draft);
  if (read.type === 'value') return handled(draft, { type: 'submit', value: read.value, echo: read.echo });
  if (read.type === 'refused') return refused(draft, read.problem);
  const hint = 'Write one item per line, or the word none; Enter on an empty line ends the list.';
  return refused(draft, { code: 'draft-empty', message: 'Nothing is listed yet.', hint });
}

function swapped(draft: ListDraft, by: -1 | 1): ListDraft {
  const settled = goneTo(draft, draft.at);
  const items = [...settled.items];
  const target = settled.at + by;
  const [moving, other] = [items[settled.at], items[target]];
  if (moving === undefined || other === undefined) return settled;
  items[settled.at] = other;
  items[target] = moving;
  return changedTo(settled, items, target);
}

/** Removes the empty line; Backspace goes on in the item before it. */
function removed(draft: ListDraft, target: number): Pressed<ListDraft> | undefined {
  if (draft.items.length === 0) return undefined;
  if (draft.at < draft.items.length) return handled(removedAt(draft, Math.max(0, target)));
  return target < draft.at ? handled(goneTo(draft, target)) : undefined;
}

function removedAt(draft: ListDraft, target: number): ListDraft {
  const items = draft.items.filter((_, index) => index !== draft.at);
  return changedTo(draft, items, Math.min(target, items.length));
}

function pastedInto(draft: ListDraft, text: string, context: DraftContext): ListDraft {
  const items = itemsOf(text);
  const [only] = items;
  if (only === undefined) return draft;
  if (items.length === 1) {
    const line = isEmptyEditor(draft.editor) ? only : text;
    return edited(draft, pasted(line), context).draft;
  }
  const isBlank = isEmptyEditor(draft.editor);
  const isNew = draft.at >= draft.items.length;
  const settled = isBlank && isNew ? draft : goneTo(draft, draft.at + 1);
  const all = [...settled.items.slice(0, settled.at), ...items, ...settled.items.slice(settled.at)];
  return changedTo(settled, all, Math.min(settled.at + items.length, all.length));
}

function undoing(draft: ListDraft): Pressed<ListDraft> | undefined {
  if (draft.editor.done.length > 0) return undefined;
  return travelled(draft, stepBack(draft.history, stateOf(draft)));
}

function redoing(draft: ListDraft): Pressed<ListDraft> | undefined {
  if (draft.editor.undone.length > 0) return undefined;
  return travelled(draft, stepForward(draft.history, stateOf(draft)));
}

const stateOf = ({ items, at, editor }: ListDraft): ListState => ({ items, at, editor });

function travelled(
  draft: ListDraft,
  step: ReturnType<typeof stepBack<ListState>>,
): Pressed<ListDraft> | undefined {
  if (step === undefined) return undefined;
  return handled({ ...draft, ...step.state, history: step.history });
}
