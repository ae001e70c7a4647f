import type { PtyOptions, Pty } from '../helpers/pty.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { play } from './play.js';
import { RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, startInShell, startProgram } from './spec-interview.js';

/** The slug of the spec that the transcript makes. */
export const SLUG = 'rate-limiter';
/** The first question that takes prose, and the first that takes a table. */
export const PROSE = 'Who has which problem today';
export const TABLE = 'What do people or systems do with it';

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
  await play(started.pty, [{ go: TABLE, expect: TABLE, keys: '' }], 'bursts');
  return started;
}

async function routed(pty: Pty): Promise<void> {
  await play(pty, RATE_LIMITER.slice(0, 5), 'bursts');
  await play(pty, [{ go: PROSE, expect: PROSE, keys: '' }], 'bursts');
}
