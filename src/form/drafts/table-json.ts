import { checkValue, isRows, rawValue, type Question, type Row, type TableShape } from '../../bank/index.js';
import { editorFrom, editorJson } from './editor-json.js';
import { fieldJson, restoredField } from './field-json.js';
import { isMap, numberIn, own, textIn, type JsonMap } from './json.js';
import {
  ADD_ROW,
  createRowEdit,
  createTable,
  DONE,
  type RowEdit,
  type TableDraft,
  type TableMode,
} from './table.js';
import { sameRows } from './same-rows.js';
import type { DraftOptions } from './types.js';

/** Turns a table into plain data: rows, what is half written, the line, and what is on the screen. */
export function tableJson({ rows, mode, focus, halves, line }: TableDraft): unknown {
  return {
    kind: 'table',
    rows: rawValue(rows),
    mode,
    focus,
    halves: Array.from(halves, ([row, edit]) => editJson(row, edit)),
    line: editorJson(line),
  };
}

function editJson(row: string, { fields, focus, errors }: RowEdit): unknown {
  return { row, focus, errors, fields: fields.map(fieldJson) };
}

/** Takes a table back from plain data; rows that do not fit their columns any more are those that are stored. */
export function tableFrom(
  shape: TableShape | (Question & TableShape),
  json: unknown,
  options: DraftOptions,
): TableDraft {
  const fresh = createTable(shape, options);
  if (!isMap(json) || textIn(json, 'kind') !== 'table') return fresh;
  const rows = rowsFrom(fresh, own(json, 'rows'));
  const draft = { ...fresh, rows, line: editorFrom(own(json, 'line'), false) ?? fresh.line };
  const halves = halvesFrom(draft, own(json, 'halves'), options);
  const mode = modeFrom(own(json, 'mode'), { ...draft, halves }, options);
  const known = [...rows.map(({ id }) => id), ADD_ROW, DONE];
  const focus = textIn(json, 'focus') ?? '';
  return { ...draft, halves, mode, focus: known.includes(focus) ? focus : ADD_ROW };
}

function rowsFrom({ shape, start }: TableDraft, json: unknown): readonly Row[] {
  // How many rows there must be is a matter for the end, not for what is being typed.
  const checked = checkValue({ ...shape, min_rows: 0 }, json);
  if (!checked.ok || !isRows(checked.value)) return start;
  return sameRows(checked.value, start) ? start : checked.value;
}

function halvesFrom(draft: TableDraft, json: unknown, options: DraftOptions): TableDraft['halves'] {
  if (!Array.isArray(json)) return new Map();
  const halves = json.flatMap((item: unknown): readonly (readonly [string, RowEdit])[] => {
    const row = isMap(item) ? textIn(item, 'row') : undefined;
    const isKnown = row === ADD_ROW || draft.rows.some(({ id }) => id === row);
    return isMap(item) && row !== undefined && isKnown
      ? [[row, editFrom(draft, { row, item }, options)]]
      : [];
  });
  return new Map(halves);
}

type Half = { readonly row: string; readonly item: JsonMap };

function editFrom(draft: TableDraft, { row, item }: Half, { context }: DraftOptions): RowEdit {
  const stored = draft.rows.find(({ id }) => id === row);
  const fresh = createRowEdit(draft.shape, stored, context);
  const json = own(item, 'fields');
  const all: readonly unknown[] = Array.isArray(json) ? json : [];
  const fields = fresh.fields.map((field, index) => restoredField(field, all[index], context));
  const focus = Math.trunc(numberIn(item, 'focus') ?? 0);
  return {
    fields,
    focus: Math.max(0, Math.min(focus, fields.length - 1)),
    errors: errorsFrom(own(item, 'errors')),
  };
}

function errorsFrom(json: unknown): RowEdit['errors'] {
  if (!isMap(json)) return {};
  const texts = Object.keys(json).flatMap((key) => {
    const text = textIn(json, key);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}

function modeFrom(json: unknown, draft: TableDraft, { context }: DraftOptions): TableMode {
  const type = isMap(json) ? textIn(json, 'type') : undefined;
  if (type === 'line') return { type };
  const row = (isMap(json) ? textIn(json, 'row') : undefined) ?? '';
  if (type === 'row' && draft.halves.has(row)) return { type, row };
  const references = draft.rows.some(({ id }) => id === row) ? context.references(row) : 0;
  return type === 'delete' && references > 0 ? { type, row, references } : { type: 'rows' };
}
