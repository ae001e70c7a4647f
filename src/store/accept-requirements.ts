import { join } from 'node:path';
import { err, type Problem, type Result } from '../kernel/index.js';
import { applyWrites } from './apply-writes.js';
import { MANIFEST, readManifest } from './base.js';
import type { Disk } from './disk.js';
import { hashesOf } from './hash.js';

/** Keeps how the requirements of a spec read now, so that a later change of one shows at the places that cite it. */
export function acceptRequirements(
  disk: Disk,
  specDir: string,
  requirements: readonly { readonly id: string; readonly text: string }[],
): Result<void> {
  const manifest = readManifest(disk, specDir);
  if (!manifest.ok) return manifest;
  if (manifest.value === undefined) return err([neverRendered(join(specDir, MANIFEST))]);
  const accepted = hashesOf(requirements);
  const text = `${JSON.stringify({ ...manifest.value, accepted }, null, 2)}\n`;
  return applyWrites(disk, specDir, [{ path: MANIFEST, text }]);
}

function neverRendered(file: string): Problem {
  return {
    code: 'never-rendered',
    message: 'The spec was never rendered, so there is nothing to accept.',
    hint: 'Run `spec-interview regenerate` first.',
    place: { file },
  };
}
