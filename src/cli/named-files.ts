import { resolve } from 'node:path';
import { err, ok, type Result } from '../kernel/index.js';
import { pathOfDocument } from './document-at.js';
import type { FilesPlan } from './plan-files.js';

/** Finds the rendered files a command is about: the named one, as seen from here or from the folder of its spec, or those it is for when none is named. */
export function namedFiles(
  { job, merge }: FilesPlan,
  name: string | undefined,
  otherwise: readonly string[],
): Result<readonly string[]> {
  if (name === undefined) return ok(otherwise);
  const paths = merge.files.map(({ path }) => path);
  const full = resolve(job.workspace.world.cwd, name);
  const found = paths.find((path) => path === name || pathOfDocument(job, path) === full);
  if (found !== undefined) return ok([found]);
  return err([
    {
      code: 'not-rendered',
      message: `${name} is not a document of ${job.paths.slug}.`,
      hint: `Its documents are: ${paths.join(', ')}.`,
    },
  ]);
}
