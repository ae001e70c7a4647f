import { join, relative } from 'node:path';
import type { Analysis } from '../analysis/index.js';
import { requiredOpen, situationOf, type Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import {
  gitSides,
  hasGitMarkers,
  mergeFiles,
  normalForm,
  type ConflictStyle,
  type MergedFile,
  type MergePlan,
} from '../merge/index.js';
import { stillParses, type Format } from '../render/index.js';
import { requirementDelta, withChange, type RequirementDelta } from '../spec/index.js';
import {
  applyWrites,
  isAccepted,
  readManifest,
  writeBase,
  type BaseRecord,
  type Manifest,
  type SpecPaths,
} from '../store/index.js';
import { mergeRecovered, recoverManifest } from './recover.js';
import { renderFiles, type Rendered } from './render-files.js';
import { scenariosOf } from './scenarios.js';
import { documentAt, pathOfDocument } from './document-at.js';
import { inheritedTexts, sourceTexts } from './source-texts.js';
import { keepNumbers, numberOf } from './spec-number.js';
import { archiveNotes } from './archive-notes.js';
import { allRestored } from './restore.js';
import { textAt } from './text-at.js';
import { forgetWithdrawn, keptBases, takeAway, withdrawnFiles, type Withdrawn } from './withdrawn.js';
import { planStanding } from './plan-standing.js';
import { standingLines, type StandingGround } from './standing-lines.js';
import type { Workspace } from './workspace.js';

/** A saved session, and how its documents are to meet the files on disk. */
export type PlanJob = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly session: Session;
  readonly analysis: Analysis;
  readonly formats: readonly Format[];
  readonly conflict?: ConflictStyle;
  readonly restore?: readonly string[];
  /** The text of the answers file that the session was opened from, when it was opened just now. */
  readonly read?: string | undefined;
  /** Takes apart what git could not merge, and rebuilds the base. */
  readonly recover?: boolean;
  /** The specs that would get their numbers together; this one alone when nothing is said. */
  readonly counted?: readonly string[];
};

/** What writing would do: file by file, block by block, and requirement by requirement. */
export type FilesPlan = {
  readonly job: PlanJob;
  readonly rendered: Rendered;
  readonly merge: MergePlan;
  readonly delta: RequirementDelta;
  readonly retired: readonly { readonly id: string; readonly text: string }[];
  readonly manifest: Manifest | undefined;
  readonly withdrawn: readonly Withdrawn[];
  /** What hinders OpenSpec from archiving what is rendered. */
  readonly notes: readonly Problem[];
  /** Files whose hand edits somebody took over. */
  readonly accepted: readonly string[];
};

/** Renders in memory and merges with the files on disk; nothing is written. */
export function planFiles(job: PlanJob): Result<FilesPlan> {
  const { workspace, paths } = job;
  const manifest =
    job.recover === true ? ok(recoverManifest(workspace, paths)) : readManifest(workspace.disk, paths.dir);
  if (!manifest.ok) return manifest;
  const rendered = renderJob(job, manifest.value);
  if (!rendered.ok) return rendered;
  const merge = mergeAll(job, rendered.value);
  if (!merge.ok) return merge;
  const before = manifest.value?.requirements ?? [];
  const now = rendered.value.document.requirements;
  const delta = requirementDelta(before, now);
  const ids = new Set(now.map(({ id }) => id));
  const retired = [...(manifest.value?.retired ?? []), ...delta.removed].filter(({ id }) => !ids.has(id));
  return ok({
    job,
    rendered: rendered.value,
    merge: merge.value,
    delta,
    retired: lastOf(retired),
    manifest: manifest.value,
    withdrawn: withdrawnFiles(job, rendered.value.absent, manifest.value),
    notes: archiveNotes(job, rendered.value.change),
    accepted: rendered.value.files
      .filter(({ path, type }) => {
        const mine = documentAt(job, path);
        return mine !== undefined && isAccepted(manifest.value, path, () => normalForm(mine, type));
      })
      .map(({ path }) => path),
  });
}

function renderJob(
  { workspace, paths, session, analysis, formats, counted }: PlanJob,
  manifest: Manifest | undefined,
): Result<Rendered> {
  const number = numberOf(workspace, paths.slug, { formats, counted });
  if (!number.ok) return number;
  const archived = manifest?.openspec_archived;
  return renderFiles(session, analysis, { formats, slug: paths.slug, number: number.value, archived });
}

function mergeAll(job: PlanJob, { files }: Rendered): Result<MergePlan> {
  const { workspace, paths } = job;
  const inputs = files.map((file) => ({
    ...{ path: file.path, type: file.type, policy: file.policy, generated: file.text },
    ...some('base', textAt(workspace, join(paths.base, file.path))),
    ...some('mine', documentAt(job, file.path)),
  }));
  const request = {
    files: inputs,
    conflict: job.conflict ?? 'markers',
    restore: job.restore ?? [],
    stillParses,
  };
  if (job.recover === true) return ok(mergeRecovered(request));
  const torn = inputs.find(({ base }) => hasGitMarkers(base ?? ''));
  if (torn !== undefined) return err([tornBase(join(paths.base, torn.path), paths.slug)]);
  return allRestored(mergeFiles(request), request.restore);
}

function tornBase(file: string, slug: string): Problem {
  return {
    code: 'base-torn',
    message: 'Git merged two renderings here and could not join them.',
    hint: `Rebuild it from the merged answers with: spec-interview regenerate ${slug} --recover`,
    place: { file },
  };
}

function lastOf<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function some<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}

/** Writes a plan: the files first, the base last. */
export function writePlan(plan: FilesPlan): Result<void> {
  const { workspace, paths, formats } = plan.job;
  const numbered = keepNumbers(workspace, [paths.slug], formats);
  if (!numbered.ok) return numbered;
  const files = plan.merge.files.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  const all = [...files, ...changesFile(plan)];
  const root = workspace.project.root;
  const applied = applyWrites(
    workspace.disk,
    root,
    all.map(({ path, text }) => ({ path: relative(root, pathOfDocument(plan.job, path)), text })),
  );
  const taken = applied.ok ? takeAway(plan.job, plan.withdrawn) : applied;
  const written = taken.ok ? writeBase(workspace.disk, paths.dir, baseOf(plan)) : taken;
  return written.ok ? forgetWithdrawn(plan.job, plan.withdrawn) : written;
}

/** The file of changes as it would be written, when it would read otherwise than now. */
export function changesFile({ job, delta, manifest }: FilesPlan): readonly { path: string; text: string }[] {
  if (manifest === undefined) return [];
  const before = documentAt(job, CHANGES);
  const known = job.recover === true && before !== undefined ? gitSides(before).ours : before;
  const text = withChange(known, delta);
  return text === undefined || text === before ? [] : [{ path: CHANGES, text }];
}

const CHANGES = 'changes.md';

function baseOf(plan: FilesPlan): BaseRecord {
  const { job, rendered, merge, retired } = plan;
  const { workspace, paths, session, analysis, formats } = job;
  const { document } = rendered;
  return {
    ...sourceTexts(workspace, paths, formats),
    // What is rendered rests on what was read, also when somebody saved other answers meanwhile.
    ...some('answers', job.read),
    context: inheritedTexts(session),
    files: [...merge.files.flatMap((file) => baseFile(plan, file)), ...keptBases(job, plan.withdrawn)],
    requirements: document.requirements.map(({ id, text, answers }) => ({ id, text, answers })),
    retired,
    ...carriedOver(plan.manifest),
    scenarios: scenariosOf(document),
    findings: analysis.findings.map(({ id, severity, waiver }) => ({
      id,
      severity,
      ...some('until', waiver?.until),
    })),
    due: document.openQuestions
      .filter((open) => open.due !== '')
      .map((open) => ({ id: open.id, date: open.due })),
    ...(merge.needsAdopting.length > 0 || overtaken(job) ? {} : standingOfPlan(plan)),
  };
}

/** What people decided about the spec stays decided, whatever is rendered. */
function carriedOver(manifest: Manifest | undefined): Pick<BaseRecord, 'accepted' | 'openspec_archived'> {
  const { accepted, openspec_archived } = manifest ?? {};
  return {
    ...(accepted === undefined ? {} : { accepted }),
    ...(openspec_archived === undefined ? {} : { openspec_archived }),
  };
}

/** Says whether the answers changed while their documents were made. */
const overtaken = ({ read, workspace, paths }: PlanJob): boolean =>
  read !== undefined && textAt(workspace, paths.answers) !== read;

function standingOfPlan({ job, ...plan }: FilesPlan): Pick<BaseRecord, 'standing'> {
  const says = standingLines(groundOf(job, { job, ...plan }));
  const unfinished = requiredOpen(situationOf(job.session)).length > 0;
  return planStanding(job, { says, unfinished, archived: plan.manifest?.openspec_archived });
}

/** What a check says about the spec of a plan rests on this. */
export function groundOf(
  { session, analysis, workspace }: PlanJob,
  { rendered, notes }: FilesPlan,
): StandingGround {
  const failOn = workspace.project.config.fail_on;
  const { requirements } = rendered.document;
  return { session, requirements, findings: analysis.findings, failOn, notes };
}

function baseFile({ job, rendered, accepted }: FilesPlan, file: MergedFile): BaseRecord['files'] {
  if (file.newBase === undefined) return [];
  const { path, newBase: generated } = file;
  const onDisk = file.text ?? documentAt(job, path) ?? '';
  const type = rendered.files.find((one) => one.path === path)?.type;
  const isKept = type !== undefined && accepted.includes(path) && file.state !== 'conflict';
  return [{ path, generated, onDisk, ...(isKept ? { accepted: normalForm(onDisk, type) } : {}) }];
}
