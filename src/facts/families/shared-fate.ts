import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition, FactRow } from '../fact.js';
import { nameOf } from './hard-dependencies.js';

const regionOf = (row: FactRow): string => (row.text('region') ?? '').trim().toLowerCase();

const sameRegion = rowFact({
  id: 'f.same_region',
  title: 'Dependencies in the same region',
  unit: '',
  type: 'list',
  table: 'dep.dependencies',
  reckon: (_, row, read) => {
    const region = regionOf(row);
    if (region === '') return undefined;
    const others = read
      .rows('dep.dependencies')
      .filter((other) => other.id !== row.id && regionOf(other) === region);
    const value = others.map(nameOf);
    const inputs = [row, ...others].map((each) => each.input('region'));
    const text = value.length === 0 ? 'none' : value.join(', ');
    const isTold = read.rows('dep.dependencies').find((each) => regionOf(each) === region)?.id !== row.id;
    const aside = value.length === 0 || isTold;
    return { value, text, formula: `also in ${row.text('region') ?? ''}`, inputs, aside };
  },
});

function sharing(rows: readonly FactRow[], name: string): readonly string[] {
  return rows.flatMap((row) => {
    const shares = row.text('shares');
    if (shares === undefined || shares === 'nothing') return [];
    return [`${row.text(name) ?? row.id} (${shares.replaceAll('-', ' ')})`];
  });
}

const sharedFate = figureFact({
  id: 'f.shared_fate',
  title: 'What is needed in an outage and fails with the system',
  unit: '',
  type: 'list',
  also: ['obs.shared_fate', 'rec.recovery_tools'],
  reckon: (_, read) => {
    const paths = read.rows('obs.shared_fate');
    const tools = read.rows('rec.recovery_tools');
    const rows = [...paths, ...tools];
    if (rows.length === 0) return undefined;
    const value = [...sharing(paths, 'path'), ...sharing(tools, 'tool')];
    if (value.length === 0 && rows.some((row) => row.text('shares') === undefined)) return undefined;
    const text = value.length === 0 ? 'none' : value.join(', ');
    const inputs = rows.map((row) => row.input('shares'));
    return { value, text, formula: 'paths and tools that share something with the system', inputs };
  },
});

/** What goes down together. */
export const sharedFateFacts: readonly FactDefinition[] = [sameRegion, sharedFate];
