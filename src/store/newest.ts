import { join } from 'node:path';
import type { Disk } from './disk.js';

/** When a folder or anything in it was last changed, in milliseconds of the clock of the disk; throws when it cannot be read. */
export function newestIn(disk: Disk, folder: string): number {
  const times = disk.list(folder).map(({ name, kind }) => {
    const path = join(folder, name);
    return kind === 'folder' ? newestIn(disk, path) : disk.modified(path);
  });
  return Math.max(disk.modified(folder), ...times);
}
