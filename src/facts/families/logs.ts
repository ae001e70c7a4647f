import { figureFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, DAY_SECONDS, flow, rate, size, thingOf, time } from '../figures.js';

const LINES = { lines: 'obs.log_lines', bytes: 'obs.log_line_size' } as const;

const volume = figureFact({
  id: 'f.log_volume',
  title: 'Log volume',
  unit: 'bytes per second',
  needs: { average: 'traffic.average_rate', ...LINES },
  reckon: ({ average, lines, bytes }, read) => {
    const value = average * lines * bytes;
    const text = flow(value, value * DAY_SECONDS >= 2 ** 30 ? 'GiB/day' : 'MiB/day');
    const arriving = rate(average, thingOf(read.text('traffic.average_rate')));
    return {
      value,
      text,
      formula: `${arriving} × ${count(lines)} ${lines === 1 ? 'line' : 'lines'} × ${size(bytes)} = ${text}`,
    };
  },
});

const stored = figureFact({
  id: 'f.log_stored',
  title: 'Logs that are kept',
  unit: 'bytes',
  needs: { average: 'traffic.average_rate', ...LINES, kept: 'obs.log_retention' },
  reckon: ({ average, lines, bytes, kept }) => {
    const each = average * lines * bytes;
    const value = (each * kept) / 1000;
    return { value, text: size(value), formula: `${flow(each, 'GiB/day')} × ${time(kept)} = ${size(value)}` };
  },
});

const buffer = figureFact({
  id: 'f.log_buffer_time',
  title: 'How long the local disk holds the logs at peak while the sink is down',
  unit: 'ms',
  needs: { peak: 'traffic.peak_rate', ...LINES, disk: 'obs.log_disk' },
  reckon: ({ peak, lines, bytes, disk }) => {
    const each = peak * lines * bytes;
    const value = (disk / each) * 1000;
    return { value, text: time(value), formula: `${size(disk)} / ${flow(each, 'KiB/s')} = ${time(value)}` };
  },
});

/** What logging writes and keeps. */
export const logFacts: readonly FactDefinition[] = [volume, stored, buffer];
