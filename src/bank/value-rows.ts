import { err, nearest, ok, slug, type Problem, type Result } from '../kernel/index.js';
import type { Cell, Row, Source, TableShape } from './question.js';
import { checkCell, repeated, type ValueContext } from './value-cell.js';
import { shown, tooFew, within, wrongForm } from './value-problems.js';

const SOURCES: readonly Source[] = ['measured', 'contract', 'code', 'estimate', 'guess'];
const RESERVED = ['id', 'why', 'source', 'nnnn'];

/** Turns a list of maps into the rows of a table: unique ids, known columns, every cell of its column's kind. */
export function checkRows(shape: TableShape, raw: unknown, context: ValueContext): Result<readonly Row[]> {
  if (!Array.isArray(raw)) return err([wrongForm(raw, 'a list of rows', `- id: redis`)]);
  const items: readonly unknown[] = raw;
  const checked = items.map((item, index) => checkRow(shape, { item, index }, context));
  const rows = checked.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [
    ...checked.flatMap((result) => (result.ok ? [] : result.error)),
    ...repeated(rows.map(({ id }) => id)).map(sameId),
    ...(items.length < (shape.min_rows ?? 0) ? [tooFew(items.length, shape.min_rows ?? 0, 'row')] : []),
  ];
  return problems.length > 0 ? err(problems) : ok(rows);
}

function sameId(id: string): Problem {
  return {
    code: 'row-id-twice',
    message: `Two rows have the id ${id}.`,
    hint: `Give the second one another id, for example ${id.slice(0, 38)}-2.`,
  };
}

type RawRow = { readonly item: unknown; readonly index: number };

function checkRow(shape: TableShape, { item, index }: RawRow, context: ValueContext): Result<Row> {
  const place = `Row ${String(index + 1)}`;
  if (!isMap(item)) return err([within(place, wrongForm(item, 'a map of columns', `id: redis`))]);
  const id = checkId(item, shape);
  const name = id.ok ? `Row ${id.value}` : place;
  const known = new Set([...RESERVED, ...shape.columns.map((column) => column.id)]);
  const unknown = Object.keys(item).filter((key) => !known.has(key));
  const cells = checkCells(shape, item, context);
  const beside = checkBeside(item);
  const problems = [
    ...(id.ok ? [] : id.error),
    ...unknown.map((key) => unknownColumn(key, [...known])),
    ...(cells.ok ? [] : cells.error),
    ...(beside.ok ? [] : beside.error),
  ].map((problem) => within(name, problem));
  if (problems.length > 0 || !id.ok || !cells.ok || !beside.ok) return err(problems);
  return ok({ id: id.value, cells: cells.value, ...beside.value });
}

type RawMap = Readonly<Record<string, unknown>>;

function isMap(item: unknown): item is RawMap {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

const own = (item: RawMap, key: string): unknown => (Object.hasOwn(item, key) ? item[key] : undefined);

function checkId(item: RawMap, shape: TableShape): Result<string> {
  const raw = own(item, 'id');
  const id = typeof raw === 'number' ? String(raw) : raw;
  if (typeof id === 'string' && /^[a-z0-9-]{1,40}$/.test(id)) return ok(id);
  const key = own(item, shape.key);
  const example = slug(typeof id === 'string' ? id : typeof key === 'string' ? key : '') || 'redis';
  const hint = `Write id: ${example} (lower-case letters, digits and hyphens, at most 40).`;
  if (raw === undefined || raw === null)
    return err([{ code: 'row-id-missing', message: 'The row has no id.', hint }]);
  return err([{ code: 'row-id-form', message: `${shown(raw)} is not a row id.`, hint }]);
}

function unknownColumn(key: string, known: readonly string[]): Problem {
  const near = nearest(key.slice(0, 60), known, 1)[0];
  return {
    code: 'unknown-column',
    message: `${shown(key)} is not a column of this table.`,
    hint: near === undefined ? `The columns are ${known.join(', ')}.` : `Did you mean ${near}?`,
  };
}

function checkCells(shape: TableShape, item: RawMap, context: ValueContext): Result<Row['cells']> {
  const cells: [string, Cell][] = [];
  const problems: Problem[] = [];
  for (const column of shape.columns) {
    const raw = own(item, column.id);
    if (raw === undefined || raw === null) continue;
    const checked = checkCell(column, raw, context);
    if (checked.ok) cells.push([column.id, checked.value]);
    else problems.push(...checked.error.map((problem) => within(column.id, problem)));
  }
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(cells));
}

type Beside = Pick<Row, 'why' | 'source' | 'nnnn'>;

function checkBeside(item: RawMap): Result<Beside> {
  const why = checkWhy(own(item, 'why'));
  const source = checkSource(own(item, 'source'));
  const nnnn = checkNumber(own(item, 'nnnn'));
  if (why.ok && source.ok && nnnn.ok) return ok({ ...why.value, ...source.value, ...nnnn.value });
  return err([why, source, nnnn].flatMap((result) => (result.ok ? [] : result.error)));
}

const isAbsent = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

function checkWhy(raw: unknown): Result<Pick<Row, 'why'>> {
  if (isAbsent(raw)) return ok({});
  if (typeof raw !== 'string') return err([within('why', wrongForm(raw, 'text', 'one sentence'))]);
  return ok(raw.trim() === '' ? {} : { why: raw.trim() });
}

function checkSource(raw: unknown): Result<Pick<Row, 'source'>> {
  if (isAbsent(raw)) return ok({});
  const source = SOURCES.find((each) => each === raw);
  if (source !== undefined) return ok({ source });
  return err([within('source', wrongForm(raw, `one of ${SOURCES.join(', ')}`, 'measured'))]);
}

/** YAML reads 0012 as a number; the four digits are what was meant. */
function checkNumber(raw: unknown): Result<Pick<Row, 'nnnn'>> {
  if (isAbsent(raw)) return ok({});
  const text = typeof raw === 'number' ? String(raw).padStart(4, '0') : raw;
  if (typeof text === 'string' && /^\d{4}$/.test(text)) return ok({ nnnn: text });
  return err([within('nnnn', wrongForm(raw, 'a number of four digits', '"0012"'))]);
}
