import { isTable } from '../../src/bank/index.js';
import { openFacts } from '../../src/facts/derive-facts.js';
import type { Fact, FactDefinition } from '../../src/facts/fact.js';
import { shipped, viewOf, type Given } from './shipped.js';

type Told = {
  readonly value: Fact['value'];
  readonly text: string;
  readonly formula: string;
  readonly inputs: string;
  readonly aside?: boolean;
};

type Family = readonly FactDefinition[];

const keyOf = ({ id, subject }: Fact): string => (subject === undefined ? id : `${id} of ${subject}`);

// Nine digits are more than any figure is worth, and less than the noise of binary fractions.
const plain = (value: Fact['value']): Fact['value'] =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

function told({ value, text, formula, inputs, aside }: Fact): Told {
  const from = inputs.map((input) => `${input.id} ${input.text}`).join(', ');
  return { value: plain(value), text, formula, inputs: from, ...(aside === undefined ? {} : { aside }) };
}

function factsOf(family: Family, given: Given): readonly Fact[] {
  const source = openFacts(viewOf(given), shipped);
  return family.flatMap(({ id }) => source.of(id));
}

/** Everything a family says about some answers, or some of it: each figure with how it came about and from what. */
export function toldOf(
  family: Family,
  given: Given,
  ids?: readonly string[],
): Readonly<Record<string, Told>> {
  const wanted = family.filter(({ id }) => ids === undefined || ids.includes(id));
  return Object.fromEntries(factsOf(wanted, given).map((fact) => [keyOf(fact), told(fact)]));
}

/** By each answer or cell that a figure needs: which figures are gone without it. A key column stays. */
export function lostOf(family: Family, given: Given): Readonly<Record<string, readonly string[]>> {
  const all = factsOf(family, given).map(keyOf);
  const entries = withOneLess(given).map(([gone, rest]) => {
    const left = new Set(factsOf(family, rest).map(keyOf));
    return [gone, all.filter((key) => !left.has(key))] as const;
  });
  return Object.fromEntries(entries.filter(([, lost]) => lost.length > 0));
}

type Row = Readonly<Record<string, unknown>>;

const isRows = (raw: unknown): raw is readonly Row[] =>
  Array.isArray(raw) && raw.every((row) => typeof row === 'object');

function withOneLess(given: Given): readonly (readonly [string, Given])[] {
  return Object.entries(given).flatMap(([id, raw]) => {
    const cells = isRows(raw) ? raw.flatMap((row, at) => withoutCells(id, { rows: raw, row, at })) : [];
    return [
      [id, without(given, id)] as const,
      ...cells.map(([gone, rows]) => [gone, { ...given, [id]: rows }] as const),
    ];
  });
}

function withoutCells(
  table: string,
  { rows, row, at }: { readonly rows: readonly Row[]; readonly row: Row; readonly at: number },
) {
  return Object.keys(row)
    .filter((column) => column !== 'id' && !isKey(table, column))
    .map((column) => {
      const gone = `${table}.${String(row['id'])}.${column}`;
      return [gone, rows.with(at, without(row, column))] as const;
    });
}

const without = (record: Row, key: string): Row =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

function isKey(table: string, column: string): boolean {
  const question = shipped.question(table);
  if (question === undefined || !isTable(question)) return false;
  return question.key === column;
}
