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

// JSON may hold these as they are, and a terminal would obey them.
const obeyed = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Prints exactly one JSON document on stdout; what could steer a terminal is spelled by its number. */
export function printJson(world: Pick<World, 'stdout'>, value: unknown): void {
  const text = JSON.stringify(value, null, 2);
  world.stdout.write(`${text.replaceAll(obeyed, byNumber)}\n`);
}

const byNumber = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
