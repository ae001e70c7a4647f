import { figureFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, flow, size, thingOf, time, rate } from '../figures.js';

const COPY = { bytes: 'rec.restore_size', speed: 'rec.restore_throughput' } as const;

const restoreCopy = figureFact({
  id: 'f.restore_copy',
  title: 'Time to copy the backup back',
  unit: 'ms',
  needs: COPY,
  reckon: ({ bytes, speed }) => {
    const value = (bytes / speed) * 1000;
    return { value, text: time(value), formula: `${size(bytes)} / ${flow(speed, 'MiB/s')} = ${time(value)}` };
  },
});

const restoreTotal = figureFact({
  id: 'f.restore_total',
  title: 'Time to restore',
  unit: 'ms',
  needs: { ...COPY, before: 'rec.restore_before', after: 'rec.restore_after' },
  reckon: ({ bytes, speed, before, after }) => {
    const copy = (bytes / speed) * 1000;
    const value = before + copy + after;
    const formula = `${time(before)} to notice and provide + ${time(copy)} to copy + ${time(after)} to rebuild and check = ${time(value)}`;
    return { value, text: time(value), formula };
  },
});

const undoInterval = figureFact({
  id: 'f.undo_interval',
  title: 'Shortest interval of any backup',
  unit: 'ms',
  also: ['rec.backups'],
  reckon: (_, read) => {
    const rows = read.rows('rec.backups');
    const intervals = rows.flatMap((row) => row.number('interval') ?? []);
    if (rows.length === 0 || intervals.length < rows.length) return undefined;
    const value = Math.min(...intervals);
    const formula = `shortest of ${intervals.map(time).join(', ')} = ${time(value)}`;
    return { value, text: time(value), formula, inputs: rows.map((row) => row.input('interval')) };
  },
});

const catchUp = figureFact({
  id: 'f.catch_up_time',
  title: 'Time to catch up after the assumed outage',
  unit: 'ms',
  needs: { outage: 'rec.outage_assumed', arrival: 'traffic.average_rate', speed: 'rec.catch_up_rate' },
  reckon: ({ outage, arrival, speed }, read) => {
    const thing = thingOf(read.text('traffic.average_rate'));
    const waiting = (arrival * outage) / 1000;
    const spare = speed - arrival;
    const value = spare > 0 ? (waiting / spare) * 1000 : Infinity;
    const formula = `${count(waiting, thing)} / (${rate(speed, thing)} − ${rate(arrival, thing)}) = ${time(value)}`;
    return { value, text: time(value), formula };
  },
});

/** How long it takes to come back. */
export const recoveryFacts: readonly FactDefinition[] = [restoreCopy, restoreTotal, undoInterval, catchUp];
