import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { err, ok, once, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText, sweep } from './file.js';

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
      sweep(disk, dirname(path));
      return ok(lockOf(disk, path, holder));
    }
    const found = read(disk, path);
    const other = holderOf(found);
    if (other !== undefined && !isStale(disk, other, holder)) return err([held(path, other)]);
    const cleared = clearStale(disk, { path, found }, holder);
    if (!cleared.ok) return cleared;
  }
  return err([held(path, holderOf(read(disk, path)))]);
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

type Found = { readonly path: string; readonly found: string | undefined };

// Two processes may find the same stale lock: it is moved aside first, and a fresh one that was moved by mistake goes back.
function clearStale(disk: Disk, { path, found }: Found, { pid }: Holder): Result<void> {
  const aside = join(dirname(path), `.${basename(path)}.${String(pid)}-0.tmp`);
  return attempt({ failed: 'The old lock is not removed', path }, () => {
    try {
      disk.rename(path, aside);
      if (read(disk, aside) === found) disk.remove(aside);
      else disk.rename(aside, path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  });
}

function lockOf(disk: Disk, path: string, holder: Holder): Lock {
  return {
    release: () => {
      if (read(disk, path) !== textOf(holder)) return;
      // A lock that cannot be removed is found stale by the next process.
      attempt({ failed: 'The lock is not removed', path }, () => disk.remove(path));
    },
  };
}

function read(disk: Disk, path: string): string | undefined {
  const text = readText(disk, path);
  return text.ok ? text.value : undefined;
}

const stored = once(() =>
  z.object({ pid: z.int().positive(), host: z.string(), started: z.string().catch('') }),
);

function holderOf(text: string | undefined): Holder | undefined {
  try {
    return stored().safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

function isStale(disk: Disk, other: Holder, holder: Holder): boolean {
  return other.host === holder.host && (other.pid === holder.pid || !disk.isRunning(other.pid));
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
