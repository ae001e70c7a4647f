import type { FactReader, FactRow } from '../fact.js';

const REHEARSED: readonly (string | undefined)[] = ['quarter', 'half-year'];

/** A dependency without which a request fails: hard, and not called aside. */
const isCarrying = (row: FactRow): boolean => row.text('needed') === 'hard' && row.text('calls') !== 'async';

/** A way out that was tried within half a year; one that nobody tried is not counted on. */
const hasTriedFallback = (row: FactRow): boolean =>
  row.text('fail_mode') === 'fallback' && REHEARSED.includes(row.text('fallback_exercised'));

/** Carrying, with no way out that was tried: when it is down, so are we. */
export const isSinglePoint = (row: FactRow): boolean => isCarrying(row) && !hasTriedFallback(row);

export const nameOf = (row: FactRow): string => row.text('name') ?? row.id;

/** The carrying dependencies of a flow. */
export const carryingOf = (read: FactReader, flow: string): readonly FactRow[] =>
  read.rows('dep.dependencies').filter((row) => isCarrying(row) && row.text('flow') === flow);
