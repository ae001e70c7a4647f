import type { FactSignature } from '../bank/index.js';
import type { FactDefinition, FactFigure, FactInput, FactReader, FactRow } from './fact.js';

/** What a calculation comes to; `inputs` adds the cells and optional answers it used to the required ones. */
export type Reckoning = {
  readonly value: FactFigure['value'];
  readonly text: string;
  readonly formula: string;
  readonly inputs?: readonly FactInput[];
  /** It says nothing that another figure or the answer itself does not say: rules read it, documents leave it out. */
  readonly aside?: boolean;
};

/** Names for the numbers of a formula, each with the question or column it comes from. */
type Needs<K extends string> = Readonly<Record<K, string>>;
type Numbers<K extends string> = Readonly<Record<K, number>>;

type Named = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly type?: FactSignature['type'];
  /** Questions that are read beside the required ones. */
  readonly also?: readonly string[];
};

type FigureFact<K extends string> = Named & {
  readonly needs?: Needs<K>;
  readonly reckon: (numbers: Numbers<K>, read: FactReader) => Reckoning | undefined;
};

type RowFact<C extends string, K extends string> = Named & {
  readonly table: string;
  readonly cells?: Needs<C>;
  readonly needs?: Needs<K>;
  readonly reckon: (numbers: Numbers<C | K>, row: FactRow, read: FactReader) => Reckoning | undefined;
};

/** Defines a fact of one figure, computed once all numbers it needs are answered. */
export function figureFact<K extends string = never>(spec: FigureFact<K>): FactDefinition {
  const { also = [], reckon, id, title, unit, type = 'double' } = spec;
  const needs = entriesOf(spec.needs);
  const required = needs.map(([, question]) => question);
  const derive = (read: FactReader): readonly FactFigure[] => {
    const numbers = numbersOf(needs, read.number);
    const found = numbers === undefined ? undefined : reckon(numbers, read);
    return found === undefined ? [] : figures(found, required.map(read.input));
  };
  return { id, title, unit, type, inputs: distinct([...required, ...also]), derive };
}

/** Defines a fact with one figure per row of a table; rows that lack a needed cell have none. */
export function rowFact<C extends string = never, K extends string = never>(
  spec: RowFact<C, K>,
): FactDefinition {
  const { table, also = [], reckon, id, title, unit, type = 'double' } = spec;
  const needs = entriesOf(spec.needs);
  const cells = entriesOf(spec.cells);
  const required = needs.map(([, question]) => question);
  const derive = (read: FactReader): readonly FactFigure[] => {
    const answers = numbersOf(needs, read.number);
    if (answers === undefined) return [];
    return read.rows(table).flatMap((row) => {
      const own = numbersOf(cells, row.number);
      const found = own === undefined ? undefined : reckon({ ...answers, ...own }, row, read);
      if (found === undefined) return [];
      const inputs = [...cells.map(([, column]) => row.input(column)), ...required.map(read.input)];
      return figures(found, inputs).map((figure) => ({ subject: row.id, ...figure }));
    });
  };
  return { id, title, unit, type, per_row: true, inputs: distinct([table, ...required, ...also]), derive };
}

type Entries<K extends string> = readonly (readonly [K, string])[];

const entriesOf = <K extends string>(needs: Needs<K> | undefined): Entries<K> =>
  Object.entries(needs ?? {}) as [K, string][];

function numbersOf<K extends string>(
  needs: Entries<K>,
  number: (id: string) => number | undefined,
): Numbers<K> | undefined {
  const found = needs.map(([name, id]) => [name, number(id)] as const);
  if (found.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(found) as Numbers<K>;
}

function figures(found: Reckoning, required: readonly FactInput[]): readonly FactFigure[] {
  if (Number.isNaN(found.value)) return [];
  const inputs = new Map([...required, ...(found.inputs ?? [])].map((input) => [input.id, input]));
  const used = [...inputs.values()].filter(({ text }) => text !== '');
  return [{ ...found, inputs: used }];
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
