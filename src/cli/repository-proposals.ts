import { valueText } from '../bank/index.js';
import { isAsked, situationOf, type Session } from '../interview/index.js';
import { readRepository } from '../store/index.js';
import { openProposals, proposalsFrom, type Proposal } from './proposals.js';
import type { Workspace } from './workspace.js';

/** Reads what the repository suggests for the shared questions that nobody answered yet. */
export function repositoryProposals(
  { disk, project, bank }: Workspace,
  session: Session,
): ReadonlyMap<string, Proposal> {
  return openProposals(proposalsFrom(readRepository(disk, project.root), bank), session);
}

/** Lists the proposals for questions that are asked, each with where it was read; nothing of them is recorded. */
export function proposalLines(workspace: Workspace, session: Session): readonly string[] {
  const { item } = situationOf(session);
  const asked = [...repositoryProposals(workspace, session)].filter(([id]) => {
    const step = item(id);
    return step !== undefined && isAsked(step);
  });
  if (asked.length === 0) return [];
  const lines = asked.map(([id, { value, evidence }]) => {
    const question = workspace.bank.question(id);
    return `  ${id}: ${question === undefined ? '' : valueText(question, value)} (read from ${evidence})`;
  });
  return ['Proposed from the repository, not recorded; confirm with: spec-interview context', ...lines];
}
