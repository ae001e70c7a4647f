import { join } from 'node:path';
import { ok, type Result } from '../../kernel/index.js';
import { deltaText, requirementDelta, type RequirementDelta } from '../../spec/index.js';
import { parseManifest, readAtRevision } from '../../store/index.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { deltaLines } from '../delta-lines.js';
import { EXIT } from '../exit-codes.js';
import type { FilesPlan } from '../plan-files.js';
import { planOne } from '../plan-one.js';
import { printJson, printLines, printProblems } from '../print-problems.js';

/** Shows the requirements that are new, changed or gone since the last rendering, or since a revision of git. */
export const run: Run = (world, given) => {
  const plan = planOne(world, given);
  const delta = plan.ok ? deltaOf(plan.value, given) : plan;
  if (!plan.ok || !delta.ok) {
    printProblems(world, delta.ok ? [] : delta.error);
    return Promise.resolve(EXIT.usage);
  }
  const since = textOption(given, 'from') ?? 'the last rendering';
  if (isOn(given, 'json')) printJson(world, delta.value);
  else
    printLines(world.stdout, [
      `${plan.value.job.paths.slug}: ${deltaText(delta.value)} since ${since}.`,
      ...deltaLines(delta.value),
    ]);
  return Promise.resolve(EXIT.fine);
};

function deltaOf({ job, rendered, delta }: FilesPlan, given: Given): Result<RequirementDelta> {
  const from = textOption(given, 'from');
  if (from === undefined) return ok(delta);
  const path = join(job.paths.base, 'manifest.json');
  const text = readAtRevision(job.workspace.project.root, from, path);
  if (!text.ok) return text;
  const before = parseManifest(text.value, `${from}:${path}`);
  return before.ok ? ok(requirementDelta(before.value.requirements, rendered.document.requirements)) : before;
}
