import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText, writerOf } from './file.js';

/** Who works on a spec; `started` is an ISO time. */
export type Holder = { readonly pid: number; readonly host: string; readonly started: string };

/** A held lock; releasing it twice does nothing. */
export type Lock = { readonly release: () => void };

/** Takes the lock of a spec; a second process is told who holds it, a lock that nobody holds any more is taken over. */
export function acquireLock(disk: Disk, path: string, holder: Holder): Result<Lock> {
  for (let attempts = 0; attempts < 3; attempts += 1) {
    const taken = take(disk, path, holder);
    if (!taken.ok) return taken;
    if (taken.value) {
      sweep(disk, dirname(path), holder.pid);
      return ok(lockOf(disk, path, holder));
    }
    const other = readHolder(disk, path);
    if (other !== undefined && !isStale(disk, other, holder)) return err([held(path, other)]);
    const cleared = clearStale(disk, path, holder);
    if (!cleared.ok) return cleared;
  }
  return err([held(path, readHolder(disk, path))]);
}

const textOf = (holder: Holder): string => `${JSON.stringify(holder)}\n`;

function take(disk: Disk, path: string, holder: Holder): Result<boolean> {
  return attempt({ failed: 'The spec is not opened', path }, () => {
    try {
      disk.create({ path, text: textOf(holder), mode: 0o600 });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  });
}

// Two processes may find the same stale lock: whoever moves it aside clears it, the other one tries again.
function clearStale(disk: Disk, path: string, { pid }: Holder): Result<void> {
  const aside = join(dirname(path), `.${basename(path)}.${String(pid)}-0.tmp`);
  return attempt({ failed: 'The old lock is not removed', path }, () => {
    try {
      disk.rename(path, aside);
      disk.remove(aside);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  });
}

function lockOf(disk: Disk, path: string, holder: Holder): Lock {
  return {
    release: () => {
      const now = readHolder(disk, path);
      if (now === undefined || textOf(now) !== textOf(holder)) return;
      // A lock that cannot be removed is found stale by the next process.
      attempt({ failed: 'The lock is not removed', path }, () => disk.remove(path));
    },
  };
}

function readHolder(disk: Disk, path: string): Holder | undefined {
  const text = readText(disk, path);
  if (!text.ok || text.value === undefined) return undefined;
  try {
    return holderOf(JSON.parse(text.value));
  } catch {
    return undefined;
  }
}

const stored = z.object({ pid: z.int().positive(), host: z.string(), started: z.string().catch('') });

function holderOf(data: unknown): Holder | undefined {
  return stored.safeParse(data).data;
}

function isStale(disk: Disk, other: Holder, holder: Holder): boolean {
  return other.host === holder.host && (other.pid === holder.pid || !disk.isRunning(other.pid));
}

// A process that was killed leaves the text it was writing; whoever holds the lock clears it away.
function sweep(disk: Disk, folder: string, own: number): void {
  attempt({ failed: 'Old temporary files are not removed', path: folder }, () => {
    for (const { name } of disk.list(folder)) {
      const writer = writerOf(name);
      if (writer !== undefined && writer !== own && !disk.isRunning(writer)) disk.remove(join(folder, name));
    }
  });
}

function held(file: string, other: Holder | undefined): Problem {
  const since = other === undefined || other.started === '' ? '' : ` since ${other.started}`;
  const who = other === undefined ? 'Another process' : `Process ${String(other.pid)} on ${other.host}`;
  return {
    code: 'spec-locked',
    message: `${who} works on this spec${since}.`,
    hint: `Finish there first. If nothing runs any more, remove ${file}.`,
    place: { file },
  };
}
