import type { Problem } from '../../kernel/index.js';
import type { Decimal, Ratio } from './decimal.js';

export type Dimension =
  'rate' | 'size' | 'throughput' | 'duration' | 'percent' | 'growth' | 'count' | 'money';

/** What a question says about the quantity it takes; `min` and `max` are quantities as text. */
export type QuantityKind = {
  readonly dimension: Dimension;
  readonly units?: readonly string[] | undefined;
  readonly noun?: string | undefined;
  readonly months?: boolean | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

/** A stored quantity: `text` is the exact stored form, `base` its size in the base unit of its dimension. */
export type Quantity = {
  readonly text: string;
  readonly number: number;
  readonly unit: string;
  readonly base: number;
  readonly echo: string;
};

/** One way to read what was typed; `text` is a stored form that `parseCanonical` takes as it is. */
export type QuantityChoice = { readonly label: string; readonly text: string };

/** What a person's spelling turned out to mean. */
export type Reading =
  | ({ readonly type: 'understood' } & Quantity)
  | {
      readonly type: 'ambiguous';
      readonly message: string;
      readonly choices: readonly QuantityChoice[];
    }
  | { readonly type: 'refused'; readonly problem: Problem };

/** A stored unit: `text` as written, `toBase` turns its numbers into base numbers, words for reading aloud. */
export type Unit = {
  readonly text: string;
  readonly toBase: Ratio;
  readonly one: string;
  readonly many: string;
  /** Written instead of `text` behind exactly 1: `1 pod`. */
  readonly single?: string;
};

/** One meaning of a unit: the stored unit, and what the typed number is multiplied by to get there. */
export type Meaning = {
  readonly unit: Unit;
  readonly scale?: Ratio | undefined;
  readonly label?: string | undefined;
  readonly number?: Decimal | undefined;
};

/** What the letters after a number may mean. */
export type UnitReading =
  | { readonly type: 'means'; readonly meaning: Meaning }
  | {
      readonly type: 'asks';
      readonly message: string;
      readonly meanings: readonly Meaning[];
      /** The units that a question names may settle this, without asking. */
      readonly unitsDecide?: true;
    }
  | { readonly type: 'unknown' };

/** Reads a unit as one dimension understands it. */
export type UnitReader = (text: string, kind: QuantityKind, number: Decimal) => UnitReading;
