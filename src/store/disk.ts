import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/** What stands at a path, links not followed. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** One name in a folder. */
export type Entry = { readonly name: string; readonly kind: EntryKind };

/** A file that is created: its text, and its exact permission bits (what the system gives a new file when left out). */
export type NewFile = { readonly path: string; readonly text: string; readonly mode?: number };

/** Every way this layer touches the machine; each call is one step that may fail by throwing an error with a code. */
export type Disk = {
  readonly read: (path: string) => Uint8Array;
  readonly size: (path: string) => number;
  readonly kind: (path: string) => EntryKind | undefined;
  readonly mode: (path: string) => number;
  /** When the file or folder was last changed, in milliseconds of the clock of the disk. */
  readonly modified: (path: string) => number;
  readonly list: (path: string) => readonly Entry[];
  readonly realPath: (path: string) => string;
  readonly makeFolder: (path: string) => void;
  /** Creates a file that must not exist yet, whole and flushed to the disk. */
  readonly create: (file: NewFile) => void;
  readonly rename: (from: string, to: string) => void;
  /** Removes a file, a link or an empty folder; what is not there is removed already. */
  readonly remove: (path: string) => void;
  /** Flushes the names in a folder; where the system cannot, nothing happens. */
  readonly syncFolder: (path: string) => void;
  /** Says whether a process of this machine still runs. */
  readonly isRunning: (pid: number) => boolean;
};

/** Makes the disk of this machine. */
export function createDisk(): Disk {
  return {
    read: (path) => readFileSync(path),
    size: (path) => statSync(path).size,
    kind: kindOf,
    mode: (path) => statSync(path).mode & 0o777,
    modified: (path) => statSync(path).mtimeMs,
    list: (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kindOfEntry(entry),
      })),
    realPath: (path) => realpathSync(path),
    makeFolder,
    create: createFile,
    rename: renameSync,
    remove,
    syncFolder,
    isRunning,
  };
}

// Node's own recursive way never returns where a file system refuses with ENOENT, as /proc does; this one gives up.
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

function remove(path: string): void {
  const kind = kindOf(path);
  if (kind === 'folder') rmdirSync(path);
  else if (kind !== undefined) unlinkSync(path);
}

type Statistics = { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean };

function kindOfEntry(entry: Statistics): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

function kindOf(path: string): EntryKind | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : kindOfEntry(found);
}

// write-file-atomic ignores how much of the text was written, so a disk that is nearly full would leave a cut file; this call writes all or throws.
function createFile({ path, text, mode }: NewFile): void {
  const file = openSync(path, 'wx', mode ?? 0o666);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
