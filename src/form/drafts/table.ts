import {
  isRows,
  rowName,
  valueText,
  type Cell,
  type Column,
  type Question,
  type Row,
  type TableShape,
} from '../../bank/index.js';
import { counted } from '../../kernel/index.js';
import { clearEditor } from '../editor/change.js';
import { createEditor, isEmptyEditor, type Editor } from '../editor/editor.js';
import { clearField, createField, fieldHoldsText, isFieldDirty, type FieldDraft } from './field.js';
import { noHistory, remembered, type History } from './history.js';
import { sameRows } from './same-rows.js';
import { startValue } from './start.js';
import { createTyped } from './typed.js';
import type { DraftContext, DraftOptions, Read } from './types.js';

/** The line behind the rows that adds one. */
export const ADD_ROW = '+add';
/** The line behind the rows that ends the table. */
export const DONE = '+done';

/** One row as a small form: a draft per column, which one is typed into, and what is wrong with each. */
export type RowEdit = {
  readonly fields: readonly FieldDraft[];
  readonly focus: number;
  readonly errors: Readonly<Record<string, string>>;
};

/** What is on the screen: the rows, one of them as a form (by its id, or `+add`), a line, or a question before deleting. */
export type TableMode =
  | { readonly type: 'rows' }
  | { readonly type: 'row'; readonly row: string }
  | { readonly type: 'line' }
  | { readonly type: 'delete'; readonly row: string; readonly references: number };

/** What undo brings back. */
export type TableState = Pick<TableDraft, 'rows' | 'focus' | 'halves'>;

/** Rows that are made and changed; a row that is half written waits in `halves` under its id, or under `+add`. */
export type TableDraft = {
  readonly kind: 'table';
  readonly shape: TableShape;
  readonly rows: readonly Row[];
  readonly start: readonly Row[];
  readonly mode: TableMode;
  readonly focus: string;
  readonly halves: ReadonlyMap<string, RowEdit>;
  readonly line: Editor;
  readonly done: boolean;
  readonly history: History<TableState>;
};

/** Starts a table with its stored rows; Enter adds a row at first. */
export function createTable(shape: TableShape | (Question & TableShape), options: DraftOptions): TableDraft {
  const value = startValue(shape, options);
  const rows = isRows(value) ? value : [];
  return {
    ...{ kind: 'table', shape, rows, start: rows, mode: { type: 'rows' }, focus: ADD_ROW, halves: new Map() },
    ...{ line: createEditor({ multiline: false }), done: false, history: noHistory },
  };
}

/** The columns that are asked when a row is made. */
export function askedColumns(shape: TableShape): readonly Column[] {
  return shape.columns.filter(({ ask }) => ask === 'row');
}

/** Starts the form of a row, or of a new one. */
export function createRowEdit(shape: TableShape, row: Row | undefined, context: DraftContext): RowEdit {
  const fields = askedColumns(shape).map((column) =>
    createCell(column, { value: row?.cells[column.id], context }),
  );
  return { fields, focus: 0, errors: {} };
}

/** A cell takes one line: a list in it is written with semicolons. */
function createCell(column: Column, options: DraftOptions): FieldDraft {
  return column.kind === 'list' ? createTyped(column, options) : createField(column, options);
}

/** Changes rows, undoably. */
export function withRows(draft: TableDraft, rows: readonly Row[], focus: string): TableDraft {
  return { ...remembering(draft), rows, focus };
}

/** Remembers the rows and the half-written ones before they change. */
export function remembering(draft: TableDraft): TableDraft {
  const { rows, focus, halves } = draft;
  return { ...draft, history: remembered(draft.history, { rows, focus, halves }) };
}

/** Puts a half-written row aside, or forgets it. */
export function withHalf(draft: TableDraft, row: string, edit: RowEdit | undefined): TableDraft {
  const others = [...draft.halves].filter(([key]) => key !== row);
  return { ...draft, halves: new Map(edit === undefined ? others : [...others, [row, edit]]) };
}

/** The cells of a row in the order of the columns. */
export function orderedCells(shape: TableShape, cells: ReadonlyMap<string, Cell>): Row['cells'] {
  return Object.fromEntries(
    shape.columns.flatMap(({ id }) => {
      const cell = cells.get(id);
      return cell === undefined ? [] : [[id, cell] as const];
    }),
  );
}

/** Says what the rows are; a table without rows is an answer only after the person said it is done. */
export function readTable({ shape, rows, done }: TableDraft, context: DraftContext): Read {
  const min = shape.min_rows ?? 0;
  if (rows.length === 0 && !done) return { type: 'empty' };
  if (rows.length < min) return { type: 'refused', problem: tooFewRows(rows.length, min) };
  const gap = firstGap(shape, rows, context);
  if (gap !== undefined) return { type: 'refused', problem: gap.problem };
  return { type: 'value', value: rows, echo: rows.length === 0 ? 'no rows' : counted(rows.length, 'row') };
}

const tooFewRows = (count: number, min: number): Gap['problem'] => ({
  code: 'value-too-few',
  message: `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'row')}; at least ${String(min)} must be named.`,
  hint: `Add ${counted(min - count, 'row')} with a.`,
});

type Gap = {
  readonly row: string;
  readonly problem: { readonly code: string; readonly message: string; readonly hint: string };
};

/** The first row that lacks a required cell, or names a row that is not there. */
export function firstGap(shape: TableShape, rows: readonly Row[], context: DraftContext): Gap | undefined {
  const columns = askedColumns(shape).map((column) => ({ column, known: knownIds(column, context) }));
  for (const row of rows) {
    for (const { column, known } of columns) {
      const problem = cellGap(row.cells[column.id], column, known);
      if (problem !== undefined) return { row: row.id, problem: gapProblem(shape, { row, column, problem }) };
    }
  }
  return undefined;
}

function knownIds(column: Column, context: DraftContext): ReadonlySet<string> | undefined {
  if ((column.kind !== 'choice' && column.kind !== 'many') || column.of === undefined) return undefined;
  return new Set(context.rows(column.of).map(({ id }) => id));
}

function cellGap(
  cell: Cell | undefined,
  { required }: Column,
  known: ReadonlySet<string> | undefined,
): string | undefined {
  if (cell === undefined) return required ? 'is not answered yet' : undefined;
  if (known === undefined || typeof cell === 'boolean') return undefined;
  const gone = [cell].flat().find((id) => !known.has(id));
  return gone === undefined ? undefined : `names ${gone}, which is no longer there`;
}

type Missing = { readonly row: Row; readonly column: Column; readonly problem: string };

function gapProblem(shape: TableShape, { row, column, problem }: Missing): Gap['problem'] {
  return {
    code: 'row-incomplete',
    message: `${rowName(shape, row)}: ${column.label} ${problem}.`,
    hint: 'Press e on the row to change it.',
  };
}

/** How a cell is shown: references by the name of their row. */
export function cellText(column: Column, cell: Cell | undefined, context: DraftContext): string {
  if (cell === undefined) return '';
  if (
    typeof cell === 'boolean' ||
    (column.kind !== 'choice' && column.kind !== 'many') ||
    column.of === undefined
  )
    return valueText(column, cell);
  const refs = context.rows(column.of);
  return [cell]
    .flat()
    .map((id) => refs.find((ref) => ref.id === id)?.name ?? id)
    .join(', ');
}

/** Says whether rows, or anything half written, differ from the start. */
export function isTableDirty({ rows, start, halves, line }: TableDraft): boolean {
  return !sameRows(rows, start) || !isEmptyEditor(line) || [...halves.values()].some(isHalfWritten);
}

/** Says whether something was written into a row. */
export function isHalfWritten({ fields }: RowEdit): boolean {
  return fields.some(isFieldDirty);
}

/** Says whether what is typed into now holds text. */
export function tableHoldsText(draft: TableDraft): boolean {
  if (draft.mode.type === 'line') return !isEmptyEditor(draft.line);
  const field = focusedField(draft);
  return field !== undefined && fieldHoldsText(field);
}

/** The cell that is typed into, when a row is open. */
export function focusedField({ mode, halves }: TableDraft): FieldDraft | undefined {
  const edit = mode.type === 'row' ? halves.get(mode.row) : undefined;
  return edit?.fields[edit.focus];
}

/** Empties the line or the cell that is typed into; rows stay. */
export function clearTable(draft: TableDraft): TableDraft {
  if (draft.mode.type === 'line') return { ...draft, line: clearEditor(draft.line) };
  const { mode, halves } = draft;
  const edit = mode.type === 'row' ? halves.get(mode.row) : undefined;
  if (mode.type !== 'row' || edit === undefined) return draft;
  const fields = edit.fields.map((field, index) => (index === edit.focus ? clearField(field) : field));
  return withHalf(draft, mode.row, { ...edit, fields });
}
