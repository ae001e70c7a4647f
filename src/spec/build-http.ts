import { isSaid, type Ground } from './ground.js';
import { slug } from '../kernel/index.js';
import { plainText } from './fill.js';
import { httpErrors } from './http-errors.js';
import { httpGaps } from './http-gaps.js';
import { httpOperation, type HttpTables } from './http-operation.js';
import type { HttpInterface, HttpPath } from './http-parts.js';
import { readHttpPath, type HttpPathCall } from './http-path.js';
import { schemesOf } from './http-schemes.js';
import { readTable, type ReadRow } from './read-table.js';
import type { Requirement } from './said-parts.js';

/** Gives the system as its callers see it over HTTP, and what is missing for a whole description. */
export function buildHttp(ground: Ground, requirements: readonly Requirement[]): HttpInterface {
  const tables: HttpTables = {
    fields: readTable(ground, 'ifc.fields'),
    access: readTable(ground, 'sec.endpoint_access'),
    requirements,
  };
  const { paths, left } = pathsOf(readTable(ground, 'ifc.endpoints'), tables);
  const limits = readTable(ground, 'sec.limits');
  const errors = httpErrors(readTable(ground, 'ifc.errors'), limits);
  const licence = saidText(ground, 'ifc.licence');
  const server = saidText(ground, 'ifc.base_url');
  const operations = paths.flatMap((path) => path.operations);
  return {
    server,
    licence,
    spdx: licence === '' ? '' : spdxOf(licence),
    paths,
    errors: errors.errors,
    errorNames: errors.errorNames,
    hasBodies: operations.some(({ body, success }) => body.fields.length + success.fields.length > 0),
    schemes: schemesOf(operations.map(({ security }) => security)),
    partial: httpGaps({ server, licence, operations, errors: errors.errors, limits }),
    left: [...left, ...errors.left],
  };
}

type Read = { readonly row: ReadRow; readonly call: HttpPathCall };

/** Sorts the calls by path, in the order of the answers; parameters of one path keep the names they got first. */
function pathsOf(rows: readonly ReadRow[], tables: HttpTables): Pick<HttpInterface, 'paths' | 'left'> {
  const calls = rows.flatMap((row): readonly Read[] => {
    const call = readHttpPath(row.text('name'));
    return call === undefined ? [] : [{ row, call }];
  });
  const firsts = calls.filter(({ call }, at) => calls.findIndex((one) => sameCall(one.call, call)) === at);
  const described = new Set(firsts.map(({ row }) => row.id));
  const known = new Set(calls.map(({ row }) => row.id));
  const keys = [...new Set(firsts.map(({ call }) => call.key))];
  return {
    paths: keys.map((key) =>
      pathOf(
        firsts.filter(({ call }) => call.key === key),
        tables,
      ),
    ),
    left: rows
      .filter(({ id }) => !described.has(id))
      .map(({ id, text }) => ({
        text: text('name'),
        because: known.has(id) ? 'it is described already' : 'it is no call of HTTP',
      })),
  };
}

const sameCall = (a: HttpPathCall, b: HttpPathCall): boolean => a.key === b.key && a.method === b.method;

function pathOf(group: readonly Read[], tables: HttpTables): HttpPath {
  const path = group[0]?.call.path ?? '/';
  return { path, operations: group.map(({ row, call }) => httpOperation(row, { ...call, path }, tables)) };
}

function saidText(ground: Ground, id: string): string {
  const item = ground.situation.item(id);
  if (item?.value === undefined || !isSaid(item)) return '';
  return plainText(item.question, item.value, ground);
}

/** Licences that are known by their SPDX id; any other gets a reference of its own. */
const KNOWN = [
  'AGPL-3.0-only',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'EUPL-1.2',
  'GPL-3.0-only',
  'ISC',
  'LGPL-3.0-only',
  'MIT',
  'MPL-2.0',
];

function spdxOf(licence: string): string {
  const known = KNOWN.find((id) => id.toLowerCase() === licence.toLowerCase());
  return known ?? `LicenseRef-${slug(licence) || 'own'}`;
}
