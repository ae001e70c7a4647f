import type { Column, Question, ValueShape } from '../../bank/index.js';
import { isEmptyEditor } from '../editor/editor.js';
import { replaceText } from '../editor/change.js';
import { editorText } from '../editor/editor.js';
import type { Key } from '../keys.js';
import type { EditorView, ListView, PickView } from '../view.js';
import {
  createList,
  clearList,
  isListDirty,
  itemsNow,
  readList,
  replaceList,
  type ListDraft,
} from './list.js';
import { pressList } from './list-press.js';
import { viewList } from './list-view.js';
import { clearPick, createPick, isPickDirty, readPick, type PickDraft } from './pick.js';
import { viewPick } from './pick-lines.js';
import { pressPick } from './pick-press.js';
import { clearTyped, createTyped, isTypedDirty, pressTyped, readTyped, type TypedDraft } from './typed.js';
import { viewTyped } from './typed-view.js';
import {
  handled,
  ignored,
  type DraftContext,
  type DraftOptions,
  type Pressed,
  type Read,
  type Room,
} from './types.js';

/** A draft of one value that is not a table: also one cell of a row. */
export type FieldDraft = TypedDraft | PickDraft | ListDraft;

/** The shapes of such values. */
export type FieldShape = ValueShape & (Question | Column | ValueShape);

/** Starts a field. */
export function createField(shape: FieldShape, options: DraftOptions): FieldDraft {
  switch (shape.kind) {
    case 'choice':
    case 'many':
    case 'confirm':
      return createPick(shape, options);
    case 'list':
      return createList(shape, options);
    case 'text':
    case 'prose':
    case 'quantity':
      return createTyped(shape, options);
  }
}

/** What is done with a draft, by its kind. */
type Cases<T> = {
  readonly typed: (draft: TypedDraft) => T;
  readonly pick: (draft: PickDraft) => T;
  readonly list: (draft: ListDraft) => T;
};

/** Tells the kinds of drafts apart, once for all. */
export function byKind<T>(draft: FieldDraft, { typed, pick, list }: Cases<T>): T {
  switch (draft.kind) {
    case 'choice':
    case 'many':
    case 'confirm':
      return pick(draft);
    case 'list':
      return list(draft);
    case 'text':
    case 'prose':
    case 'quantity':
      return typed(draft);
  }
}

/** Gives a key to a field. */
export function pressField(draft: FieldDraft, key: Key, context: DraftContext): Pressed<FieldDraft> {
  return byKind<Pressed<FieldDraft>>(draft, {
    typed: (typed) => pressTyped(typed, key, context),
    pick: (pick) => pressPick(pick, key, context),
    list: (list) => pressList(list, key, context),
  });
}

/** Says whether letters are text now, and not keys. */
export function fieldTakesText(draft: FieldDraft): boolean {
  return byKind(draft, {
    typed: ({ asking }) => asking === undefined,
    pick: () => false,
    list: () => true,
  });
}

/** Says what a field means. */
export function readField(draft: FieldDraft, context: DraftContext): Read {
  return byKind(draft, {
    typed: (typed) => readTyped(typed, context),
    pick: (pick) => readPick(pick, context),
    list: readList,
  });
}

/** Draws a field. */
export function viewField(
  draft: FieldDraft,
  room: Room,
  context: DraftContext,
): EditorView | PickView | ListView {
  return byKind<EditorView | PickView | ListView>(draft, {
    typed: (typed) => viewTyped(typed, room),
    pick: (pick) => viewPick(pick, room, context),
    list: (list) => viewList(list, room),
  });
}

/** Says whether a field holds another value than at the start. */
export function isFieldDirty(draft: FieldDraft): boolean {
  return byKind(draft, { typed: isTypedDirty, pick: isPickDirty, list: isListDirty });
}

/** Says whether clearing a field would change it. */
export function fieldHoldsText(draft: FieldDraft): boolean {
  return byKind(draft, {
    typed: ({ editor }) => !isEmptyEditor(editor),
    pick: (pick) => pick.typed !== '' || isPickDirty(pick),
    list: (list) => !isEmptyEditor(list.editor) || isListDirty(list),
  });
}

/** Empties a field, undoably. */
export function clearField(draft: FieldDraft): FieldDraft {
  return byKind<FieldDraft>(draft, { typed: clearTyped, pick: clearPick, list: clearList });
}

/** The text of a field for an outside editor; nothing for a pick. */
export function fieldText(draft: FieldDraft): string | undefined {
  return byKind(draft, {
    typed: ({ editor }) => editorText(editor),
    pick: () => undefined,
    list: (list) =>
      itemsNow(list)
        .map((item) => `- ${item}\n`)
        .join(''),
  });
}

/** Takes the text of an outside editor; the line break that editors end files with is not text. */
export function replaceFieldText(draft: FieldDraft, text: string): Pressed<FieldDraft> {
  return byKind<Pressed<FieldDraft>>(draft, {
    typed: (typed) =>
      handled({ ...typed, editor: replaceText(typed.editor, text.replace(/\r?\n$/, '')), asking: undefined }),
    pick: ignored,
    list: (list) => handled(replaceList(list, text)),
  });
}
