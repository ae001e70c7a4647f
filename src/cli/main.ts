import { CommanderError } from 'commander';
import { COMMANDS } from './commands.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { printLines, printProblems } from './print-problems.js';
import type { Problem } from '../kernel/index.js';
import { buildProgram } from './program.js';
import type { World } from './world.js';

/** Runs one command line; the only place where a bug is caught. */
export async function main(given: World): Promise<ExitCode> {
  const world = { ...given, args: withHelpOption(given.args) };
  let code: ExitCode = EXIT.fine;
  const program = buildProgram(world, async (command, given) => {
    const { run } = await command.load();
    code = await run(world, given);
  });
  try {
    await program.parseAsync([...world.args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(world, error);
    // Loaded here, so that --version and --help load nothing of the store.
    const { systemProblem } = await import('../store/index.js');
    const problem = systemProblem(error);
    return problem === undefined ? bugExit(world, error) : refusedExit(world, problem);
  }
}

/** `help check` is another way to write `check --help`; a word that is no command is refused as everywhere. */
function withHelpOption(args: World['args']): World['args'] {
  const [first, word] = args;
  if (first !== 'help') return args;
  if (word === undefined) return ['--help'];
  return COMMANDS.some(({ name }) => name === word) ? [word, '--help'] : [word];
}

function usageExit(world: World, error: CommanderError): ExitCode {
  if (error.exitCode === 0) return EXIT.fine;
  printLines(world.stderr, ['spec-interview --help lists the commands.']);
  return EXIT.usage;
}

const KEPT = [
  'Every answer that was committed is saved in answers.yaml of its spec.',
  'Continue with: spec-interview resume',
];

/** What the system refuses at a place where nobody looks for it is no bug. */
function refusedExit(world: World, problem: Problem): ExitCode {
  printProblems(world, [problem]);
  printLines(world.stderr, KEPT);
  return EXIT.usage;
}

function bugExit(world: World, error: unknown): ExitCode {
  const what = error instanceof Error ? error.message : String(error);
  printLines(world.stderr, [`Something went wrong inside spec-interview: ${what}`, ...KEPT]);
  if (world.env['SPEC_INTERVIEW_DEBUG'] !== undefined && error instanceof Error)
    printLines(world.stderr, [error.stack ?? '']);
  return EXIT.bug;
}
