import type { Cell } from '../../src/bank/index.js';
import type { ReadRow } from '../../src/spec/read-table.js';

/** A row of an answered table, whose texts read as they were stored. */
export const aReadRow = (id: string, cells: Readonly<Record<string, Cell>> = {}): ReadRow => ({
  id,
  cell: (column) => cells[column],
  text: (column) => {
    const cell = cells[column];
    return typeof cell === 'string' ? cell : '';
  },
});
