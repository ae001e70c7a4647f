import type { Cell, Row } from '../bank/index.js';
import { plainText } from './fill.js';
import { rowsOf, type Ground } from './ground.js';

/** One row of an answered table: its cells as people read them, empty where nothing was said, and as they were stored. */
export type ReadRow = {
  readonly id: string;
  readonly text: (column: string) => string;
  readonly cell: (column: string) => Cell | undefined;
};

/** Reads the rows of a table that was answered, or none. */
export function readTable(ground: Ground, table: string): readonly ReadRow[] {
  const { question, rows } = rowsOf(ground, table);
  const columns = question?.columns ?? [];
  return rows.map((row: Row) => ({
    id: row.id,
    cell: (id) => row.cells[id],
    text: (id) => {
      const column = columns.find((candidate) => candidate.id === id);
      const cell = row.cells[id];
      return column === undefined || cell === undefined ? '' : plainText(column, cell, ground);
    },
  }));
}
