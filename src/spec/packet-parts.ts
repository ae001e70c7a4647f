import type { Requirement } from './said-parts.js';

/** One numbered statement and where it comes from; numbers may shift, the source does not. */
export type Numbered = { readonly id: string; readonly statement: string; readonly source: string };

/** A requirement as it is handed over: one sentence, and what shows that it holds. */
export type HandedOver = Numbered & { readonly criteria: readonly Omit<Numbered, 'source'>[] };

/** What is handed over to another tool: what must hold, what must not be done, and what is not decided enough to hand over. */
export type Packet = {
  readonly requirements: readonly HandedOver[];
  readonly constraints: readonly Numbered[];
  readonly undecided: readonly Requirement[];
};
