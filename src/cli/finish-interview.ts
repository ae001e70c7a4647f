import { EXIT, worstExit, type ExitCode } from './exit-codes.js';
import { finish } from './finish.js';
import { openFormats } from './open-formats.js';
import type { PlanJob } from './plan-files.js';
import { followShared } from './shared-files.js';
import { printProblems } from './print-problems.js';

/** Renders what an interview came to in the formats asked for; the answers are saved whatever happens here. */
export function finishInterview(
  job: Omit<PlanJob, 'formats'>,
  wanted: readonly string[] | undefined,
): ExitCode {
  const formats = openFormats(job.workspace, wanted);
  if (formats.ok)
    return worstExit([finish({ ...job, formats: formats.value }), followShared(job.workspace, wanted)]);
  printProblems(job.workspace.world, formats.error);
  return EXIT.usage;
}
