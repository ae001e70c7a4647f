import { createAnalyst, type Finding } from '../analysis/index.js';
import { situationOf, type Session } from '../interview/index.js';
import { buildSpec, requirementDelta } from '../spec/index.js';
import { deltaLines } from './delta-lines.js';
import type { Workspace } from './workspace.js';

/** Says which requirements and findings come, change and go when answers change from one session to another. */
export function blastRadius({ bank }: Workspace, before: Session, after: Session): readonly string[] {
  const analyst = createAnalyst(bank);
  const [old, now] = [before, after].map((session) => {
    const analysis = analyst(session, situationOf(session));
    return { findings: analysis.findings, requirements: buildSpec(session, analysis).requirements };
  });
  if (old === undefined || now === undefined) return [];
  return [
    ...deltaLines(requirementDelta(old.requirements, now.requirements)),
    ...onlyIn(now.findings, old.findings).map(({ id, title }) => `RAISED   ${id}: ${title}`),
    ...onlyIn(old.findings, now.findings).map(({ id, title }) => `SETTLED  ${id}: ${title}`),
  ];
}

function onlyIn(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !known.has(id));
}
