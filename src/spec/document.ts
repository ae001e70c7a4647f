import type { Ears, Severity, Verification } from '../bank/index.js';

/** A Given/When/Then example; every part is a finished clause. */
export type Scenario = { readonly given: string; readonly when: string; readonly then: string };

/** One normative sentence with everything that makes it checkable. */
export type Requirement = {
  readonly id: string;
  readonly section: string;
  readonly ears: Ears;
  readonly text: string;
  readonly normative: boolean;
  readonly detail: string;
  readonly answers: readonly string[];
  readonly rationale: string;
  readonly rejected: readonly { readonly option: string; readonly because: string }[];
  readonly verify: Verification;
  readonly scenario: Scenario | undefined;
  readonly drill: { readonly break: string; readonly observe: string } | undefined;
  readonly promise: { readonly kind: string; readonly value: string } | undefined;
  readonly assumed: boolean;
};

/** A line of facts about one answer, as the spec prints it. */
export type SaidItem = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly why: string;
  readonly source: string;
  readonly assumed: boolean;
};

/** A table as the spec prints it: headings and cells, all text. */
export type SaidTable = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[]; readonly why: string }[];
};

/** A computed figure with its formula and inputs. */
export type ComputedItem = {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  readonly formula: string;
  readonly inputs: readonly { readonly id: string; readonly text: string; readonly source: string }[];
};

/** A finding as the spec prints it, where it applies. */
export type PrintedFinding = {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly probe: string;
  readonly quotes: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly section: string;
};

/** Something nobody has answered yet. */
export type OpenQuestion = {
  readonly id: string;
  readonly section: string;
  readonly prompt: string;
  readonly owner: string;
  readonly due: string;
  readonly state: 'unknown' | 'open' | 'deferred';
  readonly meanwhile: string;
  readonly touches: readonly string[];
  readonly required: boolean;
};

/** One chapter of the spec; empty chapters are left out. */
export type Chapter = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly said: readonly SaidItem[];
  readonly tables: readonly SaidTable[];
  readonly requirements: readonly Requirement[];
  readonly computed: readonly ComputedItem[];
  readonly findings: readonly PrintedFinding[];
  readonly probes: readonly { readonly id: string; readonly asks: string; readonly text: string }[];
};

/** What one unanswered question leaves to the imagination of whoever implements the spec. */
export type Guess = { readonly id: string; readonly section: string; readonly unspecified: string; readonly touches: readonly string[] };

/** The whole spec as data: total, no absent fields, nothing that depends on the machine or the day. */
export type SpecDocument = {
  readonly name: string;
  readonly ready: boolean;
  readonly state: string;
  readonly tier: string;
  readonly stage: string;
  readonly archetypes: readonly string[];
  readonly depth: string;
  readonly chapters: readonly Chapter[];
  readonly requirements: readonly Requirement[];
  readonly computed: readonly ComputedItem[];
  readonly findings: readonly PrintedFinding[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly assumptions: readonly { readonly id: string; readonly label: string; readonly text: string; readonly because: string }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly nnnn: string;
    readonly title: string;
    readonly chosen: string;
    readonly because: string;
    readonly until: string;
    readonly revisit: string;
    readonly rejected: readonly { readonly option: string; readonly because: string }[];
  }[];
  readonly waivers: readonly {
    readonly finding: string;
    readonly title: string;
    readonly reason: string;
    readonly owner: string;
    readonly until: string;
  }[];
  readonly guesses: readonly Guess[];
  readonly unused: readonly { readonly id: string; readonly reason: string }[];
  readonly glossary: readonly { readonly term: string; readonly means: string }[];
};
