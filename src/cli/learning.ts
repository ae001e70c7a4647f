import { join, relative } from 'node:path';
import { learningReport, reportParts, type Analysis } from '../analysis/index.js';
import { situationOf, type Session } from '../interview/index.js';
import { markdownText } from '../render/index.js';
import { applyWrites, type SpecPaths } from '../store/index.js';
import { printLines, printProblems } from './print-problems.js';
import { incidentsOf } from './sitting.js';
import type { Workspace } from './workspace.js';

/** A finished guided interview whose report somebody wants to keep. */
export type Learned = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly session: Session;
  readonly analysis: Analysis;
};

/** Writes the report of a guided interview beside its spec; one that is there already stays as it is. */
export function writeLearning(learned: Learned): void {
  const { disk, world, project } = learned.workspace;
  const path = freePath(learned);
  const write = { path: relative(project.root, path).replaceAll('\\', '/'), text: learningText(learned) };
  const written = applyWrites(disk, project.root, [write]);
  if (written.ok) printLines(world.stderr, [`  ${'report'.padEnd(8)} ${relative(world.cwd, path)}`]);
  else printProblems(world, written.error);
}

function freePath({ workspace, paths }: Learned): string {
  const named = (number: number) =>
    join(paths.dir, number === 1 ? 'learning.md' : `learning-${String(number)}.md`);
  let number = 1;
  while (workspace.disk.kind(named(number)) !== undefined) number += 1;
  return named(number);
}

function learningText({ workspace, session, analysis }: Learned): string {
  const ground = { bank: workspace.bank, situation: situationOf(session), analysis };
  const parts = reportParts(learningReport({ ...ground, incident: incidentsOf(workspace) }));
  const lines = parts.flatMap(({ title, lines: texts }) => [
    `## ${title}`,
    '',
    ...texts.map((text) => `- ${markdownText(text)}`),
    '',
  ]);
  return [`# What the interview for ${markdownText(session.saved.name)} taught`, '', ...lines].join('\n');
}
