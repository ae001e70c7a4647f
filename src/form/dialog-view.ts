import { isEmptyEditor, editorText } from './editor/editor.js';
import { editorView } from './drafts/editor-view.js';
import { visibleFields, type DialogField, type DialogState } from './dialog.js';
import type { Dialog, KeyHint, PickLine, RowField } from './view.js';

/** Draws a dialog as data, `width` cells wide. */
export function dialogView(dialog: DialogState, width: number, keys: readonly KeyHint[]): Dialog {
  const shown = visibleFields(dialog);
  const focus = shown.some((field) => field.id === dialog.focus) ? dialog.focus : shown[0]?.id;
  return {
    title: dialog.title,
    body: dialog.body,
    fields: shown.map((field) => fieldOf(field, field.id === focus, width)),
    error: dialog.error,
    keys,
  };
}

function fieldOf(field: DialogField, focused: boolean, width: number): RowField {
  const { id, label, required } = field;
  const base = { id, label, required, focused, error: '', editor: undefined, picks: [] };
  if (field.kind === 'pick') {
    const picked = field.options.find((option) => option.id === field.picked);
    return { ...base, text: picked?.label ?? '', picks: focused ? picksOf(field) : [] };
  }
  if (!focused) return { ...base, text: isEmptyEditor(field.editor) ? '' : editorText(field.editor) };
  const editor = editorView(field.editor, { width, rows: 4 }, field.placeholder);
  return { ...base, text: '', editor };
}

function picksOf(field: Extract<DialogField, { kind: 'pick' }>): readonly PickLine[] {
  return field.options.map((option, index) => {
    const picked = option.id === field.picked;
    return { ...option, picked, focused: picked, digit: index < 9 ? String(index + 1) : '' };
  });
}
