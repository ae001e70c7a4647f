import { join } from 'node:path';
import { createAnalyst, type Finding } from '../analysis/index.js';
import { situationOf, type Session } from '../interview/index.js';
import { mergeFiles } from '../merge/index.js';
import { ok, type Result } from '../kernel/index.js';
import { stillParses } from '../render/index.js';
import type { Radius, RadiusChange } from '../runner/index.js';
import { requirementDelta, type RequirementDelta } from '../spec/index.js';
import { changedScenarios, readManifest } from '../store/index.js';
import { openFormats } from './open-formats.js';
import { changesFile, type FilesPlan } from './plan-files.js';
import { filesRadius } from './radius-files.js';
import { renderFiles, type Rendered } from './render-files.js';
import { scenariosOf } from './scenarios.js';
import { documentAt } from './document-at.js';
import { textAt } from './text-at.js';
import { numberOf } from './spec-number.js';
import type { OpenSpec, Workspace } from './workspace.js';

/** What writing a plan changes in the documents since they were rendered last. */
export function planRadius(plan: FilesPlan): Radius {
  const { job, rendered, merge, delta, manifest, withdrawn } = plan;
  const { workspace, paths, analysis } = job;
  const before = (path: string) => textAt(workspace, join(paths.base, path));
  const changes = changesFile(plan).map(({ path }) => path);
  const known = Object.keys(manifest?.formats ?? {});
  const isWhole = known.every((id) => job.formats.some((format) => format.id === id));
  return {
    requirements: deltaChanges(delta),
    scenarios: scenarioChanges(plan),
    findings: findingChanges(manifest?.findings ?? [], analysis.findings),
    ...filesRadius({
      ...{ merge, before, generated: rendered.files, written: changes },
      isThere: (path) => documentAt(job, path) !== undefined,
      known: isWhole ? Object.keys(manifest?.files ?? {}) : [],
      taken: withdrawn.filter(({ state }) => state !== 'kept').map(({ path }) => path),
    }),
  };
}

function scenarioChanges({ manifest, rendered }: FilesPlan): readonly RadiusChange[] {
  const now = scenariosOf(rendered.document);
  if (manifest === undefined) return now.map(({ id, text }) => ({ change: 'ADDED', id, text }));
  const { added, modified, removed } = changedScenarios(manifest, now);
  const texts = new Map(now.map(({ id, text }) => [id, text]));
  const as = (change: RadiusChange['change']) => (id: string) => ({ change, id, text: texts.get(id) ?? '' });
  return [...added.map(as('ADDED')), ...modified.map(as('MODIFIED')), ...removed.map(as('REMOVED'))];
}

/** What a change of the answers of a spec reaches; where it was rendered, also in its documents. */
export function blastRadius(workspace: Workspace, spec: OpenSpec, after: Session): Result<Radius> {
  const manifest = readManifest(workspace.disk, spec.paths.dir);
  const isRendered = manifest.ok && manifest.value !== undefined;
  const formats = isRendered ? openFormats(workspace, undefined) : ok([]);
  if (!formats.ok) return formats;
  const { slug } = spec.paths;
  const number = numberOf(workspace, slug, { formats: formats.value });
  if (!number.ok) return number;
  const archived = manifest.ok ? manifest.value?.openspec_archived : undefined;
  const job = { formats: formats.value, slug, number: number.value, archived };
  const analyst = createAnalyst(workspace.bank);
  const pictured = (session: Session): Result<Picture> => {
    const analysis = analyst(session, situationOf(session));
    const rendered = renderFiles(session, analysis, job);
    return rendered.ok ? ok({ ...rendered.value, findings: analysis.findings }) : rendered;
  };
  const [old, now] = [pictured(spec.session), pictured(after)];
  if (!old.ok) return old;
  return now.ok ? ok(radiusBetween(old.value, now.value)) : now;
}

type Picture = Rendered & { readonly findings: readonly Finding[] };

function radiusBetween(before: Picture, now: Picture): Radius {
  const texts = new Map(before.files.map(({ path, text }) => [path, text]));
  const files = now.files.map(({ path, type, text }) => {
    const old = texts.get(path);
    return {
      ...{ path, type, policy: 'generated' as const, generated: text },
      ...(old === undefined ? {} : { base: old, mine: old }),
    };
  });
  return {
    requirements: deltaChanges(requirementDelta(before.document.requirements, now.document.requirements)),
    scenarios: deltaChanges(requirementDelta(scenariosOf(before.document), scenariosOf(now.document))),
    findings: findingChanges(before.findings, now.findings),
    ...filesRadius({
      merge: mergeFiles({ files, conflict: 'keep', stillParses }),
      before: (path) => texts.get(path),
      generated: now.files,
      written: [],
      isThere: (path) => texts.has(path),
      known: [...texts.keys()],
      taken: now.absent,
    }),
  };
}

function deltaChanges({ added, modified, removed }: RequirementDelta): readonly RadiusChange[] {
  return [
    ...added.map((one) => ({ change: 'ADDED' as const, ...one })),
    ...modified.map(({ id, before, after }) => ({ change: 'MODIFIED' as const, id, text: after, before })),
    ...removed.map((one) => ({ change: 'REMOVED' as const, ...one })),
  ];
}

type KnownFinding = Pick<Finding, 'id' | 'severity'> & { readonly title?: string };

/** Which findings come, weigh otherwise, and go. */
function findingChanges(before: readonly KnownFinding[], now: readonly Finding[]): readonly RadiusChange[] {
  const old = new Map(before.map((finding) => [finding.id, finding]));
  const ids = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap(({ id, severity, title }): readonly RadiusChange[] => {
      const was = old.get(id)?.severity;
      if (was === severity) return [];
      const text = `${title} (${severity})`;
      return was === undefined
        ? [{ change: 'ADDED', id, text }]
        : [{ change: 'MODIFIED', id, text, before: was }];
    }),
    ...before
      .filter(({ id }) => !ids.has(id))
      .map(({ id, title = '' }): RadiusChange => ({ change: 'REMOVED', id, text: title })),
  ];
}
