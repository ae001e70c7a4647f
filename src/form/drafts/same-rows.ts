import type { Row } from '../../bank/index.js';
import { byCodeUnit } from '../../kernel/index.js';

/** Says whether two tables hold the same rows in the same order; rows that were not touched cost nothing. */
export function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((row, index) => sameRow(row, b[index]));
}

function sameRow(a: Row, b: Row | undefined): boolean {
  return a === b || (b !== undefined && canonical(a) === canonical(b));
}

const canonical = ({ cells, ...beside }: Row): string =>
  JSON.stringify([Object.entries(beside).sort(byName), Object.entries(cells).sort(byName)]);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => byCodeUnit(a, b);
