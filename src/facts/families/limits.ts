import { rowFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, MONTH, rate, share, time } from '../figures.js';

const limitShare = rowFact({
  id: 'f.limit_share',
  title: 'Part of the limit that is used',
  unit: 'fraction',
  table: 'traffic.hard_limits',
  cells: { ceiling: 'ceiling', used: 'used' },
  reckon: ({ ceiling, used }) => {
    const value = used / ceiling;
    return { value, text: share(value), formula: `${count(used)} / ${count(ceiling)} = ${share(value)}` };
  },
});

/** Months until something that grows by a share every month reaches a limit. */
function monthsUntil(limit: number, grows: { readonly from: number; readonly by: number }): number {
  if (grows.from >= limit) return 0;
  return grows.by > 0 && grows.from > 0 ? Math.log(limit / grows.from) / Math.log1p(grows.by) : Infinity;
}

const limitLeft = rowFact({
  id: 'f.limit_left',
  title: 'Time until the limit is reached',
  unit: 'ms',
  table: 'traffic.hard_limits',
  cells: { ceiling: 'ceiling', used: 'used' },
  needs: { growth: 'traffic.growth' },
  reckon: ({ ceiling, used, growth }) => {
    const value = monthsUntil(ceiling, { from: used, by: growth }) * MONTH;
    const formula = `ln(${count(ceiling)} / ${count(used)}) / ln(1 + ${share(growth)}) months = ${time(value)}`;
    return { value, text: time(value), formula };
  },
});

const callRate = rowFact({
  id: 'f.limit_rate',
  title: 'Rate the limit lets through',
  unit: 'per second',
  table: 'sec.limits',
  cells: { most: 'count', window: 'window' },
  reckon: ({ most, window }) => {
    const value = (most / window) * 1000;
    return {
      value,
      text: rate(value, 'req'),
      formula: `${count(most)} / ${time(window)} = ${rate(value, 'req')}`,
    };
  },
});

const effectiveRate = rowFact({
  id: 'f.limit_effective',
  title: 'Rate the limit lets through over all instances',
  unit: 'per second',
  table: 'sec.limits',
  cells: { most: 'count', window: 'window' },
  also: ['traffic.instances'],
  reckon: ({ most, window }, row, read) => {
    const counted = row.text('counted');
    const counters = counted === 'per-instance' ? read.number('traffic.instances') : 1;
    if (counted === undefined || counters === undefined) return undefined;
    const value = ((most * counters) / window) * 1000;
    const many = counted === 'per-instance' ? ` × ${count(counters)} instances that count alone` : '';
    const formula = `${count(most)} / ${time(window)}${many} = ${rate(value, 'req')}`;
    const inputs = [row.input('counted'), ...(many === '' ? [] : [read.input('traffic.instances')])];
    return { value, text: rate(value, 'req'), formula, inputs };
  },
});

/** Ceilings of the platform, and limits set for callers. */
export const limitFacts: readonly FactDefinition[] = [limitShare, limitLeft, callRate, effectiveRate];
