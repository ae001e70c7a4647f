import { figureFact } from '../define-fact.js';
import type { FactDefinition, FactReader } from '../fact.js';
import { count, rate, share, thingOf } from '../figures.js';

/** An instance is planned to be this busy, so that a burst does not tip it over. */
const PLANNED_USE = 0.65;
/** What is left after a loss may be this busy. */
const MARGIN = 0.8;

/** Instances for a peak: a whole number, with room for bursts. */
const instancesFor = (peak: number, each: number): number => Math.ceil(peak / (each * PLANNED_USE));

const PEAK = { peak: 'traffic.peak_rate', each: 'traffic.unit_rate' } as const;
const peakThing = (read: FactReader): string => thingOf(read.text('traffic.peak_rate'));

const needed = figureFact({
  id: 'f.instances_needed',
  title: 'Instances needed at peak',
  unit: 'instances',
  needs: PEAK,
  reckon: ({ peak, each }, read) => {
    const value = instancesFor(peak, each);
    const thing = peakThing(read);
    const formula = `${rate(peak, thing)} / (${rate(each, thing)} × ${PLANNED_USE}), rounded up = ${count(value)}`;
    return { value, text: count(value), formula };
  },
});

const zoneSafe = figureFact({
  id: 'f.instances_zone_safe',
  title: 'Instances needed to survive the loss of a zone',
  unit: 'instances',
  needs: { ...PEAK, zones: 'rec.zones' },
  reckon: ({ peak, each, zones }) => {
    if (zones < 2) return undefined;
    const base = instancesFor(peak, each);
    const value = Math.ceil((base * zones) / (zones - 1));
    const formula = `${count(base)} × ${count(zones)} / ${count(zones - 1)}, rounded up = ${count(value)}`;
    return { value, text: count(value), formula };
  },
});

const LOSS = {
  instances: 'traffic.instances',
  lost: 'traffic.instances_lost',
  each: 'traffic.unit_rate',
} as const;

const afterLoss = figureFact({
  id: 'f.capacity_after_loss',
  title: 'Rate that can be planned with after the largest loss',
  unit: 'per second',
  needs: LOSS,
  reckon: ({ instances, lost, each }, read) => {
    const value = Math.max(0, instances - lost) * each * MARGIN;
    const thing = thingOf(read.text('traffic.unit_rate'));
    const formula = `(${count(instances)} − ${count(lost)}) × ${rate(each, thing)} × ${MARGIN} = ${rate(value, thing)}`;
    return { value, text: rate(value, thing), formula };
  },
});

const loadAfterLoss = figureFact({
  id: 'f.load_after_loss',
  title: 'How busy the rest is at peak after the largest loss',
  unit: 'fraction',
  needs: { ...LOSS, peak: 'traffic.peak_rate' },
  reckon: ({ instances, lost, each, peak }, read) => {
    const left = Math.max(0, instances - lost) * each;
    const value = left > 0 ? peak / left : Infinity;
    const thing = peakThing(read);
    const text = left > 0 ? share(value) : 'more than 100 %';
    return { value, text, formula: `${rate(peak, thing)} / ${rate(left, thing)} = ${text}` };
  },
});

/** How many instances it takes, also when some are gone. */
export const capacityFacts: readonly FactDefinition[] = [needed, zoneSafe, afterLoss, loadAfterLoss];
