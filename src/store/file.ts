import { isUtf8 } from 'node:buffer';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { err, ok, type Result } from '../kernel/index.js';
import type { Disk, NewFile } from './disk.js';
import { attempt } from './failure.js';

const MAX_BYTES = 5_000_000;

/** Reads a UTF-8 text of at most 5 MB as it is, byte order mark included; nothing when there is no such file. */
export function readText(disk: Disk, path: string): Result<string | undefined> {
  return nested(
    attempt({ failed: 'The file is not read', path }, () => {
      if (disk.kind(path) === undefined) return ok(undefined);
      const size = disk.size(path);
      return size > MAX_BYTES ? err([tooLarge(path, size)]) : decode(disk.read(path), path);
    }),
  );
}

/** Flattens a refusal inside a success. */
export function nested<T>(result: Result<Result<T>>): Result<T> {
  return result.ok ? result.value : result;
}

function tooLarge(file: string, size: number) {
  return {
    code: 'file-too-large',
    message: `The file has ${(size / 1e6).toFixed(1)} MB; at most 5 MB are read.`,
    hint: 'Split it into several files.',
    place: { file },
  };
}

function decode(bytes: Uint8Array, file: string): Result<string> {
  if (isUtf8(bytes))
    return ok(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  const problem = {
    code: 'file-not-text',
    message: 'The file is not UTF-8 text.',
    hint: 'Save it as UTF-8.',
  };
  return err([{ ...problem, place: { file } }]);
}

/** A file whose new text lies beside it, flushed, and only has to take its place. */
export type Staged = { readonly temporary: string; readonly path: string };

let staged = 0;

/** Writes the new text of a file beside it; a link is followed, so that the file it leads to changes. Throws as the disk does. */
export function stage(disk: Disk, { path, text, mode }: NewFile): Staged {
  const kind = disk.kind(path);
  const target = kind === 'link' ? disk.realPath(path) : path;
  staged += 1;
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${String(process.pid)}-${String(staged)}.tmp`,
  );
  const permission = mode ?? (kind === undefined ? undefined : disk.mode(target));
  try {
    disk.create({ path: temporary, text, ...(permission === undefined ? {} : { mode: permission }) });
  } catch (error) {
    discard(disk, [{ temporary, path: target }]);
    throw error;
  }
  return { temporary, path: target };
}

/** Puts a staged text in place; from here on it is saved. */
export function commit(disk: Disk, { temporary, path }: Staged): void {
  disk.rename(temporary, path);
  try {
    disk.syncFolder(dirname(path));
  } catch {
    // The new text is in place already; a system that cannot flush a folder has done what it can.
  }
}

/** Removes staged texts that will not be used. */
export function discard(disk: Disk, files: readonly Staged[]): void {
  for (const { temporary } of files) {
    try {
      disk.remove(temporary);
    } catch {
      // What is left is a hidden file that the next lock sweeps away.
    }
  }
}

/** Replaces the text of a file whole or not at all, flushed before it returns. Throws as the disk does. */
export function writeAtomic(disk: Disk, file: NewFile): void {
  const ready = stage(disk, file);
  try {
    commit(disk, ready);
  } catch (error) {
    discard(disk, [ready]);
    throw error;
  }
}

/** Removes what processes that were killed left half written in a folder. */
export function sweep(disk: Disk, folder: string): void {
  // What cannot be removed harms nobody: the files are hidden, and git ignores them in the folders of specs.
  attempt({ failed: 'Old temporary files are not removed', path: folder }, () => {
    for (const { name } of disk.list(folder)) {
      const writer = /^\..+\.(\d+)-\d+\.tmp$/.exec(name)?.[1];
      if (writer !== undefined && !disk.isRunning(Number(writer))) disk.remove(join(folder, name));
    }
  });
}
