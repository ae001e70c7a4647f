import { checkValue, rawValue, rowIdFor, rowName, type Row } from '../../bank/index.js';
import { counted, type Problem } from '../../kernel/index.js';
import type { Key, KeyName } from '../keys.js';
import { fieldTakesText } from './field.js';
import { stepBack, stepForward } from './history.js';
import { clampedMove } from './moves.js';
import { importedRows } from './table-import.js';
import { pressLine } from './table-line.js';
import { keyText, openedRow, pressRow } from './table-row.js';
import {
  ADD_ROW,
  DONE,
  firstGap,
  focusedField,
  isHalfWritten,
  readTable,
  remembering,
  withHalf,
  withRows,
  type TableDraft,
  type TableState,
} from './table.js';
import { handled, ignored, refused, type DraftContext, type Pressed } from './types.js';
import { boundTo } from './value-context.js';

/** Says whether letters are text now, and not keys. */
export function tableTakesText(draft: TableDraft): boolean {
  if (draft.mode.type === 'line') return true;
  const field = focusedField(draft);
  return field !== undefined && fieldTakesText(field);
}

/** Gives a key to a table. */
export function pressTable(draft: TableDraft, key: Key, context: DraftContext): Pressed<TableDraft> {
  switch (draft.mode.type) {
    case 'rows':
      return pressRows(draft, key, context);
    case 'row':
      return pressRow(draft, key, context);
    case 'line':
      return pressLine(draft, key, context);
    case 'delete':
      return pressDelete(draft, draft.mode.row, { key, context });
  }
}

function pressRows(before: TableDraft, key: Key, context: DraftContext): Pressed<TableDraft> {
  const draft = before.done ? { ...before, done: false } : before;
  if (key.type === 'paste') return importedRows(draft, key.text, context);
  if (key.type === 'text') return letters[key.text]?.(draft, context) ?? ignored(draft);
  const lines = [...draft.rows.map(({ id }) => id), ADD_ROW, DONE];
  const at = Math.max(0, lines.indexOf(draft.focus));
  const page = Math.max(1, context.height - 2);
  const moved = clampedMove(key, { at, count: lines.length, page });
  if (moved !== undefined) return handled({ ...draft, focus: lines[moved] ?? ADD_ROW });
  return named[key.name]?.(draft, context) ?? ignored(draft);
}

type Command = (draft: TableDraft, context: DraftContext) => Pressed<TableDraft>;

const edit: Command = (draft, context) =>
  draft.focus === DONE ? ignored(draft) : handled(openedRow(draft, draft.focus, context));

const add: Command = (draft, context) => handled(openedRow(draft, ADD_ROW, context));

const enter: Command = (draft, context) =>
  draft.focus === DONE ? submitted(draft, context) : edit(draft, context);

const duplicate: Command = (draft) => {
  const at = focusedRow(draft);
  const row = draft.rows[at];
  if (row === undefined) return ignored(draft);
  const id = rowIdFor(
    keyText(draft, row.cells),
    draft.rows.map((other) => other.id),
  );
  const copy: Row = { id, cells: row.cells };
  return handled(withRows(draft, draft.rows.toSpliced(at + 1, 0, copy), id));
};

const moving =
  (by: -1 | 1): Command =>
  (draft) => {
    const at = focusedRow(draft);
    const row = draft.rows[at];
    const other = draft.rows[at + by];
    if (row === undefined || other === undefined) return handled(draft);
    return handled(withRows(draft, draft.rows.with(at, other).with(at + by, row), row.id));
  };

const remove: Command = (draft, context) => {
  const row = draft.focus;
  if (draft.halves.has(row) && row === ADD_ROW) return handled(withHalf(remembering(draft), row, undefined));
  if (focusedRow(draft) === -1) return ignored(draft);
  const references = context.references(row);
  if (references > 0) return handled({ ...draft, mode: { type: 'delete', row, references } });
  return handled(deleted(draft, row));
};

const undo: Command = (draft) => travelled(draft, stepBack(draft.history, stateOf(draft)));
const redo: Command = (draft) => travelled(draft, stepForward(draft.history, stateOf(draft)));
const line: Command = (draft) => handled({ ...draft, mode: { type: 'line' } });

const letters: Readonly<Record<string, Command | undefined>> = {
  a: add,
  e: edit,
  d: duplicate,
  x: remove,
  J: moving(1),
  K: moving(-1),
  '|': line,
};

const named: Readonly<Partial<Record<KeyName, Command>>> = {
  enter,
  delete: remove,
  'alt-up': moving(-1),
  'alt-down': moving(1),
  'ctrl-z': undo,
  'ctrl-_': undo,
  'ctrl-y': redo,
  'alt-z': redo,
  'ctrl-shift-z': redo,
};

const focusedRow = ({ rows, focus }: TableDraft): number => rows.findIndex(({ id }) => id === focus);

const stateOf = ({ rows, focus, halves }: TableDraft): TableState => ({ rows, focus, halves });

function travelled(draft: TableDraft, step: ReturnType<typeof stepBack<TableState>>): Pressed<TableDraft> {
  if (step === undefined) return ignored(draft);
  return handled({ ...draft, ...step.state, history: step.history });
}

/** Takes the row out, and what was half written in it; the focus goes to the next one. */
function deleted(draft: TableDraft, row: string): TableDraft {
  const at = draft.rows.findIndex(({ id }) => id === row);
  const rows = draft.rows.filter(({ id }) => id !== row);
  const next = withHalf(withRows(draft, rows, rows[at]?.id ?? rows.at(-1)?.id ?? ADD_ROW), row, undefined);
  return { ...next, mode: { type: 'rows' } };
}

type Answering = { readonly key: Key; readonly context: DraftContext };

function pressDelete(draft: TableDraft, row: string, { key, context }: Answering): Pressed<TableDraft> {
  const kept: TableDraft = { ...draft, mode: { type: 'rows' } };
  if (key.type === 'text') {
    if (key.text === 'y' || key.text === 'Y') return handled(deleted(draft, row));
    return handled(key.text === 'n' || key.text === 'N' ? kept : draft);
  }
  if (key.type === 'paste') return handled(draft);
  // Enter alone never deletes what others name; any other key goes on in the rows.
  return key.name === 'enter' || key.name === 'escape' ? handled(kept) : pressRows(kept, key, context);
}

function submitted(before: TableDraft, context: DraftContext): Pressed<TableDraft> {
  const draft = { ...before, done: true };
  const half = [...draft.halves.keys()].find((key) => isOpen(draft, key));
  if (half !== undefined) return refused({ ...before, focus: half }, halfWritten(draft, half));
  const read = readTable(draft, context);
  if (read.type === 'refused') {
    const gap = firstGap(draft.shape, draft.rows, context);
    return refused({ ...before, focus: gap?.row ?? ADD_ROW }, read.problem);
  }
  const checked = checkValue(draft.shape, rawValue(draft.rows), boundTo(context));
  if (!checked.ok) return refused(before, checked.error[0] ?? halfWritten(draft, ADD_ROW));
  const echo = draft.rows.length === 0 ? 'no rows' : counted(draft.rows.length, 'row');
  return handled(draft, { type: 'submit', value: draft.rows, echo });
}

function isOpen({ halves }: TableDraft, key: string): boolean {
  const edit = halves.get(key);
  return edit !== undefined && isHalfWritten(edit);
}

function halfWritten({ rows, shape }: TableDraft, key: string): Problem {
  const row = rows.find(({ id }) => id === key);
  const name = row === undefined ? 'A new row' : `The change to ${rowName(shape, row)}`;
  const hint = row === undefined ? 'Enter goes on with it, x drops it.' : 'Enter goes on with it.';
  return { code: 'row-half-written', message: `${name} is half written.`, hint };
}
