import { slug } from '../../kernel/index.js';
import { parseInterviewOptions, type InterviewOptions } from '../given-interview.js';
import type { Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { faceOf, sayNoTerminal } from '../face.js';
import { depthOf, openGiven, overlay, readGivenAnswers } from '../headless.js';
import { interview } from '../interview.js';
import { printProblems } from '../print-problems.js';
import { answersOf, type AnswersFile } from '../../store/index.js';
import { saveAndFinish } from '../save-and-finish.js';
import {
  openFormats,
  openSpec,
  openWorkspace,
  startingDepth,
  type OpenSpec,
  type Workspace,
} from '../workspace.js';
import type { World } from '../world.js';

/** Interviews for a new spec, or takes all answers from files and options. */
export const run: Run = async (world, given) => {
  const options = parseInterviewOptions(given);
  if (!options.ok) return refused(world, options.error);
  const face = faceOf(world, options.value);
  if (face === 'none') return sayNoTerminal(world);
  const workspace = openWorkspace(world, options.value.dir);
  if (!workspace.ok) return refused(world, workspace.error);
  const files = readGivenAnswers(workspace.value, options.value.answerFiles);
  if (!files.ok) return refused(world, files.error);
  const job: Job = { workspace: workspace.value, options: options.value, files: files.value };
  return face === 'headless'
    ? headless(job)
    : interview({ ...job, face, name: nameOf(job), resuming: false });
};

type Job = {
  readonly workspace: Workspace;
  readonly options: InterviewOptions;
  readonly files: readonly AnswersFile[];
};

type Problems = Parameters<typeof printProblems>[1];

function refused(world: World, problems: Problems): ExitCode {
  printProblems(world, problems);
  return EXIT.usage;
}

function nameOf({ options, files }: Job): string | undefined {
  return options.name ?? files.at(-1)?.raw.name;
}

function headless(job: Job): ExitCode {
  const { workspace } = job;
  const name = nameOf(job);
  if (name === undefined) {
    return refused(workspace.world, [
      {
        code: 'name-missing',
        message: 'The spec has no name.',
        hint: 'spec-interview new "Rate limiter" --answers FILE --yes',
      },
    ]);
  }
  const spec = openSpec(workspace, slug(name) || 'spec');
  if (!spec.ok) return refused(workspace.world, spec.error);
  return fromGiven(job, spec.value, name);
}

function fromGiven(job: Job, spec: OpenSpec, name: string): ExitCode {
  const { workspace, options, files } = job;
  const tier = options.sets.findLast(([id]) => id === 'arc.tier')?.[1];
  const depth = options.depth ?? depthOf(files) ?? startingDepth(workspace, undefined, tier);
  const start = spec.file?.raw ?? answersOf(name, depth);
  const session = openGiven(workspace, overlay({ ...start, name }, files, depth), options.sets);
  if (!session.ok) return refused(workspace.world, session.error);
  const formats = openFormats(workspace, options.formats);
  if (!formats.ok) return refused(workspace.world, formats.error);
  return saveAndFinish({ workspace, spec, session: session.value, formats: formats.value });
}
