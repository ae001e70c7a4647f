/** The file types that are merged; all but Markdown are merged line by line. */
export type MergeType = 'markdown' | 'yaml' | 'json' | 'javascript' | 'gherkin';

/** What to do with a block both sides changed: write both with markers, or keep what the person wrote. */
export type ConflictStyle = 'markers' | 'keep';

/** One file in its three versions: as last generated, as it lies on disk, as generated now. */
export type MergeInput = {
  readonly path: string;
  readonly type: MergeType;
  /** A file written `once` belongs to the person from then on. */
  readonly policy: 'generated' | 'once';
  readonly base?: string;
  readonly mine?: string;
  readonly generated: string;
};

/** Everything one regeneration merges; `stillParses` says whether a text is still what its path promises. */
export type MergeRequest = {
  readonly files: readonly MergeInput[];
  readonly conflict: ConflictStyle;
  /** Keys of withheld blocks that are wanted back, alone or as `path#key`. */
  readonly restore?: readonly string[];
  readonly stillParses: (path: string, text: string) => boolean;
};

/** What became of one block. */
export type BlockState =
  'generated' | 'kept-mine' | 'merged' | 'conflict' | 'human' | 'withheld' | 'new' | 'removed';

/** One block of the result: what became of it and why; `changes` says whether the file on disk will read differently there. */
export type MergedBlock = {
  readonly key: string;
  readonly state: BlockState;
  readonly note: string;
  readonly changes: boolean;
  readonly requirement?: string;
  /** What the person has, where it differs from what is generated. */
  readonly yours?: string;
  /** What is generated now, where it differs from what the person has. */
  readonly generated?: string;
};

/** What became of one file: `kept` was left alone on purpose, `edited` holds hand edits and nothing new was generated. */
export type FileState = 'new' | 'unchanged' | 'updated' | 'merged' | 'kept' | 'conflict' | 'edited';

/** One file of the plan: the text to write (nothing: leave the file as it is) and the base to keep for the next time. */
export type MergedFile = {
  readonly path: string;
  readonly state: FileState;
  readonly note: string;
  readonly text?: string;
  /** Nothing while the file has yet to be adopted. */
  readonly newBase?: string;
  readonly blocks: readonly MergedBlock[];
};

/** Where a block stands. */
export type BlockPlace = { readonly path: string; readonly key: string };

/** What a regeneration would write, and everything a person should know before it does. */
export type MergePlan = {
  readonly files: readonly MergedFile[];
  readonly conflicts: readonly BlockPlace[];
  readonly withheld: readonly BlockPlace[];
  /** Files that hold hand edits. */
  readonly edited: readonly string[];
  /** Files that exist and were never generated: nothing is guessed about them until they are adopted. */
  readonly needsAdopting: readonly string[];
};
