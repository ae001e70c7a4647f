import type { Run } from '../command.js';
import { contextHeadless, contextInterview, openContextJob } from '../context-interview.js';
import { EXIT } from '../exit-codes.js';
import { faceOf, sayNoTerminal } from '../face.js';
import { parseInterviewOptions } from '../given-interview.js';
import { printProblems } from '../print-problems.js';

/** Interviews for the answers shared by all specs, or takes them from files and options; run again, it continues. */
export const run: Run = async (world, given) => {
  const options = parseInterviewOptions(given);
  if (!options.ok) {
    printProblems(world, options.error);
    return EXIT.usage;
  }
  const face = faceOf(world, options.value);
  if (face === 'none') return sayNoTerminal(world);
  const job = openContextJob(world, options.value);
  if (!job.ok) {
    printProblems(world, job.error);
    return EXIT.usage;
  }
  return face === 'headless' ? contextHeadless(job.value) : contextInterview(job.value, face);
};
