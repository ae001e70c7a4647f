import { rowFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, rate, share, thingOf, times } from '../figures.js';
import { layersOf } from './retries.js';

/** The share of requests that meet at least one slow call. */
const slowShare = (calls: number, slow: number): number => 1 - (1 - slow) ** calls;

const slow = rowFact({
  id: 'f.slow_share',
  title: 'Requests that wait for at least one slow call',
  unit: 'fraction',
  table: 'dep.fanout',
  cells: { calls: 'typical', slow: 'slow_share' },
  reckon: ({ calls, slow: each }) => {
    const value = slowShare(calls, each);
    return {
      value,
      text: share(value),
      formula: `1 − (1 − ${share(each)})^${count(calls)} = ${share(value)}`,
    };
  },
});

const quantile = rowFact({
  id: 'f.per_call_quantile',
  title: 'Share of calls that must be fast for 99 % of requests to be fast',
  unit: 'fraction',
  table: 'dep.fanout',
  cells: { calls: 'typical' },
  reckon: ({ calls }) => {
    if (calls <= 0) return undefined;
    const value = 0.99 ** (1 / calls);
    return {
      value,
      text: share(value),
      formula: `0.99^(1/${count(calls)}) = ${share(value)}`,
      aside: calls === 1,
    };
  },
});

const callRate = rowFact({
  id: 'f.fanout_rate',
  title: 'Calls made at peak',
  unit: 'per second',
  table: 'dep.fanout',
  cells: { calls: 'typical' },
  needs: { peak: 'traffic.peak_rate' },
  also: ['dep.retries'],
  reckon: ({ calls, peak }, row, read) => {
    const layers = layersOf(read, row.text('dependency') ?? '');
    const budget = Math.max(0, ...layers.flatMap((layer) => layer.number('budget') ?? []));
    const value = peak * calls * (1 + budget);
    const retried = budget === 0 ? '' : ` × (1 + ${share(budget)} retries)`;
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    const formula = `${arriving} × ${count(calls)}${retried} = ${rate(value, 'call')}`;
    const inputs = layers.map((layer) => layer.input('budget'));
    return { value, text: rate(value, 'call'), formula, inputs };
  },
});

const multiple = rowFact({
  id: 'f.fanout_worst',
  title: 'Calls of the worst request over those of a usual one',
  unit: '×',
  table: 'dep.fanout',
  cells: { usual: 'typical', worst: 'worst' },
  reckon: ({ usual, worst }) => {
    const value = worst / usual;
    return {
      value,
      text: times(value),
      formula: `${count(worst)} / ${count(usual)} = ${count(value)}`,
      aside: worst === usual,
    };
  },
});

/** What one request becomes behind the door. */
export const fanOutFacts: readonly FactDefinition[] = [slow, quantile, callRate, multiple];
