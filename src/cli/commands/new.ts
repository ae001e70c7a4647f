import { parseInterviewOptions } from '../given-interview.js';
import type { Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { faceOf, sayNoTerminal } from '../face.js';
import { readGivenAnswers } from '../headless.js';
import { interview } from '../interview.js';
import { readNotes } from '../notes.js';
import { printProblems } from '../print-problems.js';
import { openWorkspace } from '../workspace.js';
import type { World } from '../world.js';

/** Interviews for a new spec, or takes all answers from files and options. */
export const run: Run = async (world, given) => {
  const options = parseInterviewOptions(given);
  if (!options.ok) return refused(world, options.error);
  const face = faceOf(world, options.value);
  if (face === 'none') return sayNoTerminal(world);
  const workspace = openWorkspace(world, options.value.dir);
  if (!workspace.ok) return refused(world, workspace.error);
  const files = readGivenAnswers(workspace.value, options.value.answerFiles);
  if (!files.ok) return refused(world, files.error);
  const notes = readNotes(workspace.value, options.value.notes);
  if (!notes.ok) return refused(world, notes.error);
  const job = { workspace: workspace.value, options: options.value, files: files.value };
  const name = options.value.name ?? files.value.at(-1)?.raw.name;
  // Loaded here, so that an interview does not wait for the templates.
  if (face === 'headless') return (await import('../new-from-given.js')).newFromGiven(job, name);
  return interview({ ...job, face, name, resuming: false, notes: notes.value });
};

function refused(world: World, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(world, problems);
  return EXIT.usage;
}
