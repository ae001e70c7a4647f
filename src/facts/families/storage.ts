import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition, FactReader, FactRow } from '../fact.js';
import { count, MONTH, share, size, time } from '../figures.js';

/** Indexes take half as much again as the rows; an assumption that the formula shows. */
const WITH_INDEX = 1.5;

type Growing = { readonly perDay: number; readonly growth: number };

/** Rows that come in over some months while the daily number grows every month. */
function rowsAdded(months: number, { perDay, growth }: Growing): number {
  const perMonth = perDay * 30;
  return growth === 0 ? perMonth * months : (perMonth * ((1 + growth) ** months - 1)) / growth;
}

type Rows = Growing & { readonly now: number; readonly horizon: number; readonly kept: number | undefined };

/** Whole rows at the horizon; of what is kept for a shorter time only the last stretch is left. */
function rowsAt({ now, horizon, kept, ...growing }: Rows): number {
  const added = rowsAdded(horizon / MONTH, growing);
  if (kept === undefined || kept >= horizon) return Math.round(now + added);
  return Math.round(added - rowsAdded((horizon - kept) / MONTH, growing));
}

const ROWS = { now: 'rows_now', perDay: 'rows_per_day' } as const;
const AHEAD = { growth: 'traffic.growth', horizon: 'traffic.horizon' } as const;

type Ahead = { readonly growth: number; readonly horizon: number };

function formulaOf(rows: Rows): string {
  const { now, perDay, growth, horizon, kept } = rows;
  const daily = `${count(perDay)} a day, growing ${share(growth)} a month, for ${time(horizon)}`;
  if (kept !== undefined && kept < horizon) return `${daily}, kept ${time(kept)} = ${count(rowsAt(rows))}`;
  return `${count(now)} + ${daily} = ${count(rowsAt(rows))}`;
}

const rowsAtHorizon = rowFact({
  id: 'f.rows_at_horizon',
  title: 'Rows at the planning horizon',
  unit: 'rows',
  table: 'data.entities',
  cells: ROWS,
  needs: AHEAD,
  reckon: (numbers, row) => {
    const rows = { ...numbers, kept: row.number('kept') };
    const value = rowsAt(rows);
    return { value, text: count(value), formula: formulaOf(rows), inputs: [row.input('kept')] };
  },
});

const sizeAtHorizon = rowFact({
  id: 'f.size_at_horizon',
  title: 'Size of one copy at the planning horizon',
  unit: 'bytes',
  table: 'data.entities',
  cells: { ...ROWS, bytes: 'row_size' },
  needs: AHEAD,
  reckon: ({ bytes, ...numbers }, row) => {
    const rows = rowsAt({ ...numbers, kept: row.number('kept') });
    const value = rows * bytes * WITH_INDEX;
    const formula = `${count(rows)} rows × ${size(bytes)} × ${WITH_INDEX} with indexes = ${size(value)}`;
    return { value, text: size(value), formula, inputs: [row.input('kept')] };
  },
});

function oneCopy(row: FactRow, ahead: Ahead): number | undefined {
  const now = row.number('rows_now');
  const perDay = row.number('rows_per_day');
  const bytes = row.number('row_size');
  if (now === undefined || perDay === undefined || bytes === undefined) return undefined;
  return rowsAt({ ...ahead, now, perDay, kept: row.number('kept') }) * bytes * WITH_INDEX;
}

function copiesOf(read: FactReader): number | undefined {
  const replication = read.text('rec.replication');
  if (replication === 'none') return 1;
  return replication === undefined ? undefined : read.number('rec.quorum_members');
}

const storageAtHorizon = figureFact({
  id: 'f.storage_at_horizon',
  title: 'Storage of all copies at the planning horizon',
  unit: 'bytes',
  needs: AHEAD,
  also: ['data.entities', 'rec.replication', 'rec.quorum_members'],
  reckon: (ahead, read) => {
    const rows = read.rows('data.entities');
    const sizes = rows.flatMap((row) => oneCopy(row, ahead) ?? []);
    const copies = copiesOf(read);
    if (copies === undefined || sizes.length === 0 || sizes.length < rows.length) return undefined;
    const single = sizes.reduce((sum, one) => sum + one, 0);
    const value = single * copies;
    const text = size(value, value >= 2 ** 40 ? 'GiB' : undefined);
    const inputs = [
      ...rows.flatMap((row) => ['rows_now', 'rows_per_day', 'row_size', 'kept'].map(row.input)),
      read.input('rec.replication'),
      ...(copies === 1 ? [] : [read.input('rec.quorum_members')]),
    ];
    return {
      value,
      text,
      formula: `${size(single)} × ${count(copies)} ${copies === 1 ? 'copy' : 'copies'} = ${text}`,
      inputs,
    };
  },
});

/** How much there will be to store. */
export const storageFacts: readonly FactDefinition[] = [rowsAtHorizon, sizeAtHorizon, storageAtHorizon];
