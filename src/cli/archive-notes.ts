import { join } from 'node:path';
import type { Problem } from '../kernel/index.js';
import type { Change } from '../spec/index.js';
import type { SpecPlace } from './document-at.js';
import { textAt } from './text-at.js';

/** Where OpenSpec keeps what is archived of a spec, from the root of the project. */
export const mainSpec = (slug: string): string => `openspec/specs/${slug}/spec.md`;

/** Warns of requirements that a change modifies or removes and that the archive does not have: OpenSpec would refuse to archive it, which its strict validation does not say. */
export function archiveNotes(place: SpecPlace, change: Change | undefined): readonly Problem[] {
  const targets = [...(change?.modified ?? []), ...(change?.removed ?? [])];
  return missingIn(
    place,
    targets.map(({ name }) => name),
  );
}

/** Warns of requirements that the archive does not have; says nothing while there is no archive. */
export function missingIn({ workspace, paths }: SpecPlace, names: readonly string[]): readonly Problem[] {
  const file = mainSpec(paths.slug);
  const text = names.length === 0 ? undefined : textAt(workspace, join(workspace.project.root, file));
  if (text === undefined) return [];
  const known = new Set(
    [...text.matchAll(/^### Requirement:([^\n]*)$/gm)].map(([, name = '']) => name.trim()),
  );
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'archive-lacks-requirement',
      message: `The requirement ${name} is not in ${file}.`,
      hint: 'OpenSpec refuses to archive a change of a requirement that is not there: restore it in that file.',
      place: { file },
    }));
}
