import { createAnalyst } from '../../analysis/index.js';
import { situationOf } from '../../interview/index.js';
import { counted, err, ok, type Problem, type Result } from '../../kernel/index.js';
import { buildSpec, buildTrace, type Trace, type TracedSpec } from '../../spec/index.js';
import { acceptRequirements, changedRequirements, listSpecs, readManifest } from '../../store/index.js';
import { citationsIn } from '../citations.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { EXIT, worstExit, type ExitCode } from '../exit-codes.js';
import { noSuchSpec } from '../one-spec.js';
import { progressOver } from '../show-progress.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openSpec, openWorkspace, type Workspace } from '../workspace.js';

/** Goes from every requirement to the tests and code that cite it, and from every citation back. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  const slugs = workspace.ok ? allSlugs(workspace.value, given.words) : workspace;
  if (workspace.ok && slugs.ok) return Promise.resolve(traceAll(workspace.value, slugs.value, given));
  printProblems(world, slugs.ok ? [] : slugs.error);
  return Promise.resolve(EXIT.usage);
};

function traceAll(workspace: Workspace, slugs: readonly string[], given: Given): ExitCode {
  const { world } = workspace;
  const limit = textOption(given, 'fail-on') ?? 'none';
  if (!['none', 'untested', 'retired'].includes(limit)) {
    printProblems(world, [UNKNOWN_LIMIT]);
    return EXIT.usage;
  }
  const progress = progressOver(world, slugs.length);
  const read = slugs.map((slug, done) => {
    progress(done, slug);
    return tracedSpec(workspace, slug);
  });
  const broken = read.flatMap((result) => (result.ok ? [] : result.error));
  const specs = read.flatMap((result) => (result.ok ? [result.value] : []));
  printProblems(world, broken);
  if (isOn(given, 'accept')) return acceptAll(workspace, specs, given);
  const trace = wanted(buildTrace(specs, citationsIn(workspace)), given.words);
  if (isOn(given, 'json')) printJson(world, trace);
  else printLines(world.stdout, lines(trace));
  return worstExit([broken.length > 0 ? EXIT.usage : EXIT.fine, exitOf(trace, limit)]);
}

function exitOf(trace: Trace, limit: string): ExitCode {
  const doubts = { untested: trace.untested, retired: trace.retired }[limit] ?? [];
  return doubts.length > 0 ? EXIT.findings : EXIT.fine;
}

const UNKNOWN_LIMIT: Problem = {
  code: 'unknown-limit',
  message: 'A trace does not fail on that.',
  hint: 'Use --fail-on untested or --fail-on retired.',
};

// Whose id it is can only be said when every spec is known, so all are read whichever are named.
function allSlugs(workspace: Workspace, words: readonly string[]): Result<readonly string[]> {
  const { disk, project } = workspace;
  const specs = listSpecs(disk, project);
  if (!specs.ok) return specs;
  const all = specs.value.map(({ slug }) => slug);
  const unknown = words.filter((word) => !all.includes(word));
  return unknown.length > 0 ? err(unknown.map((slug) => noSuchSpec(workspace, slug))) : ok(all);
}

type Known = TracedSpec & { readonly texts: readonly { readonly id: string; readonly text: string }[] };

function tracedSpec(workspace: Workspace, slug: string): Result<Known> {
  const spec = openSpec(workspace, slug);
  if (!spec.ok) return spec;
  const { session, paths } = spec.value;
  const manifest = readManifest(workspace.disk, paths.dir);
  if (!manifest.ok) return manifest;
  const { requirements } = buildSpec(session, createAnalyst(workspace.bank)(session, situationOf(session)));
  const ids = new Set(requirements.map(({ id }) => id));
  const gone = [...(manifest.value?.retired ?? []), ...(manifest.value?.requirements ?? [])];
  return ok({
    spec: slug,
    requirements: requirements.map(({ id, verify }) => ({ id, verify })),
    retired: [...new Set(gone.map(({ id }) => id))].filter((id) => !ids.has(id)),
    changed: changedRequirements(manifest.value, requirements),
    texts: requirements.map(({ id, text }) => ({ id, text })),
  });
}

function wanted(trace: Trace, words: readonly string[]): Trace {
  if (words.length === 0) return trace;
  return {
    ...trace,
    specs: trace.specs.filter(({ spec }) => words.includes(spec)),
    untested: trace.untested.filter((id) => words.some((word) => id.startsWith(`${word}/`))),
  };
}

function lines({ specs, ...trace }: Trace): readonly string[] {
  return [
    ...trace.unknown.map(({ id, at }) => `unknown: ${at} cites ${id}, which no spec has.`),
    ...trace.ambiguous.map(
      ({ id, at }) => `ambiguous: ${at} cites ${id}, which several specs have. Write it as <spec>/${id}.`,
    ),
    ...trace.retired.map(({ id, at }) => `retired: ${at} cites ${id}, which is no longer required.`),
    ...trace.changed.map(
      ({ id, at }) => `changed: ${at} cites ${id}, which reads otherwise since it was accepted.`,
    ),
    ...specs.flatMap((spec) => specLines(spec, new Set(trace.untested))),
  ];
}

/** What a test has to show and no test cites is marked where it stands. */
function specLines(
  { spec, requirements }: Trace['specs'][number],
  untested: ReadonlySet<string>,
): readonly string[] {
  const isUntested = (id: string): boolean => untested.has(`${spec}/${id}`);
  const cited = requirements.filter(({ tests }) => tests.length > 0).length;
  const doubts = requirements.filter(({ id }) => isUntested(id)).length;
  return [
    `${spec}: ${counted(requirements.length, 'requirement')}, ${String(cited)} cited by tests, ${String(doubts)} untested`,
    ...requirements.map(({ id, tests, code }) => {
      const places = [...tests.map((at) => `test ${at}`), ...code.map((at) => `code ${at}`)];
      return `  ${id} ${places.join(', ') || 'nowhere'}${isUntested(id) ? ' (untested)' : ''}`;
    }),
  ];
}

function acceptAll(workspace: Workspace, specs: readonly Known[], { words }: Given): ExitCode {
  const { disk, world, project } = workspace;
  const chosen = specs.filter(({ spec }) => words.length === 0 || words.includes(spec));
  for (const { spec, texts } of chosen) {
    const done = acceptRequirements(disk, `${project.specs}/${spec}`, texts);
    if (!done.ok) {
      printProblems(world, done.error);
      return EXIT.usage;
    }
    printLines(world.stderr, [`${spec}: ${counted(texts.length, 'requirement')} accepted as they read now.`]);
  }
  return EXIT.fine;
}
