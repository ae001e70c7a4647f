import { figureFact, rowFact, type Reckoning } from '../define-fact.js';
import type { FactDefinition, FactReader, FactRow } from '../fact.js';
import { gapOf, share } from '../figures.js';
import { isSinglePoint, nameOf } from './hard-dependencies.js';

type Known = { readonly row: FactRow; readonly availability: number };

function stated(rows: readonly FactRow[]): readonly Known[] {
  return rows.flatMap((row) => {
    const availability = row.number('availability');
    return availability === undefined ? [] : [{ row, availability }];
  });
}

function product(known: readonly Known[]): Reckoning | undefined {
  if (known.length === 0) return undefined;
  const value = known.reduce((all, { availability }) => all * availability, 1);
  const parts = known.map(({ row, availability }) => `${share(availability)} (${nameOf(row)})`);
  const inputs = known.flatMap(({ row }) => [row.input('needed'), row.input('availability')]);
  return { value, text: share(value), formula: `${parts.join(' × ')} = ${share(value)}`, inputs };
}

/** All dependencies that count, once it is known of every one whether it does and how available it is. */
function allStated(read: FactReader): readonly Known[] | undefined {
  const rows = read.rows('dep.dependencies');
  if (rows.some((row) => row.text('needed') === undefined)) return undefined;
  const counted = rows.filter(isSinglePoint);
  const known = stated(counted);
  return known.length === counted.length && known.length > 0 ? known : undefined;
}

const ceiling = figureFact({
  id: 'f.availability_ceiling',
  title: 'Best possible availability',
  unit: 'fraction',
  also: ['dep.dependencies'],
  reckon: (_, read) => {
    const known = allStated(read);
    return known === undefined ? undefined : product(known);
  },
});

const atMost = figureFact({
  id: 'f.availability_at_most',
  title: 'Availability that the stated dependencies allow at most',
  unit: 'fraction',
  also: ['dep.dependencies'],
  reckon: (_, read) => product(stated(read.rows('dep.dependencies').filter(isSinglePoint))),
});

const dependencyShare = rowFact({
  id: 'f.dependency_share',
  title: 'Part of the error budget that the dependency uses alone',
  unit: 'fraction of the budget',
  table: 'dep.dependencies',
  cells: { availability: 'availability' },
  needs: { slo: 'rec.slo' },
  reckon: ({ availability, slo }, row) => {
    if (!isSinglePoint(row)) return undefined;
    const value = gapOf(availability) / gapOf(slo);
    return {
      value,
      text: share(value),
      formula: `${share(gapOf(availability))} / ${share(gapOf(slo))} = ${share(value)}`,
      inputs: [row.input('needed')],
    };
  },
});

const dependencyShareTotal = figureFact({
  id: 'f.dependency_share_total',
  title: 'Part of the error budget that all dependencies use',
  unit: 'fraction of the budget',
  needs: { slo: 'rec.slo' },
  also: ['dep.dependencies'],
  reckon: ({ slo }, read) => {
    const known = allStated(read);
    if (known === undefined) return undefined;
    const value = known.reduce((sum, { availability }) => sum + gapOf(availability), 0) / gapOf(slo);
    const parts = known.map(({ availability }) => share(gapOf(availability)));
    return {
      value,
      text: share(value),
      formula: `(${parts.join(' + ')}) / ${share(gapOf(slo))} = ${share(value)}`,
      inputs: known.map(({ row }) => row.input('availability')),
    };
  },
});

const singlePoint = rowFact({
  id: 'f.single_point',
  title: 'The system is down whenever the dependency is',
  unit: '',
  type: 'bool',
  table: 'dep.dependencies',
  reckon: (_, row, read) => {
    if (row.text('needed') === undefined) return undefined;
    const value = isSinglePoint(row);
    const isListed = read.rows('dep.dependencies').every((each) => each.text('needed') !== undefined);
    const formula = value
      ? 'hard, without a fallback tried within half a year'
      : 'soft, called aside, or with a fallback that was tried';
    const inputs = ['needed', 'calls', 'fail_mode', 'fallback_exercised'].map(row.input);
    return { value, text: value ? 'yes' : 'no', formula, inputs, aside: !value || isListed };
  },
});

const singlePoints = figureFact({
  id: 'f.single_points',
  title: 'Dependencies that stop everything when they stop',
  unit: '',
  type: 'list',
  also: ['dep.dependencies'],
  reckon: (_, read) => {
    const rows = read.rows('dep.dependencies');
    if (rows.length === 0 || rows.some((row) => row.text('needed') === undefined)) return undefined;
    const found = rows.filter(isSinglePoint);
    const value = found.map(nameOf);
    const text = value.length === 0 ? 'none' : value.join(', ');
    const formula = 'hard, and no fallback tried within half a year';
    return { value, text, formula, inputs: rows.map((row) => row.input('needed')) };
  },
});

/** What the dependencies leave of the promised availability. */
export const availabilityFacts: readonly FactDefinition[] = [
  ceiling,
  atMost,
  dependencyShare,
  dependencyShareTotal,
  singlePoint,
  singlePoints,
];
