import { join } from 'node:path';
import { byCodeUnit } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { isIgnored, parseIgnoreFile, type IgnoreRule } from './ignore-rules.js';

const MOST_BYTES = 2_000_000;
const LOOKED_AT = 8_000;

/** One text file of a project, its path from the root with `/` between names. */
export type ProjectFile = { readonly path: string; readonly text: string };

/** What to look for: files that hold `needle`, outside of the folders to skip. */
export type Search = { readonly needle: string; readonly skip: readonly string[] };

type Folder = { readonly path: string; readonly rules: readonly IgnoreRule[] };

/**
 * Gives the text files of a project that hold a text, one at a time and in order within each folder. What git ignores, links,
 * binary files, files above 2 MB and what cannot be read are left out.
 */
export function* readProjectFiles(disk: Disk, root: string, search: Search): Generator<ProjectFile> {
  const open: Folder[] = [{ path: '', rules: rulesAt(disk, join(root, '.git', 'info', 'exclude'), '') }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const { path, rules } = folder;
    const here = [...rules, ...rulesAt(disk, join(root, path, '.gitignore'), path)];
    for (const { name, kind } of entriesOf(disk, join(root, path))) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (name === '.git' || search.skip.includes(inside) || isIgnored(here, inside, kind === 'folder'))
        continue;
      if (kind === 'folder') open.push({ path: inside, rules: here });
      const text = kind === 'file' ? textWith(disk, join(root, inside), search.needle) : undefined;
      if (text !== undefined) yield { path: inside, text };
    }
  }
}

function rulesAt(disk: Disk, file: string, folder: string): readonly IgnoreRule[] {
  const read = attempt({ failed: 'The ignored files are not read', path: file }, () =>
    disk.kind(file) === 'file' ? Buffer.from(disk.read(file)).toString('utf8') : '',
  );
  return read.ok ? parseIgnoreFile(read.value, folder) : [];
}

function entriesOf(disk: Disk, folder: string): ReturnType<Disk['list']> {
  const listed = attempt({ failed: 'The folder is not listed', path: folder }, () => disk.list(folder));
  return listed.ok ? listed.value.toSorted((a, b) => byCodeUnit(a.name, b.name)) : [];
}

function textWith(disk: Disk, path: string, needle: string): string | undefined {
  const read = attempt({ failed: 'The file is not read', path }, () =>
    disk.size(path) > MOST_BYTES ? undefined : Buffer.from(disk.read(path)),
  );
  if (!read.ok || read.value === undefined || !read.value.includes(needle)) return undefined;
  return read.value.subarray(0, LOOKED_AT).includes(0) ? undefined : read.value.toString('utf8');
}
