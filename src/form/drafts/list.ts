import { checkValue, type Column, type Question, type Value, type ValueShape } from '../../bank/index.js';
import { counted } from '../../kernel/index.js';
import { clearEditor } from '../editor/change.js';
import { createEditor, editorText, isEmptyEditor, type Editor } from '../editor/editor.js';
import { noHistory, remembered, type History } from './history.js';
import { itemsOf } from './list-lines.js';
import { startValue } from './start.js';
import type { DraftOptions, Read } from './types.js';

/** The shape of a list. */
export type ListShape = Extract<ValueShape, { readonly kind: 'list' }>;

/** What undo brings back: the items, and which one was being edited. */
export type ListState = { readonly items: readonly string[]; readonly at: number; readonly editor: Editor };

/** Items line by line; the editor holds item `at`, or a new one behind the last. */
export type ListDraft = ListState & {
  readonly kind: 'list';
  readonly shape: ListShape;
  readonly start: readonly string[];
  readonly history: History<ListState>;
};

/** Starts a list; a new line stands behind its items. */
export function createList(
  shape: ListShape & (Question | Column | ValueShape),
  options: DraftOptions,
): ListDraft {
  const items = itemsIn(startValue(shape, options));
  return {
    ...{ kind: 'list', shape, items, start: items, history: noHistory },
    ...{ at: items.length, editor: lineEditor('') },
  };
}

function itemsIn(value: Value | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  const items = value.filter((item) => typeof item === 'string');
  return items.length === 0 ? ['none'] : items;
}

/** An editor for one item, the caret behind its text. */
function lineEditor(text: string): Editor {
  return createEditor({ multiline: false, text });
}

/** The items as they would be if the person stopped now: the edited one with its text, without empty ones. */
export function itemsNow({ items, at, editor }: ListState): readonly string[] {
  const text = editorText(editor).trim();
  return [...items.slice(0, at), text, ...items.slice(at + 1)].filter((item) => item !== '');
}

/** Writes the edited text into the items and goes to another line, undoably. */
export function goneTo(draft: ListDraft, line: number): ListDraft {
  const items = itemsNow(draft);
  // An item that was emptied is gone, and those behind it move up.
  const removed = draft.at < draft.items.length && items.length < draft.items.length;
  const target = Math.max(0, Math.min(removed && line > draft.at ? line - 1 : line, items.length));
  return changedTo(draft, items, target);
}

/** Gives the draft other items, and edits one of them; remembers what was. */
export function changedTo(draft: ListDraft, items: readonly string[], at: number): ListDraft {
  const { items: before, at: line, editor } = draft;
  const same = sameItems(before, items);
  const next = { ...draft, items: same ? before : items, at, editor: lineEditor(items[at] ?? '') };
  return same ? next : { ...next, history: remembered(draft.history, { items: before, at: line, editor }) };
}

/** Says whether two lists hold the same items in the same order. */
function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Says what is listed; the word none alone is an empty list. */
export function readList(draft: ListDraft): Read {
  const items = itemsNow(draft);
  if (items.length === 0) return { type: 'empty' };
  const isNone = items.length === 1 && /^none$/i.test(items[0] ?? '');
  const checked = checkValue(draft.shape, isNone ? [] : items);
  if (checked.ok)
    return { type: 'value', value: checked.value, echo: isNone ? 'none' : counted(items.length, 'item') };
  const [problem] = checked.error;
  return problem === undefined ? { type: 'empty' } : { type: 'refused', problem };
}

/** Empties the line that is edited; an empty line takes all changes back. */
export function clearList(draft: ListDraft): ListDraft {
  if (!isEmptyEditor(draft.editor)) return { ...draft, editor: clearEditor(draft.editor) };
  return changedTo(draft, draft.start, draft.start.length);
}

/** Says whether the items are others than at the start. */
export function isListDirty(draft: ListDraft): boolean {
  return !sameItems(itemsNow(draft), draft.start);
}

/** Replaces all items by the lines of a text, undoably. */
export function replaceList(draft: ListDraft, text: string): ListDraft {
  const items = itemsOf(text);
  return changedTo(draft, items, items.length);
}

/** Starts a list again from plain items, a line and the text on it. */
export function listAt(draft: ListDraft, state: { items: readonly string[]; at: number }): ListDraft {
  const at = Math.max(0, Math.min(state.at, state.items.length));
  return { ...draft, items: state.items, at, editor: lineEditor(state.items[at] ?? '') };
}
