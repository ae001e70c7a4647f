import type { Verification } from '../bank/index.js';

/** One sentence under the number other tools cite it by; numbers may shift, the id does not. */
export type Criterion = {
  readonly number: string;
  /** Its place in its chapter: the last part of the number. */
  readonly place: string;
  readonly id: string;
  /** The sentence in capitals as readers of EARS expect them: WHEN …, THE System SHALL …. */
  readonly text: string;
};

/** One piece of work: what to do about some criteria. */
export type WorkItem = {
  readonly number: string;
  readonly kind: Verification | 'build';
  readonly criteria: readonly string[];
  readonly ids: readonly string[];
};

/** The settled sentences of one chapter, numbered, with the work they ask for. */
export type NumberedChapter = {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly Criterion[];
  readonly work: readonly WorkItem[];
};

/** Something that holds whatever happens, and the criteria that say so. */
export type Property = { readonly number: string; readonly holds: string; readonly criterion: Criterion };

/** All settled sentences under numbers. */
export type NumberedSpec = {
  readonly chapters: readonly NumberedChapter[];
  readonly properties: readonly Property[];
  /** The criteria that say what happens when something fails. */
  readonly failures: readonly string[];
  readonly proofs: readonly { readonly verify: Verification; readonly criteria: readonly string[] }[];
};
