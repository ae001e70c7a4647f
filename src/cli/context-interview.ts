import { relative } from 'node:path';
import { isAsked, isOpen, situationOf, type RawSaved, type Session } from '../interview/index.js';
import { counted, err, ok, type Problem, type Result } from '../kernel/index.js';
import { answersOf, contextPaths, type AnswersFile } from '../store/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Face } from './face.js';
import type { InterviewOptions } from './given-interview.js';
import { applySets, overlay, readGivenAnswers } from './headless.js';
import type { Ending } from './hold.js';
import { hold } from './interview.js';
import { printLines, printProblems } from './print-problems.js';
import { writeProjectSchemas } from './project-schemas.js';
import { proposalLines } from './repository-proposals.js';
import { followShared } from './shared-files.js';
import { draftLines, openSitting } from './sitting.js';
import { openSaved, openWorkspace, type OpenSpec, type Workspace } from './workspace.js';
import type { World } from './world.js';

/** An interview for the shared context: the file as it was opened, and the session after what was given beforehand. */
export type ContextJob = {
  readonly workspace: Workspace;
  readonly options: InterviewOptions;
  readonly opened: OpenSpec;
  readonly given: Session;
};

const NAME = 'Shared context';

/** Opens the shared context and lays given answers over it; an answer that belongs to one spec is refused. */
export function openContextJob(world: World, options: InterviewOptions): Result<ContextJob> {
  const workspace = openWorkspace(world, options.dir);
  if (!workspace.ok) return workspace;
  const files = readGivenAnswers(workspace.value, options.answerFiles);
  if (!files.ok) return files;
  const foreign = foreignProblems(workspace.value, options, files.value);
  if (foreign.length > 0) return err(foreign);
  const opened = openContext(workspace.value);
  const given = givenSession(workspace.value, opened, { options, files: files.value });
  return given.ok ? ok({ workspace: workspace.value, options, opened, given: given.value }) : given;
}

function openContext(workspace: Workspace, file = workspace.context): OpenSpec {
  const paths = contextPaths(workspace.project);
  const { session, problems } = openSaved(workspace, savedOf(file), 'context');
  const placed = problems.map((problem) => ({ ...problem, place: { file: paths.answers } }));
  return { paths, file, session, problems: [...(file?.notes ?? []), ...placed] };
}

// Every column is asked: what all specs share is worth its detail once.
function savedOf(file: AnswersFile | undefined): RawSaved {
  return { ...(file?.raw ?? answersOf(NAME, 'deep')), name: NAME, depth: 'deep' };
}

type Given = { readonly options: InterviewOptions; readonly files: readonly AnswersFile[] };

function givenSession(workspace: Workspace, opened: OpenSpec, { options, files }: Given): Result<Session> {
  if (files.length === 0) return applySets(opened.session, options.sets);
  const saved = overlay(savedOf(opened.file), files, 'deep');
  const { session, problems } = openSaved(workspace, saved, 'context');
  return problems.length > 0 ? err(problems) : applySets(session, options.sets);
}

function foreignProblems(
  { bank }: Workspace,
  { sets }: InterviewOptions,
  files: readonly AnswersFile[],
): readonly Problem[] {
  const ids = [...sets.map(([id]) => id), ...files.flatMap((file) => [...file.raw.answers.keys()])];
  return [...new Set(ids)]
    .filter((id) => bank.question(id)?.scope === 'spec')
    .map((id) => ({
      code: 'not-shared',
      message: `${id} belongs to one spec, not to the shared context.`,
      hint: `Give it to that spec: spec-interview answer <name> ${id} <value>`,
    }));
}

/** Saves given answers as one commit, and says what is there and what is open. */
export function contextHeadless(job: ContextJob): ExitCode {
  printProblems(job.workspace.world, job.opened.problems);
  const saved = commitGiven(job);
  if (!saved.ok) return refused(job.workspace, saved.error);
  sayContext(job.workspace, job.given);
  printLines(job.workspace.world.stderr, proposalLines(job.workspace, job.given));
  return EXIT.fine;
}

/** Interviews a person for the shared context with the chosen face; what was committed is saved whatever happens. */
export async function contextInterview(job: ContextJob, face: Face): Promise<ExitCode> {
  const { workspace, options } = job;
  const spec = reopened(job);
  if (!spec.ok) return refused(workspace, spec.error);
  const start = { session: spec.value.session, spec: spec.value };
  const sitting = openSitting(workspace, start);
  if (!sitting.ok) return refused(workspace, sitting.error);
  try {
    const ending = await hold(
      { workspace, options: { ...options, depth: 'deep' }, face },
      sitting.value,
      start,
    );
    const typed = ending === 'finished' ? sitting.value.settleDraft() : [];
    printLines(workspace.world.stderr, draftLines(typed, 'spec-interview context'));
    return ended(workspace, ending, sitting.value.runner.scene().session);
  } finally {
    sitting.value.close();
  }
}

function reopened(job: ContextJob): Result<OpenSpec> {
  if (job.given.saved === job.opened.session.saved) return ok(job.opened);
  const saved = commitGiven(job);
  if (!saved.ok) return saved;
  const fresh = openWorkspace(job.workspace.world, job.options.dir);
  return fresh.ok ? ok(openContext(fresh.value)) : fresh;
}

function commitGiven({ workspace, opened, given }: ContextJob): Result<void> {
  const sitting = openSitting(workspace, { session: opened.session, spec: opened });
  if (!sitting.ok) return sitting;
  const saved = sitting.value.commit(given);
  sitting.value.close();
  return saved;
}

function refused({ world }: Workspace, problems: readonly Problem[]): ExitCode {
  printProblems(world, problems);
  return EXIT.usage;
}

function ended(workspace: Workspace, ending: Ending, session: Session): ExitCode {
  sayContext(workspace, session, ending === 'unsaved');
  if (ending === 'SIGTERM') return EXIT.terminated;
  if (ending === 'SIGHUP') return EXIT.hangup;
  if (ending === 'cancel') return EXIT.cancelled;
  if (ending === 'unsaved') return EXIT.usage;
  return ending === 'finished' || openCount(session) === 0 ? EXIT.fine : EXIT.unfinished;
}

const openCount = (session: Session): number => situationOf(session).plan.filter(isOpen).length;

function sayContext(workspace: Workspace, session: Session, isUnsaved = false): void {
  const { world, disk, project } = workspace;
  const said = situationOf(session).plan.filter((item) => isAsked(item) && item.cell === undefined);
  const open = openCount(session);
  if (disk.kind(project.context) === undefined) {
    const nothing = isUnsaved ? 'Nothing is saved.' : 'Nothing was answered, so nothing is saved.';
    printLines(world.stderr, [nothing, ...continueLines(open)]);
    return;
  }
  writeProjectSchemas(workspace);
  followShared(workspace);
  const settled = said.filter((item) => !isOpen(item)).length;
  printLines(world.stderr, [
    `${NAME}: ${String(settled)} of ${counted(said.length, 'question')} settled, for all specs.`,
    `  saved    ${relative(world.cwd, project.context)}${isUnsaved ? ', but for what is named above' : ''}`,
    ...continueLines(open),
    'Next: spec-interview regenerate --all, so that every spec follows.',
  ]);
}

const continueLines = (open: number): readonly string[] =>
  open === 0 ? [] : [`Open: ${counted(open, 'answer')}. Continue with: spec-interview context`];
