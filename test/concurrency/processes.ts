import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { program } from '../house/program.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { aProject } from '../journeys/spec-interview.js';

/** What the answers of a stale project say and its documents do not. */
export const AFTER = 'Keep lists that two people share.';

/** How a process ended, and what it said. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built program to its end. */
export function runProgram(dir: TempDir, ...args: readonly string[]): Ended {
  const run = spawnSync(process.execPath, [program, ...args], { cwd: dir.path, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** When a process is killed, in milliseconds after its start, and what it reads. */
export type Fate = { readonly killed?: number; readonly input?: string };

/** Starts the built program beside others, and waits until it has ended or was killed. */
export async function besideOthers(
  dir: TempDir,
  args: readonly string[],
  { killed, input = '' }: Fate = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { cwd: dir.path, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  // Who was killed reads no more.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const timer = killed === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killed);
  await once(child, 'close');
  clearTimeout(timer);
  return { code: child.exitCode, out, err };
}

/** A project with specs that were rendered and whose answers changed since. */
export function aStaleProject(names: readonly string[]): TempDir {
  const dir = aProject();
  for (const name of names) {
    runProgram(dir, 'new', name, '--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.');
    runProgram(dir, 'answer', name.toLowerCase(), 'ctx.purpose', AFTER);
  }
  return dir;
}
