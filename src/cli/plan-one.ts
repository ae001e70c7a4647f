import { createAnalyst } from '../analysis/index.js';
import { situationOf } from '../interview/index.js';
import type { Result } from '../kernel/index.js';
import { textOption, type Given } from './command.js';
import { openOne } from './one-spec.js';
import { openFormats } from './open-formats.js';
import { planFiles, type FilesPlan } from './plan-files.js';
import type { World } from './world.js';

/** Opens the spec that a command names first and plans its files; nothing is written. */
export function planOne(world: World, given: Given): Result<FilesPlan> {
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  if (!one.ok) return one;
  const { workspace, spec } = one.value;
  const formats = openFormats(workspace, undefined);
  if (!formats.ok) return formats;
  const { session, paths } = spec;
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  return planFiles({ workspace, paths, session, analysis, formats: formats.value });
}
