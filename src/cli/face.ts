import { EXIT, type ExitCode } from './exit-codes.js';
import type { InterviewOptions } from './given-interview.js';
import { printLines } from './print-problems.js';
import type { World } from './world.js';

/** How a person is interviewed: full screen, inline prompts, lines that only append, not at all, or impossible here. */
export type Face = 'full-screen' | 'inline' | 'append' | 'headless' | 'none';

type Asked = Pick<InterviewOptions, 'plain' | 'yes' | 'answerFiles' | 'sets'>;

/** Chooses the face before anything is loaded or drawn. */
export function faceOf(world: World, asked: Asked): Face {
  if (asked.yes) return 'headless';
  if (world.stdin.isTTY && world.stdout.isTTY) return faceOnTerminal(world, asked);
  if (asked.plain) return 'append';
  return asked.answerFiles.length > 0 || asked.sets.length > 0 ? 'headless' : 'none';
}

function faceOnTerminal(world: World, { plain }: Asked): Face {
  if (needsLines(world)) return 'append';
  return plain ? 'inline' : 'full-screen';
}

function needsLines({ env }: World): boolean {
  return env['ACCESSIBLE'] === '1' || env['TERM'] === 'dumb' || env['INK_SCREEN_READER'] === 'true';
}

/** Says in one line that nobody can be interviewed here, and what to do instead. */
export function sayNoTerminal(world: World): ExitCode {
  printLines(world.stderr, [
    'This is not a terminal, so there is nobody to interview. Give answers with --answers FILE or --set id=value, or ask line by line with --plain.',
  ]);
  return EXIT.usage;
}
