import { rowFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, rate, thingOf, time } from '../figures.js';

/** Consumers are planned to be this busy. */
const BUSY = 0.7;

type Work = { readonly outage: number; readonly arrival: number; readonly capacity: number };

/** What waits after an outage, and how long it takes to work it off while more keeps coming; never, without spare capacity. */
function drain({ outage, arrival, capacity }: Work): {
  readonly backlog: number;
  readonly time: number;
} {
  const backlog = (arrival * outage) / 1000;
  const spare = capacity - arrival;
  return { backlog, time: spare > 0 ? (backlog / spare) * 1000 : Infinity };
}

const OUTAGE = { outage: 'rec.outage_assumed' } as const;
const QUEUE = { table: 'wrk.backlog', needs: OUTAGE } as const;
const RATES = { arrival: 'arrival', capacity: 'capacity' } as const;

const backlog = rowFact({
  id: 'f.backlog',
  title: 'Backlog after the assumed outage',
  unit: 'messages',
  ...QUEUE,
  cells: { arrival: 'arrival' },
  reckon: ({ outage, arrival }, row) => {
    const thing = thingOf(row.input('arrival').text);
    const value = (arrival * outage) / 1000;
    return {
      value,
      text: count(value, thing),
      formula: `${rate(arrival, thing)} × ${time(outage)} = ${count(value, thing)}`,
    };
  },
});

const drainTime = rowFact({
  id: 'f.drain_time',
  title: 'Time to work off the backlog',
  unit: 'ms',
  ...QUEUE,
  cells: RATES,
  reckon: (work, row) => {
    const thing = thingOf(row.input('arrival').text);
    const found = drain(work);
    const formula = `${count(found.backlog, thing)} / (${rate(work.capacity, thing)} − ${rate(work.arrival, thing)}) = ${time(found.time)}`;
    return { value: found.time, text: time(found.time), formula };
  },
});

const behindTime = rowFact({
  id: 'f.behind_time',
  title: 'Time for which users are behind',
  unit: 'ms',
  ...QUEUE,
  cells: RATES,
  reckon: (work) => {
    const waited = drain(work).time;
    const value = work.outage + waited;
    return {
      value,
      text: time(value),
      formula: `${time(work.outage)} outage + ${time(waited)} = ${time(value)}`,
    };
  },
});

const visibility = rowFact({
  id: 'f.visibility_needed',
  title: 'Shortest time a message must stay hidden while it is worked on',
  unit: 'ms',
  table: 'wrk.timing',
  cells: { each: 'processing_p99', batch: 'batch' },
  reckon: ({ each, batch }) => {
    const value = 2 * each * batch;
    return { value, text: time(value), formula: `2 × ${time(each)} × ${count(batch)} = ${time(value)}` };
  },
});

/** Consumers for a rate and a time of work each, with room to breathe. */
const consumersFor = (perSecond: number, each: number): number =>
  Math.ceil((perSecond * each) / 1000 / BUSY - 1e-9);

const workers = rowFact({
  id: 'f.workers_needed',
  title: 'Consumers needed to keep up',
  unit: 'consumers',
  table: 'wrk.timing',
  cells: { each: 'processing_p99' },
  also: ['wrk.backlog'],
  reckon: ({ each }, row, read) => {
    const queue = read.rows('wrk.backlog').find((other) => other.text('queue') === row.text('queue'));
    const arrival = queue?.number('arrival');
    if (queue === undefined || arrival === undefined) return undefined;
    const value = consumersFor(arrival, each);
    const input = queue.input('arrival');
    const formula = `${rate(arrival, thingOf(input.text))} × ${time(each)} / ${BUSY}, rounded up = ${count(value)}`;
    return { value, text: count(value), formula, inputs: [input] };
  },
});

const consumers = rowFact({
  id: 'f.consumers_needed',
  title: 'Consumers needed at peak',
  unit: 'consumers',
  table: 'evt.consumers',
  cells: { each: 'work_time' },
  needs: { peak: 'traffic.peak_rate' },
  reckon: ({ each, peak }, _, read) => {
    const value = consumersFor(peak, each);
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    const formula = `${arriving} × ${time(each)} / ${BUSY}, rounded up = ${count(value)}`;
    return { value, text: count(value), formula };
  },
});

/** Queues after an outage, and who works on them. */
export const queueFacts: readonly FactDefinition[] = [
  backlog,
  drainTime,
  behindTime,
  visibility,
  workers,
  consumers,
];
