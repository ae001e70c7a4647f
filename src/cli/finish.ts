import { relative } from 'node:path';
import { requiredOpen, situationOf, type Session } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import { pathOfDocument } from './document-at.js';
import { EXIT, worstExit, type ExitCode } from './exit-codes.js';
import { planFiles, writePlan, type FilesPlan, type PlanJob } from './plan-files.js';
import { printLines, printProblems } from './print-problems.js';
import type { Withdrawn } from './withdrawn.js';

/** Renders and writes a saved session, and says in a few plain lines what there is now, what is missing and what comes next. */
export function finish(job: PlanJob): ExitCode {
  const { world } = job.workspace;
  const plan = planFiles(job);
  if (!plan.ok) return refused(job, plan.error);
  const written = writePlan(plan.value);
  if (!written.ok) return refused(job, written.error);
  const { rendered, notes } = plan.value;
  printProblems(world, [...rendered.files.flatMap((file) => file.notes), ...notes]);
  printLines(world.stderr, [...summaryLines(plan.value), ...missingLines(job.session, job.paths.slug)]);
  return worstExit([
    conflictExit(plan.value),
    requiredOpen(situationOf(job.session)).length > 0 ? EXIT.unfinished : EXIT.fine,
  ]);
}

function refused({ workspace }: PlanJob, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(workspace.world, problems);
  return EXIT.usage;
}

/** The exit code of a plan: conflicts count, nothing else does. */
export function conflictExit({ merge }: FilesPlan): ExitCode {
  return merge.conflicts.length > 0 ? EXIT.conflict : EXIT.fine;
}

function summaryLines(plan: FilesPlan): readonly string[] {
  const { rendered, job } = plan;
  return [
    `${rendered.document.name}: ${rendered.document.state}.`,
    ...fileLines(plan),
    `Next: spec-interview review ${job.paths.slug}`,
  ];
}

const SAYS = {
  new: 'written',
  updated: 'updated',
  unchanged: 'fresh',
  merged: 'merged',
  edited: 'kept',
  kept: 'kept',
  conflict: 'conflict',
} as const;

const WITHDRAWN: Readonly<Record<Withdrawn['state'], (path: string) => string>> = {
  taken: (path) => `  removed  ${path}`,
  gone: (path) => `  gone     ${path}`,
  kept: (path) => `  kept     ${path} (you edited it; remove it when nothing in it is needed)`,
};

/** Says what becomes of each file and of the blocks a person should know about. */
export function fileLines({ job, merge, rendered, withdrawn }: FilesPlan): readonly string[] {
  const { world } = job.workspace;
  const shown = (path: string) => relative(world.cwd, pathOfDocument(job, path));
  return [
    ...merge.files.map(
      (file) =>
        `  ${SAYS[file.state].padEnd(8)} ${shown(file.path)}${file.note === '' ? '' : ` (${file.note})`}`,
    ),
    ...(rendered.absent.length > 0 ? ['  nothing to propose to OpenSpec since the last archive'] : []),
    ...withdrawn.map(({ path, state }) => WITHDRAWN[state](shown(path))),
    ...merge.conflicts.map(
      ({ path, key }) => `  conflict in ${path}: ${key}. Edit the marked block, then run regenerate again.`,
    ),
    ...merge.withheld.map(
      ({ path, key }) => `  withheld in ${path}: ${key}. You deleted it; --restore "${key}" brings it back.`,
    ),
  ];
}

function missingLines(session: Session, slug: string): readonly string[] {
  const missing = requiredOpen(situationOf(session));
  if (missing.length === 0) return [];
  return [
    `Unfinished: ${counted(missing.length, 'required answer')} missing.`,
    ...missing.map((item) => `  ${item.question.prompt} --set ${item.id}=…`),
    `Continue with: spec-interview resume ${slug}`,
  ];
}
