import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, rate, share, thingOf, time } from '../figures.js';

/** Requests each side needs so that a rise of the error rate is seen: 80 % power at 5 % chance of a false alarm. */
const sampleFor = (errors: number, rise: number): number => (16 * errors * (1 - errors)) / rise ** 2;

const STAGE = { table: 'rol.stages' } as const;
const ERRORS = { errors: 'baseline_errors', rise: 'detect_rise' } as const;

const sample = rowFact({
  id: 'f.canary_sample',
  title: 'Requests the stage must see',
  unit: 'requests',
  ...STAGE,
  cells: ERRORS,
  reckon: ({ errors, rise }) => {
    const value = sampleFor(errors, rise);
    const text = count(Math.round(value));
    const formula = `16 × ${share(errors)} × ${share(1 - errors)} / (${share(rise)})² = ${text}`;
    return { value, text, formula };
  },
});

type Load = {
  readonly id: string;
  readonly title: string;
  readonly of: 'traffic.peak_rate' | 'traffic.average_rate';
};

function canaryTime({ id, title, of }: Load): FactDefinition {
  return rowFact({
    id,
    title,
    unit: 'ms',
    ...STAGE,
    cells: { ...ERRORS, part: 'share' },
    needs: { arriving: of },
    reckon: ({ errors, rise, part, arriving }, _, read) => {
      const needed = sampleFor(errors, rise);
      const value = (needed / (part * arriving)) * 1000;
      const text = time(value);
      const formula = `${count(Math.round(needed))} / (${share(part)} × ${rate(arriving, thingOf(read.text(of)))}) = ${text}`;
      return { value, text, formula };
    },
  });
}

const seen = rowFact({
  id: 'f.canary_seen',
  title: 'Requests the stage sees at most',
  unit: 'requests',
  ...STAGE,
  cells: { part: 'share', bake: 'bake' },
  needs: { peak: 'traffic.peak_rate' },
  reckon: ({ part, bake, peak }, _, read) => {
    const value = (part * peak * bake) / 1000;
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    return {
      value,
      text: count(value),
      formula: `${share(part)} × ${arriving} × ${time(bake)} = ${count(value)}`,
    };
  },
});

const schemaBackfill = rowFact({
  id: 'f.schema_backfill_time',
  title: 'Time to fill the old rows',
  unit: 'ms',
  table: 'rol.schema_changes',
  cells: { rows: 'rows', speed: 'backfill_rate' },
  reckon: ({ rows, speed }) => {
    const value = (rows / speed) * 1000;
    return { value, text: time(value), formula: `${count(rows)} / ${rate(speed, 'row')} = ${time(value)}` };
  },
});

const migrationTime = figureFact({
  id: 'f.migration_time',
  title: 'Time to copy everything over',
  unit: 'ms',
  needs: { rows: 'mig.rows', speed: 'mig.rate' },
  reckon: ({ rows, speed }) => {
    const value = (rows / speed) * 1000;
    return { value, text: time(value), formula: `${count(rows)} / ${rate(speed, 'row')} = ${time(value)}` };
  },
});

/** What a stage can see, and how long moving rows takes. */
export const rolloutFacts: readonly FactDefinition[] = [
  sample,
  canaryTime({
    id: 'f.canary_time',
    title: 'Shortest time the stage needs, at peak',
    of: 'traffic.peak_rate',
  }),
  canaryTime({
    id: 'f.canary_time_average',
    title: 'Time the stage needs at the average rate',
    of: 'traffic.average_rate',
  }),
  seen,
  schemaBackfill,
  migrationTime,
];
