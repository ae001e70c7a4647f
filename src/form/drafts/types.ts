import type { Column, Question, TableShape, Value, ValueShape } from '../../bank/index.js';
import type { Problem } from '../../kernel/index.js';
import type { RowRef } from '../../runner/index.js';

/** What a draft needs to know of the world around it; `width` and `height` are the room of the field, in cells. */
export type DraftContext = {
  /** The rows of a table that a choice may refer to, as they stand now. */
  readonly rows: (table: string) => readonly RowRef[];
  /** How many cells of other tables name this row of the table that is being edited. */
  readonly references: (row: string) => number;
  readonly width: number;
  readonly height: number;
};

/** What a draft is made for: a question, a column, or the shape of either; a bank default is taken from it. */
export type DraftShape = Question | Column | ValueShape | TableShape;

/** What a draft starts with; without a value the default of the bank counts. */
export type DraftOptions = { readonly value?: Value | undefined; readonly context: DraftContext };

/** What a key meant beyond the draft itself. */
export type Outcome =
  /** The person is done; the value is checked and final. */
  | { readonly type: 'submit'; readonly value: Value; readonly echo: string }
  /** The person wanted to be done, or to add something, and cannot yet; one line for under the field. */
  | { readonly type: 'refused'; readonly problem: Problem }
  /** The person wants a row that does not exist yet in a table that is referred to. */
  | { readonly type: 'add-referenced'; readonly table: string }
  /** Something happened that is worth a line: rows that came with a paste. */
  | { readonly type: 'notice'; readonly message: string };

/** The draft after a key; a key that is not `handled` is for whoever stands around the field. */
export type Pressed<D> = { readonly draft: D; readonly handled: boolean; readonly outcome?: Outcome };

/** What a draft says now. */
export type Read =
  | { readonly type: 'empty' }
  | { readonly type: 'value'; readonly value: Value; readonly echo: string }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'ambiguous'; readonly message: string; readonly choices: readonly Choice[] };

/** One reading of an ambiguous text. */
export type Choice = { readonly label: string; readonly text: string };

/** The room that a field has on the screen. */
export type Room = { readonly width: number; readonly rows: number };

/** A key that was not for the draft. */
export const ignored = <D>(draft: D): Pressed<D> => ({ draft, handled: false });

/** A key that changed the draft, or was used up by it. */
export const handled = <D>(draft: D, outcome?: Outcome): Pressed<D> =>
  outcome === undefined ? { draft, handled: true } : { draft, handled: true, outcome };

/** A key that asked for what cannot be yet. */
export const refused = <D>(draft: D, problem: Problem): Pressed<D> =>
  handled(draft, { type: 'refused', problem });
