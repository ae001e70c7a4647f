import { requiredOpen, situationOf } from '../../interview/index.js';
import type { Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { faceOf } from '../face.js';
import { parseInterviewOptions } from '../given-interview.js';
import { interview } from '../interview.js';
import { openOne } from '../one-spec.js';
import { readNotes } from '../notes.js';
import { printLines, printProblems } from '../print-problems.js';

/** Continues an interview at the question, draft and caret where it stopped. */
export const run: Run = async (world, given) => {
  const options = parseInterviewOptions(given);
  const one = options.ok ? openOne(world, options.value.dir, options.value.name) : options;
  if (!options.ok || !one.ok) {
    printProblems(world, one.ok ? [] : one.error);
    return EXIT.usage;
  }
  const face = faceOf(world, { ...options.value, yes: false });
  if (face === 'none' || face === 'headless') {
    const left = requiredOpen(situationOf(one.value.spec.session)).length;
    printLines(world.stderr, [
      `This is not a terminal, so nobody can be asked; ${String(left)} required answers are missing. Use --plain, or spec-interview answer.`,
    ]);
    return EXIT.usage;
  }
  const { workspace, spec } = one.value;
  const notes = readNotes(workspace, options.value.notes);
  if (!notes.ok) {
    printProblems(world, notes.error);
    return EXIT.usage;
  }
  return interview({
    workspace,
    options: options.value,
    files: [],
    face,
    name: spec.paths.slug,
    resuming: true,
    notes: notes.value,
  });
};
