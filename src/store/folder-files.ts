import { join } from 'node:path';
import { allOk, byCodeUnit, err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText } from './file.js';
import { staysInside } from './inside.js';

/** A text file by its path as people know it. */
export type FolderFile = { readonly path: string; readonly text: string };

/** Which files of a folder are read: by the end of their names, down to a depth, and how they are called in problems. */
export type Wanted = { readonly endings: readonly string[]; readonly depth: number; readonly shown: string };

const MAX_FILES = 500;
const MAX_BYTES = 20_000_000;

/** Reads the text files of a folder and the folders in it, in the order of their names; links that lead out of it are refused. */
export function readFolder(
  disk: Disk,
  folder: string,
  { endings, depth, shown }: Wanted,
): Result<readonly FolderFile[]> {
  const listed = attempt({ failed: 'The folder is not read', path: folder }, () =>
    namesIn(disk, folder, depth),
  );
  if (!listed.ok) return listed;
  const names = listed.value.filter((name) => endings.some((ending) => name.endsWith(ending)));
  const size = attempt({ failed: 'The folder is not read', path: folder }, () =>
    names.slice(0, MAX_FILES).reduce((sum, name) => sum + disk.size(join(folder, name)), 0),
  );
  if (!size.ok) return size;
  if (names.length > MAX_FILES || size.value > MAX_BYTES) return err([tooMuch(shown)]);
  return allOk(names.map((name) => readOne(disk, folder, { name, shown })));
}

function namesIn(disk: Disk, folder: string, depth: number): readonly string[] {
  const entries = [...disk.list(folder)].sort((a, b) => byCodeUnit(a.name, b.name));
  return entries.flatMap(({ name, kind }) => {
    if (name.startsWith('.') || name === 'node_modules') return [];
    if (kind === 'file' || kind === 'link') return [name];
    if (kind !== 'folder' || depth === 0) return [];
    return namesIn(disk, join(folder, name), depth - 1).map((inner) => `${name}/${inner}`);
  });
}

function readOne(
  disk: Disk,
  folder: string,
  { name, shown }: { name: string; shown: string },
): Result<FolderFile> {
  const path = join(folder, name);
  const inside = attempt({ failed: 'The file is not read', path }, () => staysInside(disk, folder, path));
  if (!inside.ok) return inside;
  if (!inside.value) return err([linkedOut(`${shown}/${name}`)]);
  const text = readText(disk, path);
  if (!text.ok) return text;
  return ok({ path: `${shown}/${name}`, text: text.value ?? '' });
}

function linkedOut(file: string): Problem {
  return {
    code: 'link-leaves-folder',
    message: 'A symbolic link leads out of its folder.',
    hint: 'Replace the link by the file itself.',
    place: { file },
  };
}

function tooMuch(file: string): Problem {
  return {
    code: 'folder-too-large',
    message: `The folder holds more than ${String(MAX_FILES)} files or ${String(MAX_BYTES / 1_000_000)} MB.`,
    hint: 'Move what does not belong to it elsewhere.',
    place: { file },
  };
}
