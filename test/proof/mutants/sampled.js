// A plugin of stryker: leaves every node alone that is not drawn and holds nothing that is.
// Stryker takes whole ranges; a drawn function would otherwise bring every mutant inside it.
import { readFileSync } from 'node:fs';

/** @typedef {{ line: number, column: number }} Point */
/** @typedef {{ start: Point, end: Point }} Range */
/** @typedef {Readonly<Record<string, readonly Range[]>>} Drawn */

const file = process.env.SPEC_INTERVIEW_DRAWN ?? '';
/** @type {Drawn} */
const drawn = file === '' ? {} : JSON.parse(readFileSync(file, 'utf8'));
const everywhere = Object.values(drawn).flat();

const isBefore = (/** @type {Point} */ a, /** @type {Point} */ b) =>
  a.line < b.line || (a.line === b.line && a.column <= b.column);

/** @type {(outer: Range, inner: Range) => boolean} */
const holds = (outer, inner) => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const sampled = {
  /** @param {{ node: { loc?: Range | null } }} path */
  shouldIgnore: ({ node: { loc } }) =>
    !loc || everywhere.some((range) => holds(loc, range)) ? undefined : 'not drawn',
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'sampled', value: sampled }];
