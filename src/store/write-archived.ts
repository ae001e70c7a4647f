import { join } from 'node:path';
import { ok, type Result } from '../kernel/index.js';
import { applyWrites } from './apply-writes.js';
import { MANIFEST, type Manifest } from './base.js';
import type { Disk } from './disk.js';
import { removeFiles } from './remove-files.js';

/** What was archived, and the documents that left with it: nothing is known of them any more. */
export type Archiving = {
  readonly manifest: Manifest;
  readonly archived: readonly {
    readonly id: string;
    readonly name: string;
    readonly text_sha256: string;
    readonly scenarios: readonly string[];
  }[];
  readonly gone: readonly string[];
};

/** Keeps what was archived, in one step; everything else that is known of the last rendering stays as it was. */
export function writeArchived(
  disk: Disk,
  specDir: string,
  { manifest, archived, gone }: Archiving,
): Result<void> {
  const files = Object.entries(manifest.files).filter(([path]) => !gone.includes(path));
  const next = {
    ...manifest,
    standing: undefined,
    files: Object.fromEntries(files),
    openspec_archived: archived,
  };
  const text = `${JSON.stringify(next, null, 2)}\n`;
  const written = applyWrites(disk, specDir, [{ path: MANIFEST, text }]);
  return written.ok ? forgetBases(disk, specDir, gone) : written;
}

/** Takes away the bases of documents that are not rendered any more. */
export function forgetBases(disk: Disk, specDir: string, paths: readonly string[]): Result<void> {
  const bases = paths.map((path) => join('.base', path).replaceAll('\\', '/'));
  return bases.length === 0 ? ok(undefined) : removeFiles(disk, specDir, { paths: bases, within: '.base' });
}
