import { err, graphemes, ok, type Result } from '../kernel/index.js';
import { parseCanonical } from './quantity.js';
import type { Cell, Option, ValueShape } from './question.js';
import { notAmong, tooFew, tooLong, twice, within, wrongForm } from './value-problems.js';

/** What else is known when a value is checked: the row ids a reference may name. Where they are not known references are not checked. */
export type ValueContext = { readonly rowsOf?: (table: string) => readonly string[] | undefined };

type ShapeOf<K extends ValueShape['kind']> = Extract<ValueShape, { readonly kind: K }>;

type Scalar = Exclude<ValueShape, ShapeOf<'many' | 'list'>>;

/** Turns plain data into a value of any kind but a table; never throws. */
export function checkCell(shape: ValueShape, raw: unknown, context: ValueContext): Result<Cell> {
  if (shape.kind === 'many') return checkMany(shape, raw, context);
  if (shape.kind === 'list') return checkList(shape, raw);
  return checkScalar(shape, raw, context);
}

function checkScalar(shape: Scalar, raw: unknown, context: ValueContext): Result<string | boolean> {
  switch (shape.kind) {
    case 'text':
      return checkText(shape, raw);
    case 'prose':
      return checkProse(shape, raw);
    case 'choice':
      return checkChoice(shape, raw, context);
    case 'confirm':
      return typeof raw === 'boolean' ? ok(raw) : err([wrongForm(raw, 'true or false', 'true')]);
    case 'quantity':
      return checkQuantity(shape, raw);
  }
}

function checkText(shape: ShapeOf<'text'>, raw: unknown): Result<string> {
  if (shape.form === 'date') return checkDate(raw);
  if (shape.form === 'url') return checkUrl(raw);
  const line = checkLine(raw, shape.max_length);
  if (line.ok || typeof raw !== 'number') return line;
  return err([wrongForm(raw, 'text', `"${String(raw)}", in quotes`)]);
}

/** Checks one line of text that says something, at most `max` characters long. */
function checkLine(raw: unknown, max?: number): Result<string> {
  if (typeof raw !== 'string') return err([wrongForm(raw, 'text', 'one line of words')]);
  const text = raw.trim();
  if (text === '') return err([wrongForm(raw, 'an answer', 'one line of words')]);
  if (/[\r\n\u2028\u2029]/.test(text))
    return err([wrongForm(raw, 'one line', 'the same words without a line break')]);
  return fitting(text, max);
}

function checkProse(shape: ShapeOf<'prose'>, raw: unknown): Result<string> {
  if (typeof raw !== 'string') return err([wrongForm(raw, 'text', 'a sentence or two')]);
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  if (text.trim() === '') return err([wrongForm(raw, 'an answer', 'a sentence or two')]);
  return fitting(text, shape.max_length);
}

function fitting(text: string, max: number | undefined): Result<string> {
  return max !== undefined && graphemes(text).length > max ? err([tooLong(text, max)]) : ok(text);
}

function checkDate(raw: unknown): Result<string> {
  const text = typeof raw === 'string' ? raw.trim() : '';
  return isDay(text) ? ok(text) : err([wrongForm(raw, 'a date', '2026-12-15 (year-month-day)')]);
}

/** Says whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [, year = 0, month = 0, day = 0] = parts?.map(Number) ?? [];
  return parts !== null && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function checkUrl(raw: unknown): Result<string> {
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (/^https?:\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text)) return ok(text);
  return err([wrongForm(raw, 'a link', 'https://example.com/runbook')]);
}

function checkQuantity(shape: ShapeOf<'quantity'>, raw: unknown): Result<string> {
  const text = typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : raw;
  if (typeof text !== 'string') return err([wrongForm(raw, 'a number with its unit', shape.min ?? '12')]);
  const read = parseCanonical(text.trim(), shape);
  return read.ok ? ok(read.value.text) : read;
}

/** The ids an option may have: those of the bank, or the rows of the table that is referred to; nothing when unknown. */
export function optionIds(
  shape: { readonly options?: readonly Option[]; readonly of?: string },
  context: ValueContext,
): readonly string[] | undefined {
  if (shape.of !== undefined) return context.rowsOf?.(shape.of);
  return shape.options?.map(({ id }) => id);
}

function checkChoice(shape: ShapeOf<'choice' | 'many'>, raw: unknown, context: ValueContext): Result<string> {
  const ids = optionIds(shape, context);
  const id = typeof raw === 'number' ? String(raw) : raw;
  if (typeof id !== 'string' || id === '') return err([wrongForm(raw, 'one option', ids?.[0] ?? 'redis')]);
  if (ids === undefined || ids.includes(id)) return ok(id);
  return err([notAmong(id, ids, shape.of === undefined ? 'an option' : `a row of ${shape.of}`)]);
}

function checkMany(shape: ShapeOf<'many'>, raw: unknown, context: ValueContext): Result<readonly string[]> {
  const ids = optionIds(shape, context);
  if (!Array.isArray(raw)) return err([wrongForm(raw, 'a list of options', `- ${ids?.[0] ?? 'redis'}`)]);
  const items: readonly unknown[] = raw;
  const checked = items.map((item) => checkChoice(shape, item, context));
  const chosen = checked.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [
    ...checked.flatMap((result) => (result.ok ? [] : result.error)),
    ...repeated(chosen).map(twice),
    ...(items.length < (shape.min_items ?? 0) ? [tooFew(items.length, shape.min_items ?? 0, 'option')] : []),
  ];
  if (problems.length > 0) return err(problems);
  return ok(ids === undefined ? chosen : ids.filter((id) => chosen.includes(id)));
}

/** The items that stand more than once, each named once. */
export function repeated(items: readonly string[]): readonly string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}

function checkList(shape: ShapeOf<'list'>, raw: unknown): Result<readonly string[]> {
  if (!Array.isArray(raw)) return err([wrongForm(raw, 'a list', '- one line of words')]);
  const items: readonly unknown[] = raw;
  const checked = items.map((item) => checkLine(item, shape.max_length));
  const problems = checked.flatMap((result, index) =>
    result.ok ? [] : result.error.map((problem) => within(`Item ${String(index + 1)}`, problem)),
  );
  if (items.length < (shape.min_items ?? 0))
    problems.push(tooFew(items.length, shape.min_items ?? 0, 'item'));
  return problems.length > 0
    ? err(problems)
    : ok(checked.flatMap((result) => (result.ok ? [result.value] : [])));
}
