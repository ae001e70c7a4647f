import { rowFact } from '../define-fact.js';
import type { FactDefinition, FactInput, FactReader, FactRow } from '../fact.js';
import { count, rate, share, thingOf, time } from '../figures.js';

/** A pool is planned to be this busy; above it callers wait for a connection. */
const BUSY = 0.7;

type Most = { readonly instances: number; readonly input: FactInput };

function mostInstances(row: FactRow, read: FactReader): Most | undefined {
  const own = row.number('max_instances');
  if (own !== undefined) return { instances: own, input: row.input('max_instances') };
  const planned = read.number('traffic.instances');
  return planned === undefined ? undefined : { instances: planned, input: read.input('traffic.instances') };
}

const connections = rowFact({
  id: 'f.pool_connections',
  title: 'Connections at full scale and during a deploy',
  unit: 'connections',
  table: 'dep.pools',
  cells: { size: 'size', surge: 'surge' },
  also: ['traffic.instances'],
  reckon: ({ size, surge }, row, read) => {
    const most = mostInstances(row, read);
    if (most === undefined) return undefined;
    const others = row.number('others') ?? 0;
    const value = size * Math.ceil(most.instances * (1 + surge)) + others;
    const beside = others === 0 ? '' : ` + ${count(others)} of others`;
    const formula = `${count(size)} × ${count(most.instances)} × (1 + ${share(surge)})${beside} = ${count(value)}`;
    return { value, text: count(value), formula, inputs: [most.input, row.input('others')] };
  },
});

const room = rowFact({
  id: 'f.pool_room',
  title: 'Connections the server has for us',
  unit: 'connections',
  table: 'dep.pools',
  cells: { most: 'server_max' },
  reckon: ({ most }, row) => {
    const reserved = row.number('reserved') ?? 0;
    const value = most - reserved;
    const formula = `${count(most)} − ${count(reserved)} reserved = ${count(value)}`;
    return { value, text: count(value), formula, inputs: [row.input('reserved')] };
  },
});

/** Connections an instance needs, by Little's law, with room to breathe. */
function poolFor(load: {
  readonly perSecond: number;
  readonly hold: number;
  readonly instances: number;
}): number {
  return (load.perSecond * load.hold) / 1000 / BUSY / load.instances;
}

const needed = rowFact({
  id: 'f.pool_needed',
  title: 'Connections an instance needs at peak',
  unit: 'connections',
  table: 'dep.pools',
  cells: { hold: 'hold', calls: 'calls_per_request' },
  needs: { peak: 'traffic.peak_rate', instances: 'traffic.instances' },
  reckon: ({ hold, calls, peak, instances }, _, read) => {
    if (instances < 1) return undefined;
    const exact = poolFor({ perSecond: peak * calls, hold, instances });
    const value = Math.ceil(exact - 1e-9);
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    const formula = `${arriving} × ${count(calls)} × ${time(hold)} / ${BUSY} / ${count(instances)} = ${count(exact)}, rounded up = ${count(value)}`;
    return { value, text: count(value), formula };
  },
});

const perCore = rowFact({
  id: 'f.pool_per_core',
  title: 'Connections per core of the server',
  unit: 'connections per core',
  table: 'dep.pools',
  cells: { size: 'size', cores: 'cores' },
  needs: { instances: 'traffic.instances' },
  reckon: ({ size, cores, instances }) => {
    const value = (size * instances) / cores;
    const formula = `${count(size)} × ${count(instances)} / ${count(cores)} = ${count(value)}`;
    return { value, text: count(value), formula };
  },
});

/** Connections: needed, opened, allowed. */
export const poolFacts: readonly FactDefinition[] = [connections, room, needed, perCore];
