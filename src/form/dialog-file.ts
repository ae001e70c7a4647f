import type { AskingStep } from '../interview/index.js';
import type { DialogField, DialogFile, DialogState } from './dialog.js';
import { editorFrom, editorJson } from './drafts/editor-json.js';
import { isMap, own, textIn, type JsonMap } from './drafts/json.js';
import { remarksDialog } from './remarks-dialog.js';
import type { FormState, OverlayState } from './state.js';
import { statusDialog } from './status-dialog.js';
import { askingStep } from './step-draft.js';
import { waiveDialog } from './waive-dialog.js';

/** The name under which a closed dialog is remembered. */
export const keyOf = ({ name, about }: Pick<DialogState, 'name' | 'about'>): string => `${name} ${about}`;

/** The dialog that lies over the screen, also while the question about leaving lies over it. */
export function openDialog(overlay: OverlayState): DialogState | undefined {
  if (overlay.type === 'leave') return openDialog(overlay.under);
  return overlay.type === 'dialog' ? overlay.dialog : undefined;
}

/** What has been filled into dialogs and not been submitted. */
export function dialogFiles({
  overlay,
  dialogs,
}: Pick<FormState, 'overlay' | 'dialogs'>): readonly DialogFile[] {
  const open = openDialog(overlay);
  const closed = [...dialogs.values()].filter(
    (dialog) => open === undefined || keyOf(dialog) !== keyOf(open),
  );
  return [
    ...closed.map((dialog) => fileOf(dialog, false)),
    ...(open === undefined ? [] : [fileOf(open, true)]),
  ];
}

function fileOf({ name, about, focus, fields }: DialogState, open: boolean): DialogFile {
  const kept = fields.map((field) => [
    field.id,
    field.kind === 'line' ? editorJson(field.editor) : field.picked,
  ]);
  return { name, about, open, focus, fields: Object.fromEntries(kept) as Record<string, unknown> };
}

type Around = { readonly steps: ReadonlyMap<string, AskingStep>; readonly now: number };

/** Takes dialogs back from plain data; what is about something that is gone is left out. */
export function withDialogs(state: FormState, json: unknown, around: Around): FormState {
  return Array.isArray(json)
    ? json.reduce<FormState>((now, entry) => withDialog(now, entry, around), state)
    : state;
}

function withDialog(state: FormState, json: unknown, around: Around): FormState {
  if (!isMap(json)) return state;
  const fresh = freshDialog(state, json, around);
  if (fresh === undefined) return state;
  const dialog = filled(fresh, json);
  if (own(json, 'open') === true && isOver(state, dialog))
    return { ...state, overlay: { type: 'dialog', dialog } };
  return { ...state, dialogs: new Map([...state.dialogs, [keyOf(dialog), dialog]]) };
}

function freshDialog(state: FormState, json: JsonMap, { steps, now }: Around): DialogState | undefined {
  const about = textIn(json, 'about') ?? '';
  const step = steps.get(about);
  const finding = state.scene.analysis.findings.find(({ id }) => id === about);
  switch (textIn(json, 'name')) {
    case 'status':
      return step === undefined ? undefined : statusDialog(step, state.lastOwnerDue);
    case 'remarks':
      return step === undefined ? undefined : remarksDialog(state, step);
    case 'waive':
      return finding === undefined ? undefined : waiveDialog(state, finding, now);
    default:
      return undefined;
  }
}

const isOver = ({ scene }: FormState, { name, about }: DialogState): boolean =>
  name === 'waive' ? scene.step.type === 'review' : askingStep(scene)?.id === about;

function filled(dialog: DialogState, json: JsonMap): DialogState {
  const saved = own(json, 'fields');
  const focus = textIn(json, 'focus');
  const fields = isMap(saved)
    ? dialog.fields.map((field) => filledField(field, own(saved, field.id)))
    : dialog.fields;
  const isField = fields.some(({ id }) => id === focus);
  return { ...dialog, fields, focus: focus !== undefined && isField ? focus : dialog.focus };
}

function filledField(field: DialogField, json: unknown): DialogField {
  if (field.kind === 'line') {
    return { ...field, editor: editorFrom(json, field.editor.multiline) ?? field.editor };
  }
  const picked = field.options.find(({ id }) => id === json)?.id;
  return picked === undefined ? field : { ...field, picked };
}
