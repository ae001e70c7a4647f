import { figureFact, rowFact, type Reckoning } from '../define-fact.js';
import type { FactDefinition, FactReader, FactRow } from '../fact.js';
import { time } from '../figures.js';
import { carryingOf, nameOf } from './hard-dependencies.js';
import { waitFor } from './retries.js';

const deadlineLeft = figureFact({
  id: 'f.deadline_left',
  title: 'Time left for dependencies within the deadline of the caller',
  unit: 'ms',
  needs: { deadline: 'dep.caller_deadline', own: 'dep.own_work' },
  reckon: ({ deadline, own }) => {
    const value = deadline - own;
    return {
      value,
      text: time(value),
      formula: `${time(deadline)} − ${time(own)} own work = ${time(value)}`,
    };
  },
});

const timeoutChain = rowFact({
  id: 'f.timeout_chain',
  title: 'Longest wait of the flow when every dependency uses up its time',
  unit: 'ms',
  table: 'ctx.flows',
  needs: { own: 'dep.own_work' },
  also: ['dep.dependencies', 'dep.retries'],
  reckon: ({ own }, row, read) => {
    const dependencies = carryingOf(read, row.id);
    const waits = dependencies.flatMap((dependency) => {
      const waited = waitFor(dependency, read);
      return waited === undefined ? [] : [{ ...waited, name: nameOf(dependency) }];
    });
    if (waits.length === 0 || waits.length < dependencies.length) return undefined;
    const value = waits.reduce((sum, waited) => sum + waited.value, own);
    const parts = waits.map((waited) => `${time(waited.value)} (${waited.name})`);
    const formula = `${time(own)} own work + ${parts.join(' + ')}, one after the other = ${time(value)}`;
    return { value, text: time(value), formula, inputs: waits.flatMap(({ inputs }) => inputs) };
  },
});

type Part = { readonly row: FactRow; readonly p99: number };

/** The latencies of what the flow of a row waits for; nothing while one of them is not stated. */
function partsOf(row: FactRow, read: FactReader): readonly Part[] | undefined {
  const dependencies = carryingOf(read, row.text('flow') ?? '');
  const parts = dependencies.flatMap((dependency) => {
    const p99 = dependency.number('p99');
    return p99 === undefined ? [] : [{ row: dependency, p99 }];
  });
  return parts.length === 0 ? undefined : parts;
}

function printed(value: number, formula: string, parts: readonly Part[]): Reckoning {
  const inputs = parts.map((part) => part.row.input('p99'));
  return { value, text: time(value), formula: `${formula} = ${time(value)}`, inputs };
}

const latencyFloor = rowFact({
  id: 'f.latency_floor',
  title: 'Latency below which the flow cannot stay',
  unit: 'ms',
  table: 'traffic.latency',
  also: ['dep.dependencies'],
  reckon: (_, row, read) => {
    const parts = partsOf(row, read);
    if (parts === undefined) return undefined;
    const value = Math.max(...parts.map(({ p99 }) => p99));
    const names = parts.map((part) => `${time(part.p99)} (${nameOf(part.row)})`);
    return printed(value, `slowest of ${names.join(', ')}`, parts);
  },
});

const latencySerial = rowFact({
  id: 'f.latency_serial',
  title: 'Latency of the flow when its calls follow one another',
  unit: 'ms',
  table: 'traffic.latency',
  also: ['dep.dependencies'],
  reckon: (_, row, read) => {
    const parts = partsOf(row, read);
    if (parts === undefined || parts.length < carryingOf(read, row.text('flow') ?? '').length)
      return undefined;
    const value = parts.reduce((sum, { p99 }) => sum + p99, 0);
    const names = parts.map((part) => `${time(part.p99)} (${nameOf(part.row)})`);
    return printed(value, names.join(' + '), parts);
  },
});

/** Deadlines against the waits inside them. */
export const timeoutFacts: readonly FactDefinition[] = [
  deadlineLeft,
  timeoutChain,
  latencyFloor,
  latencySerial,
];
