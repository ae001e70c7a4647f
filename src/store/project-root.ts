import { dirname, join } from 'node:path';
import type { Disk } from './disk.js';

/** The folder of a project that holds its settings. */
export const OWN = '.spec-interview';

/** Finds the root of the project of a folder: the nearest one above with `.spec-interview/`, else the git root, else the folder itself. */
export function projectRoot(disk: Disk, cwd: string): string {
  const above = ancestors(cwd);
  const own = above.find((folder) => disk.kind(join(folder, OWN)) === 'folder');
  return own ?? above.find((folder) => disk.kind(join(folder, '.git')) !== undefined) ?? cwd;
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
