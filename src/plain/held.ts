import type { Incident, Question, Row, Value } from '../bank/index.js';
import type { Proposed } from '../form/index.js';
import type { Remarks, StepId } from '../interview/index.js';
import type { Runner, Sentencer } from '../runner/index.js';
import type { Talk } from './talk.js';

/** How an interview line by line came to its end. */
export type Ending = 'finished' | 'cancel' | 'end-of-input' | 'unsaved';

/** What a line led to: the same is asked again, something else is, or the interview is left. */
export type Next = 'stay' | 'go-on' | Ending;

/** The rows of a table that is being written, with what undo and redo bring back. */
export type RowsDraft = {
  readonly rows: readonly Row[];
  readonly past: readonly (readonly Row[])[];
  readonly future: readonly (readonly Row[])[];
};

/** A row that was begun and left before its last cell, and the place of the next one among the columns. */
export type BegunRow = { readonly cells: Row['cells']; readonly at: number };

/** An interview being held: the loop, the person, and what was said but is not recorded yet. */
export type Held = {
  readonly runner: Runner;
  readonly talk: Talk;
  readonly now: () => number;
  readonly sentencesFor: Sentencer;
  readonly incident: ((id: string) => Incident | undefined) | undefined;
  readonly rows: Map<StepId, RowsDraft>;
  readonly items: Map<StepId, readonly string[]>;
  readonly begun: Map<StepId, BegunRow>;
  /** Answers that could not be saved when they were given; they are tried again. */
  readonly unsaved: Map<StepId, { readonly value: Value; readonly shown: string }>;
  /** Saves rows and items on disk until they are recorded. */
  readonly keepDraft: () => void;
  readonly remarks: Map<StepId, Remarks>;
  readonly here: Set<StepId>;
  readonly depth: { chosen: boolean };
  readonly shown: { section: string };
  readonly proposals: ReadonlyMap<StepId, Proposed>;
  readonly notesFor: ((question: Question) => readonly string[]) | undefined;
  readonly guide: { on: boolean };
  /** The report of a guided interview is wanted as a file. */
  readonly keepReport: (() => void) | undefined;
};
