import { counted } from '../kernel/index.js';
import {
  buildReadiness,
  buildTrace,
  type Readiness,
  type SpecDocument,
  type TracedSpec,
} from '../spec/index.js';
import { listSlugs, readManifest, specDir } from '../store/index.js';
import { citationsIn } from './citations.js';
import type { Workspace } from './workspace.js';

/** One of the nine questions, with the places in tests that cite its requirements. */
export type Proven = Readiness & { readonly tests: readonly string[] };

/** Answers the nine questions of production for one spec; the tests are those that cite its requirements. */
export function readinessOf(workspace: Workspace, slug: string, document: SpecDocument): readonly Proven[] {
  const own = { spec: slug, requirements: document.requirements, retired: [], changed: [] };
  const trace = buildTrace([own, ...othersThan(workspace, slug)], citationsIn(workspace));
  const traced = trace.specs.find(({ spec }) => spec === slug)?.requirements ?? [];
  const tests = new Map(traced.map((requirement) => [requirement.id, requirement.tests]));
  return buildReadiness(document.requirements, document.openQuestions).map((one) => ({
    ...one,
    tests: [...new Set(one.requirements.flatMap(({ id }) => tests.get(id) ?? []))],
  }));
}

/** What the other specs required when they were rendered: an id that they have as well is nobody's without its spec. */
function othersThan({ disk, project }: Workspace, slug: string): readonly TracedSpec[] {
  const slugs = listSlugs(disk, project);
  const others = slugs.ok ? slugs.value.filter((other) => other !== slug) : [];
  return others.flatMap((spec) => {
    const paths = specDir(disk, project, spec);
    const manifest = paths.ok ? readManifest(disk, paths.value.dir) : paths;
    if (!manifest.ok || manifest.value === undefined) return [];
    const requirements = manifest.value.requirements.map(({ id }) => ({ id, verify: '' }));
    return [{ spec, requirements, retired: [], changed: [] }];
  });
}

/** The nine questions for people: what is required, what shows it, and what is still open. */
export function readinessLines(nine: readonly Proven[]): readonly string[] {
  return nine.flatMap(({ asks, requirements, open, tests }) => [
    `  ${asks} ${sizeText({ requirements, open, tests })}`,
    ...listed(
      'required',
      requirements.map(({ id }) => id),
    ),
    ...listed('tests', tests),
    ...listed(
      'open',
      open.map(({ id }) => id),
    ),
  ]);
}

const sizeText = ({ requirements, open, tests }: Omit<Proven, 'asks'>): string =>
  requirements.length + open.length === 0
    ? 'Nothing is said about it.'
    : [
        counted(requirements.length, 'requirement'),
        counted(tests.length, 'test'),
        counted(open.length, 'open question'),
      ].join(', ');

const SHOWN = 8;

function listed(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > SHOWN ? `, and ${String(items.length - SHOWN)} more` : '';
  return [`    ${title}: ${items.slice(0, SHOWN).join(', ')}${more}`];
}
