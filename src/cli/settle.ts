import { relative } from 'node:path';
import { joinSaid, openSession, type JoinedSaid, type Said, type Session } from '../interview/index.js';
import { allOk, err, ok, problemText, type Problem, type Result } from '../kernel/index.js';
import type { Choice, Settled, Settler, Unsaved } from '../runner/index.js';
import {
  applyWrites,
  createSaving,
  parseAnswers,
  readText,
  type AnswersFile,
  type FileOnDisk,
  type Saving,
} from '../store/index.js';
import { keepCopies, type Both } from './keep-copies.js';
import type { Workspace } from './workspace.js';

/** What settling a foreign change needs of a sitting: what both sides began with, its saver, and who takes the next one. */
export type SettleParts = {
  readonly workspace: Workspace;
  readonly base: () => Said;
  readonly saving: () => Saving | undefined;
  readonly go: (next: { readonly saving: Saving; readonly base: Said }) => void;
};

type Seen = {
  readonly files: readonly Both[];
  /** What stands there, as an interview; nothing when it cannot be read. */
  readonly theirs: Result<Session>;
};

/** Says what somebody else changed in the files of a sitting, and goes on from what the person chooses; what is left out is kept in a copy. */
export function createSettler(parts: SettleParts): Settler {
  let seen: Seen | undefined;
  const joinedOf = (theirs: Session, { before, after }: Unsaved, wins: ReadonlySet<string>): JoinedSaid =>
    joinSaid(parts.workspace.bank, { base: parts.base(), left: before, mine: after, theirs }, wins);
  return {
    look: (unsaved) => {
      seen = seenNow(parts, unsaved);
      const { files, theirs } = seen;
      const file = namesOf(parts, files);
      if (!theirs.ok) return { file, readable: false, says: theirs.error.map(problemText), clashes: [] };
      const { changed, clashes } = joinedOf(theirs.value, unsaved, new Set());
      return { file, readable: true, says: [changedText(changed)], clashes };
    },
    settle: (unsaved, choice) => {
      if (seen === undefined) return err([NOT_SEEN]);
      const settled = settledBy(parts, { seen, unsaved, choice, joinedOf });
      if (settled.ok) seen = undefined;
      return settled;
    },
  };
}

const NOT_SEEN: Problem = { code: 'not-saved', message: 'Nothing waits to be settled.' };

function seenNow({ workspace, saving }: SettleParts, { before, after }: Unsaved): Seen {
  const ours = saving()?.texts(before, after) ?? [];
  const found = allOk(
    ours.map(({ path, ...rest }) => {
      const text = readText(workspace.disk, path);
      return text.ok ? ok({ ...rest, path, text: text.value }) : text;
    }),
  );
  if (!found.ok) return { files: [], theirs: found };
  const files = ours.flatMap((file, at) => {
    const there = found.value[at];
    return there === undefined ? [] : [{ ours: file, found: there }];
  });
  return { files, theirs: theirSession(workspace, found.value, before) };
}

function theirSession(
  { bank }: Workspace,
  [own, context]: readonly FileOnDisk[],
  { mode, saved }: Session,
): Result<Session> {
  const mine = parsed(own);
  const shared = context === undefined ? ok(undefined) : parsed(context);
  if (!mine.ok) return mine;
  if (!shared.ok) return shared;
  if (mine.value === undefined) return err([gone(own?.path ?? '')]);
  const named = mode === 'context' ? { name: saved.name, depth: saved.depth } : {};
  return ok(
    openSession({
      ...{ bank, mode, saved: { ...mine.value.raw, ...named } },
      context: shared.value?.raw.answers ?? new Map(),
    }).session,
  );
}

function parsed(file: FileOnDisk | undefined): Result<AnswersFile | undefined> {
  return file?.text === undefined ? ok(undefined) : parseAnswers(file.text, file.path);
}

function gone(file: string): Problem {
  return {
    code: 'answers-removed',
    message: 'The file is no longer there.',
    hint: 'Keep what is here, and it is written again.',
    place: { file },
  };
}

const MOST = 6;

function changedText(changed: readonly string[]): string {
  if (changed.length === 0) return 'The text differs, and every answer is the same.';
  const more = changed.length - MOST;
  return `Changed there: ${changed.slice(0, MOST).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`;
}

function namesOf({ workspace }: SettleParts, files: readonly Both[]): string {
  const touched = files.filter(({ ours, found }) => ours.text !== found.text);
  return touched.map(({ ours }) => relative(workspace.project.root, ours.path)).join(' and ');
}

type Work = {
  readonly seen: Seen;
  readonly unsaved: Unsaved;
  readonly choice: Choice;
  readonly joinedOf: (theirs: Session, unsaved: Unsaved, wins: ReadonlySet<string>) => JoinedSaid;
};

function settledBy(parts: SettleParts, work: Work): Result<Settled> {
  const { files, theirs } = work.seen;
  if (!theirs.ok && (files.length === 0 || work.choice.way !== 'mine')) return theirs;
  if (!theirs.ok || work.choice.way === 'mine') return keepMine(parts, work);
  return work.choice.way === 'reload'
    ? reload(parts, work, theirs.value)
    : merge(parts, { ...work, files }, theirs.value);
}

/** Our files as they would have been written; what stood there is kept beside them. */
function keepMine(parts: SettleParts, { seen, unsaved }: Work): Result<Settled> {
  const { disk, project } = parts.workspace;
  const same = stillThere(parts, seen);
  if (!same.ok) return same;
  const kept = keepCopies(parts.workspace, seen.files, 'found');
  if (!kept.ok) return kept;
  const ours = seen.files.flatMap(({ ours: { path, text } }) => (text === undefined ? [] : [{ path, text }]));
  const written = applyWrites(
    disk,
    project.root,
    ours.map(({ path, text }) => ({ path: relative(project.root, path), text })),
  );
  if (!written.ok) return written;
  const saving = savingOver(
    parts,
    seen.files.map(({ ours }) => ours),
  );
  parts.go({ saving, base: unsaved.after });
  return ok({ session: unsaved.after, says: `What was said here counts.${keptText(kept.value)}` });
}

/** What stands there, and the place of this interview; what we said and they did not is kept beside it. */
function reload(parts: SettleParts, { seen, unsaved }: Work, theirs: Session): Result<Settled> {
  const same = stillThere(parts, seen);
  if (!same.ok) return same;
  const kept = keepCopies(parts.workspace, seen.files, 'ours');
  if (!kept.ok) return kept;
  const { position, skipped, raised } = unsaved.before;
  parts.go({
    saving: savingOver(
      parts,
      seen.files.map(({ found }) => found),
    ),
    base: theirs,
  });
  return ok({
    session: { ...theirs, position, skipped, raised },
    says: `The answers are as they stand on the disk.${keptText(kept.value)}`,
  });
}

/** Both sides, answer by answer; when one side of a clash is left out, its file is kept beside ours. */
function merge(parts: SettleParts, work: Work & Pick<Seen, 'files'>, theirs: Session): Result<Settled> {
  const { unsaved, choice, files } = work;
  const joined = work.joinedOf(theirs, unsaved, choice.theirs);
  const lost = joined.clashes.map(({ key }) => (choice.theirs.has(key) ? 'ours' : 'found'));
  const session = mergedSession(unsaved, theirs, joined);
  const saving = savingOver(
    parts,
    files.map(({ found }) => found),
  );
  const same = stillThere(parts, work.seen);
  if (!same.ok) return same;
  const kept = allOk([...new Set(lost)].map((side) => keepCopies(parts.workspace, files, side)));
  if (!kept.ok) return kept;
  const saved = saving.save(theirs, session);
  if (!saved.ok) return saved;
  parts.go({ saving, base: session });
  return ok({ session, says: `Both are joined and saved.${keptText(kept.value.flat())}` });
}

// What is undone from here on must not take back what they said: undoing begins anew.
function mergedSession({ after }: Unsaved, theirs: Session, { saved, context }: JoinedSaid): Session {
  const unfit = new Map([...theirs.unfit].filter(([id]) => !saved.answers.has(id)));
  return { ...after, saved, context, unfit, past: [], future: [] };
}

function savingOver({ workspace }: SettleParts, [own, context]: readonly FileOnDisk[]): Saving {
  const { disk, bank } = workspace;
  return createSaving({
    ...{ disk, bank, own: own ?? { path: '' } },
    ...(context === undefined ? {} : { context }),
  });
}

/** Whoever chose has seen a state of the files; when it changed again, they look again. */
function stillThere({ workspace }: SettleParts, { files }: Seen): Result<void> {
  const changed = files.some(({ found }) => {
    const now = readText(workspace.disk, found.path);
    return !now.ok || now.value !== found.text;
  });
  return changed ? err([CHANGED_AGAIN]) : ok(undefined);
}

const CHANGED_AGAIN: Problem = {
  code: 'changed-on-disk',
  message: 'The file changed again in the meantime.',
  hint: 'Look at what stands there now, and choose again.',
};

function keptText(kept: readonly string[]): string {
  return kept.length === 0 ? '' : ` What was left out is kept in ${kept.join(' and ')}.`;
}
