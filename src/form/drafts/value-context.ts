import type { ValueContext } from '../../bank/index.js';
import type { DraftContext } from './types.js';

/** What the bank needs to check references: the ids of the rows that exist. */
export function boundTo(context: DraftContext): ValueContext {
  return { rowsOf: (table) => context.rows(table).map(({ id }) => id) };
}
