import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { printLines } from './print-problems.js';
import { buildProgram } from './program.js';
import type { World } from './world.js';

/** Runs one command line; the only place where a bug is caught. */
export async function main(world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = buildProgram(world, async (command, given) => {
    const { run } = await command.load();
    code = await run(world, given);
  });
  try {
    await program.parseAsync([...world.args], { from: 'user' });
    return code;
  } catch (error) {
    return error instanceof CommanderError ? usageExit(world, error) : bugExit(world, error);
  }
}

function usageExit(world: World, error: CommanderError): ExitCode {
  if (error.exitCode === 0) return EXIT.fine;
  printLines(world.stderr, ['spec-interview --help lists the commands.']);
  return EXIT.usage;
}

function bugExit(world: World, error: unknown): ExitCode {
  const what = error instanceof Error ? error.message : String(error);
  printLines(world.stderr, [
    `Something went wrong inside spec-interview: ${what}`,
    'Every answer that was committed is saved in answers.yaml of its spec.',
    'Continue with: spec-interview resume',
  ]);
  if (world.env['SPEC_INTERVIEW_DEBUG'] !== undefined && error instanceof Error)
    printLines(world.stderr, [error.stack ?? '']);
  return EXIT.bug;
}
