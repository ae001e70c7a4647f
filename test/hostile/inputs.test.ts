import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../house/program.js';
import { dataRows } from './data-rows.js';
import { fileRows } from './file-rows.js';
import { provesItself, titleOf, type HostileRow } from './hostile-row.js';
import { machineRows } from './machine-rows.js';
import { pathRows } from './path-rows.js';
import { valueRows } from './value-rows.js';

const PATIENCE = 120_000;

const table: readonly (readonly [string, readonly HostileRow[]])[] = [
  ['hostile values', valueRows],
  ['hostile files', fileRows],
  ['hostile names and paths', pathRows],
  ['hostile banks and templates', dataRows],
  ['hostile machines', machineRows],
];

const isPossible = (row: HostileRow): boolean => row.linux !== true || process.platform === 'linux';

beforeAll(ensureBuilt, PATIENCE);

describe.each(table)('%s', (_, rows) => {
  it.each(rows.filter(isPossible).map((row) => [titleOf(row), row] as const))(
    '%s',
    (_title, row) => {
      provesItself(row);
    },
    PATIENCE,
  );
});

it('plays at least ninety inputs, each once', () => {
  const inputs = table.flatMap(([, rows]) => rows.map(({ input }) => input));
  expect(new Set(inputs).size).toBe(inputs.length);
  expect(inputs.length).toBeGreaterThanOrEqual(90);
});
