import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition, FactInput, FactReader, FactRow } from '../fact.js';
import { cycleThrough, firstCycle, graphOf, inOrder, type Graph } from '../graph.js';
import { nameOf } from './hard-dependencies.js';

/** The node of the system itself; the space keeps it apart from every row id. */
const OURSELVES = 'this system';

type Arrow = readonly [from: string, to: string];

function arrowsOf(row: FactRow): readonly Arrow[] {
  const dependency = row.text('dependency');
  if (dependency === undefined) return [];
  const atStart = row.text('at_start');
  const needed = atStart === 'must-be-up' || atStart === 'waits-and-retries';
  const waitsFor = row.text('waits_for');
  return [
    ...(needed ? [[OURSELVES, dependency] as const] : []),
    ...(waitsFor === undefined ? [] : [[dependency, waitsFor] as const]),
    ...(row.flag('needs_us') === true ? [[dependency, OURSELVES] as const] : []),
  ];
}

const graphFrom = (rows: readonly FactRow[]): Graph => graphOf(rows.flatMap(arrowsOf));

/** That there is no circle is known only when every row says what waits for what. */
const isComplete = (rows: readonly FactRow[]): boolean =>
  rows.length > 0 &&
  rows.every((row) => row.text('at_start') !== undefined && row.flag('needs_us') !== undefined);

const cellsOf = (rows: readonly FactRow[]): readonly FactInput[] =>
  rows.flatMap((row) => ['at_start', 'waits_for', 'needs_us'].map(row.input));

function names(read: FactReader, nodes: readonly string[]): readonly string[] {
  const known = new Map(read.rows('dep.dependencies').map((row) => [row.id, nameOf(row)]));
  return nodes.map((node) => known.get(node) ?? node);
}

const circle = (nodes: readonly string[]): string => [...nodes, ...nodes.slice(0, 1)].join(' → ');

const TABLES = ['dep.startup', 'dep.dependencies'] as const;

const startupCycle = figureFact({
  id: 'f.startup_cycle',
  title: 'Circle of things that wait for each other at start',
  unit: '',
  type: 'list',
  also: TABLES,
  reckon: (_, read) => {
    const rows = read.rows('dep.startup');
    const found = firstCycle(graphFrom(rows));
    if (found === undefined && !isComplete(rows)) return undefined;
    const value = names(read, found ?? []);
    const text = value.length === 0 ? 'none' : circle(value);
    return { value, text, formula: 'who waits for whom at start', inputs: cellsOf(rows) };
  },
});

const isCyclic = figureFact({
  id: 'f.startup_is_cyclic',
  title: 'Something waits for itself at start',
  unit: '',
  type: 'bool',
  also: TABLES,
  reckon: (_, read) => {
    const rows = read.rows('dep.startup');
    const found = firstCycle(graphFrom(rows));
    if (found === undefined && !isComplete(rows)) return undefined;
    const formula = found === undefined ? 'nothing waits for itself' : circle(names(read, found));
    return {
      value: found !== undefined,
      text: found === undefined ? 'no' : 'yes',
      formula,
      inputs: cellsOf(rows),
      aside: true,
    };
  },
});

const inCycle = rowFact({
  id: 'f.in_startup_cycle',
  title: 'The dependency is part of a circle at start',
  unit: '',
  type: 'bool',
  table: 'dep.startup',
  also: TABLES,
  reckon: (_, row, read) => {
    const rows = read.rows('dep.startup');
    const found = cycleThrough(graphFrom(rows), row.text('dependency') ?? row.id);
    if (found === undefined && !isComplete(rows)) return undefined;
    const formula = found === undefined ? 'does not wait for itself' : circle(names(read, found));
    return {
      value: found !== undefined,
      text: found === undefined ? 'no' : 'yes',
      formula,
      inputs: cellsOf(rows),
      aside: true,
    };
  },
});

const startupOrder = figureFact({
  id: 'f.startup_order',
  title: 'Order of starting',
  unit: '',
  type: 'list',
  also: TABLES,
  reckon: (_, read) => {
    const rows = read.rows('dep.startup');
    const order = isComplete(rows) ? inOrder(graphFrom(rows)) : undefined;
    if (order === undefined || order.length === 0) return undefined;
    const value = names(read, order);
    return {
      value,
      text: value.join(', then '),
      formula: 'everything after what it waits for',
      inputs: cellsOf(rows),
    };
  },
});

/** What starts after what, and where that goes round in a circle. */
export const startupFacts: readonly FactDefinition[] = [startupCycle, isCyclic, inCycle, startupOrder];
