import type { Ears, Severity, Verification } from '../bank/index.js';
import type { DependencyFailures, Diagram } from './drawn-parts.js';
import type {
  AcceptanceRule,
  AssistantPart,
  FaultDrill,
  ReviewContext,
  ShownOtherwise,
} from './format-parts.js';
import type { LoadTest, Objective } from './measured-parts.js';

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

/** A question that a rule or model raised, and its answer. */
export type FollowUp = { readonly id: string; readonly asks: string; readonly text: string };

/** One chapter of the spec; empty chapters are left out. */
export type Chapter = {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly PrintedFinding[];
  readonly prose: readonly SaidItem[];
  readonly exclusions: readonly Exclusion[];
  readonly said: readonly SaidItem[];
  readonly requirements: readonly Requirement[];
  /** Rows of tables too small for a part of their own. */
  readonly rows: readonly SaidRow[];
  readonly topics: readonly Topic[];
  readonly computed: readonly ComputedItem[];
  readonly probes: readonly FollowUp[];
};

/** Something that is deliberately not built. */
export type Exclusion = {
  readonly id: string;
  readonly item: string;
  readonly reason: string;
  readonly instead: string;
};

/** What one unanswered question leaves to the imagination of whoever implements the spec. */
export type Guess = {
  readonly id: string;
  readonly section: string;
  readonly unspecified: string;
  readonly touches: readonly string[];
};

/** What the design rests on although nobody has confirmed it. */
export type Assumption = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly because: string;
};

/** A decision with the alternatives that were rejected for it. */
export type Decision = {
  readonly id: string;
  readonly nnnn: string;
  readonly title: string;
  readonly chosen: string;
  readonly because: string;
  readonly until: string;
  readonly revisit: string;
  readonly rejected: readonly RejectedOption[];
};

/** A finding that somebody accepts for a while. */
export type WaivedFinding = {
  readonly finding: string;
  readonly title: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
};

/** What a reviewer needs on one page. */
export type Summary = {
  readonly purpose: readonly string[];
  readonly people: readonly { readonly who: string; readonly does: readonly string[] }[];
  readonly numbers: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly risks: readonly { readonly id: string; readonly text: string; readonly against: string }[];
  readonly open: readonly OpenQuestion[];
  readonly reviewFirst: readonly string[];
};

/** The whole spec as data: total, no absent fields, nothing that depends on the machine or the day. */
export type SpecDocument = {
  readonly name: string;
  readonly ready: boolean;
  readonly state: string;
  readonly tier: string;
  readonly stage: string;
  readonly archetypes: readonly string[];
  readonly depth: string;
  readonly nature: readonly SaidItem[];
  readonly summary: Summary;
  readonly chapters: readonly Chapter[];
  readonly requirements: readonly Requirement[];
  /** Says whether there are so many requirements that a reader needs the index. */
  readonly indexed: boolean;
  readonly index: readonly { readonly verify: Verification; readonly ids: readonly string[] }[];
  readonly computed: readonly ComputedItem[];
  readonly findings: readonly PrintedFinding[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly assumptions: readonly Assumption[];
  readonly decisions: readonly Decision[];
  readonly exclusions: readonly Exclusion[];
  readonly waivers: readonly WaivedFinding[];
  readonly guesses: readonly Guess[];
  readonly unused: readonly { readonly id: string; readonly reason: string }[];
  readonly glossary: readonly { readonly term: string; readonly means: string }[];
  readonly scenarios: readonly AcceptanceRule[];
  readonly shownOtherwise: readonly ShownOtherwise[];
  readonly checklist: readonly ReviewContext[];
  readonly faultDrills: readonly FaultDrill[];
  readonly matrix: readonly DependencyFailures[];
  readonly diagrams: readonly Diagram[];
  readonly objectives: readonly Objective[];
  readonly loads: readonly LoadTest[];
  readonly assistant: readonly AssistantPart[];
};
