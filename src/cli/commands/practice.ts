import { join } from 'node:path';
import { openSession } from '../../interview/index.js';
import { problemText, type Problem } from '../../kernel/index.js';
import { buildDrill, type Drill } from '../../spec/index.js';
import { appendPractice, readCases, readPractice, userDataDir, type CaseFile } from '../../store/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { faceOf } from '../face.js';
import { chooseCase, parseSeed } from '../practice/choose-case.js';
import { buildStats, parseExercises, statsLines, type Exercise } from '../practice/stats.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { incidentsOf } from '../sitting.js';
import { isUnicode, type World } from '../world.js';
import { openWorkspace, type Workspace } from '../workspace.js';

/** Lets a person decide the questions of a case, and shows after each what a senior decided. */
export const run: Run = async (world, given) => {
  const seed = parseSeed(textOption(given, 'seed'), world.now());
  if (!seed.ok) return refused(world, seed.error);
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) return refused(world, workspace.error);
  if (isOn(given, 'stats')) return stats(workspace.value, isOn(given, 'json'));
  const cases = readCases(workspace.value.disk, join(world.packageDir, 'question-banks', 'cases'));
  if (!cases.ok) return refused(world, cases.error);
  const chosen = chooseCase(cases.value, given.words[0], seed.value);
  if (!chosen.ok) return refused(world, chosen.error);
  const drill = drillOf(workspace.value, chosen.value, seed.value);
  return drill === undefined
    ? refused(world, [NO_FLAW])
    : hold(workspace.value, { file: chosen.value, drill, seed: seed.value });
};

const NO_FLAW: Problem = {
  code: 'case-without-flaw',
  message: 'No seed of the case raises its rule with the banks of this project.',
  hint: 'Practise outside of the project, or choose another case.',
};

function refused(world: World, problems: readonly Problem[]): ExitCode {
  printProblems(world, problems);
  return EXIT.usage;
}

function stats({ world, disk, bank }: Workspace, asJson: boolean): ExitCode {
  const told = buildStats(parseExercises(readPractice(disk, userDataDir(world))), bank);
  if (asJson) printJson(world, told);
  else printLines(world.stdout, statsLines(told));
  return EXIT.fine;
}

function drillOf({ bank }: Workspace, { raw, caseInfo }: CaseFile, seed: number): Drill | undefined {
  const { session } = openSession({ bank, mode: 'spec', saved: raw, context: new Map() });
  return buildDrill({ session, ...caseInfo }, seed);
}

type Held = { readonly file: CaseFile; readonly drill: Drill; readonly seed: number };

async function hold(workspace: Workspace, { file, drill, seed }: Held): Promise<ExitCode> {
  const { world } = workspace;
  const { runDrill } = await import('../../plain/index.js');
  const { id, title, brief } = file.caseInfo;
  const drilled = await runDrill({
    ...{ drill, brief, incident: incidentsOf(workspace) },
    title: `Practice: ${title} (spec-interview practice ${id} --seed ${String(seed)})`,
    ...{ stdin: world.stdin, stdout: world.stdout, now: world.now, unicode: isUnicode(world.env) },
    mode: faceOf(world, PLAIN) === 'inline' ? 'inline' : 'append',
    columns: Math.min(80, world.stdout.columns || 80),
  });
  const { answered, caught, ending } = drilled;
  const counts = caught === undefined ? {} : { caught };
  keep(workspace, { case: id, seed, flaw: drill.flaw.step.id, answered: [...answered], ...counts });
  return ending === 'cancel' ? EXIT.cancelled : EXIT.fine;
}

const PLAIN = { plain: true, yes: false, answerFiles: [], sets: [] } as const;

/** Keeps what came of an exercise for this person; an exercise without any answer leaves no trace. */
function keep({ world, disk }: Workspace, exercise: Exercise): void {
  if (exercise.answered.length === 0) return;
  const kept = appendPractice(disk, userDataDir(world), exercise);
  const line = 'spec-interview practice --stats shows where to practise; it stays on this machine.';
  printLines(world.stderr, [kept.ok ? line : kept.error.map(problemText).join('\n')]);
}
