import { clearEditor } from './editor/change.js';
import { createEditor, editorText, isEmptyEditor, type Editor } from './editor/editor.js';
import { pressEditor } from './editor/press.js';
import type { Key } from './keys.js';

/** One option of a field that is picked. */
export type DialogOption = { readonly id: string; readonly label: string; readonly detail: string };

type FieldBase = {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly onlyFor?: string;
};

/** A field of a dialog: text, or one of a few options; `onlyFor` shows it while that option of the first field is picked. */
export type DialogField =
  | (FieldBase & { readonly kind: 'line'; readonly placeholder: string; readonly editor: Editor })
  | (FieldBase & {
      readonly kind: 'pick';
      readonly options: readonly DialogOption[];
      readonly picked: string;
    });

/** What a dialog is for. */
export type DialogName = 'welcome' | 'status' | 'remarks' | 'waive' | 'settle';

/** A dialog as it is kept on disk; `open` says that it lay over the screen. */
export type DialogFile = {
  readonly name: string;
  readonly about: string;
  readonly open: boolean;
  readonly focus: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** A small form over the screen; `about` names the step or finding it was opened for. */
export type DialogState = {
  readonly name: DialogName;
  readonly about: string;
  readonly title: string;
  readonly body: readonly string[];
  readonly fields: readonly DialogField[];
  readonly focus: string;
  readonly error: string;
};

/** What a key did to a dialog. */
export type DialogPressed = {
  readonly outcome: 'handled' | 'submitted' | 'closed' | 'ignored';
  readonly dialog: DialogState;
};

/** Makes a text field of a dialog. */
export function lineField(
  field: FieldBase & { readonly placeholder: string; readonly text: string; readonly multiline?: boolean },
): DialogField {
  const { text, multiline = false, ...rest } = field;
  return { ...rest, kind: 'line', editor: createEditor({ multiline, text }) };
}

/** The fields of a dialog that apply to what is picked. */
export function visibleFields(dialog: DialogState): readonly DialogField[] {
  const first = dialog.fields[0];
  const picked = first?.kind === 'pick' ? first.picked : undefined;
  return dialog.fields.filter((field) => field.onlyFor === undefined || field.onlyFor === picked);
}

/** What a field of a dialog holds now: its text, or the id of its picked option. */
export function dialogText(dialog: DialogState, id: string): string {
  const field = dialog.fields.find((candidate) => candidate.id === id);
  if (field === undefined) return '';
  return field.kind === 'line' ? editorText(field.editor).trim() : field.picked;
}

/** Puts an error line under the fields; it stays until a key changes something. */
export function withError(dialog: DialogState, error: string): DialogState {
  return { ...dialog, error };
}

/** Gives a key to a dialog; Enter goes on to the next field and submits on the last, Ctrl+S submits at once. */
export function pressDialog(dialog: DialogState, key: Key, width: number): DialogPressed {
  if (key.type === 'key' && key.name === 'escape') return { outcome: 'closed', dialog };
  if (key.type === 'key' && key.name === 'ctrl-s') return { outcome: 'submitted', dialog };
  const moved = movedFocus(dialog, key);
  if (moved !== undefined) return { outcome: 'handled', dialog: moved };
  const field = focused(dialog);
  if (field === undefined) return { outcome: 'ignored', dialog };
  return field.kind === 'line' ? pressLine(dialog, field, { key, width }) : pressPick(dialog, field, key);
}

function focused(dialog: DialogState): DialogField | undefined {
  const fields = visibleFields(dialog);
  return fields.find((field) => field.id === dialog.focus) ?? fields[0];
}

function movedFocus(dialog: DialogState, key: Key): DialogState | undefined {
  if (key.type !== 'key') return undefined;
  if (key.name === 'tab') return focusBy(dialog, 1);
  return key.name === 'shift-tab' ? focusBy(dialog, -1) : undefined;
}

function focusBy(dialog: DialogState, by: number): DialogState {
  const fields = visibleFields(dialog);
  const index = fields.findIndex((field) => field.id === focused(dialog)?.id);
  const next = fields[Math.min(fields.length - 1, Math.max(0, index + by))];
  return next === undefined ? dialog : { ...dialog, focus: next.id };
}

const isLast = (dialog: DialogState): boolean => visibleFields(dialog).at(-1)?.id === focused(dialog)?.id;

function onwards(dialog: DialogState): DialogPressed {
  return isLast(dialog)
    ? { outcome: 'submitted', dialog }
    : { outcome: 'handled', dialog: focusBy(dialog, 1) };
}

type Line = Extract<DialogField, { kind: 'line' }>;

function pressLine(dialog: DialogState, field: Line, pressed: { key: Key; width: number }): DialogPressed {
  const { key, width } = pressed;
  if (isCtrlC(key) && !isEmptyEditor(field.editor)) {
    return { outcome: 'handled', dialog: withField(dialog, { ...field, editor: clearEditor(field.editor) }) };
  }
  const { outcome, editor } = pressEditor(field.editor, key, { width, rows: 4 });
  if (outcome === 'submitted') return onwards(dialog);
  if (outcome === 'handled') return { outcome, dialog: withField(dialog, { ...field, editor }) };
  const by = arrowOf(key);
  return by === 0 ? { outcome, dialog } : { outcome: 'handled', dialog: focusBy(dialog, by) };
}

const isCtrlC = (key: Key): boolean => key.type === 'key' && key.name === 'ctrl-c';

function arrowOf(key: Key): number {
  if (key.type !== 'key') return 0;
  if (key.name === 'down') return 1;
  return key.name === 'up' ? -1 : 0;
}

type Pick = Extract<DialogField, { kind: 'pick' }>;

function pressPick(dialog: DialogState, field: Pick, key: Key): DialogPressed {
  if (key.type === 'key' && key.name === 'enter') return enterPick(dialog, field);
  if (key.type === 'text') return typePick(dialog, field, key.text);
  const by = arrowOf(key);
  if (by === 0) return { outcome: 'ignored', dialog };
  const index = field.options.findIndex((option) => option.id === field.picked);
  const next =
    field.options[index === -1 && by > 0 ? 0 : Math.min(field.options.length - 1, Math.max(0, index + by))];
  return { outcome: 'handled', dialog: withField(dialog, { ...field, picked: next?.id ?? field.picked }) };
}

function enterPick(dialog: DialogState, field: Pick): DialogPressed {
  if (field.required && field.picked === '') {
    return {
      outcome: 'handled',
      dialog: withError(dialog, 'Nothing is picked yet. Press a digit, or use the arrows.'),
    };
  }
  return onwards(dialog);
}

/** A digit picks and goes on to what belongs to the option; text typed in the same read goes there as well. */
function typePick(dialog: DialogState, field: Pick, text: string): DialogPressed {
  const option = field.options[Number(text.charAt(0)) - 1];
  if (option === undefined) return { outcome: 'ignored', dialog };
  const picked = withField(dialog, { ...field, picked: option.id });
  const next = isLast(picked) ? picked : focusBy(picked, 1);
  const rest = text.slice(1);
  return rest === ''
    ? { outcome: 'handled', dialog: next }
    : pressDialog(next, { type: 'text', text: rest }, 80);
}

function withField(dialog: DialogState, field: DialogField): DialogState {
  const fields = dialog.fields.map((other) => (other.id === field.id ? field : other));
  return { ...dialog, fields, focus: field.id, error: '' };
}
