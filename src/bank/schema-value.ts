import * as z from 'zod';
import { once } from '../kernel/index.js';
import type { Cell, Row, Value } from './question.js';
import { rowId } from './schema.js';

const scalar = once(() => z.union([z.string(), z.number(), z.boolean()]));
const cell = once(() => z.union([scalar(), z.array(scalar())]));
const row = once(() => z.object({ id: rowId }).catchall(cell()));

type RawScalar = z.infer<ReturnType<typeof scalar>>;
type RawCell = z.infer<ReturnType<typeof cell>>;
type RawRow = z.infer<ReturnType<typeof row>>;

/** A value as a bank writes it: a scalar, a list of scalars, or rows with ids; numbers become text. */
export const value = once(() =>
  z
    .union(
      [scalar(), z.array(scalar()), z.array(row())],
      'a value: text, a number, a list, or rows with an `id`',
    )
    .transform(toValue),
);

/** The value of one cell as a bank writes it. */
export const cellValue = once(() =>
  z.union([scalar(), z.array(scalar())], 'text, a number or a list').transform(toCell),
);

/** An example in words; a list is joined. */
export const exampleText = once(() =>
  z
    .union([scalar(), z.array(scalar())], 'an example: text, a number or a list')
    .transform((raw) => (Array.isArray(raw) ? raw.join(', ') : String(raw).trim())),
);

function toValue(raw: RawScalar | readonly RawScalar[] | readonly RawRow[]): Value {
  if (!isList(raw)) return toPlain(raw);
  if (raw.every(isRawRow)) return raw.map(toRow);
  return raw.filter((item) => !isRawRow(item)).map(String);
}

function isList(raw: unknown): raw is readonly (RawScalar | RawRow)[] {
  return Array.isArray(raw);
}

function isRawRow(item: RawScalar | RawRow): item is RawRow {
  return typeof item === 'object';
}

function toCell(raw: RawCell): Cell {
  return Array.isArray(raw) ? raw.map(String) : toPlain(raw);
}

// A block text ends with a line break that nobody typed.
function toPlain(raw: RawScalar): string | boolean {
  return typeof raw === 'boolean' ? raw : String(raw).trimEnd();
}

const SOURCES = ['measured', 'contract', 'code', 'estimate', 'guess'] as const;

function toRow({ id, why, source, ...rest }: RawRow): Row {
  const cells = Object.entries(rest).map(([column, raw]) => [column, toCell(raw)] as const);
  const known = SOURCES.find((each) => each === source);
  return {
    id,
    cells: Object.fromEntries(cells),
    ...(why === undefined ? {} : { why: String(why) }),
    ...(known === undefined ? {} : { source: known }),
  };
}

/** Turns a value back into what a file holds: rows become maps again. */
export function toRaw(of: Value): unknown {
  if (typeof of === 'string' || typeof of === 'boolean') return of;
  return of.map((item) => (typeof item === 'string' ? item : rowToRaw(item)));
}

function rowToRaw({ cells, ...own }: Row): Readonly<Record<string, unknown>> {
  return { ...own, ...cells };
}
