import { figureFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, DAY, share, time } from '../figures.js';

const LARGEST: ReadonlyMap<string | undefined, number> = new Map([
  ['int32', 2 ** 31 - 1],
  ['int64', 2 ** 63 - 1],
]);

/** The largest of 64 bits is written as a power: too long to be read, and no binary fraction holds it. */
const printed = (largest: number): string => (largest > 2 ** 53 ? '(2^63 − 1)' : count(largest));

const IDS = { used: 'data.ids_used', perDay: 'data.ids_per_day' } as const;

/** Days until the numbers run out, while the daily need grows by a share per month of thirty days. */
function daysLeft(left: number, perDay: number, growth: number): number {
  if (left <= 0) return 0;
  if (perDay <= 0) return Infinity;
  const daily = (1 + growth) ** (1 / 30) - 1;
  if (daily === 0) return left / perDay;
  const inner = 1 + (left * daily) / perDay;
  return inner <= 0 ? Infinity : Math.log(inner) / Math.log1p(daily);
}

const inDays = (days: number): string =>
  Number.isFinite(days) && days < 1e6 ? count(Math.floor(days), 'days') : time(days * DAY);

const linear = figureFact({
  id: 'f.ids_left',
  title: 'Time until the ids run out, at the rate of today',
  unit: 'ms',
  needs: IDS,
  also: ['data.id_kind'],
  reckon: ({ used, perDay }, read) => {
    const largest = LARGEST.get(read.text('data.id_kind'));
    if (largest === undefined) return undefined;
    const days = daysLeft(largest - used, perDay, 0);
    const formula = `(${printed(largest)} − ${count(used)}) / ${count(perDay)} a day = ${inDays(days)}`;
    return { value: days * DAY, text: inDays(days), formula, inputs: [read.input('data.id_kind')] };
  },
});

const growing = figureFact({
  id: 'f.ids_left_growing',
  title: 'Time until the ids run out, with growth',
  unit: 'ms',
  needs: { ...IDS, growth: 'traffic.growth' },
  also: ['data.id_kind'],
  reckon: ({ used, perDay, growth }, read) => {
    const largest = LARGEST.get(read.text('data.id_kind'));
    if (largest === undefined) return undefined;
    const days = daysLeft(largest - used, perDay, growth);
    const formula = `${printed(largest)} − ${count(used)}, at ${count(perDay)} a day growing ${share(growth)} a month = ${inDays(days)}`;
    return { value: days * DAY, text: inDays(days), formula, inputs: [read.input('data.id_kind')] };
  },
});

/** When counted ids end. */
export const idFacts: readonly FactDefinition[] = [linear, growing];
