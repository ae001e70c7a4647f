import { relative } from 'node:path';
import { findMentions, type Citation, type RequirementDelta } from '../spec/index.js';
import { parseGlob, readProjectFiles } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** Where other tools look for what is rendered for them: it cites every requirement, and shows none. */
const RENDERED = ['.claude/skills', '.handoff', '.kiro', 'openspec'];

/** Finds every requirement id in the text files of a project, outside of its specs. */
export function citationsIn({ disk, project }: Workspace): readonly Citation[] {
  const tests = project.config.tests.map(parseGlob);
  const folders = Object.entries(project.config.trace).map(([glob, spec]) => ({
    fits: parseGlob(glob),
    spec,
  }));
  const specs = relative(project.root, project.specs).replaceAll('\\', '/');
  const numbered = Object.entries(project.config.spec_kit).map(([slug, number]) => `specs/${number}-${slug}`);
  const skip = [specs, '.spec-interview', ...RENDERED, ...numbered];
  const citations: Citation[] = [];
  for (const { path, text } of readProjectFiles(disk, project.root, { needle: 'REQ-', skip })) {
    const place = {
      file: path,
      isTest: tests.some((fits) => fits(path)),
      mapped: folders.find(({ fits }) => fits(path))?.spec ?? '',
    };
    for (const mention of findMentions(text)) citations.push({ ...mention, ...place });
  }
  return citations;
}

/** Names the places that cite a requirement which a regeneration changes or removes. */
export function citingPlaces(workspace: Workspace, slug: string, delta: RequirementDelta): readonly string[] {
  const ids = new Set([...delta.modified, ...delta.removed].map(({ id }) => id));
  if (ids.size === 0) return [];
  return citationsIn(workspace)
    .filter(
      ({ id, before, mapped }) =>
        ids.has(id) && [before, mapped].every((spec) => spec === '' || spec === slug),
    )
    .map(({ file, line, id }) => `${file}:${String(line)} cites ${id}`);
}
