import { allOk, err, ok, slug, type Problem, type Result } from '../kernel/index.js';
import { parseQuantity } from './quantity.js';
import type { Cell, Option, Row, TableShape, Value, ValueShape } from './question.js';
import { rowColumns, writtenRows, type WrittenRow } from './row-lines.js';
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

/** An option is named by its id, by its label, or by its place in the list, counted from 1; a row also by the words its id is made of. */
function readOption(shape: Choosing, text: string, context: ValueContext): Result<string> {
  const typed = text.trim();
  const ids = optionIds(shape, context);
  if (ids === undefined) return ok(typed);
  const placed = /^[1-9]\d{0,3}$/.test(typed) ? ids[Number(typed) - 1] : undefined;
  const found = ids.find((id) => id === typed) ?? idNamed(shape, ids, typed) ?? placed;
  if (found !== undefined) return ok(found);
  return err([notAmong(typed, ids, shape.of === undefined ? 'an option' : `a row of ${shape.of}`)]);
}

function idNamed({ options, of }: Choosing, ids: readonly string[], typed: string): string | undefined {
  const lower = typed.toLowerCase();
  const byId = ids.find((id) => id.toLowerCase() === lower);
  if (byId !== undefined || of === undefined)
    return byId ?? options?.find(({ label }) => label.toLowerCase() === lower)?.id;
  return ids.find((id) => id === slug(typed));
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

/** Each line is a row, or a Markdown table holds them. */
function readRows(shape: TableShape, text: string, context: ValueContext): Result<unknown> {
  if (isNone(text)) return ok([]);
  const written = writtenRows(shape, text);
  if (!written.ok) return written;
  const example = rowColumns(shape)
    .map(({ label }) => label)
    .join(' | ');
  if (written.value.length === 0) return err([wrongForm(text, 'a row', `${example}, one row per line`)]);
  const read = written.value.map((row, index) => readCells(row, `Row ${String(index + 1)}`, context));
  const cells = allOk(read);
  return cells.ok ? ok(rawValue(withIds(shape, cells.value))) : cells;
}

function readCells(row: WrittenRow, place: string, context: ValueContext): Result<Row['cells']> {
  if (!row.ok) return row;
  const cells = row.value.map(({ column, text }): Result<readonly [string, Cell]> => {
    const read = parseTyped(column, text, context);
    if (read.ok) return ok([column.id, read.value as Cell]);
    return err(read.error.map((problem) => within(`${place}, ${column.label}`, problem)));
  });
  const found = allOk(cells);
  return found.ok ? ok(Object.fromEntries(found.value)) : found;
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
