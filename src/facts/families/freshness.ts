import { figureFact, rowFact, type Reckoning } from '../define-fact.js';
import type { FactDefinition, FactReader, FactRow } from '../fact.js';
import { share, time } from '../figures.js';

const RUNS = { every: 'pipe.every', run: 'pipe.run_time' } as const;

type Runs = { readonly every: number; readonly run: number };

/** Data is oldest just before the next run is done. */
const oldest = ({ every, run }: Runs): Reckoning => ({
  value: every + run,
  text: time(every + run),
  formula: `${time(every)} between runs + ${time(run)} run = ${time(every + run)}`,
});

const taken = ({ every, run }: Runs): Reckoning => ({
  value: run / every,
  text: share(run / every),
  formula: `${time(run)} / ${time(every)} = ${share(run / every)}`,
});

function fromReplica(read: FactReader): Reckoning | undefined {
  const lag = read.number('rec.lag_p99');
  if (lag === undefined) return undefined;
  return {
    value: lag,
    text: time(lag),
    formula: `replication lag = ${time(lag)}`,
    inputs: [read.input('rec.lag_p99')],
  };
}

function fromCache(row: FactRow, read: FactReader): Reckoning | undefined {
  const caches = read.rows('con.caches').filter((cache) => cache.text('flow') === row.text('flow'));
  const lifetimes = caches.flatMap((cache) => cache.number('ttl') ?? []);
  if (caches.length === 0 || lifetimes.length < caches.length) return undefined;
  const lag = read.number('rec.lag_p99');
  const parts = [...lifetimes, ...(lag === undefined ? [] : [lag])];
  const value = parts.reduce((sum, part) => sum + part, 0);
  const behind = lag === undefined ? '' : ` + ${time(lag)} replication lag`;
  const inputs = [...caches.map((cache) => cache.input('ttl')), read.input('rec.lag_p99')];
  const formula = `${lifetimes.map((each) => `${time(each)} in a cache`).join(' + ')}${behind} = ${time(value)}`;
  return { value, text: time(value), formula, inputs };
}

function fromView(read: FactReader): Reckoning | undefined {
  const every = read.number(RUNS.every);
  const run = read.number(RUNS.run);
  if (every === undefined || run === undefined) return undefined;
  return { ...oldest({ every, run }), inputs: [read.input(RUNS.every), read.input(RUNS.run)] };
}

function staleness(row: FactRow, read: FactReader): Reckoning | undefined {
  switch (row.text('reads_from')) {
    case 'primary':
      return { value: 0, text: time(0), formula: 'reads from the primary', inputs: [] };
    case 'replica':
      return fromReplica(read);
    case 'cache':
      return fromCache(row, read);
    case 'view':
      return fromView(read);
    default:
      return undefined;
  }
}

const worstStaleness = rowFact({
  id: 'f.worst_staleness',
  title: 'Oldest data the flow may show',
  unit: 'ms',
  table: 'con.consistency',
  also: ['con.caches', 'rec.lag_p99', RUNS.every, RUNS.run],
  reckon: (_, row, read) => {
    const found = staleness(row, read);
    return found && { ...found, inputs: [row.input('reads_from'), ...(found.inputs ?? [])] };
  },
});

const pipelineStaleness = figureFact({
  id: 'f.pipeline_staleness',
  title: 'Oldest data the pipeline may show',
  unit: 'ms',
  needs: RUNS,
  reckon: oldest,
});

const pipelineShare = figureFact({
  id: 'f.pipeline_share',
  title: 'Part of its period that a run of the pipeline takes',
  unit: 'fraction',
  needs: RUNS,
  reckon: taken,
});

const JOB = { table: 'cron.jobs', cells: { every: 'every', run: 'run_time' } } as const;

const jobStaleness = rowFact({
  id: 'f.job_staleness',
  title: 'Oldest result of the job',
  unit: 'ms',
  ...JOB,
  reckon: oldest,
});

const jobShare = rowFact({
  id: 'f.job_share',
  title: 'Part of its period that a run of the job takes',
  unit: 'fraction',
  ...JOB,
  reckon: taken,
});

/** How old data can get. */
export const freshnessFacts: readonly FactDefinition[] = [
  worstStaleness,
  pipelineStaleness,
  pipelineShare,
  jobStaleness,
  jobShare,
];
