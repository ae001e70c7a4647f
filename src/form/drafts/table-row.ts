import { rowIdFor, type Cell, type Row } from '../../bank/index.js';
import type { Problem } from '../../kernel/index.js';
import type { Key } from '../keys.js';
import { pressField, readField, type FieldDraft } from './field.js';
import {
  ADD_ROW,
  askedColumns,
  createRowEdit,
  isHalfWritten,
  orderedCells,
  withHalf,
  withRows,
  type RowEdit,
  type TableDraft,
} from './table.js';
import { handled, ignored, type DraftContext, type Outcome, type Pressed } from './types.js';

/** Opens a row, or `+add`, as a small form; goes on where it was left half written. */
export function openedRow(draft: TableDraft, row: string, context: DraftContext): TableDraft {
  const stored = draft.rows.find(({ id }) => id === row);
  const edit = draft.halves.get(row) ?? createRowEdit(draft.shape, stored, context);
  return withHalf({ ...draft, mode: { type: 'row', row }, focus: row }, row, edit);
}

/** Gives a key to the row that is open. */
export function pressRow(draft: TableDraft, key: Key, context: DraftContext): Pressed<TableDraft> {
  const open = openOf(draft);
  if (open === undefined) return handled({ ...draft, mode: { type: 'rows' } });
  if (key.type === 'key') {
    if (key.name === 'ctrl-s') return stored(draft, open, context);
    if (key.name === 'tab')
      return handled(focused(draft, open, (open.edit.focus + 1) % open.edit.fields.length));
    if (key.name === 'shift-tab') return handled(stepBefore(draft, open));
  }
  return pressCell(draft, { ...open, key }, context);
}

type Open = { readonly row: string; readonly edit: RowEdit; readonly field: FieldDraft };

function openOf({ mode, halves }: TableDraft): Open | undefined {
  if (mode.type !== 'row') return undefined;
  const edit = halves.get(mode.row);
  const field = edit?.fields[edit.focus];
  return edit === undefined || field === undefined ? undefined : { row: mode.row, edit, field };
}

function focused(draft: TableDraft, { row, edit }: Open, focus: number): TableDraft {
  return withHalf(draft, row, { ...edit, focus });
}

function stepBefore(draft: TableDraft, open: Open): TableDraft {
  return open.edit.focus === 0 ? closedRow(draft, open.row) : focused(draft, open, open.edit.focus - 1);
}

/** Goes back to the rows; what is half written stays, an untouched form is forgotten. */
function closedRow(draft: TableDraft, row: string): TableDraft {
  const edit = draft.halves.get(row);
  const kept = edit !== undefined && isHalfWritten(edit) ? edit : undefined;
  return { ...withHalf(draft, row, kept), mode: { type: 'rows' }, focus: row };
}

function pressCell(
  draft: TableDraft,
  open: Open & { readonly key: Key },
  context: DraftContext,
): Pressed<TableDraft> {
  const pressed = pressField(open.field, open.key, context);
  if (!pressed.handled) return pressAround(draft, open);
  const changed = { ...open, edit: withField(open.edit, pressed.draft), field: pressed.draft };
  const next = withHalf(draft, open.row, changed.edit);
  const { outcome } = pressed;
  if (outcome === undefined) return handled(next);
  if (outcome.type === 'submit') return entered(next, changed, context);
  const isBlank = outcome.type === 'refused' && readField(pressed.draft, context).type === 'empty';
  return isBlank ? entered(next, changed, context) : handled(withError(next, changed, outcome), outcome);
}

function withField({ fields, focus, errors }: RowEdit, field: FieldDraft): RowEdit {
  const before = fields[focus];
  return {
    focus,
    fields: fields.map((other, index) => (index === focus ? field : other)),
    errors: before === field ? errors : without(errors, focus),
  };
}

const without = (errors: RowEdit['errors'], focus: number): RowEdit['errors'] =>
  Object.fromEntries(Object.entries(errors).filter(([key]) => key !== String(focus)));

function withError(draft: TableDraft, { row, edit }: Open, outcome: Outcome): TableDraft {
  if (outcome.type !== 'refused') return draft;
  const errors = { ...edit.errors, [String(edit.focus)]: outcome.problem.message };
  return withHalf(draft, row, { ...edit, errors });
}

/** Enter goes from cell to cell, and stores the row behind the last. */
function entered(draft: TableDraft, open: Open, context: DraftContext): Pressed<TableDraft> {
  const isLast = open.edit.focus >= open.edit.fields.length - 1;
  return isLast ? stored(draft, open, context) : handled(focused(draft, open, open.edit.focus + 1));
}

const usedUp: ReadonlySet<string> = new Set(['ctrl-z', 'ctrl-_', 'alt-z', 'ctrl-shift-z', 'ctrl-y']);

/** Keys that the cell has no use for: between cells, back to the rows, or for whoever stands around the table. */
function pressAround(draft: TableDraft, open: Open & { readonly key: Key }): Pressed<TableDraft> {
  const { key, edit } = open;
  if (key.type !== 'key') return key.type === 'paste' ? handled(draft) : ignored(draft);
  if (key.name === 'escape') return handled(closedRow(draft, open.row));
  // Undo inside a row must never reach the rows, or the questions, that are out of sight.
  if (usedUp.has(key.name)) return handled(draft);
  if (key.name === 'up') return handled(focused(draft, open, Math.max(0, edit.focus - 1)));
  if (key.name === 'down')
    return handled(focused(draft, open, Math.min(edit.fields.length - 1, edit.focus + 1)));
  return ignored(draft);
}

function stored(draft: TableDraft, { row, edit }: Open, context: DraftContext): Pressed<TableDraft> {
  const gaps = gapsOf(draft, edit, context);
  const [first] = gaps;
  if (first !== undefined) return gappy(draft, { row, edit, gaps, first }, context);
  const before = draft.rows.find(({ id }) => id === row);
  const cells = newCells(draft, { edit, before }, context);
  const isNew = before === undefined;
  const id =
    before?.id ??
    rowIdFor(
      keyText(draft, cells),
      draft.rows.map((other) => other.id),
    );
  const made: Row = { ...before, id, cells };
  const rows = isNew ? [...draft.rows, made] : draft.rows.map((other) => (other.id === id ? made : other));
  const next = withHalf(withRows(draft, rows, isNew ? ADD_ROW : id), row, undefined);
  return handled({ ...next, mode: { type: 'rows' } });
}

type GapAt = { readonly at: number; readonly problem: Problem };

function gapsOf({ shape }: TableDraft, edit: RowEdit, context: DraftContext): readonly GapAt[] {
  const columns = askedColumns(shape);
  const isBlank = edit.fields.every((field) => readField(field, context).type === 'empty');
  if (isBlank) return [{ at: 0, problem: blankRow }];
  return edit.fields.flatMap((field, at) => {
    const column = columns[at];
    const read = readField(field, context);
    if (column === undefined || read.type === 'value') return [];
    if (read.type === 'empty') return column.required ? [{ at, problem: missing(column.label) }] : [];
    if (read.type === 'refused') return [{ at, problem: read.problem }];
    const problem = { code: 'quantity-ambiguous', message: read.message, hint: 'Press Enter on it to pick.' };
    return [{ at, problem }];
  });
}

const blankRow: Problem = {
  code: 'row-empty',
  message: 'Nothing is written in this row yet.',
  hint: 'Esc goes back to the rows.',
};

const missing = (label: string): Problem => ({
  code: 'row-incomplete',
  message: `${label} is not answered yet.`,
  hint: 'The row is stored when every required cell is answered; Esc keeps it half written.',
});

type Gappy = {
  readonly row: string;
  readonly edit: RowEdit;
  readonly gaps: readonly GapAt[];
  readonly first: GapAt;
};

function gappy(
  draft: TableDraft,
  { row, edit, gaps, first }: Gappy,
  context: DraftContext,
): Pressed<TableDraft> {
  const errors = Object.fromEntries(gaps.map(({ at, problem }) => [String(at), problem.message]));
  const problem = first.problem;
  const field = edit.fields[first.at];
  const isAmbiguous = problem.code === 'quantity-ambiguous' && field !== undefined;
  const asked = isAmbiguous ? pressField(field, { type: 'key', name: 'enter' }, context).draft : field;
  const fields = edit.fields.map((other, at) => (at === first.at ? (asked ?? other) : other));
  const next = withHalf(draft, row, { fields, focus: first.at, errors });
  return handled(next, { type: 'refused', problem });
}

type Made = { readonly edit: RowEdit; readonly before: Row | undefined };

function newCells({ shape }: TableDraft, { edit, before }: Made, context: DraftContext): Row['cells'] {
  const cells = new Map<string, Cell>(Object.entries(before?.cells ?? {}));
  for (const [at, { id }] of askedColumns(shape).entries()) {
    const field = edit.fields[at];
    const read = field === undefined ? undefined : readField(field, context);
    if (read?.type === 'value') cells.set(id, read.value as Cell);
    else cells.delete(id);
  }
  return orderedCells(shape, cells);
}

/** The text that a row id is made of. */
export function keyText({ shape }: Pick<TableDraft, 'shape'>, cells: Row['cells']): string {
  const key = cells[shape.key];
  return typeof key === 'string' ? key : '';
}
