import { figureFact } from '../define-fact.js';
import type { FactDefinition, FactInput, FactReader } from '../fact.js';
import {
  count,
  DAY_SECONDS,
  flow,
  MONTH,
  MONTH_SECONDS,
  rate,
  share,
  size,
  thingOf,
  time,
  times,
} from '../figures.js';

const peakThing = (read: FactReader): string => thingOf(read.text('traffic.peak_rate'));

const peakFactor = figureFact({
  id: 'f.peak_factor',
  title: 'Peak over average',
  unit: '×',
  needs: { peak: 'traffic.peak_rate', average: 'traffic.average_rate' },
  reckon: ({ peak, average }, read) => {
    const value = peak / average;
    const thing = peakThing(read);
    return {
      value,
      text: times(value),
      formula: `${rate(peak, thing)} / ${rate(average, thing)} = ${times(value)}`,
    };
  },
});

const userRate = figureFact({
  id: 'f.user_rate',
  title: 'Average rate that the users make',
  unit: 'per second',
  needs: { users: 'traffic.daily_users', actions: 'traffic.actions_each' },
  reckon: ({ users, actions }) => {
    const value = (users * actions) / DAY_SECONDS;
    const formula = `${count(users)} users × ${count(actions)} a day / 86,400 s = ${rate(value, 'req')}`;
    return { value, text: rate(value, 'req'), formula };
  },
});

const peakAtHorizon = figureFact({
  id: 'f.peak_at_horizon',
  title: 'Peak at the planning horizon',
  unit: 'per second',
  needs: { peak: 'traffic.peak_rate', growth: 'traffic.growth', horizon: 'traffic.horizon' },
  reckon: ({ peak, growth, horizon }, read) => {
    const months = horizon / MONTH;
    const value = peak * (1 + growth) ** months;
    const thing = peakThing(read);
    const formula = `${rate(peak, thing)} × (1 + ${share(growth)})^${count(months)} = ${rate(value, thing)}`;
    return { value, text: rate(value, thing), formula };
  },
});

const peakBandwidth = figureFact({
  id: 'f.peak_bandwidth',
  title: 'Bandwidth at peak, with large calls',
  unit: 'bytes per second',
  needs: { peak: 'traffic.peak_rate', bytes: 'traffic.call_size_p99' },
  reckon: ({ peak, bytes }, read) => {
    const value = peak * bytes;
    const text = flow(value, value * 8 >= 1e9 ? 'Gbit/s' : 'Mbit/s');
    return { value, text, formula: `${rate(peak, peakThing(read))} × ${size(bytes)} = ${text}` };
  },
});

const monthVolume = figureFact({
  id: 'f.month_volume',
  title: 'Volume per month',
  unit: 'bytes per 30 days',
  needs: { average: 'traffic.average_rate', bytes: 'traffic.call_size' },
  reckon: ({ average, bytes }, read) => {
    const value = average * bytes * MONTH_SECONDS;
    const text = flow(average * bytes, value >= 2 ** 39 ? 'TiB/month' : 'GiB/month');
    const thing = thingOf(read.text('traffic.average_rate'));
    return { value, text, formula: `${rate(average, thing)} × ${size(bytes)} × 30 d = ${text}` };
  },
});

type Slowest = { readonly wait: number; readonly input: FactInput };

function slowestFlow(read: FactReader): Slowest | undefined {
  const rows = read.rows('traffic.latency').flatMap((row) => {
    const wait = row.number('p99');
    return wait === undefined ? [] : [{ wait, input: row.input('p99') }];
  });
  return rows.toSorted((a, b) => b.wait - a.wait)[0];
}

const inFlight = figureFact({
  id: 'f.in_flight',
  title: 'Requests in flight at peak',
  unit: 'requests',
  needs: { peak: 'traffic.peak_rate' },
  also: ['traffic.latency'],
  reckon: ({ peak }, read) => {
    const slowest = slowestFlow(read);
    if (slowest === undefined) return undefined;
    const value = (peak * slowest.wait) / 1000;
    const formula = `${rate(peak, peakThing(read))} × ${time(slowest.wait)} = ${count(value)}`;
    return { value, text: count(value), formula, inputs: [slowest.input] };
  },
});

const inFlightEach = figureFact({
  id: 'f.in_flight_per_instance',
  title: 'Requests in flight per instance at peak',
  unit: 'requests',
  needs: { peak: 'traffic.peak_rate', instances: 'traffic.instances' },
  also: ['traffic.latency'],
  reckon: ({ peak, instances }, read) => {
    const slowest = slowestFlow(read);
    if (slowest === undefined || instances < 1) return undefined;
    const value = (peak * slowest.wait) / 1000 / instances;
    const formula = `${rate(peak, peakThing(read))} × ${time(slowest.wait)} / ${count(instances)} = ${count(value)}`;
    return { value, text: count(value), formula, inputs: [slowest.input] };
  },
});

/** What arrives, how much it weighs, and how much of it is under way at once. */
export const trafficFacts: readonly FactDefinition[] = [
  peakFactor,
  userRate,
  peakAtHorizon,
  peakBandwidth,
  monthVolume,
  inFlight,
  inFlightEach,
];
