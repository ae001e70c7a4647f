import { join, relative } from 'node:path';
import type { Analysis } from '../analysis/index.js';
import { canonicalText, isInherited, situationOf, type Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { renderSpec, type Format, type RenderedFile } from '../render/index.js';
import { buildSpec, type SpecDocument } from '../spec/index.js';
import { applyWrites, readText, writeBase, type BaseRecord, type SpecPaths } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** A spec with everything that follows from it, in memory only. */
export type Rendered = { readonly document: SpecDocument; readonly files: readonly RenderedFile[] };

/** Renders a session in every given format. */
export function renderFiles(
  session: Session,
  analysis: Analysis,
  job: { formats: readonly Format[]; slug: string },
): Result<Rendered> {
  const document = buildSpec(session, analysis);
  const problems: Problem[] = [];
  const files: RenderedFile[] = [];
  for (const format of job.formats) {
    const rendered = renderSpec(document, format, { slug: job.slug });
    if (rendered.ok) files.push(...rendered.value);
    else problems.push(...rendered.error);
  }
  return problems.length > 0 ? err(problems) : ok({ document, files });
}

/** What writing a rendered spec rests on. */
export type WriteJob = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly session: Session;
  readonly analysis: Analysis;
  readonly formats: readonly Format[];
  readonly rendered: Rendered;
};

/** What became of the files: written, and kept because a person edited them. */
export type Written = { readonly written: readonly string[]; readonly kept: readonly string[] };

/** Writes rendered files and then their base; a file that a person edited is kept. */
export function writeRendered(job: WriteJob): Result<Written> {
  const { workspace, paths, rendered } = job;
  const plans = rendered.files.map((file) => planOf(job, file));
  const writes = plans
    .filter((plan) => !plan.edited)
    .map(({ path, text }) => ({ path: relative(workspace.project.root, path), text }));
  const applied = applyWrites(workspace.disk, workspace.project.root, writes);
  if (!applied.ok) return applied;
  const based = writeBase(workspace.disk, paths.dir, baseOf(job, plans));
  if (!based.ok) return based;
  const shown = (list: readonly Plan[]) => list.map((plan) => relative(workspace.world.cwd, plan.path));
  return ok({
    written: shown(plans.filter((plan) => !plan.edited)),
    kept: shown(plans.filter((plan) => plan.edited)),
  });
}

type Plan = {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly onDisk: string;
  readonly edited: boolean;
};

function planOf({ workspace, paths }: WriteJob, file: RenderedFile): Plan {
  const path = join(paths.dir, file.path);
  const mine = textOf(workspace, path);
  const last = textOf(workspace, join(paths.base, file.path));
  const edited = mine !== undefined && mine !== file.text && mine !== last;
  return { name: file.path, path, text: file.text, onDisk: edited ? mine : file.text, edited };
}

function baseOf(
  { workspace, paths, session, analysis, formats, rendered }: WriteJob,
  plans: readonly Plan[],
): BaseRecord {
  const { project, sources, world } = workspace;
  const versions = new Map(workspace.bank.banks.map((bank) => [bank.id, bank.version]));
  return {
    tool: world.version,
    banks: sources.map((source) => ({
      id: source.id,
      version: versions.get(source.id) ?? 0,
      text: source.files.map((file) => file.text).join('\n'),
    })),
    formats: formats.map((format) => ({
      id: format.id,
      text: JSON.stringify([format.outputs, format.templates]),
    })),
    answers: textOf(workspace, paths.answers) ?? '',
    config: textOf(workspace, join(project.root, '.spec-interview', 'config.yaml')) ?? '',
    context: inheritedTexts(session),
    files: plans.map((plan) => ({ path: plan.name, generated: plan.text, onDisk: plan.onDisk })),
    requirements: rendered.document.requirements.map(({ id, text, answers }) => ({ id, text, answers })),
    findings: analysis.findings.map(({ id, severity, waiver }) =>
      waiver === undefined ? { id, severity } : { id, severity, until: waiver.until },
    ),
    due: rendered.document.openQuestions
      .filter((open) => open.due !== '')
      .map((open) => ({ id: open.id, date: open.due })),
  };
}

function inheritedTexts(session: Session): Readonly<Record<string, string>> {
  const used = situationOf(session).plan.filter(
    (item) => item.cell === undefined && isInherited(session, item.id),
  );
  return Object.fromEntries(used.map((item) => [item.id, canonicalText(item.value)]));
}

function textOf({ disk }: Workspace, path: string): string | undefined {
  const read = readText(disk, path);
  return read.ok ? read.value : undefined;
}
