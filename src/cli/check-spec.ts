import { join } from 'node:path';
import type { Finding } from '../analysis/index.js';
import { hasConflictMarkers, sameForm } from '../merge/index.js';
import { ok, type Result } from '../kernel/index.js';
import { readManifest, recordHashes, type RecordHashes } from '../store/index.js';
import { planFiles, type FilesPlan, type PlanJob } from './plan-files.js';
import { linesOn } from './spec-lines.js';
import { standingLines } from './standing-lines.js';
import { groundOf } from './plan-files.js';
import { inheritedTexts, sourceTexts } from './source-texts.js';
import { documentAt } from './document-at.js';
import { textAt } from './text-at.js';
import { today } from './today.js';

/** Why the documents of a spec are not what its answers say now. */
export type StaleReason =
  | 'answers changed'
  | 'context changed'
  | 'templates or bank changed'
  | 'tool changed'
  | 'never rendered'
  | 'last rendering incomplete'
  | 'the specs or the context changed';

/** What is so about one spec; nothing here was written. */
export type SpecCheck = {
  readonly spec: string;
  /** The file that remarks are placed in, from the root. */
  readonly file: string;
  /** The command that brings it up to date. */
  readonly redo: string;
  readonly stale: readonly StaleReason[];
  readonly edited: readonly string[];
  readonly unadopted: readonly string[];
  readonly conflicts: readonly string[];
  readonly overdue: readonly string[];
  readonly expired: readonly string[];
  readonly assumed: readonly string[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** The same as lines for people, beside what is stale, edited or in conflict. */
  readonly said: readonly string[];
};

/** Checks one spec by rendering it in memory and comparing in normal form. */
export function checkSpec(job: PlanJob): Result<SpecCheck> {
  const plan = planFiles(job);
  if (!plan.ok) return plan;
  const changed = changedSources(job);
  if (!changed.ok) return changed;
  const isStale = outputChanged(plan.value);
  const date = today(job.workspace.world);
  const { answers, waivers } = job.session.saved;
  return ok({
    spec: job.paths.slug,
    file: `specs/${job.paths.slug}/answers.yaml`,
    redo: `regenerate ${job.paths.slug}`,
    stale: isStale ? reasonsOf(changed.value) : [],
    edited: editedFiles(plan.value),
    unadopted: plan.value.merge.needsAdopting,
    conflicts: conflictFiles(plan.value),
    overdue: [...answers]
      .filter(([, { status, due }]) => status === 'unknown' && due !== undefined && due < date)
      .map(([id]) => id),
    expired: waivers.filter((waiver) => waiver.until < date).map((waiver) => waiver.finding),
    assumed: plan.value.rendered.document.requirements
      .filter((requirement) => requirement.assumed)
      .map(({ id }) => id),
    findings: job.analysis.findings.filter(
      (finding) => finding.waiver === undefined || finding.waiver.until < date,
    ),
    notes: isStale ? [] : changed.value.map((reason) => `${reason}, and no document changes by it`),
    said: linesOn(date, standingLines(groundOf(job, plan.value))).map(({ text }) => text),
  });
}

// Every source is as it was, and still the base is not what would be generated: a write stopped halfway, or a file was adopted.
function reasonsOf(changed: readonly StaleReason[]): readonly StaleReason[] {
  return changed.length > 0 ? changed : ['last rendering incomplete'];
}

function editedFiles({ merge, accepted, withdrawn }: FilesPlan): readonly string[] {
  const kept = withdrawn.filter(({ state }) => state === 'kept').map(({ path }) => path);
  return [...merge.edited.filter((path) => !accepted.includes(path)), ...kept];
}

/** Says whether what would be rendered is not what was rendered last, also where it is nothing any more. */
export function outputChanged({ job, rendered, merge, withdrawn }: FilesPlan): boolean {
  if (withdrawn.some(({ state }) => state !== 'kept')) return true;
  return rendered.files.some((file) => {
    if (merge.needsAdopting.includes(file.path)) return false;
    const base = textAt(job.workspace, join(job.paths.base, file.path));
    return base === undefined || !sameForm(base, file.text, file.type);
  });
}

function conflictFiles({ job, rendered }: FilesPlan): readonly string[] {
  return rendered.files
    .filter((file) => hasConflictMarkers(documentAt(job, file.path) ?? ''))
    .map((file) => file.path);
}

/** Which of what a spec was rendered from is not what it was; the documents may be the same all the same. */
export function changedSources(
  job: Pick<PlanJob, 'workspace' | 'paths' | 'session' | 'formats'>,
): Result<readonly StaleReason[]> {
  const manifest = readManifest(job.workspace.disk, job.paths.dir);
  if (!manifest.ok) return manifest;
  if (manifest.value === undefined) return ok(['never rendered']);
  const now = recordHashes({
    ...sourceTexts(job.workspace, job.paths, job.formats),
    context: inheritedTexts(job.session),
  });
  const reasons: readonly (readonly [StaleReason, keyof RecordHashes])[] = [
    ['answers changed', 'answers'],
    ['context changed', 'context'],
    ['templates or bank changed', 'banks'],
    ['templates or bank changed', 'formats'],
    ['tool changed', 'tool'],
  ];
  const before = manifest.value;
  const hits = reasons
    .filter(([, key]) => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
    .map(([reason]) => reason);
  return ok([...new Set(hits)]);
}
