import { rowName, type Column } from '../../bank/index.js';
import { counted, textWidth, truncateText } from '../../kernel/index.js';
import { editorText } from '../editor/editor.js';
import type { RowField, TableView } from '../view.js';
import { editorView } from './editor-view.js';
import { byKind, viewField, type FieldDraft } from './field.js';
import { linesOf } from './pick-lines.js';
import {
  ADD_ROW,
  askedColumns,
  cellText,
  DONE,
  isHalfWritten,
  type RowEdit,
  type TableDraft,
} from './table.js';
import type { DraftContext, Room } from './types.js';
import { windowAround } from './window.js';

const widestLabel = 24;

/** The cells that labels take before the fields of a form: the longest, at most 24 and a third of the width. */
export function labelWidth(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map(textWidth));
  return Math.max(1, Math.min(longest, widestLabel, Math.floor(width / 3)));
}

/** Draws a table: its rows around the focus, or the row or line that is written. */
export function viewTable(draft: TableDraft, room: Room, context: DraftContext): TableView {
  const rows = Math.max(1, room.rows);
  const lineRows = draft.mode.type === 'line' ? 1 : 0;
  const shown = viewRows(draft, { ...room, rows: Math.max(1, rows - lineRows) }, context);
  const edit = draft.mode.type === 'row' ? draft.halves.get(draft.mode.row) : undefined;
  const form = edit === undefined ? undefined : viewForm(draft, { edit, room: { ...room, rows } }, context);
  const hint = askedColumns(draft.shape)
    .map(({ label }) => label)
    .join(' | ');
  return {
    type: 'table',
    mode: draft.mode.type === 'delete' ? 'rows' : draft.mode.type,
    columns: keyFirst(draft).map(({ label }) => label),
    ...shown,
    ...form,
    title: titleOf(draft, hint),
    fields: form?.fields ?? [],
    line: lineRows === 0 ? undefined : editorView(draft.line, { width: room.width, rows: 1 }, hint),
    question: questionOf(draft),
  };
}

function keyFirst({ shape }: TableDraft): readonly Column[] {
  const key = shape.columns.filter(({ id }) => id === shape.key);
  return [...key, ...askedColumns(shape).filter(({ id }) => id !== shape.key)];
}

type ShownRows = Pick<TableView, 'rows' | 'above' | 'below'>;

function viewRows(draft: TableDraft, { width, rows }: Room, context: DraftContext): ShownRows {
  const extra = [ADD_ROW, DONE];
  const count = draft.rows.length + extra.length;
  const at = draft.rows.findIndex(({ id }) => id === draft.focus);
  const focus = at === -1 ? draft.rows.length + Math.max(0, extra.indexOf(draft.focus)) : at;
  const { from, to } = windowAround(count, focus, rows);
  const columns = keyFirst(draft);
  const shown = Array.from({ length: to - from }, (_, index) => {
    const line = from + index;
    const row = draft.rows[line];
    const focused = line === focus;
    if (row === undefined) return extraRow(draft, { id: extra[line - draft.rows.length] ?? DONE, focused });
    const cells = columns.map((column) => {
      const text = column.id === draft.shape.key ? rowTitle(draft, row.id) : undefined;
      return truncateText(text ?? cellText(column, row.cells[column.id], context), width);
    });
    return { id: row.id, cells, focused };
  });
  return { rows: shown, above: from, below: count - to };
}

function rowTitle({ shape, rows, halves }: TableDraft, id: string): string {
  const row = rows.find((each) => each.id === id);
  const name = row === undefined ? id : rowName(shape, row);
  const half = halves.get(id);
  return half !== undefined && isHalfWritten(half) ? `${name} (half written)` : name;
}

function extraRow(
  { halves }: TableDraft,
  { id, focused }: { readonly id: string; readonly focused: boolean },
): TableView['rows'][number] {
  const half = halves.get(ADD_ROW);
  const isHalf = half !== undefined && isHalfWritten(half);
  const add = isHalf ? 'go on with the new row' : 'add a row';
  return { id, cells: [id === ADD_ROW ? add : 'done'], focused };
}

function titleOf({ mode, rows, shape }: TableDraft, hint: string): string {
  if (mode.type === 'line') return hint;
  if (mode.type !== 'row') return rows.length === 0 ? 'no rows yet' : counted(rows.length, 'row');
  const row = rows.find(({ id }) => id === mode.row);
  return row === undefined ? 'New row' : rowName(shape, row);
}

function questionOf({ mode, rows, shape }: TableDraft): string {
  if (mode.type !== 'delete') return '';
  const row = rows.find(({ id }) => id === mode.row);
  const name = row === undefined ? mode.row : rowName(shape, row);
  const named =
    mode.references === 1 ? '1 other answer names' : `${String(mode.references)} other answers name`;
  return `${named} ${name}. Delete it and mark them stale? y/n`;
}

type Form = { readonly edit: RowEdit; readonly room: Room };

/** The cells of a row, one line each; below the focused one its options, as far as there is room. */
function viewForm(
  draft: TableDraft,
  { edit, room }: Form,
  context: DraftContext,
): Pick<TableView, 'fields' | 'above' | 'below'> {
  const columns = askedColumns(draft.shape);
  const labels = columns.map(({ label }) => label);
  const width = Math.max(1, room.width - labelWidth(labels, room.width) - 4);
  const focusedField = edit.fields[edit.focus];
  const wanted = focusedField === undefined ? 0 : optionCount(focusedField, context);
  const spare = Math.min(wanted, Math.max(room.rows - columns.length, Math.min(4, room.rows - 1)));
  const { from, to } = windowAround(columns.length, edit.focus, room.rows - spare);
  const fields = columns.slice(from, to).flatMap((column, index): readonly RowField[] => {
    const at = from + index;
    const field = edit.fields[at];
    if (field === undefined) return [];
    const base = {
      ...{ id: column.id, label: column.label, required: column.required, focused: at === edit.focus },
      ...{ text: fieldLine(field, { column, width }, context), error: edit.errors[String(at)] ?? '' },
    };
    return [
      at === edit.focus
        ? withFocus(base, { field, width, rows: spare }, context)
        : { ...base, editor: undefined, picks: [] },
    ];
  });
  return { fields, above: from, below: columns.length - to };
}

function optionCount(field: FieldDraft, context: DraftContext): number {
  return byKind(field, {
    typed: ({ asking }) => asking?.choices.length ?? 0,
    pick: (pick) => linesOf(pick, context).length,
    list: () => 0,
  });
}

type Focused = { readonly field: FieldDraft; readonly width: number; readonly rows: number };

function withFocus(
  base: Omit<RowField, 'editor' | 'picks'>,
  { field, width, rows }: Focused,
  context: DraftContext,
): RowField {
  const editorRows =
    field.kind === 'choice' || field.kind === 'many' || field.kind === 'confirm' ? rows : rows + 1;
  const view = viewField(field, { width, rows: editorRows }, context);
  if (view.type === 'editor') return { ...base, editor: view, picks: view.picks ?? [] };
  return { ...base, editor: undefined, picks: view.type === 'pick' && rows > 0 ? view.lines : [] };
}

type Line = { readonly column: Column; readonly width: number };

function fieldLine(field: FieldDraft, { column, width }: Line, context: DraftContext): string {
  const text = byKind(field, {
    typed: ({ editor }) => editorText(editor),
    pick: ({ kind, picked }) => {
      if (kind === 'confirm') return picked[0] ?? '';
      const ids = picked.filter((id) => !id.startsWith('+'));
      if (picked.length > ids.length) return 'none';
      return cellText(column, kind === 'many' ? ids : ids[0], context);
    },
    list: () => '',
  });
  return truncateText(text.slice(0, 4 * width + 64), width);
}
