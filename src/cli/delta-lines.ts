import type { RequirementDelta } from '../spec/index.js';

/** Prints a requirement delta for people: ADDED, MODIFIED and REMOVED with ids. */
export function deltaLines({ added, modified, removed }: RequirementDelta): readonly string[] {
  return [
    ...added.map(({ id, text }) => `ADDED    ${id}: ${text}`),
    ...modified.flatMap(({ id, before, after }) => [
      `MODIFIED ${id}: ${after}`,
      `         before: ${before}`,
    ]),
    ...removed.map(({ id, text }) => `REMOVED  ${id}: ${text}`),
  ];
}
