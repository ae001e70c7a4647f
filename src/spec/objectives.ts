import { slug } from '../kernel/index.js';
import type { BurnAlert, Objective } from './measured-parts.js';
import { isSaid, type Ground } from './ground.js';
import { plainText } from './fill.js';

const TARGET = 'rec.slo';
const WINDOW = 'rec.slo_window';

/** Which figure says when to wake somebody, over which two windows, and how much of the budget is gone by then. */
const BURNS = [
  { fact: 'f.page_fast', name: 'ErrorBudgetBurnsFast', severity: 'page', long: '1h', short: '5m', spent: 2 },
  {
    fact: 'f.page_slow',
    name: 'ErrorBudgetBurnsSlowly',
    severity: 'page',
    long: '6h',
    short: '30m',
    spent: 5,
  },
  { fact: 'f.ticket', name: 'ErrorBudgetLeaks', severity: 'ticket', long: '3d', short: '6h', spent: 10 },
] as const;

/** Gives the promised share of good requests with the alerts that follow from it; none without a target and its window. */
export function buildObjectives(ground: Ground): readonly Objective[] {
  const target = textOf(ground, TARGET);
  const alerts = BURNS.flatMap((burn) => alertOf(ground, burn));
  if (target === '' || alerts.length === 0) return [];
  const windows = new Set(alerts.flatMap(({ long, short }) => [short, long]));
  return [
    {
      id: TARGET,
      job: slug(ground.session.saved.name) || 'service',
      target,
      window: textOf(ground, WINDOW),
      excludes: textOf(ground, 'rec.slo_excludes'),
      windows: ['5m', '30m', '1h', '6h', '3d'].filter((window) => windows.has(window)),
      alerts,
    },
  ];
}

function textOf(ground: Ground, id: string): string {
  const item = ground.situation.item(id);
  const shown = item !== undefined && (isSaid(item) || item.state === 'default');
  return shown && item.value !== undefined ? plainText(item.question, item.value, ground) : '';
}

function alertOf(ground: Ground, { fact, spent, ...burn }: (typeof BURNS)[number]): readonly BurnAlert[] {
  const figure = ground.situation.facts.get(fact)?.[0];
  if (figure === undefined || typeof figure.value !== 'number') return [];
  const threshold = Number(figure.value.toPrecision(10));
  return [
    {
      ...burn,
      fact,
      spent: `${String(spent)} %`,
      rate: figure.text,
      threshold: String(threshold),
      above: requests(Math.min(1, threshold * 1.1)),
      below: requests(threshold * 0.9),
    },
  ];
}

/** So many requests a minute that a share of them is a whole number. */
const PER_MINUTE = 10_000_000;

function requests(share: number): BurnAlert['above'] {
  const bad = Math.round(share * PER_MINUTE);
  return { good: String(PER_MINUTE - bad), bad: String(bad) };
}
