import type { Ears, Verification } from '../bank/index.js';

/** A Given/When/Then example; every part is a clause, and all are empty where nothing can be shown by one. */
export type Scenario = { readonly given: string; readonly when: string; readonly then: string };

/** The clauses a sentence is made of; what it does not say is empty. */
export type RequirementParts = Readonly<Record<'where' | 'while' | 'event' | 'if' | 'shall', string>>;

/** An alternative that was turned down, and why. */
export type RejectedOption = { readonly option: string; readonly because: string };

/** One normative sentence with everything that makes it checkable; what it has nothing to say about is empty. */
export type Requirement = {
  readonly id: string;
  readonly section: string;
  /** The row the sentence is about, or empty. */
  readonly row: string;
  readonly ears: Ears;
  readonly text: string;
  readonly parts: RequirementParts;
  readonly normative: boolean;
  /** What the answer says beyond one sentence, as written. */
  readonly detail: string;
  readonly detailLines: readonly string[];
  readonly answers: readonly string[];
  readonly rationale: string;
  /** The rationale, in the first sentence that rests on it only, so that a document says it once. */
  readonly because: string;
  /** Where the answer came from (measured, estimate, evidence, who said so), said once like `because`. */
  readonly origin: string;
  readonly rejected: readonly RejectedOption[];
  readonly verify: Verification;
  /** How it is shown to hold, as the end of a sentence; empty where that would only repeat the requirement. */
  readonly proof: string;
  readonly scenario: Scenario;
  readonly drill: { readonly break: string; readonly observe: string };
  readonly promise: { readonly kind: string; readonly value: string };
  readonly assumed: boolean;
};

/** One answer as the spec prints it outside of a requirement. */
export type SaidItem = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly why: string;
  readonly origin: string;
  readonly rejected: readonly RejectedOption[];
  readonly assumed: boolean;
  /** The answer that its chapter is about: it stands without a label. */
  readonly opening: boolean;
};

/** One row of a table: its cells in column order, and the filled ones as label and text. */
export type SaidRow = {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly filled: readonly { readonly label: string; readonly text: string }[];
};

/** What a table says beyond its requirements; a grid of many columns, or of one or two rows, reads better as a list. */
export type SaidTable = {
  readonly columns: readonly string[];
  readonly rows: readonly SaidRow[];
  readonly asList: boolean;
};

/** The part of a chapter that comes from one table question; `alone` when the chapter says nothing else. */
export type Topic = {
  readonly id: string;
  readonly title: string;
  readonly alone: boolean;
  readonly why: string;
  readonly origin: string;
  readonly assumed: boolean;
  readonly rejected: readonly RejectedOption[];
  readonly requirements: readonly Requirement[];
  readonly table: SaidTable;
};

/** Something nobody has answered yet, or that has to be confirmed again. */
export type OpenQuestion = {
  readonly id: string;
  readonly section: string;
  readonly prompt: string;
  readonly owner: string;
  readonly due: string;
  readonly state: 'unknown' | 'open' | 'deferred' | 'stale' | 'unfit';
  readonly meanwhile: string;
  readonly why: string;
  readonly touches: readonly string[];
  readonly required: boolean;
};
