import type { FactSignature, Source } from '../bank/index.js';

/** One input of a computed figure: the question (and row, column) it came from, printed, with its provenance. */
export type FactInput = { readonly id: string; readonly text: string; readonly source?: Source };

/** Something computed from answers; `value` is in base units, `text` is how people read it. */
export type Fact = {
  readonly id: string;
  readonly subject?: string;
  readonly title: string;
  readonly value: number | string | boolean | readonly string[];
  readonly text: string;
  readonly unit: string;
  readonly formula: string;
  readonly inputs: readonly FactInput[];
  /** Documents leave it out: another figure, or the answer itself, says the same. */
  readonly aside?: boolean;
};

/** One answered row as arithmetic sees it: quantities in base units, everything else as written. */
export type FactRow = {
  readonly id: string;
  readonly number: (column: string) => number | undefined;
  readonly text: (column: string) => string | undefined;
  readonly flag: (column: string) => boolean | undefined;
  readonly many: (column: string) => readonly string[] | undefined;
  readonly input: (column: string) => FactInput;
};

/** What a fact may read: visible answers in base units, and earlier facts. */
export type FactReader = {
  readonly number: (question: string) => number | undefined;
  readonly text: (question: string) => string | undefined;
  readonly flag: (question: string) => boolean | undefined;
  readonly many: (question: string) => readonly string[] | undefined;
  readonly rows: (table: string) => readonly FactRow[];
  readonly fact: (id: string, subject?: string) => Fact | undefined;
  readonly input: (question: string) => FactInput;
};

/** How one fact is computed; `derive` gives nothing while an input is missing. */
export type FactDefinition = FactSignature & {
  readonly title: string;
  readonly unit: string;
  readonly derive: (read: FactReader) => readonly FactFigure[];
};

/** What a derivation returns; id, title and unit are added from its definition. */
export type FactFigure = {
  readonly subject?: string;
  readonly value: Fact['value'];
  readonly text: string;
  readonly formula: string;
  readonly inputs: readonly FactInput[];
  readonly aside?: boolean;
};

/** All facts that could be computed, by id; facts about rows have one entry per row. */
export type Facts = ReadonlyMap<string, readonly Fact[]>;
