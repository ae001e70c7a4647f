import type { Row, Value } from '../bank/index.js';
import { rowOf, type Known } from './names.js';

/** The cells a condition reaches through `row_of`, and the tables that need no quote of their own because of them. */
export type ReferredCells = { readonly ids: readonly string[]; readonly replaces: ReadonlySet<string> };

const REFERENCE = /row_of\(\s*['"]([a-z0-9_.]+)['"]\s*,([^()]*)\)\.([a-z0-9_]+)/g;

/** Finds the cells that `row_of('dep.dependencies', row.dependency).timeout` reads, as far as the reference is plain. */
export function cellsBehindReferences(
  condition: string,
  from: { readonly known: Known; readonly row: Row | undefined },
): ReferredCells {
  const found = [...condition.matchAll(REFERENCE)].map((match) => {
    const [, table = '', key = '', column = ''] = match;
    const rowId = referredId(key.trim(), from);
    const there = rowId !== undefined && rowOf(from.known, table, rowId) !== undefined;
    return { table, id: there ? `${table}.${rowId}.${column}` : undefined };
  });
  const tables = new Set(found.map(({ table }) => table));
  const covered = [...tables].filter((table) => {
    const resolved = found.filter((entry) => entry.table === table && entry.id !== undefined).length;
    return resolved === condition.split(new RegExp(`['"]${table.replace('.', '\\.')}['"]`)).length - 1;
  });
  return { ids: found.flatMap(({ id }) => id ?? []), replaces: new Set(covered) };
}

function referredId(key: string, { known, row }: { known: Known; row: Row | undefined }): string | undefined {
  if (key === 'row.id') return row?.id;
  if (key.startsWith('row.')) return asId(row?.cells[key.slice(4)]);
  if (key.startsWith('a.')) return asId(known.view.value(key.slice(2)));
  return /^['"]([a-z0-9-]+)['"]$/.exec(key)?.[1];
}

const asId = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
