import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition, FactReader, FactRow } from '../fact.js';
import { count, time, times } from '../figures.js';
import { nameOf } from './hard-dependencies.js';

/** The layers that retry a dependency, outermost first. */
export const layersOf = (read: FactReader, dependency: string): readonly FactRow[] =>
  read.rows('dep.retries').filter((row) => row.text('dependency') === dependency);

/** Attempts of all layers multiplied; nothing while one layer does not say how often it tries. */
function multiplied(layers: readonly FactRow[]): number | undefined {
  const attempts = layers.flatMap((row) => row.number('attempts') ?? []);
  return attempts.length < layers.length ? undefined : attempts.reduce((all, each) => all * each, 1);
}

function productText(layers: readonly FactRow[], value: number): string {
  if (layers.length === 0) return 'no layer retries it = 1';
  const parts = layers.map((row) => `${count(row.number('attempts') ?? 1)} (${row.text('layer') ?? row.id})`);
  return `${parts.join(' × ')} = ${count(value)}`;
}

const attempts = rowFact({
  id: 'f.attempts',
  title: 'Calls that one request can become',
  unit: 'calls',
  table: 'dep.dependencies',
  also: ['dep.retries'],
  reckon: (_, row, read) => {
    if (read.rows('dep.retries').length === 0) return undefined;
    const layers = layersOf(read, row.id);
    const value = multiplied(layers);
    if (value === undefined) return undefined;
    const inputs = layers.map((layer) => layer.input('attempts'));
    return { value, text: count(value), formula: productText(layers, value), inputs };
  },
});

const amplification = figureFact({
  id: 'f.retry_amplification',
  title: 'Worst retry amplification',
  unit: '×',
  also: ['dep.retries'],
  reckon: (_, read) => {
    const rows = read.rows('dep.retries');
    const dependencies = new Set(rows.flatMap((row) => row.text('dependency') ?? []));
    const each = [...dependencies].map((dependency) => {
      const layers = layersOf(read, dependency);
      return { layers, value: multiplied(layers) };
    });
    const known = each.flatMap(({ layers, value }) => (value === undefined ? [] : [{ layers, value }]));
    const worst = known.toSorted((a, b) => b.value - a.value)[0];
    if (worst === undefined || known.length < each.length) return undefined;
    const inputs = worst.layers.map((layer) => layer.input('attempts'));
    return {
      value: worst.value,
      text: times(worst.value),
      formula: productText(worst.layers, worst.value),
      inputs,
    };
  },
});

/** Attempts made on average when each fails with a probability. */
const expectedAttempts = (most: number, failing: number): number => (1 - failing ** most) / (1 - failing);

const expected = rowFact({
  id: 'f.expected_attempts',
  title: 'Attempts on average while half of them fail',
  unit: '×',
  table: 'dep.retries',
  cells: { most: 'attempts' },
  reckon: ({ most }) => {
    const value = expectedAttempts(most, 0.5);
    const formula = `(1 − 0.5^${count(most)}) / (1 − 0.5) = ${count(value)}`;
    return { value, text: times(value), formula, aside: most === 1 };
  },
});

type Tries = {
  readonly attempts: number;
  readonly timeout: number;
  readonly backoff: string | undefined;
  readonly base: number | undefined;
  readonly cap: number | undefined;
};

/** Waits between all attempts; nothing while the back-off is not stated. Without a cap an exponential wait doubles every time. */
function backOff({ attempts, backoff, base, cap = Infinity }: Omit<Tries, 'timeout'>): number | undefined {
  const waits = Math.max(0, attempts - 1);
  if (waits === 0 || backoff === 'none') return 0;
  if (backoff === undefined || base === undefined) return undefined;
  if (backoff === 'fixed') return waits * Math.min(base, cap);
  if (base === 0) return 0;
  const doublings = Math.min(waits, Math.max(0, Math.ceil(Math.log2(cap / base))));
  const doubled = base * (2 ** doublings - 1);
  return waits > doublings ? doubled + (waits - doublings) * cap : doubled;
}

type Waited = { readonly value: number; readonly formula: string };

/** All attempts with the waits between them. */
function attemptTime(tries: Tries): Waited | undefined {
  const waits = backOff(tries);
  if (waits === undefined) return undefined;
  const value = tries.attempts * tries.timeout + waits;
  const between = waits === 0 ? '' : ` + ${time(waits)} back-off`;
  return { value, formula: `${count(tries.attempts)} × ${time(tries.timeout)}${between} = ${time(value)}` };
}

function timeoutOf(row: FactRow, read: FactReader): { value: number; from: FactRow } | undefined {
  const own = row.number('timeout');
  if (own !== undefined) return { value: own, from: row };
  const dependency = read.rows('dep.dependencies').find(({ id }) => id === row.text('dependency'));
  const its = dependency?.number('timeout');
  return dependency === undefined || its === undefined ? undefined : { value: its, from: dependency };
}

/** How long one layer may keep trying, with the cells that say so. */
function layerTime(row: FactRow, read: FactReader) {
  const timeout = timeoutOf(row, read);
  const tries = row.number('attempts');
  if (timeout === undefined || tries === undefined) return undefined;
  const waited = attemptTime({
    attempts: tries,
    timeout: timeout.value,
    backoff: row.text('backoff'),
    base: row.number('base'),
    cap: row.number('cap'),
  });
  if (waited === undefined) return undefined;
  const cells = ['attempts', 'backoff', 'base', 'cap'].map(row.input);
  return { ...waited, inputs: [...cells, timeout.from.input('timeout')] };
}

const layerAttempts = rowFact({
  id: 'f.attempt_time',
  title: 'Time until the layer gives up',
  unit: 'ms',
  table: 'dep.retries',
  also: ['dep.dependencies'],
  reckon: (_, row, read) => {
    const waited = layerTime(row, read);
    return waited === undefined ? undefined : { ...waited, text: time(waited.value) };
  },
});

/** The longest wait for a dependency, as its nearest layer (or its timeout alone) allows. */
export function waitFor(row: FactRow, read: FactReader) {
  const nearest = layersOf(read, row.id).at(-1);
  if (nearest !== undefined) return layerTime(nearest, read);
  const value = row.number('timeout');
  if (value === undefined) return undefined;
  return { value, formula: `one attempt of ${nameOf(row)} = ${time(value)}`, inputs: [row.input('timeout')] };
}

const dependencyTime = rowFact({
  id: 'f.dependency_time',
  title: 'Longest wait for the dependency',
  unit: 'ms',
  table: 'dep.dependencies',
  also: ['dep.retries'],
  reckon: (_, row, read) => {
    const waited = waitFor(row, read);
    return waited === undefined ? undefined : { ...waited, text: time(waited.value) };
  },
});

/** What retries multiply, and how long they take. */
export const retryFacts: readonly FactDefinition[] = [
  attempts,
  amplification,
  expected,
  layerAttempts,
  dependencyTime,
];
