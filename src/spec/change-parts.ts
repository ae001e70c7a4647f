import type { Verification } from '../bank/index.js';
import type { Step } from './format-parts.js';
import type { NumberedChapter } from './numbered-parts.js';

/** A requirement as it stood when its change was archived. */
export type ArchivedRequirement = {
  readonly id: string;
  /** The name it has in the archive, by which later changes address it. */
  readonly name: string;
  readonly text_sha256: string;
  readonly scenarios: readonly string[];
};

/** What was archived so far, and how texts are hashed. */
export type Archive = {
  readonly requirements: readonly ArchivedRequirement[];
  readonly hash: (text: string) => string;
};

/** One example of a requirement, under a name that no answer changes. */
export type NamedScenario = { readonly name: string; readonly steps: readonly Step[] };

/** A requirement as a change says it: whole, with every scenario. */
export type ChangeBlock = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly answers: readonly string[];
  readonly verify: Verification;
  readonly assumed: boolean;
  readonly scenarios: readonly NamedScenario[];
};

/** Why a requirement is not in the spec any more, and what to do about what was built for it. */
export type Gone = {
  /** The question that asked for it, or empty. */
  readonly question: string;
  readonly reason: string;
  /** The requirements that the same answer asks for instead. */
  readonly instead: readonly string[];
  readonly migration: string;
};

/** A requirement that a change takes away. */
export type RemovedBlock = Gone & { readonly id: string; readonly name: string };

/** What one change adds, modifies and removes, compared with what was archived. */
export type Change = {
  /** Says that nothing was archived yet. */
  readonly first: boolean;
  /** Says that there is something to propose; a first change always has. */
  readonly proposes: boolean;
  readonly added: readonly ChangeBlock[];
  readonly modified: readonly ChangeBlock[];
  readonly removed: readonly RemovedBlock[];
  /** The work that the added and modified requirements ask for. */
  readonly chapters: readonly NumberedChapter[];
  /** The work that the removed ones ask for, in a group after the chapters. */
  readonly removal: readonly { readonly group: string; readonly items: readonly Removal[] }[];
};

/** One piece of work that takes something away. */
export type Removal = Gone & { readonly number: string; readonly id: string };
