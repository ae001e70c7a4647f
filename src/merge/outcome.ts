import { handles, type Block } from './block.js';
import { blockLines } from './print-blocks.js';
import type { BlockState, ConflictStyle, MergedBlock } from './plan.js';

/** The versions of one block that exist. */
export type Versions = {
  readonly base?: Block | undefined;
  readonly mine?: Block | undefined;
  readonly generated?: Block | undefined;
};

/** What a merge of blocks came to: the block to write, the block to keep as base, and what to tell. */
export type Outcome = {
  readonly out?: Block | undefined;
  readonly base?: Block | undefined;
  readonly reports: readonly MergedBlock[];
};

/** What holds for the whole file while its blocks are merged. */
export type Course = {
  readonly conflict: ConflictStyle;
  readonly wanted: (key: string) => boolean;
  /** Ids the last generated text has and the person's text has no more. */
  readonly deletedIds: ReadonlySet<string>;
  /** Handles of everything that stands between conflict markers in the person's text. */
  readonly contested: ReadonlySet<string>;
};

const NOTES = {
  same: '',
  taken: 'taken from the answers',
  kept: 'you changed this, the answers did not',
  merged: 'your sentences and the new ones are both in',
  conflict: 'you changed this, and so did the answers',
  gone: 'you changed this, and the answers no longer lead to it',
  bothNew: 'you and the answers both added this, differently',
  unresolved: 'conflict markers are still in this block',
  human: 'written by hand',
  withheld: 'you deleted this, and it stays deleted until it is restored',
  restored: 'restored',
  added: 'added by the answers',
  removed: 'the answers no longer lead to it',
  emptied: 'what the answers said is gone, what you wrote here stays',
} as const;

/** Why a block became what it became. */
export type Reason = keyof typeof NOTES;

const STATES: Readonly<Record<Reason, BlockState>> = {
  same: 'generated',
  taken: 'generated',
  kept: 'kept-mine',
  merged: 'merged',
  conflict: 'conflict',
  gone: 'conflict',
  bothNew: 'conflict',
  unresolved: 'conflict',
  human: 'human',
  withheld: 'withheld',
  restored: 'new',
  added: 'new',
  removed: 'removed',
  emptied: 'kept-mine',
};

const CHANGING: readonly Reason[] = ['taken', 'merged', 'restored', 'added', 'removed'];

/** Tells what became of a block, with both texts where they differ. */
export function report(key: string, reason: Reason, { mine, generated, base }: Versions): MergedBlock {
  const requirement = [generated, base, mine].find((block) => block?.id?.startsWith('REQ-') === true)?.id;
  const differs = mine?.print !== generated?.print;
  return {
    key,
    state: STATES[reason],
    note: NOTES[reason],
    changes: CHANGING.includes(reason),
    ...(requirement === undefined ? {} : { requirement }),
    ...(differs && mine !== undefined ? { yours: blockLines(mine).join('\n') } : {}),
    ...(differs && generated !== undefined ? { generated: blockLines(generated).join('\n') } : {}),
  };
}

/** Says whether any of these reports is a conflict. */
export function isConflicting(reports: readonly MergedBlock[]): boolean {
  return reports.some(({ state }) => state === 'conflict');
}

/** Says whether a block, or one inside it, stands between conflict markers in the person's text. */
export function isContested(block: Block, { contested }: Course): boolean {
  return contested.size > 0 && handles(block).some((known) => contested.has(known));
}
