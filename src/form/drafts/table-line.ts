import { rowIdFor, type Cell, type Row } from '../../bank/index.js';
import type { Problem } from '../../kernel/index.js';
import { createEditor, editorText, isEmptyEditor } from '../editor/editor.js';
import { pressEditor } from '../editor/press.js';
import type { Key } from '../keys.js';
import { readWords } from './cell-words.js';
import { stepBack } from './history.js';
import { importedRows } from './table-import.js';
import { keyText } from './table-row.js';
import { ADD_ROW, askedColumns, orderedCells, withRows, type TableDraft } from './table.js';
import { handled, ignored, refused, type DraftContext, type Pressed } from './types.js';

/** Gives a key to the line on which a row is written with bars between its cells. */
export function pressLine(draft: TableDraft, key: Key, context: DraftContext): Pressed<TableDraft> {
  if (key.type === 'paste' && /[\n\r\t]./.test(key.text)) return importedRows(draft, key.text, context);
  const size = { width: context.width, rows: context.height };
  const { outcome, editor } = pressEditor(draft.line, key, size);
  if (outcome === 'handled') return handled({ ...draft, line: editor });
  if (outcome === 'submitted') return entered(draft, context);
  return key.type === 'key' ? pressAround(draft, key.name) : ignored(draft);
}

function pressAround(draft: TableDraft, name: string): Pressed<TableDraft> {
  if (name === 'escape') return handled({ ...draft, mode: { type: 'rows' }, focus: ADD_ROW });
  if (name !== 'ctrl-z' && name !== 'ctrl-_') return ignored(draft);
  const { rows, focus, halves } = draft;
  const step = stepBack(draft.history, { rows, focus, halves });
  return handled(step === undefined ? draft : { ...draft, ...step.state, history: step.history });
}

/** One cell of a line: its text, and where it ends. */
type Piece = { readonly text: string; readonly end: number };

function piecesOf(line: string): readonly Piece[] {
  let end = -1;
  return line.split(/(?<!\\)\|/).map((part) => {
    end += part.length + 1;
    return { text: part.trim().replaceAll('\\|', '|'), end };
  });
}

function entered(draft: TableDraft, context: DraftContext): Pressed<TableDraft> {
  const line = editorText(draft.line);
  if (isEmptyEditor(draft.line) || line.trim() === '')
    return handled({ ...draft, mode: { type: 'rows' }, focus: ADD_ROW });
  const read = readLine(draft, line, context);
  if ('problem' in read) {
    const caret = { line: 0, offset: Math.min(read.end, line.length) };
    return refused({ ...draft, line: { ...draft.line, caret } }, read.problem);
  }
  const id = rowIdFor(
    keyText(draft, read.cells),
    draft.rows.map((row) => row.id),
  );
  const made: Row = { id, cells: read.cells };
  const next = withRows(draft, [...draft.rows, made], ADD_ROW);
  return handled({ ...next, line: createEditor({ multiline: false }) });
}

type Line = { readonly cells: Row['cells'] } | { readonly problem: Problem; readonly end: number };

function readLine({ shape }: TableDraft, line: string, context: DraftContext): Line {
  const columns = askedColumns(shape);
  const pieces = withoutOuterBars(piecesOf(line));
  const extra = pieces[columns.length];
  if (extra !== undefined) return { problem: tooMany(pieces.length, columns), end: extra.end };
  const cells = new Map<string, Cell>();
  for (const [index, column] of columns.entries()) {
    const piece = pieces[index] ?? { text: '', end: line.length };
    const read = readWords(column, piece.text, context);
    const at = (problem: Problem): Line => ({ problem: inColumn(column.label, problem), end: piece.end });
    if (!read.ok) return at(read.error[0] ?? missing);
    if (read.value !== undefined) cells.set(column.id, read.value);
    else if (column.required) return at(missing);
  }
  return { cells: orderedCells(shape, cells) };
}

/** A line written as Markdown has a bar at both ends. */
function withoutOuterBars(pieces: readonly Piece[]): readonly Piece[] {
  const isOuter = pieces.length > 2 && pieces[0]?.text === '' && pieces.at(-1)?.text === '';
  return isOuter ? pieces.slice(1, -1) : pieces;
}

const missing: Problem = {
  code: 'row-incomplete',
  message: 'Nothing is written here yet.',
  hint: 'This cell is required.',
};

const inColumn = (label: string, problem: Problem): Problem => ({
  ...problem,
  message: `${label}: ${problem.message}`,
});

function tooMany(count: number, columns: readonly { readonly label: string }[]): Problem {
  return {
    code: 'row-too-long',
    message: `The line has ${String(count)} cells; a row has ${String(columns.length)}.`,
    hint: `Write ${columns.map(({ label }) => label).join(' | ')}; a plain bar is \\|.`,
  };
}
