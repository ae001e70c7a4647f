import { err, ok, placeText, type Result } from '../kernel/index.js';
import type { Incident } from './bank.js';
import { incidentsFile } from './schema-bank.js';
import { parseShape } from './schema-problems.js';
import { parseYaml, type SourceFile } from './yaml-source.js';

/** Parses the list of incidents, every problem at its line and column. */
export function parseIncidents(source: SourceFile): Result<readonly Incident[]> {
  const file = parseYaml(source);
  if (!file.ok) return file;
  const entries = parseShape(incidentsFile(), file.value);
  if (!entries.ok) return entries;
  const ids = entries.value.map(({ id }) => id);
  const placeOf = (index: number) => file.value.placeOf([index, 'id']);
  const twice = ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (first === index) return [];
    return {
      code: 'duplicate-id',
      message: `The incident ${id} is defined twice; first at ${placeText(placeOf(first))}.`,
      hint: 'Rename or remove one of the two.',
      place: placeOf(index),
    };
  });
  return twice.length > 0 ? err(twice) : ok(entries.value);
}
