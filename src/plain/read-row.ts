import type { Cell, Column, Row, TableShape } from '../bank/index.js';
import { wordsOf } from '../runner/index.js';
import type { Command } from './command.js';
import type { BegunRow } from './held.js';
import { nextInput, settled, type Left, type Reading } from './reading.js';
import { askedColumns, orderedCells } from './row-line.js';
import { menuOf } from './understand.js';

/** What asking for a row led to; `dropped` when the person went back before its first cell. */
export type RowReply =
  | { readonly type: 'cells'; readonly cells: Row['cells'] }
  | { readonly type: 'dropped' }
  | { readonly type: 'left'; readonly next: Left['next']; readonly begun: BegunRow };

type CellReply =
  { readonly type: 'cell'; readonly cell: Cell | undefined } | { readonly type: 'back' } | Left;

/** Reads a row that was written on one line; what does not fit is asked for cell by cell. */
export async function readPieces(
  reading: Reading,
  shape: TableShape,
  pieces: readonly string[],
): Promise<RowReply> {
  const columns = askedColumns(shape);
  if (pieces.length > columns.length) {
    const wanted = columns.map(({ label }) => label).join(' | ');
    reading.held.talk.say(
      `The line has ${String(pieces.length)} cells; a row has ${String(columns.length)}. Write ${wanted}; a plain bar is \\|.`,
    );
    return { type: 'dropped' };
  }
  const given = new Map(columns.map((column, index) => [column.id, pieces[index] ?? '']));
  return readRow(reading, shape, { before: undefined, given });
}

/** What is known of a row before its cells are asked: the row to change, or words for some cells. */
export type RowStart = {
  readonly before: Row | undefined;
  readonly given: ReadonlyMap<string, string>;
  readonly begun?: BegunRow;
};

/** Reads a row cell by cell; `back` goes to the cell before. */
export async function readRow(reading: Reading, shape: TableShape, start: RowStart): Promise<RowReply> {
  const columns = askedColumns(shape);
  const { cells: written, at: first } = begunOf(start);
  const cells = new Map<string, Cell>(Object.entries(written));
  const given = new Map(start.given);
  for (let at = first; at < columns.length;) {
    const column = columns[at];
    if (column === undefined) break;
    const words = given.get(column.id);
    given.delete(column.id);
    const reply = await readCell(reading, { column, words, before: cells.get(column.id) });
    if (reply.type === 'left') return { ...reply, begun: { cells: orderedCells(shape, cells), at } };
    if (reply.type === 'back' && at === 0) return { type: 'dropped' };
    if (reply.type === 'cell') setCell(cells, column.id, reply.cell);
    at += reply.type === 'back' ? -1 : 1;
  }
  return { type: 'cells', cells: orderedCells(shape, cells) };
}

const begunOf = ({ begun, before }: RowStart): BegunRow => begun ?? { cells: before?.cells ?? {}, at: 0 };

function setCell(cells: Map<string, Cell>, column: string, cell: Cell | undefined): void {
  if (cell === undefined) cells.delete(column);
  else cells.set(column, cell);
}

type CellStart = {
  readonly column: Column;
  readonly words: string | undefined;
  readonly before: Cell | undefined;
};

async function readCell(reading: Reading, { column, words, before }: CellStart): Promise<CellReply> {
  let typed = words;
  for (;;) {
    const input =
      typed === undefined ? await askCell(reading, column, before) : { type: 'words' as const, text: typed };
    if (input.type === 'left' || input.type === 'back') return input;
    typed = undefined;
    const reply = await cellOf(reading, { column, before }, input.text.trim());
    if (reply !== undefined) return reply;
  }
}

type CellAt = Pick<CellStart, 'column' | 'before'>;

/** What words mean as a cell; nothing when they are refused. */
async function cellOf(
  reading: Reading,
  { column, before }: CellAt,
  text: string,
): Promise<CellReply | undefined> {
  if (text === '' && column.required && before === undefined) {
    reading.held.talk.say(`${column.label} is required.`);
    return undefined;
  }
  if (text === '') return { type: 'cell', cell: before };
  if (text === '-' && !column.required) return { type: 'cell', cell: undefined };
  const read = await settled(reading, column, text);
  if (read.type === 'left') return read;
  return read.type === 'value' ? { type: 'cell', cell: read.value as Cell } : undefined;
}

type CellInput = { readonly type: 'words'; readonly text: string } | { readonly type: 'back' } | Left;

async function askCell(reading: Reading, column: Column, before: Cell | undefined): Promise<CellInput> {
  const lines = menuOf(reading.held.runner.scene(), column);
  if (lines?.length === 0 && 'of' in column)
    reading.held.talk.say(
      `There are no rows to refer to yet; goto ${column.of} adds one, the rows here are kept.`,
    );
  const went = { back: false };
  const onCommand = (command: Command) => {
    if (command.name !== 'back') return reading.onCommand(command);
    went.back = true;
    return Promise.resolve('go-on' as const);
  };
  const menu = lines === undefined ? undefined : { many: column.kind === 'many', lines };
  const input = await nextInput({ ...reading, onCommand }, cellLabel(reading, column, before), menu);
  if (went.back) return { type: 'back' };
  return input.type === 'left' ? input : { type: 'words', text: input.text };
}

function cellLabel({ held }: Reading, column: Column, before: Cell | undefined): string {
  const now = before === undefined ? '' : `, now ${wordsOf(held.runner.scene(), column, before)}`;
  return `${column.prompt ?? column.label}${now}${column.required ? '' : ', or an empty line'}`;
}
