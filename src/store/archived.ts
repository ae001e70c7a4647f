import * as z from 'zod';
import { once } from '../kernel/index.js';

/** A requirement of a change that OpenSpec has archived, as the manifest keeps it. */
type ArchivedEntry = z.output<ReturnType<typeof archivedSchema>>[number];

/** What OpenSpec has archived of a spec so far. */
export const archivedSchema = once(() =>
  z.array(
    z.object({ id: z.string(), name: z.string(), text_sha256: z.string(), scenarios: z.array(z.string()) }),
  ),
);

/** Joins what two sides know to be archived; where both know a requirement, the last one counts, with the scenarios of both. */
export function joinArchived(
  ...sides: readonly (readonly ArchivedEntry[] | undefined)[]
): ArchivedEntry[] | undefined {
  const known = new Map<string, ArchivedEntry>();
  for (const entry of sides.flatMap((side) => side ?? [])) {
    const scenarios = [...(known.get(entry.id)?.scenarios ?? []), ...entry.scenarios];
    known.set(entry.id, { ...entry, scenarios: [...new Set(scenarios)] });
  }
  return sides.every((side) => side === undefined) ? undefined : [...known.values()];
}
