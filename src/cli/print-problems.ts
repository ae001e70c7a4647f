import { problemText, safeText, type Problem } from '../kernel/index.js';
import type { World } from './world.js';

/** Prints lines to a stream; terminal control characters in them are removed. */
export function printLines(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${safeText(line)}\n`).join(''));
}

/** Prints problems for people on stderr, one per line. */
export function printProblems(world: Pick<World, 'stderr'>, problems: readonly Problem[]): void {
  printLines(world.stderr, problems.map(problemText));
}

/** Prints exactly one JSON document on stdout. */
export function printJson(world: Pick<World, 'stdout'>, value: unknown): void {
  world.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
