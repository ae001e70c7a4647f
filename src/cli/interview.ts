import { askLine } from './ask-line.js';
import { requiredOpen, situationOf, type RawSaved, type Session } from '../interview/index.js';
import { ok, specSlug, type Result } from '../kernel/index.js';
import { answersOf, findFormats, readDraft, type AnswersFile } from '../store/index.js';
import { chooseTheme } from './choose-theme.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Face } from './face.js';
import type { Ending } from './hold.js';
import type { InterviewOptions } from './given-interview.js';
import { applySets, depthOf, openGiven, overlay } from './headless.js';
import { notesFinder } from './notes.js';
import { printLines, printProblems } from './print-problems.js';
import { writeProjectSchemas } from './project-schemas.js';
import { proposalLines } from './repository-proposals.js';
import { draftLines, openSitting, type Sitting, type Start } from './sitting.js';
import {
  formatPlaces,
  openSaved,
  openSpec,
  startingDepth,
  type OpenSpec,
  type Workspace,
} from './workspace.js';

/** An interview to be held: where, how it is shown, and what is given beforehand. */
export type InterviewJob = {
  readonly workspace: Workspace;
  readonly options: InterviewOptions;
  readonly files: readonly AnswersFile[];
  readonly face: Face;
  readonly name: string | undefined;
  readonly resuming: boolean;
  readonly notes?: string | undefined;
};

/** Interviews a person with the chosen face, then renders; whatever happens, what was committed is saved. */
export async function interview(job: InterviewJob): Promise<ExitCode> {
  const spec = await openTarget(job);
  if (!spec.ok) return refuse(job, spec.error);
  if (spec.value === 'declined') return EXIT.usage;
  const start = startOf(job, spec.value);
  if (!start.ok) return refuse(job, start.error);
  const formats = givenFormats(job);
  if (!formats.ok) return refuse(job, formats.error);
  // Loaded here, so that an interview without a model loads nothing of it.
  const interviewer = job.options.ai
    ? await (await import('./model-interview.js')).openInterviewer(job.workspace)
    : undefined;
  const opened = { ...start.value, formats: job.options.formats };
  const sitting = openSitting(job.workspace, opened, interviewer?.prober);
  if (!sitting.ok) return refuse(job, sitting.error);
  try {
    let keeps = false;
    const keepReport = () => (keeps = true);
    const ending = await hold({ ...job, keepReport }, sitting.value, start.value);
    return await end(job, sitting.value, { ending, keeps });
  } finally {
    interviewer?.leave();
    sitting.value.close();
  }
}

/** Whether every format asked for is there; what is in them is read when there is something to render. */
function givenFormats({ workspace, options }: InterviewJob): ReturnType<typeof findFormats> {
  const wanted = options.formats ?? workspace.project.config.formats;
  return findFormats(workspace.disk, formatPlaces(workspace), wanted);
}

function refuse({ workspace }: InterviewJob, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(workspace.world, problems);
  return EXIT.usage;
}

async function openTarget(job: InterviewJob): Promise<Result<OpenSpec | 'declined' | undefined>> {
  if (job.name === undefined) return ok(undefined);
  const spec = openSpec(job.workspace, job.resuming ? job.name : specSlug(job.name));
  if (!spec.ok || spec.value.file === undefined || job.resuming) return spec;
  return (await wantsToResume(job, spec.value)) ? spec : ok('declined');
}

async function wantsToResume(
  { workspace, face }: InterviewJob,
  { paths, session }: OpenSpec,
): Promise<boolean> {
  const { stdin, stderr } = workspace.world;
  const left = requiredOpen(situationOf(session)).length;
  const how = left > 0 ? 'is not finished' : 'exists already';
  if (face === 'append' && !stdin.isTTY) return true;
  const said = await askLine({ stdin, stderr }, `The spec ${paths.slug} ${how}. Continue it? [Y/n] `);
  const yes = !/^\s*n/i.test(said);
  if (!yes) printLines(stderr, ['Nothing is changed. Choose another name with: spec-interview new <name>']);
  return yes;
}

function startOf(job: InterviewJob, spec: OpenSpec | undefined): Result<Start> {
  if (spec?.file !== undefined && job.files.length === 0) return withSets(job, spec);
  const before = savedBefore(job, spec);
  const saved = overlay({ ...before, name: job.name ?? before.name }, job.files, before.depth);
  const given = openGiven(job.workspace, saved, job.options.sets);
  if (!given.ok) return given;
  return given.value.saved.answers.size === 0
    ? ok({ session: given.value, spec })
    : committed(job, spec, given.value);
}

function savedBefore(
  { workspace, options, files, name }: InterviewJob,
  spec: OpenSpec | undefined,
): RawSaved {
  const before = spec?.file?.raw;
  const tier = options.sets.findLast(([id]) => id === 'arc.tier')?.[1];
  const depth = options.depth ?? depthOf(files) ?? before?.depth ?? startingDepth(workspace, undefined, tier);
  return { ...(before ?? answersOf(name ?? '', depth)), depth };
}

function withSets({ options }: InterviewJob, spec: OpenSpec): Result<Start> {
  const depth = options.depth ?? spec.session.saved.depth;
  const session = applySets({ ...spec.session, saved: { ...spec.session.saved, depth } }, options.sets);
  return session.ok ? ok({ session: session.value, spec }) : session;
}

/** Saves given answers as one commit before the first question, so that the interview starts at the first gap. */
function committed(job: InterviewJob, spec: OpenSpec | undefined, session: Session): Result<Start> {
  const empty = openSaved(job.workspace, answersOf(session.saved.name, session.saved.depth), 'spec').session;
  const before = spec?.session ?? empty;
  const sitting = openSitting(job.workspace, { session: before, spec });
  if (!sitting.ok) return sitting;
  const saved = sitting.value.commit({ ...session, context: before.context });
  sitting.value.close();
  if (!saved.ok) return saved;
  const again = openSpec(job.workspace, specSlug(session.saved.name));
  return again.ok ? ok({ session: again.value.session, spec: again.value }) : again;
}

/** Holds the interview of a sitting with the chosen face, until the person leaves or everything is said. */
export async function hold(
  job: Pick<InterviewJob, 'workspace' | 'options' | 'face' | 'notes'> & {
    readonly keepReport?: () => unknown;
  },
  sitting: Sitting,
  start: Start,
): Promise<Ending> {
  const { disk } = job.workspace;
  const draft = start.spec === undefined ? undefined : readDraft(disk, start.spec.paths.draft)?.draft;
  const depthChosen = start.spec?.file !== undefined || job.options.depth !== undefined;
  const notesFor = job.notes === undefined ? undefined : notesFinder(job.notes);
  const { config } = job.workspace.project;
  const theme = chooseTheme(job.workspace.world, { option: job.options.theme, config: config.theme });
  const guide = { theme, guided: job.options.guided, keepReport: () => void job.keepReport?.() };
  const parts = { workspace: job.workspace, sitting, draft, depthChosen, notesFor, ...guide };
  if (job.face === 'full-screen') return (await import('./full-screen.js')).holdFullScreen(parts);
  printLines(job.workspace.world.stderr, [
    ...proposalLines(job.workspace, start.session),
    ...(notesFor === undefined ? [] : [NOTES_ELSEWHERE]),
  ]);
  return (await import('./line-by-line.js')).holdLineByLine({
    ...parts,
    mode: job.face === 'inline' ? 'inline' : 'append',
  });
}

const NOTES_ELSEWHERE =
  'Your notes stand beside the questions on the full screen only; line by line they are not shown.';

type Ended = { readonly ending: Ending; readonly keeps: boolean };

async function end(job: InterviewJob, sitting: Sitting, { ending, keeps }: Ended): Promise<ExitCode> {
  const { workspace, options } = job;
  const paths = sitting.paths();
  const { session, analysis } = sitting.runner.scene();
  if (paths !== undefined) writeProjectSchemas(workspace);
  if (ending === 'finished' && paths !== undefined) {
    const typed = sitting.settleDraft();
    // Loaded here, so that the first question does not wait for the templates.
    const { finishInterview } = await import('./finish-interview.js');
    const code = finishInterview({ workspace, paths, session, analysis }, options.formats);
    if (keeps) (await import('./learning.js')).writeLearning({ workspace, paths, session, analysis });
    printLines(workspace.world.stderr, draftLines(typed, `spec-interview resume ${paths.slug}`));
    return code;
  }
  const resume = `spec-interview resume ${paths?.slug ?? ''}${options.guided ? ' --guided' : ''}`;
  const [nothing, kept] =
    ending === 'unsaved'
      ? ['Nothing is saved.', 'Everything else is saved.']
      : ['Nothing was answered, so nothing is saved.', 'Saved.'];
  printLines(workspace.world.stderr, [paths === undefined ? nothing : `${kept} Continue with: ${resume}`]);
  return endCode(ending, session);
}

function endCode(ending: Ending, session: Session): ExitCode {
  if (ending === 'SIGTERM') return EXIT.terminated;
  if (ending === 'SIGHUP') return EXIT.hangup;
  if (ending === 'cancel') return EXIT.cancelled;
  if (ending === 'unsaved') return EXIT.usage;
  return requiredOpen(situationOf(session)).length === 0 ? EXIT.fine : EXIT.unfinished;
}
