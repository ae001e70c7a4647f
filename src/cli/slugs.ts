import { err, ok, type Result } from '../kernel/index.js';
import { listSlugs } from '../store/index.js';
import { isOn, type Given } from './command.js';
import { NO_SPEC, noSuchSpec } from './one-spec.js';
import type { Workspace } from './workspace.js';

/** Finds the specs a command is about: the named ones, all with `--all`, or the only one. */
export function slugsOf(workspace: Workspace, given: Given): Result<readonly string[]> {
  const specs = listSlugs(workspace.disk, workspace.project);
  if (!specs.ok) return specs;
  const all = specs.value;
  if (isOn(given, 'all') || (given.words.length === 0 && all.length === 1)) return ok(all);
  const unknown = given.words.filter((word) => !all.includes(word));
  if (unknown.length > 0) return err(unknown.map((slug) => noSuchSpec(workspace, slug)));
  if (given.words.length > 0) return ok(given.words);
  if (all.length === 0) return err([NO_SPEC]);
  return err([
    {
      code: 'which-spec',
      message: 'No spec is named.',
      hint: `Name one or more, or use --all: ${all.join(', ')}.`,
    },
  ]);
}
