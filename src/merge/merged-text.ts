import type { MergedBlock } from './plan.js';

/** Three versions of one text. */
export type Texts = { readonly base: string; readonly mine: string; readonly generated: string };

/** A merged text, the base for the next time, and what became of each block; `text` is absent when nothing changes. */
export type MergedText = {
  readonly text?: string;
  readonly newBase: string;
  readonly blocks: readonly MergedBlock[];
  /** The three versions in normal form. */
  readonly forms: Texts;
};
