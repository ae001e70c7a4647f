import type { Ending, HoldParts } from './hold.js';
import { repositoryProposals } from './repository-proposals.js';
import { sentencesFor } from './sentences.js';
import { incidentsOf } from './sitting.js';
import { isUnicode } from './world.js';

/** Interviews line by line: inline prompts on a terminal, or lines that only append. */
export async function holdLineByLine({
  workspace,
  sitting,
  draft,
  depthChosen,
  notesFor,
  guided,
  keepReport,
  theme,
  mode,
}: HoldParts & { readonly mode: 'inline' | 'append' }): Promise<Ending> {
  const { world } = workspace;
  const { runPlain } = await import('../plain/index.js');
  const { stdin, stdout, now } = world;
  return runPlain({
    runner: sitting.runner,
    stdin,
    stdout,
    mode,
    now,
    depthChosen,
    guided,
    keepReport,
    sentencesFor,
    incident: incidentsOf(workspace),
    proposals: repositoryProposals(workspace, sitting.runner.scene().session),
    notesFor,
    draft,
    saveDraft: (file) => sitting.saveDraft(file.step, file),
    columns: stdout.columns || 80,
    unicode: isUnicode(world.env),
    colours: theme !== 'high-contrast',
  });
}
