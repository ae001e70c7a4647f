import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { nested } from './file.js';

/** Gives the absolute path of something below a root, with `/` between names; refuses what leaves the root, by name or by link. */
export function insidePath(disk: Disk, root: string, path: string): Result<string> {
  const names = path.split(/[/\\]/).filter((name) => name !== '' && name !== '.');
  if (names.length === 0 || /^([/\\]|[a-z]:)/i.test(path) || names.includes('..') || path.includes('\0')) {
    return err([leaves(path)]);
  }
  if (names.some((name) => name.toLowerCase() === '.git')) return err([insideGit(path)]);
  const full = join(root, ...names);
  return nested(
    attempt({ failed: 'The path is not checked', path: full }, () =>
      staysInside(disk, root, full) ? ok(full) : err([linkedOut(path)]),
    ),
  );
}

/** Says whether a path, every link on its way followed, stays below the root; what does not exist yet stays where its folder is. */
export function staysInside(disk: Disk, root: string, path: string): boolean {
  const existing = nearestExisting(disk, path);
  const real = reach(disk, existing);
  if (real === undefined) return false;
  const way = relative(disk.realPath(root), real);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function nearestExisting(disk: Disk, path: string): string {
  const parent = dirname(path);
  return disk.kind(path) !== undefined || parent === path ? path : nearestExisting(disk, parent);
}

// A link to nowhere cannot be judged, and writing through it would create something elsewhere.
function reach(disk: Disk, path: string): string | undefined {
  try {
    return disk.realPath(path);
  } catch {
    return undefined;
  }
}

function leaves(path: string): Problem {
  return {
    code: 'path-leaves-project',
    message: `The path ${JSON.stringify(path)} does not stay inside the project.`,
    hint: 'Use a path below the project, without `..`.',
  };
}

function insideGit(path: string): Problem {
  return {
    code: 'path-inside-git',
    message: `The path ${JSON.stringify(path)} lies in the folder of git, where nothing is ever written.`,
    hint: 'Choose another path.',
  };
}

function linkedOut(path: string): Problem {
  return {
    code: 'link-leaves-project',
    message: `A symbolic link on the way to ${JSON.stringify(path)} leads out of the project.`,
    hint: 'Replace the link by a folder or file of the project.',
  };
}
