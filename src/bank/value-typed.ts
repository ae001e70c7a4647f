import { allOk, err, ok, type Problem, type Result } from '../kernel/index.js';
import { parseQuantity } from './quantity.js';
import type { Cell, Column, Option, Row, TableShape, Value, ValueShape } from './question.js';
import { optionIds, type ValueContext } from './value-cell.js';
import { checkValue } from './value.js';
import { notAmong, within, wrongForm } from './value-problems.js';
import { rawValue, rowIdFor } from './value-text.js';

/** Reads what a person typed on a command line as a value of the question's or column's kind; never throws. */
export function parseTyped(
  shape: ValueShape | TableShape,
  text: string,
  context: ValueContext = {},
): Result<Value> {
  const read = readTyped(shape, text, context);
  return read.ok ? checkValue(shape, read.value, context) : read;
}

function readTyped(shape: ValueShape | TableShape, text: string, context: ValueContext): Result<unknown> {
  switch (shape.kind) {
    case 'text':
    case 'prose':
      return ok(text);
    case 'confirm':
      return readConfirm(text);
    case 'choice':
      return readOption(shape, text, context);
    case 'many':
      return readMany(shape, text, context);
    case 'quantity':
      return readQuantity(shape, text);
    case 'list':
      return ok(isNone(text) ? [] : parts(text, /[;\n]/));
    case 'table':
      return readRows(shape, text, context);
  }
}

function parts(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const isNone = (text: string): boolean => /^\s*none\s*$/i.test(text);

function readConfirm(text: string): Result<boolean> {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'true'].includes(word)) return ok(true);
  if (['no', 'n', 'false'].includes(word)) return ok(false);
  return err([wrongForm(text, 'yes or no', 'yes')]);
}

type Choosing = { readonly options?: readonly Option[]; readonly of?: string };

/** An option is named by its id, by its label, or by its place in the list, counted from 1. */
function readOption(shape: Choosing, text: string, context: ValueContext): Result<string> {
  const typed = text.trim();
  const ids = optionIds(shape, context);
  if (ids === undefined) return ok(typed);
  const lower = typed.toLowerCase();
  const labelled = shape.options?.find(({ label }) => label.toLowerCase() === lower)?.id;
  const placed = /^[1-9]\d{0,3}$/.test(typed) ? ids[Number(typed) - 1] : undefined;
  const found =
    ids.find((id) => id === typed) ?? ids.find((id) => id.toLowerCase() === lower) ?? labelled ?? placed;
  if (found !== undefined) return ok(found);
  return err([notAmong(typed, ids, shape.of === undefined ? 'an option' : `a row of ${shape.of}`)]);
}

function readMany(shape: Choosing, text: string, context: ValueContext): Result<readonly string[]> {
  const hasNone = optionIds(shape, context)?.includes('none') ?? false;
  if (isNone(text) && !hasNone) return ok([]);
  const typed = parts(text, /[,\n]/);
  if (typed.length === 0)
    return err([wrongForm(text, 'an answer', 'the options with commas between, or none')]);
  const whole = readOption(shape, text, context);
  if (typed.length > 1 && whole.ok && optionIds(shape, context) !== undefined) return ok([whole.value]);
  return allOk(typed.map((part) => readOption(shape, part, context)));
}

function readQuantity(shape: Extract<ValueShape, { kind: 'quantity' }>, text: string): Result<string> {
  const reading = parseQuantity(text, shape);
  switch (reading.type) {
    case 'understood':
      return ok(reading.text);
    case 'refused':
      return err([reading.problem]);
    case 'ambiguous':
      return err([ambiguous(reading.message, reading.choices)]);
  }
}

function ambiguous(
  message: string,
  choices: readonly { readonly label: string; readonly text: string }[],
): Problem {
  const listed = choices.map(({ label, text }) => (label === text ? text : `${text} (${label})`));
  return { code: 'quantity-ambiguous', message, hint: `Write ${listed.join(', or ')}.` };
}

/** Each line is a row, its cells with `|` between, in the order of the columns asked with the row; `\|` is a plain bar. */
function readRows(shape: TableShape, text: string, context: ValueContext): Result<unknown> {
  if (isNone(text)) return ok([]);
  const lines = parts(text, /\n/);
  const columns = shape.columns.filter(({ ask }) => ask === 'row');
  const example = columns.map(({ label }) => label).join(' | ');
  if (lines.length === 0) return err([wrongForm(text, 'a row', `${example}, one row per line`)]);
  const read = lines.map((line, index) =>
    readCells(columns, line, { context, place: `Row ${String(index + 1)}` }),
  );
  const cells = allOk(read);
  return cells.ok ? ok(rawValue(withIds(shape, cells.value))) : cells;
}

type Line = { readonly context: ValueContext; readonly place: string };

function readCells(columns: readonly Column[], line: string, { context, place }: Line): Result<Row['cells']> {
  const texts = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  if (texts.length > columns.length) {
    const wanted = columns.map(({ label }) => label).join(' | ');
    return err([within(place, wrongForm(line, `a row of ${String(columns.length)} cells`, wanted))]);
  }
  const cells = texts.map((text, index) => readCell(columns[index], text, context));
  const problems = cells.flatMap((cell, index) =>
    cell.ok ? [] : cell.error.map((problem) => within(`${place}, ${columns[index]?.label ?? ''}`, problem)),
  );
  if (problems.length > 0) return err(problems);
  const found = cells.flatMap((cell) => (cell.ok && cell.value !== undefined ? [cell.value] : []));
  return ok(Object.fromEntries(found));
}

function readCell(
  column: Column | undefined,
  text: string,
  context: ValueContext,
): Result<readonly [string, Cell] | undefined> {
  if (column === undefined || text === '') return ok(undefined);
  const read = parseTyped(column, text, context);
  return read.ok ? ok([column.id, read.value as Cell]) : read;
}

function withIds(shape: TableShape, all: readonly Row['cells'][]): readonly Row[] {
  const taken = new Set<string>();
  return all.map((cells) => {
    const key = cells[shape.key];
    const id = rowIdFor(typeof key === 'string' ? key : '', taken);
    taken.add(id);
    return { id, cells };
  });
}
