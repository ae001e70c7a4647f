import { figureFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, currencyOf, money, MONTH_SECONDS, share } from '../figures.js';

const perThousand = figureFact({
  id: 'f.cost_per_1000',
  title: 'Cost of a thousand requests',
  unit: 'money',
  needs: { month: 'ops.cost_month', average: 'traffic.average_rate' },
  reckon: ({ month, average }, read) => {
    const currency = currencyOf(read.text('ops.cost_month'));
    if (currency === undefined) return undefined;
    const requests = average * MONTH_SECONDS;
    const value = (month / requests) * 1000;
    const text = money(value, currency);
    return { value, text, formula: `${money(month, currency)} / ${count(requests)} × 1,000 = ${text}` };
  },
});

const runaway = figureFact({
  id: 'f.runaway_cost_day',
  title: 'Cost of a day at ten times the load',
  unit: 'money per day',
  needs: { month: 'ops.cost_month' },
  reckon: ({ month }, read) => {
    const currency = currencyOf(read.text('ops.cost_month'));
    if (currency === undefined) return undefined;
    const value = (month / 30) * 10;
    return {
      value,
      text: money(value, currency),
      formula: `${money(month, currency)} / 30 × 10 = ${money(value, currency)}`,
    };
  },
});

const capShare = figureFact({
  id: 'f.cost_share',
  title: 'Part of the cost limit that is used',
  unit: 'fraction',
  needs: { month: 'ops.cost_month', cap: 'ops.cost_cap' },
  reckon: ({ month, cap }, read) => {
    const currency = currencyOf(read.text('ops.cost_month'));
    if (currency === undefined || currency !== currencyOf(read.text('ops.cost_cap'))) return undefined;
    const value = month / cap;
    return {
      value,
      text: share(value),
      formula: `${money(month, currency)} / ${money(cap, currency)} = ${share(value)}`,
    };
  },
});

/** What it costs. */
export const costFacts: readonly FactDefinition[] = [perThousand, runaway, capShare];
