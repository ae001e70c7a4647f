import { basename, dirname, join, relative } from 'node:path';
import { ok, type Result } from '../kernel/index.js';
import { applyWrites, type FileOnDisk } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** A file of ours as we would have written it, and what stands there now. */
export type Both = { readonly ours: FileOnDisk; readonly found: FileOnDisk };

/** Keeps a side of each file that differs from the other, under a name that is free; gives the names. */
export function keepCopies(
  { disk, project }: Workspace,
  files: readonly Both[],
  side: 'ours' | 'found',
): Result<readonly string[]> {
  const copies = files.flatMap((both) => {
    const { path, text } = both[side];
    const isSame = both.ours.text === both.found.text;
    return text === undefined || isSame ? [] : [{ path: relative(project.root, freeName(disk, path)), text }];
  });
  const written = applyWrites(disk, project.root, copies);
  return written.ok ? ok(copies.map(({ path }) => path)) : written;
}

function freeName(disk: Workspace['disk'], path: string): string {
  const stem = join(dirname(path), basename(path, '.yaml'));
  for (let at = 1; ; at += 1) {
    const name = `${stem}.replaced${at === 1 ? '' : `-${String(at)}`}.yaml`;
    if (disk.kind(name) === undefined) return name;
  }
}
