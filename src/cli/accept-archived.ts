import { counted, err, ok, type Problem, type Result } from '../kernel/index.js';
import { archiveOf, deltaText, firstChange } from '../spec/index.js';
import { hashOf, writeArchived, type Manifest } from '../store/index.js';
import { missingIn } from './archive-notes.js';
import { outputChanged } from './check-spec.js';
import { documentAt } from './document-at.js';
import { lockSpec } from './lock-spec.js';
import type { FilesPlan } from './plan-files.js';

/** The format whose changes are archived. */
const FORMAT = 'openspec';

/** What is recorded, in lines, and what speaks against it. */
export type Archived = { readonly lines: readonly string[]; readonly notes: readonly Problem[] };

/** Records that OpenSpec has archived the change as it was rendered last; later ones are written against it. */
export function acceptArchived(plan: FilesPlan): Result<Archived> {
  const { job, rendered } = plan;
  const known = archivable(plan);
  if (!known.ok) return known;
  const manifest = known.value;
  const before = { requirements: manifest.openspec_archived ?? [], hash: hashOf };
  const archived = archiveOf(rendered.document, before);
  const own = rendered.files.filter(({ format }) => format === FORMAT).map(({ path }) => path);
  const there = own.filter((path) => documentAt(job, path) !== undefined);
  const gone = own.filter((path) => !there.includes(path));
  const lock = lockSpec(job.workspace, job.paths);
  if (!lock.ok) return lock;
  const written = writeArchived(job.workspace.disk, job.paths.dir, { manifest, archived, gone });
  lock.value.release();
  if (!written.ok) return written;
  const names = archived.map(({ name }) => name);
  const left = there.length > 0 ? [stillThere(job.paths.slug)] : [];
  return ok({ lines: [saidOf(plan, archived.length)], notes: [...left, ...missingIn(job, names)] });
}

function saidOf({ rendered }: FilesPlan, count: number): string {
  const delta = deltaText(rendered.change ?? firstChange(rendered.document));
  return `  recorded ${counted(count, 'requirement')} as archived by OpenSpec (${delta})`;
}

/** Only what was rendered from the answers as they are is known well enough to be recorded. */
function archivable(plan: FilesPlan): Result<Manifest> {
  const { job, manifest } = plan;
  const { slug } = job.paths;
  if (!job.formats.some(({ id }) => id === FORMAT)) return err([notUsed(slug)]);
  if (manifest?.formats[FORMAT] === undefined) return err([neverRendered(slug)]);
  return outputChanged(plan) ? err([stale(slug)]) : ok(manifest);
}

function notUsed(slug: string): Problem {
  return {
    code: 'openspec-not-used',
    message: `${slug} is not rendered for OpenSpec, so none of its changes can be archived there.`,
    hint: `Add openspec to the formats in .spec-interview/config.yaml, then run: spec-interview regenerate ${slug}`,
  };
}

function neverRendered(slug: string): Problem {
  return {
    code: 'never-rendered',
    message: `No change of ${slug} was ever written for OpenSpec, so none is archived.`,
    hint: `Write it with: spec-interview regenerate ${slug}`,
  };
}

function stale(slug: string): Problem {
  return {
    code: 'stale',
    message: `${slug} reads otherwise now than in the change that was written for OpenSpec, so what was archived is not known.`,
    hint: `If the change is archived, take the answers back to what they were, accept, and change them again. If not, write it anew with: spec-interview regenerate ${slug}`,
  };
}

function stillThere(slug: string): Problem {
  return {
    code: 'not-archived',
    message: `openspec/changes/${slug} is still there, as if it were not archived.`,
    hint: `Archive it with: openspec archive ${slug}. The next regenerate writes the next change in its place.`,
  };
}
