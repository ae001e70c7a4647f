import { checkValue, isRows, rawValue, rowName, type Row, type TableShape } from '../bank/index.js';
import { referencesTo } from '../interview/index.js';
import { counted, problemText } from '../kernel/index.js';
import { wordsOf } from '../runner/index.js';
import type { Command } from './command.js';
import type { RowsDraft } from './held.js';
import { readPieces, readRow, type RowReply } from './read-row.js';
import { nextInput, type Left, type Reading, type Reply } from './reading.js';
import { askedColumns, begunText, madeRow, piecesOf } from './row-line.js';
import { firstOf } from './words.js';

type LeftInRow = Extract<RowReply, { type: 'left' }>;

/** A table that is being written. */
type Writing = { readonly reading: Reading; readonly shape: TableShape; readonly step: string };

/** Reads a table row by row; rows that were written stay until they are recorded, wherever the person goes. */
export async function readTable(reading: Reading, shape: TableShape, step: string): Promise<Reply> {
  const writing = { reading: withRowUndo(reading, shape, step), shape, step };
  sayRows(writing);
  const begun = await goOnWithRow(writing);
  if (begun !== undefined) return begun;
  for (;;) {
    const input = await nextInput(writing.reading, ROW_LABEL);
    if (input.type === 'left') return input;
    const line = input.text.trim();
    const done = line === '' ? finished(writing) : await takeLine(writing, line);
    if (done !== undefined) return done;
  }
}

const ROW_LABEL = 'Row, or an empty line when done';

function draftOf({ reading, step }: Writing): RowsDraft {
  const kept = reading.held.rows.get(step);
  return kept ?? { rows: isRows(reading.current) ? reading.current : [], past: [], future: [] };
}

function changeRows(writing: Writing, rows: readonly Row[]): void {
  const { rows: before, past } = draftOf(writing);
  writing.reading.held.rows.set(writing.step, { rows, past: [...past, before], future: [] });
  writing.reading.held.keepDraft();
}

function sayRows(writing: Writing): void {
  const { talk, runner } = writing.reading.held;
  const columns = askedColumns(writing.shape);
  const { rows } = draftOf(writing);
  talk.say(
    `A row has: ${columns.map(({ label, required }) => (required ? `${label} (required)` : label)).join(' | ')}.`,
    'Write a whole row with | between the cells, or its first cell alone and be asked for the rest. - leaves a cell empty.',
    ...(rows.length === 0 ? ['There are no rows yet; the word none says that there are none.'] : []),
  );
  if (rows.length === 0) return;
  const scene = runner.scene();
  const cells = (row: Row) =>
    columns.map((column) => {
      const cell = row.cells[column.id];
      return cell === undefined ? '-' : wordsOf(scene, column, cell);
    });
  talk.say(
    ...rows.map((row, index) => `  ${String(index + 1)}. ${cells(row).join(' | ')}`),
    'edit 1, delete 1, copy 1 and move 2 1 change rows.',
  );
}

function finished(writing: Writing): Reply | undefined {
  const { reading, shape } = writing;
  const { rows } = draftOf(writing);
  if (rows.length === 0 && reading.current === undefined) {
    reading.held.talk.say('There are no rows yet. Write one, or the word none, or skip the question.');
    return undefined;
  }
  if (rows === reading.current) return { type: 'keep' };
  return checkedRows(reading, shape, rows);
}

function checkedRows(reading: Reading, shape: TableShape, rows: readonly Row[]): Reply | undefined {
  const checked = checkValue(shape, rawValue(rows));
  if (checked.ok) return { type: 'value', value: rows, echo: '' };
  reading.held.talk.say(problemText(firstOf(checked.error)));
  return undefined;
}

async function takeLine(writing: Writing, line: string): Promise<Reply | undefined> {
  const { reading, shape } = writing;
  if (/^none$/i.test(line)) return none(writing);
  const change = /^(edit|delete|copy|move) (\d+)(?: (\d+))?$/.exec(line);
  if (change !== null) return changedRow(writing, changeOf(change));
  const pieces = piecesOf(line);
  const first = askedColumns(shape)[0];
  const given = new Map(first === undefined ? [] : [[first.id, line]]);
  const reply =
    pieces === undefined
      ? await readRow(reading, shape, { before: undefined, given })
      : await readPieces(reading, shape, pieces);
  return added(writing, reply);
}

function none(writing: Writing): Reply | undefined {
  const { reading, shape } = writing;
  if (draftOf(writing).rows.length === 0) return checkedRows(reading, shape, []);
  reading.held.talk.say(
    'There are rows already. delete and a number takes one away; an empty line records them.',
  );
  return undefined;
}

function added(writing: Writing, reply: RowReply): Reply | undefined {
  const { talk } = writing.reading.held;
  if (reply.type === 'left') return leftInRow(writing, reply);
  if (reply.type === 'dropped') return undefined;
  if (Object.keys(reply.cells).length === 0) {
    talk.say('Nothing is written in this row, so it is not kept.');
    return undefined;
  }
  const { rows } = draftOf(writing);
  const row = madeRow(writing.shape, reply.cells, rows);
  changeRows(writing, [...rows, row]);
  talk.say(`Row ${String(rows.length + 1)}: ${rowName(writing.shape, row)}.`);
  return undefined;
}

/** A row that was begun waits for the person to come back, unless nothing of it is written. */
function leftInRow({ reading, step }: Writing, { begun, ...left }: LeftInRow): Left {
  if (Object.keys(begun.cells).length > 0) reading.held.begun.set(step, begun);
  return left;
}

/** Asks for the rest of a row that was left before its last cell. */
async function goOnWithRow(writing: Writing): Promise<Reply | undefined> {
  const { reading, shape, step } = writing;
  const begun = reading.held.begun.get(step);
  if (begun === undefined) return undefined;
  reading.held.begun.delete(step);
  const { talk, runner } = reading.held;
  talk.say(`The row that was begun goes on: ${begunText(runner.scene(), shape, begun)}.`);
  return added(writing, await readRow(reading, shape, { before: undefined, given: new Map(), begun }));
}

type Change = { readonly does: string; readonly at: number; readonly to: number };

const changeOf = (found: RegExpExecArray): Change => ({
  does: found[1] ?? '',
  at: Number(found[2]) - 1,
  to: Number(found[3] ?? '1') - 1,
});

async function changedRow(writing: Writing, { does, at, to }: Change): Promise<Reply | undefined> {
  const { rows } = draftOf(writing);
  const row = rows[at];
  if (row === undefined || to < 0 || to >= rows.length) {
    writing.reading.held.talk.say(`There is no such row; there ${isAre(rows.length)}.`);
    return undefined;
  }
  if (does === 'edit') return editedRow(writing, row);
  if (does === 'delete') return deletedRow(writing, row);
  const others = rows.filter((other) => other !== row);
  const copy = { ...row, id: madeRow(writing.shape, row.cells, rows).id };
  changeRows(writing, does === 'copy' ? rows.toSpliced(at + 1, 0, copy) : others.toSpliced(to, 0, row));
  sayRows(writing);
  return undefined;
}

const isAre = (count: number): string => `${count === 1 ? 'is' : 'are'} ${counted(count, 'row')}`;

async function editedRow(writing: Writing, row: Row): Promise<Reply | undefined> {
  const reply = await readRow(writing.reading, writing.shape, { before: row, given: new Map() });
  if (reply.type === 'left') return { type: 'left', next: reply.next };
  if (reply.type === 'dropped') return undefined;
  const { rows } = draftOf(writing);
  changeRows(
    writing,
    rows.map((other) => (other.id === row.id ? { ...row, cells: reply.cells } : other)),
  );
  sayRows(writing);
  return undefined;
}

async function deletedRow(writing: Writing, row: Row): Promise<Reply | undefined> {
  const { reading, shape, step } = writing;
  const refers = referencesTo(reading.held.runner.scene().session, step, row.id).length;
  if (refers > 0) {
    const cells = counted(refers, 'cell');
    reading.held.talk.say(`${cells} of other tables name ${rowName(shape, row)}; they will be asked again.`);
    const input = await nextInput(reading, 'Delete it (yes or no)');
    if (input.type === 'left') return input;
    if (!/^y/i.test(input.text.trim())) return undefined;
  }
  const { rows } = draftOf(writing);
  changeRows(
    writing,
    rows.filter((other) => other.id !== row.id),
  );
  sayRows(writing);
  return undefined;
}

/** In a table, undo and redo reach the rows first. */
function withRowUndo(reading: Reading, shape: TableShape, step: string): Reading {
  const onCommand = (command: Command) => {
    const draft = reading.held.rows.get(step);
    const moved = draft === undefined ? undefined : travelled(draft, command);
    if (moved === undefined) return reading.onCommand(command);
    reading.held.rows.set(step, moved);
    reading.held.keepDraft();
    sayRows({ reading, shape, step });
    return Promise.resolve('stay' as const);
  };
  return { ...reading, onCommand };
}

function travelled({ rows, past, future }: RowsDraft, { name }: Command): RowsDraft | undefined {
  const before = past.at(-1);
  const after = future.at(-1);
  if (name === 'undo' && before !== undefined)
    return { rows: before, past: past.slice(0, -1), future: [...future, rows] };
  if (name === 'redo' && after !== undefined)
    return { rows: after, past: [...past, rows], future: future.slice(0, -1) };
  return undefined;
}
