import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';

/** Where the repository is. */
export const root = path.join(import.meta.dirname, '..', '..');

/** The file that npm links as `spec-interview`. */
export const program = path.join(root, 'bin', 'spec-interview.js');

const lock = path.join(root, '.cache', 'build.lock');
const LONGEST_BUILD = 120_000;

/** Builds `dist` when it is missing or older than its sources, one process at a time; loads the bundler only then. */
export const ensureBuilt = async () => {
  const { build, isStale } = await import('../../esbuild.config.js');
  if (!isStale()) return;
  while (!isHeld()) await passing(100);
  try {
    if (isStale()) await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
};

// A folder can be made only once: whoever makes it builds, the others wait. One that is left over is taken away.
function isHeld() {
  mkdirSync(path.dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
