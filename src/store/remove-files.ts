import { dirname, join } from 'node:path';
import { ok, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { insidePath } from './inside.js';

/** Files to remove below a root, with `/` between names; a folder that is empty by it goes too, up to `within`. */
export type Removal = { readonly paths: readonly string[]; readonly within: string };

/** Removes files that are there, and the folders they leave empty; removing again changes nothing. */
export function removeFiles(disk: Disk, root: string, { paths, within }: Removal): Result<void> {
  for (const path of paths) {
    const full = insidePath(disk, root, path);
    if (!full.ok) return full;
    const removed = attempt({ failed: `${path} is not removed`, path }, () => {
      disk.remove(full.value);
      removeEmpty(disk, dirname(full.value), join(root, within));
    });
    if (!removed.ok) return removed;
  }
  return ok(undefined);
}

function removeEmpty(disk: Disk, folder: string, end: string): void {
  if (!folder.startsWith(end) || folder === end) return;
  if (disk.kind(folder) === 'folder') {
    if (disk.list(folder).length > 0) return;
    disk.remove(folder);
  }
  removeEmpty(disk, dirname(folder), end);
}
