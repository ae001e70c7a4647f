import type { Key } from './keys.js';
import type { FieldView } from './view.js';
import {
  clearField,
  createField,
  fieldHoldsText,
  fieldTakesText,
  fieldText,
  isFieldDirty,
  pressField,
  readField,
  replaceFieldText,
  viewField,
  type FieldDraft,
} from './drafts/field.js';
import { fieldFrom, fieldJson } from './drafts/field-json.js';
import { characterKeys, stepping } from './drafts/press.js';
import { pressTable, tableTakesText } from './drafts/table-press.js';
import {
  createTable,
  isTableDirty,
  readTable,
  clearTable,
  tableHoldsText,
  type TableDraft,
} from './drafts/table.js';
import { tableFrom, tableJson } from './drafts/table-json.js';
import { replaceTable, tableText } from './drafts/table-text.js';
import { viewTable } from './drafts/table-view.js';
import { pasted } from './keys.js';
import type { DraftContext, DraftOptions, DraftShape, Pressed, Read, Room } from './drafts/types.js';

export type {
  Choice,
  DraftContext,
  DraftOptions,
  DraftShape,
  Outcome,
  Pressed,
  Read,
  Room,
} from './drafts/types.js';
export { labelWidth } from './drafts/table-view.js';

/** What is being typed or picked for one question or cell; an immutable value. */
export type Draft = FieldDraft | TableDraft;

/** Starts a draft from a stored value, or from the default of the bank, or empty. */
export function createDraft(shape: DraftShape, options: DraftOptions): Draft {
  return shape.kind === 'table' ? createTable(shape, options) : createField(shape, options);
}

/**
 * Gives one key to a draft. A text of several characters is taken one by one as far as the draft handles it without
 * an outcome; to lose nothing of a burst, pass a read through `singleKeys` first.
 */
export function pressDraft(draft: Draft, key: Key, context: DraftContext): Pressed<Draft> {
  if (draft.kind === 'table') return pressTableKeys(draft, key, context);
  return pressFieldKeys(draft, key, context);
}

const pressFieldKeys = stepping(pressField, fieldTakesText);
const pressTableKeys = stepping(pressTable, tableTakesText);

/** Splits what came in one read where a draft reads single keys and not text: `yx` on a table is two keys. */
export function singleKeys(draft: Draft, key: Key): readonly Key[] {
  const takesText = draft.kind === 'table' ? tableTakesText(draft) : fieldTakesText(draft);
  return takesText ? [key] : characterKeys(key);
}

/** Says what a draft means now, and how it was understood. */
export function readDraft(draft: Draft, context: DraftContext): Read {
  return draft.kind === 'table' ? readTable(draft, context) : readField(draft, context);
}

/** Draws a draft as data, at most `rows` lines high; only what is visible is computed. */
export function fieldView(draft: Draft, room: Room, context: DraftContext): FieldView {
  return draft.kind === 'table' ? viewTable(draft, room, context) : viewField(draft, room, context);
}

/** Turns a draft into plain data for the draft file. */
export function draftJson(draft: Draft): unknown {
  return draft.kind === 'table' ? tableJson(draft) : fieldJson(draft);
}

/** Takes a draft back from plain data; what does not fit is as if nothing had been typed. */
export function restoreDraft(shape: DraftShape, json: unknown, options: DraftOptions): Draft {
  return shape.kind === 'table' ? tableFrom(shape, json, options) : fieldFrom(shape, json, options);
}

/** Says whether a draft differs from what it started with. */
export function isDirty(draft: Draft): boolean {
  return draft.kind === 'table' ? isTableDirty(draft) : isFieldDirty(draft);
}

/** Says whether `clearDraft` would change something. */
export function holdsText(draft: Draft): boolean {
  return draft.kind === 'table' ? tableHoldsText(draft) : fieldHoldsText(draft);
}

/** Empties what is being typed, or takes picks back; undo brings it back. Stored rows of a table stay. */
export function clearDraft(draft: Draft): Draft {
  return draft.kind === 'table' ? clearTable(draft) : clearField(draft);
}

/** Pastes text as the terminal would: verbatim into text, as items into a list, as rows into a table. */
export function pasteInto(draft: Draft, text: string, context: DraftContext): Pressed<Draft> {
  return pressDraft(draft, pasted(text), context);
}

/** The text an outside editor gets: prose as it is, a list as bullets, a table as Markdown; nothing for a pick. */
export function draftText(draft: Draft): string | undefined {
  return draft.kind === 'table' ? tableText(draft) : fieldText(draft);
}

/** Takes the text back from an outside editor as one undoable change. */
export function replaceDraftText(draft: Draft, text: string, context: DraftContext): Pressed<Draft> {
  return draft.kind === 'table' ? replaceTable(draft, text, context) : replaceFieldText(draft, text);
}
