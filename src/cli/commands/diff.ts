import { createAnalyst } from '../../analysis/index.js';
import { situationOf } from '../../interview/index.js';
import { deltaText } from '../../spec/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { deltaLines } from '../delta-lines.js';
import { EXIT } from '../exit-codes.js';
import { openOne } from '../one-spec.js';
import { planFiles } from '../plan-files.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openFormats } from '../open-formats.js';

/** Shows the requirements that are new, changed or gone since the last rendering. */
export const run: Run = (world, given) => {
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  const formats = one.ok ? openFormats(one.value.workspace, undefined) : one;
  if (!one.ok || !formats.ok) {
    printProblems(world, formats.ok ? [] : formats.error);
    return Promise.resolve(EXIT.usage);
  }
  const { workspace, spec } = one.value;
  const { session, paths } = spec;
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const plan = planFiles({ workspace, paths, session, analysis, formats: formats.value });
  if (!plan.ok) {
    printProblems(world, plan.error);
    return Promise.resolve(EXIT.usage);
  }
  const { delta } = plan.value;
  if (isOn(given, 'json')) printJson(world, delta);
  else
    printLines(world.stdout, [
      `${paths.slug}: ${deltaText(delta)} since the last rendering.`,
      ...deltaLines(delta),
    ]);
  return Promise.resolve(EXIT.fine);
};
