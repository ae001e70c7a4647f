import type { PtyOptions, Pty } from '../helpers/pty.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { arrives, play } from './play.js';
import { RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, startInShell, startProgram } from './spec-interview.js';
import { filterFor, questionAt } from './transcript.js';

/** The slug of the spec that the transcript makes. */
export const SLUG = 'rate-limiter';
/** The first question that takes prose, and the first that takes a table. */
export const PROSE = questionAt('ctx.purpose').prompt;
export const TABLE = questionAt('ctx.flows').prompt;

/** A program at work, and the project it works in. */
export type Started = { readonly dir: TempDir; readonly pty: Pty };

/** Answers the routing questions and stops at the first one that takes prose. */
export async function atProse(options: Partial<PtyOptions> = {}): Promise<Started> {
  const dir = aProject();
  const pty = startProgram(dir, START, options);
  await routed(pty);
  return { dir, pty };
}

/** The same, started from a shell that says afterwards how it ended. */
export async function atProseInShell(options: Partial<PtyOptions> = {}): Promise<Started> {
  const dir = aProject();
  const pty = startInShell(dir, START, options);
  await routed(pty);
  return { dir, pty };
}

/** The same, and on to the first table. */
export async function atTable(options: Partial<PtyOptions> = {}): Promise<Started> {
  const started = await atProse(options);
  await play(started.pty, RATE_LIMITER.slice(5, 6), 'bursts');
  await goesTo(started.pty, 'ctx.flows');
  return started;
}

async function routed(pty: Pty): Promise<void> {
  await play(pty, RATE_LIMITER.slice(0, 5), 'bursts');
  await goesTo(pty, 'ctx.purpose');
}

/** Goes to a question through the outline. */
export async function goesTo(pty: Pty, id: string): Promise<void> {
  await arrives(pty, { at: id, go: filterFor(id), expect: questionAt(id).prompt });
}
