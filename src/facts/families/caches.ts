import { rowFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, gapOf, rate, share, thingOf, time, times } from '../figures.js';

const PEAK = { peak: 'traffic.peak_rate' } as const;
const LOAD = { queries: 'queries_per_miss', hits: 'hit_rate' } as const;

const originLoad = rowFact({
  id: 'f.origin_load',
  title: 'Load on the origin at peak',
  unit: 'per second',
  table: 'con.caches',
  cells: LOAD,
  needs: PEAK,
  reckon: ({ peak, queries, hits }, _, read) => {
    const value = peak * queries * gapOf(hits);
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    const formula = `${arriving} × ${count(queries)} × (1 − ${share(hits)}) = ${rate(value, 'call')}`;
    return { value, text: rate(value, 'call'), formula };
  },
});

const originCold = rowFact({
  id: 'f.origin_load_cold',
  title: 'Load on the origin at peak with the cache cold',
  unit: 'per second',
  table: 'con.caches',
  cells: { queries: 'queries_per_miss' },
  needs: PEAK,
  reckon: ({ peak, queries }, row, read) => {
    const hits = row.number('cold_hit_rate') ?? 0;
    const value = peak * queries * gapOf(hits);
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    const formula = `${arriving} × ${count(queries)} × (1 − ${share(hits)}) = ${rate(value, 'call')}`;
    return { value, text: rate(value, 'call'), formula, inputs: [row.input('cold_hit_rate')] };
  },
});

const coldFactor = rowFact({
  id: 'f.cold_factor',
  title: 'Load with the cache cold over the usual load',
  unit: '×',
  table: 'con.caches',
  cells: { hits: 'hit_rate' },
  reckon: ({ hits }, row) => {
    const cold = row.number('cold_hit_rate') ?? 0;
    const value = gapOf(cold) / gapOf(hits);
    const formula = `(1 − ${share(cold)}) / (1 − ${share(hits)}) = ${times(value)}`;
    return { value, text: times(value), formula, inputs: [row.input('cold_hit_rate')] };
  },
});

const refreshRate = rowFact({
  id: 'f.refresh_rate',
  title: 'Refreshes that the lifetime causes',
  unit: 'per second',
  table: 'con.caches',
  cells: { keys: 'active_keys', ttl: 'ttl' },
  reckon: ({ keys, ttl }) => {
    const value = (keys / ttl) * 1000;
    const text = rate(value, 'call/s');
    return { value, text, formula: `${count(keys)} keys / ${time(ttl)} = ${text}` };
  },
});

/** What a cache keeps away from its origin, and what comes when it is empty. */
export const cacheFacts: readonly FactDefinition[] = [originLoad, originCold, coldFactor, refreshRate];
