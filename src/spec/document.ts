import type { Severity, Verification } from '../bank/index.js';
import type { DependencyFailures, Diagram } from './drawn-parts.js';
import type {
  AcceptanceRule,
  AssistantPart,
  FaultDrill,
  ReviewContext,
  ShownOtherwise,
} from './format-parts.js';
import type { HttpInterface } from './http-parts.js';
import type { Kit } from './kit-parts.js';
import type { LoadTest, Objective } from './measured-parts.js';
import type { NumberedSpec } from './numbered-parts.js';
import type { Packet } from './packet-parts.js';
import type { OpenQuestion, RejectedOption, Requirement, SaidItem, SaidRow, Topic } from './said-parts.js';

export type * from './said-parts.js';

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
  /** Whether it can be undone, as an answer. */
  readonly reversible: string;
  /** Where it stands: nobody has confirmed a proposed one. */
  readonly status: 'accepted' | 'proposed';
  readonly by: string;
  readonly rejected: readonly (RejectedOption & { readonly speaksFor: string })[];
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
  /** The findings a reviewer must see: contradictions, then high risks; without either, all others. */
  readonly gravest: readonly PrintedFinding[];
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
  readonly http: HttpInterface;
  readonly packet: Packet;
  readonly numbered: NumberedSpec;
  readonly kit: Kit;
  readonly assistant: readonly AssistantPart[];
};
