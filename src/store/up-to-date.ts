import { join } from 'node:path';
import type { Disk } from './disk.js';

/**
 * Whether a file of the build is as new as everything in the folders it was made from. They change only in a checkout:
 * an installed package holds no sources, and nothing of it is compared.
 */
export function isUpToDate(
  disk: Disk,
  packageDir: string,
  { made, from }: { readonly made: string; readonly from: readonly string[] },
): boolean {
  const file = join(packageDir, made);
  if (disk.kind(file) === undefined) return false;
  if (disk.kind(join(packageDir, 'src')) === undefined) return true;
  return disk.modified(file) >= Math.max(...from.map((folder) => newestIn(disk, join(packageDir, folder))));
}

function newestIn(disk: Disk, folder: string): number {
  const times = disk.list(folder).map(({ name, kind }) => {
    const path = join(folder, name);
    return kind === 'folder' ? newestIn(disk, path) : disk.modified(path);
  });
  return Math.max(disk.modified(folder), ...times);
}
