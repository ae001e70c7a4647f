import { dirname } from 'node:path';
import type { Answers, JoinedBank } from '../bank/index.js';
import type { RawAnswer, Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { answersOf, parseAnswers } from './answers-file.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { commit, discard, readText, stage, sweep, writeAtomic, type Staged } from './file.js';
import { spliceSaved, type Standing } from './splice-saved.js';

/** A file as the session was opened from it; no text means it did not exist. `schema` is what a new file names for editors. */
export type FileOnDisk = {
  readonly path: string;
  readonly text?: string | undefined;
  readonly schema?: string;
};

/** Saves what changed between two sessions; returns when it is on the disk. */
export type Saver = (before: Session, after: Session) => Result<void>;

/** What a saver needs: `own` is answers.yaml (context.yaml in a context interview), `context` the shared file. */
export type SaverParts = {
  readonly disk: Disk;
  readonly bank: JoinedBank;
  readonly own: FileOnDisk;
  readonly context?: FileOnDisk;
};

/** A file this sitting writes to: the text it left there, and the answers it found there at the start. */
type Held = {
  readonly file: FileOnDisk;
  readonly found: () => ReadonlyMap<string, RawAnswer>;
  text: string | undefined;
};

type Pending = { readonly held: Held; readonly text: string };

/** Makes the saver of one sitting; it never overwrites a file that somebody else changed meanwhile. */
export function createSaver(parts: SaverParts): Saver {
  return createSaving(parts).save;
}

/** The saver of a sitting that can say what it would write, and whether its files are still as it left them. */
export type Saving = {
  readonly save: Saver;
  /** Every file as it would stand on the disk if nobody else had changed it. */
  readonly texts: Wanted;
  readonly unchanged: () => Result<void>;
};

type Wanted = (before: Session, after: Session) => readonly FileOnDisk[];

/** Makes the saver of one sitting together with what it knows of its files. */
export function createSaving({ disk, bank, own, context }: SaverParts): Saving {
  const mine = hold(disk, own);
  const shared = context === undefined ? undefined : hold(disk, context);
  const all = shared === undefined ? [mine] : [mine, shared];
  const pendingOf = (before: Session, after: Session): readonly Pending[] => {
    const pending: Pending[] = [];
    if (ownDiffers(before, after)) pending.push({ held: mine, text: ownText(mine, { before, after, bank }) });
    if (shared !== undefined && before.context !== after.context) {
      pending.push({ held: shared, text: sharedText(shared, { before, after, bank }) });
    }
    return pending.filter(({ held, text }) => held.text !== text);
  };
  return {
    save: (before, after) => {
      const changed = pendingOf(before, after);
      const checked = changed.map(({ held }) => unchanged(disk, held)).find((result) => !result.ok);
      return checked ?? save(disk, changed);
    },
    texts: (before, after) => {
      const pending = pendingOf(before, after);
      return all.map((held) => ({
        ...held.file,
        text: pending.find((one) => one.held === held)?.text ?? held.text,
      }));
    },
    unchanged: () => all.map((held) => unchanged(disk, held)).find((result) => !result.ok) ?? ok(undefined),
  };
}

function hold(disk: Disk, file: FileOnDisk): Held {
  sweep(disk, dirname(file.path));
  let answers: ReadonlyMap<string, RawAnswer> | undefined;
  const found = (): ReadonlyMap<string, RawAnswer> => (answers ??= answersIn(file));
  return { file, text: file.text, found };
}

function answersIn({ path, text }: FileOnDisk): ReadonlyMap<string, RawAnswer> {
  const parsed = text === undefined ? undefined : parseAnswers(text, path);
  return parsed?.ok === true ? parsed.value.raw.answers : new Map();
}

function ownDiffers(before: Session, after: Session): boolean {
  return before.saved !== after.saved || before.unfit !== after.unfit;
}

type Turn = { readonly before: Session; readonly after: Session; readonly bank: JoinedBank };

function ownText(held: Held, { before, after, bank }: Turn): string {
  const { file, text } = held;
  const schema = file.schema === undefined ? {} : { schema: file.schema };
  const splice = {
    before: standing(before, held),
    after: standing(after, held),
    bank,
    mode: after.mode,
    ...schema,
  };
  return checked(spliceSaved(text ?? '', splice), file.path);
}

// An answer that did not fit its question comes back as it was written when the answer that replaced it is undone.
function standing({ saved, unfit }: Session, { found }: Held): Standing {
  if (unfit.size === 0) return saved;
  return { ...saved, unfit: new Map([...found()].filter(([id]) => unfit.has(id))) };
}

function sharedText({ file, text }: Held, { before, after, bank }: Turn): string {
  const of = (answers: Answers): Standing => ({ ...answersOf('', 'standard'), answers });
  const schema = file.schema === undefined ? {} : { schema: file.schema };
  const splice = {
    before: of(before.context),
    after: of(after.context),
    bank,
    mode: 'context',
    ...schema,
  } as const;
  return checked(spliceSaved(text ?? '', splice), file.path);
}

// A text that we could not read back must never take the place of one that we can.
function checked(text: string, path: string): string {
  const parsed = parseAnswers(text, path);
  if (parsed.ok) return text;
  throw new Error(`The new text of ${path} cannot be read back: ${parsed.error[0]?.message ?? ''}`);
}

function unchanged(disk: Disk, { file, text }: Held): Result<void> {
  const now = readText(disk, file.path);
  if (!now.ok) return now;
  return now.value === text ? ok(undefined) : err([changedMeanwhile(file.path, now.value === undefined)]);
}

function changedMeanwhile(file: string, gone: boolean): Problem {
  return {
    code: 'changed-on-disk',
    message: `The answer is not saved: somebody else ${gone ? 'removed' : 'changed'} the file since it was read.`,
    hint: 'Leave, and resume: the file is read again and nothing in it is lost.',
    place: { file },
  };
}

const NOT_SAVED = 'The answer is not saved';

function save(disk: Disk, pending: readonly Pending[]): Result<void> {
  const ready: { readonly pending: Pending; readonly staged: Staged }[] = [];
  for (const one of pending) {
    const { path } = one.held.file;
    const staged = attempt({ failed: NOT_SAVED, path }, () => stage(disk, { path, text: one.text }));
    if (!staged.ok) {
      discard(
        disk,
        ready.map((other) => other.staged),
      );
      return staged;
    }
    ready.push({ pending: one, staged: staged.value });
  }
  return commitAll(disk, ready);
}

function commitAll(
  disk: Disk,
  ready: readonly { readonly pending: Pending; readonly staged: Staged }[],
): Result<void> {
  for (const [index, { pending, staged }] of ready.entries()) {
    const done = attempt({ failed: NOT_SAVED, path: pending.held.file.path }, () => commit(disk, staged));
    if (!done.ok) {
      discard(
        disk,
        ready.slice(index).map((other) => other.staged),
      );
      takeBack(
        disk,
        ready.slice(0, index).map((other) => other.pending),
      );
      return done;
    }
  }
  for (const { pending } of ready) pending.held.text = pending.text;
  return ok(undefined);
}

// Two files change in one turn when a shared answer makes one of this spec stale; both change or none does.
function takeBack(disk: Disk, written: readonly Pending[]): void {
  for (const { held, text } of written) {
    const { path } = held.file;
    const before = held.text;
    const back = attempt({ failed: NOT_SAVED, path }, () => {
      if (before === undefined) disk.remove(path);
      else writeAtomic(disk, { path, text: before });
    });
    if (!back.ok) held.text = text;
  }
}
