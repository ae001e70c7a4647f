import { slug } from '../kernel/index.js';
import { answersOf, type AnswersFile } from '../store/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { InterviewOptions } from './given-interview.js';
import { depthOf, openGiven, overlay } from './headless.js';
import { openFormats } from './open-formats.js';
import { printProblems } from './print-problems.js';
import { saveAndFinish } from './save-and-finish.js';
import { openSpec, startingDepth, type OpenSpec, type Workspace } from './workspace.js';

/** A spec to be made without an interview: where, with which options, and from which answer files. */
export type GivenJob = {
  readonly workspace: Workspace;
  readonly options: InterviewOptions;
  readonly files: readonly AnswersFile[];
};

/** Saves what was given as the answers of a spec and renders it; nobody is asked anything. */
export function newFromGiven(job: GivenJob, name: string | undefined): ExitCode {
  if (name === undefined) return refused(job, [NAME_MISSING]);
  const spec = openSpec(job.workspace, slug(name) || 'spec');
  return spec.ok ? fromGiven(job, spec.value, name) : refused(job, spec.error);
}

const NAME_MISSING = {
  code: 'name-missing',
  message: 'The spec has no name.',
  hint: 'spec-interview new "Rate limiter" --answers FILE --yes',
};

function fromGiven(job: GivenJob, spec: OpenSpec, name: string): ExitCode {
  const { workspace, options, files } = job;
  const tier = options.sets.findLast(([id]) => id === 'arc.tier')?.[1];
  const depth = options.depth ?? depthOf(files) ?? startingDepth(workspace, undefined, tier);
  const start = spec.file?.raw ?? answersOf(name, depth);
  const session = openGiven(workspace, overlay({ ...start, name }, files, depth), options.sets);
  if (!session.ok) return refused(job, session.error);
  const formats = openFormats(workspace, options.formats);
  if (!formats.ok) return refused(job, formats.error);
  return saveAndFinish({ workspace, spec, session: session.value, formats: formats.value });
}

function refused({ workspace }: GivenJob, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(workspace.world, problems);
  return EXIT.usage;
}
