import { createAnalyst } from '../analysis/index.js';
import type { Incident } from '../bank/index.js';
import type { Said, Session } from '../interview/index.js';
import { err, joined, ok, specSlug, type Result } from '../kernel/index.js';
import { createRunner, type Prober, type Runner, type Surveyor } from '../runner/index.js';
import {
  createContextDir,
  createSaving,
  createSpecDir,
  readDraft,
  readIncidents,
  removeDraft,
  specDir,
  writeDraft,
  type Disk,
  type Lock,
  type Saver,
  type Saving,
  type SpecPaths,
} from '../store/index.js';
import { join } from 'node:path';
import { lockSpec } from './lock-spec.js';
import { contextOnDisk, onDisk } from './on-disk.js';
import { createSettler } from './settle.js';
import type { OpenSpec, Workspace } from './workspace.js';

/** One sitting: the loop of an interview with the files behind it. */
export type Sitting = {
  readonly workspace: Workspace;
  readonly runner: Runner;
  readonly paths: () => SpecPaths | undefined;
  readonly commit: (session: Session) => Result<void>;
  readonly saveDraft: (step: string, draft: unknown) => Result<void>;
  /** Removes the draft unless it holds something that is not recorded; gives the ids of the questions it belongs to. */
  readonly settleDraft: () => readonly string[];
  readonly close: () => void;
};

/** Where a sitting starts: an opened spec, or nothing yet, in which case the first saved answer makes its folder. */
export type Start = {
  readonly session: Session;
  readonly spec: OpenSpec | undefined;
  /** The formats that finishing writes, when they are not those of the project. */
  readonly formats?: readonly string[] | undefined;
};

/** Opens a sitting; the spec is locked for this process from its first write, or at once when it exists. */
export function openSitting(workspace: Workspace, start: Start, prober?: Prober): Result<Sitting> {
  let held: Held | undefined;
  let base: Said = start.spec?.session ?? start.session;
  const take = (session: Session): Result<Held> => {
    if (held !== undefined) return ok(held);
    const taken = hold(workspace, start, session);
    if (taken.ok) held = taken.value;
    return taken;
  };
  if (start.spec?.file !== undefined) {
    const taken = take(start.session);
    if (!taken.ok) return taken;
  }
  const save: Saver = (before, after) => {
    if (!needsSaving(before, after))
      return finishes(after) ? (held?.saving.unchanged() ?? ok(undefined)) : ok(undefined);
    const taken = take(after);
    return taken.ok ? taken.value.saving.save(before, after) : taken;
  };
  const settler = createSettler({
    workspace,
    base: () => base,
    saving: () => held?.saving,
    go: (next) => {
      base = next.base;
      if (held !== undefined) held = { ...held, saving: next.saving };
    },
  });
  const surveyor = surveyorOf(workspace, start, () => held?.paths);
  const runner = createRunner({
    ...{ session: start.session, save, prober, surveyor, settler },
    analyse: createAnalyst(workspace.bank),
  });
  const stamp = () => new Date(workspace.world.now()).toISOString();
  return ok({
    workspace,
    runner,
    paths: () => held?.paths,
    commit: (session) => save(start.session, session),
    saveDraft: (step, draft) =>
      held === undefined
        ? ok(undefined)
        : writeDraft(workspace.disk, held.paths.draft, { step, at: stamp(), draft }),
    settleDraft: () => (held === undefined ? [] : settledDraft(workspace.disk, held.paths.draft)),
    close: () => held?.lock.release(),
  });
}

function settledDraft(disk: Disk, path: string): readonly string[] {
  const left = unrecorded(readDraft(disk, path)?.draft);
  if (left.length === 0) removeDraft(disk, path);
  return left;
}

function unrecorded(draft: unknown): readonly string[] {
  const { drafts } = (draft ?? {}) as { readonly drafts?: unknown };
  return typeof drafts === 'object' && drafts !== null ? Object.keys(drafts) : [];
}

/** The line that tells of text which was typed, not recorded, and kept; nothing when there is none. */
export function draftLines(left: readonly string[], command: string): readonly string[] {
  return left.length === 0
    ? []
    : [`Typed but not recorded, so not in the files: ${joined(left)}. ${command} returns to it.`];
}

// Loaded here, so that an interview in which nobody asks loads no templates.
function surveyorOf(workspace: Workspace, { formats }: Start, pathsNow: Sitting['paths']): Surveyor {
  return async (scene) => {
    const paths = pathsNow();
    return paths === undefined || scene.session.mode === 'context'
      ? { type: 'never-rendered' }
      : (await import('./survey.js')).survey({ workspace, paths, formats }, scene);
  };
}

type Held = { readonly paths: SpecPaths; readonly lock: Lock; readonly saving: Saving };

/** What is rendered must be what stands on the disk. */
const finishes = ({ position }: Session): boolean => position.type === 'finished';

function needsSaving(before: Session, after: Session): boolean {
  return before.saved !== after.saved || before.context !== after.context;
}

function hold(workspace: Workspace, start: Start, session: Session): Result<Held> {
  const paths = dirOf(workspace, start, session);
  if (!paths.ok) return paths;
  const lock = lockSpec(workspace, paths.value);
  if (!lock.ok) return lock;
  const own = start.spec === undefined ? { path: paths.value.answers } : onDisk(start.spec);
  const saving = createSaving({
    disk: workspace.disk,
    bank: workspace.bank,
    own,
    ...(session.mode === 'context' ? {} : { context: contextOnDisk(workspace) }),
  });
  return ok({ paths: paths.value, lock: lock.value, saving });
}

function dirOf(workspace: Workspace, { spec }: Start, session: Session): Result<SpecPaths> {
  if (session.mode === 'context') return createContextDir(workspace.disk, workspace.project);
  return spec?.file === undefined ? freshDir(workspace, session.saved.name) : ok(spec.paths);
}

function freshDir(workspace: Workspace, name: string): Result<SpecPaths> {
  const word = specSlug(name);
  const paths = specDir(workspace.disk, workspace.project, word);
  if (!paths.ok) return paths;
  if (workspace.disk.kind(paths.value.answers) !== undefined) return err([taken(word)]);
  return createSpecDir(workspace.disk, workspace.project, word);
}

function taken(word: string) {
  return {
    code: 'spec-exists',
    message: `There is already a spec ${word}.`,
    hint: `Choose another name, or leave and continue it with: spec-interview resume ${word}`,
  };
}

/** Finds incidents by id; an unreadable file means none are told. */
export function incidentsOf(workspace: Workspace): (id: string) => Incident | undefined {
  let known: ReadonlyMap<string, Incident> | undefined;
  return (id) => {
    if (known === undefined) {
      const read = readIncidents(
        workspace.disk,
        join(workspace.world.packageDir, 'question-banks', 'incidents.yaml'),
      );
      known = new Map((read.ok ? read.value : []).map((incident) => [incident.id, incident]));
    }
    return known.get(id);
  };
}
