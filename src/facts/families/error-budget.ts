import type { FactDefinition } from '../fact.js';
import { figureFact } from '../define-fact.js';
import { count, DAY, gapOf, HOUR, MONTH, share, time, times } from '../figures.js';

const PROMISE = { slo: 'rec.slo', window: 'rec.slo_window' } as const;

const budgetTime = figureFact({
  id: 'f.budget_time',
  title: 'Error budget in time',
  unit: 'ms',
  needs: PROMISE,
  reckon: ({ slo, window }) => {
    const value = gapOf(slo) * window;
    return { value, text: time(value), formula: `${share(gapOf(slo))} × ${time(window)} = ${time(value)}` };
  },
});

const budgetRequests = figureFact({
  id: 'f.budget_requests',
  title: 'Error budget in failed requests',
  unit: 'requests',
  needs: { ...PROMISE, average: 'traffic.average_rate' },
  reckon: ({ slo, window, average }) => {
    const all = (average * window) / 1000;
    const value = gapOf(slo) * all;
    return {
      value,
      text: count(value),
      formula: `${share(gapOf(slo))} × ${count(all)} in ${time(window)} = ${count(value)}`,
    };
  },
});

type Burn = { readonly id: string; readonly title: string; readonly spent: number; readonly within: number };

/** The error rate that spends a part of the budget within a time: 2 % of 30 days in one hour is 14.4 times the budget's own rate. */
function burnFact({ id, title, spent, within }: Burn): FactDefinition {
  return figureFact({
    id,
    title,
    unit: 'fraction of requests',
    needs: PROMISE,
    reckon: ({ slo, window }) => {
      const factor = (spent * window) / within;
      const value = factor * gapOf(slo);
      if (value > 1) return undefined;
      const formula = `${count(factor)} × ${share(gapOf(slo))} = ${share(value)} (spends ${share(spent)} of the budget in ${time(within)})`;
      return { value, text: share(value), formula };
    },
  });
}

const plannedNeeds = {
  window: 'rec.slo_window',
  maintenance: 'rol.maintenance',
  deploys: 'rol.deploys',
  errors: 'rol.deploy_errors',
} as const;

type Planned = { readonly [K in keyof typeof plannedNeeds]: number };

const planned = ({ window, maintenance, deploys, errors }: Planned): number =>
  (maintenance * window) / MONTH + ((deploys * window) / 1000) * errors;

const plannedFormula = ({ window, maintenance, deploys, errors }: Planned): string =>
  `${time((maintenance * window) / MONTH)} maintenance + ${count((deploys * window) / 1000, 'deploys')} × ${time(errors)}`;

const plannedDowntime = figureFact({
  id: 'f.planned_downtime',
  title: 'Planned downtime',
  unit: 'ms',
  needs: plannedNeeds,
  reckon: (numbers) => {
    const value = planned(numbers);
    return { value, text: time(value), formula: `${plannedFormula(numbers)} = ${time(value)}` };
  },
});

const plannedShare = figureFact({
  id: 'f.planned_share',
  title: 'Part of the error budget that is spent by plan',
  unit: 'fraction of the budget',
  needs: { slo: 'rec.slo', ...plannedNeeds },
  reckon: ({ slo, ...numbers }) => {
    const budget = gapOf(slo) * numbers.window;
    const value = planned(numbers) / budget;
    return {
      value,
      text: share(value),
      formula: `(${plannedFormula(numbers)}) / ${time(budget)} = ${share(value)}`,
    };
  },
});

/** Friday 18:00 to Monday 10:00. */
const WEEKEND = 64 * HOUR;

function unstaffed(cover: string | undefined): number | undefined {
  if (cover === undefined) return undefined;
  return cover === '24x7' ? 0 : WEEKEND;
}

const unstaffedGap = figureFact({
  id: 'f.unstaffed_gap',
  title: 'Longest time in which nobody has to answer',
  unit: 'ms',
  also: ['ops.on_call'],
  reckon: (_, read) => {
    const value = unstaffed(read.text('ops.on_call'));
    if (value === undefined) return undefined;
    const formula =
      value === 0 ? 'somebody is always on call' : `Friday 18:00 to Monday 10:00 = ${time(value)}`;
    return { value, text: time(value), formula, inputs: [read.input('ops.on_call')] };
  },
});

const weekendShare = figureFact({
  id: 'f.weekend_budget_share',
  title: 'An outage that nobody sees over a weekend, against the error budget',
  unit: 'multiple of the budget',
  needs: PROMISE,
  also: ['ops.on_call'],
  reckon: ({ slo, window }, read) => {
    const gap = unstaffed(read.text('ops.on_call'));
    if (gap === undefined) return undefined;
    const budget = gapOf(slo) * window;
    const value = gap / budget;
    const formula = `${time(gap)} / ${time(budget)} = ${times(value)}`;
    return { value, text: times(value), formula, inputs: [read.input('ops.on_call')] };
  },
});

/** The error budget, what it means for alerts, and what is spent before anything breaks. */
export const errorBudgetFacts: readonly FactDefinition[] = [
  budgetTime,
  budgetRequests,
  burnFact({ id: 'f.page_fast', title: 'Error rate that pages within an hour', spent: 0.02, within: HOUR }),
  burnFact({
    id: 'f.page_slow',
    title: 'Error rate that pages within six hours',
    spent: 0.05,
    within: 6 * HOUR,
  }),
  burnFact({
    id: 'f.ticket',
    title: 'Error rate that opens a ticket within three days',
    spent: 0.1,
    within: 3 * DAY,
  }),
  plannedDowntime,
  plannedShare,
  unstaffedGap,
  weekendShare,
];
