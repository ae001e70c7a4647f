import type { Verification } from '../bank/index.js';
import type { SaidRow } from './said-parts.js';

/** One example of a story; every part is a clause. */
export type KitScenario = {
  readonly number: string;
  readonly id: string;
  readonly given: string;
  readonly when: string;
  readonly then: string;
};

/** One flow as a story that can be built and shown by itself. */
export type KitStory = {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly priority: string;
  readonly actor: string;
  readonly trigger: string;
  readonly outcome: string;
  /** Why it has its priority, as sentences. */
  readonly because: readonly string[];
  /** What shows it, without any other story. */
  readonly proofs: readonly KitProof[];
  readonly scenarios: readonly KitScenario[];
};

/** Requirements that are shown to hold in the same way. */
export type KitProof = { readonly verify: Verification; readonly ids: readonly string[] };

/** One numbered sentence; the number may shift, the id does not. */
export type KitLine = { readonly number: string; readonly text: string; readonly id: string };

/** The settled sentences of one chapter. */
export type KitGroup = { readonly title: string; readonly lines: readonly KitLine[] };

/** A case out of the ordinary, and the lines that say what happens then. */
export type KitEdge = {
  readonly situation: string;
  readonly lines: readonly { readonly number: string; readonly id: string }[];
};

/** What is kept, as people speak of it who do not build it. */
export type KitRecord = {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly string[];
  readonly traits: SaidRow['filled'];
};

/** One kind of record with what is known about it. */
export type KitEntity = {
  readonly id: string;
  readonly name: string;
  readonly facts: SaidRow['filled'];
  readonly fields: readonly SaidRow[];
  readonly states: readonly SaidRow[];
};

/** One line of the technical context; without a text somebody has to clarify it. */
export type KitFact = { readonly label: string; readonly text: string };

/** One piece of work; `story` is empty outside of the phases of stories. */
export type KitTask = {
  readonly number: string;
  readonly kind: Verification | 'build';
  readonly title: string;
  readonly story: string;
  /** Whether it can be done beside the task before it, because both touch different things for certain. */
  readonly parallel: boolean;
  readonly ids: readonly string[];
};

/** A step of the work that ends before the next one begins. */
export type KitPhase = {
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly checkpoint: string;
  readonly tasks: readonly KitTask[];
};

/** One box of a checklist: ticked where the answers show it, and a person's to tick otherwise. */
export type KitCheck = { readonly text: string; readonly ticked: boolean; readonly missing: string };

/** The spec as stories, numbered lines, phases and checklists. */
export type Kit = {
  readonly status: string;
  readonly stories: readonly KitStory[];
  readonly groups: readonly KitGroup[];
  /** What must be clarified before it is built: a sentence that is not settled, a contradiction, or an open question. */
  readonly gaps: readonly KitLine[];
  readonly criteria: readonly KitLine[];
  readonly edges: readonly KitEdge[];
  /** The kinds of records, or what each store holds where nobody has said which records there are. */
  readonly records: readonly KitRecord[];
  readonly entities: readonly KitEntity[];
  readonly stores: readonly SaidRow[];
  readonly context: readonly KitFact[];
  readonly layout: readonly SaidRow[];
  readonly modules: readonly SaidRow[];
  readonly commands: readonly SaidRow[];
  readonly phases: readonly KitPhase[];
  readonly checks: readonly { readonly title: string; readonly boxes: readonly KitCheck[] }[];
};
