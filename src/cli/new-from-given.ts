import type { Depth } from '../bank/index.js';
import type { RawSaved } from '../interview/index.js';
import { specSlug } from '../kernel/index.js';
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
  const spec = openSpec(job.workspace, specSlug(name));
  return spec.ok ? fromGiven(job, spec.value, name) : refused(job, spec.error);
}

const NAME_MISSING = {
  code: 'name-missing',
  message: 'The spec has no name.',
  hint: 'spec-interview new "Rate limiter" --answers FILE --yes',
};

// Two names may have the same folder; the second spec must not take the place of the first.
const nameTaken = (folder: string, name: string) => ({
  code: 'name-taken',
  message: `The folder ${folder} holds the spec “${name}”.`,
  hint: `Choose another name, or change that spec: spec-interview new ${folder}`,
});

function depthFor({ workspace, options, files }: GivenJob, there: RawSaved | undefined): Depth {
  const tier = options.sets.findLast(([id]) => id === 'arc.tier')?.[1];
  return options.depth ?? depthOf(files) ?? there?.depth ?? startingDepth(workspace, undefined, tier);
}

function fromGiven(job: GivenJob, spec: OpenSpec, name: string): ExitCode {
  const { workspace, options, files } = job;
  const there = spec.file?.raw;
  const slugged = spec.paths.slug;
  if (there !== undefined && there.name !== name && slugged !== name)
    return refused(job, [nameTaken(slugged, there.name)]);
  const depth = depthFor(job, there);
  const start = there ?? { ...answersOf(name, depth), name };
  const session = openGiven(workspace, overlay(start, files, depth), options.sets);
  if (!session.ok) return refused(job, session.error);
  const formats = openFormats(workspace, options.formats);
  if (!formats.ok) return refused(job, formats.error);
  return saveAndFinish({ workspace, spec, session: session.value, formats: formats.value });
}

function refused({ workspace }: GivenJob, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(workspace.world, problems);
  return EXIT.usage;
}
