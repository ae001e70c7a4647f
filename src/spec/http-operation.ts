import { httpBody, httpField, textField } from './http-fields.js';
import type { HttpField, HttpOperation, HttpParameter } from './http-parts.js';
import { pathNames, type HttpPathCall } from './http-path.js';
import { securityOf } from './http-schemes.js';
import type { ReadRow } from './read-table.js';
import type { Requirement } from './said-parts.js';

/** What is said about calls beside their own table. */
export type HttpTables = {
  readonly fields: readonly ReadRow[];
  readonly access: readonly ReadRow[];
  readonly requirements: readonly Requirement[];
};

/** Describes one call; what nobody has answered about it is listed as partial. */
export function httpOperation(row: ReadRow, call: HttpPathCall, tables: HttpTables): HttpOperation {
  const { id, text, cell } = row;
  const ofPart = (part: string): readonly HttpField[] =>
    tables.fields
      .filter((field) => field.cell('endpoint') === id && field.cell('part') === part)
      .map(httpField);
  const request = ofPart('request');
  const parameters = parametersOf(call, request, row);
  const placed = new Set(parameters.map(({ name }) => name));
  const security = securityOf(cell('auth'));
  const success = successOf(text('success'));
  const isBodiless = call.method === 'head' || BODILESS.includes(success.status);
  return {
    id,
    method: call.method,
    summary: text('purpose'),
    description: descriptionOf(row, tables.access),
    requirements: requirementsOf(id, tables),
    parameters,
    body: httpBody(request.filter(({ name }) => !placed.has(name))),
    security,
    success: { ...success, ...httpBody(isBodiless ? [] : ofPart('response')) },
    partial: [
      ...(security === '' ? ['what the caller presents is not known (ifc.endpoints, auth)'] : []),
      ...(success.status === ANY_SUCCESS
        ? ['the status of a success is not known (ifc.endpoints, success)']
        : []),
    ],
  };
}

/** Methods that send their fields in the address. */
const IN_ADDRESS = ['get', 'head', 'delete'];

function parametersOf(
  { path, query, method }: HttpPathCall,
  request: readonly HttpField[],
  { cell, text }: ReadRow,
): readonly HttpParameter[] {
  const inPath = pathNames(path);
  const fieldOf = (name: string, required: boolean): HttpField =>
    request.find((field) => field.name === name) ?? textField(name, required);
  const sent = IN_ADDRESS.includes(method) ? request.map(({ name }) => name) : [];
  const inQuery = [...new Set([...query, ...sent])].filter((name) => !inPath.includes(name));
  const kept = text('key_kept');
  const key: HttpParameter = {
    ...textField('Idempotency-Key', true),
    description: `The same for every attempt of one operation${kept === '' ? '' : `; kept for ${kept}`}.`,
    place: 'header',
  };
  return [
    ...inPath.map((name) => ({ ...fieldOf(name, true), required: true, place: 'path' as const })),
    ...inQuery.map((name) => ({ ...fieldOf(name, false), place: 'query' as const })),
    ...(cell('repeat') === 'key' && !request.some(isKey) ? [key] : []),
  ];
}

/** Says whether a field carries the idempotency key already. */
const isKey = ({ name }: HttpField): boolean => /^idempotency[_-]?key$/i.test(name);

const REPEATS: Readonly<Record<string, string>> = {
  natural: 'Repeated, it changes nothing more.',
  key: 'Repeated with the same idempotency key, it gives the first result again.',
  downstream: 'The receiver removes a repeated request.',
  'not-safe': 'It must not be repeated: it would act twice.',
};

function descriptionOf({ id, cell, text }: ReadRow, access: readonly ReadRow[]): string {
  const repeat = cell('repeat');
  const rules = access
    .filter((one) => one.cell('endpoint') === id)
    .map(
      (one) => `Allowed: ${[one.text('actor'), one.text('rule')].filter((part) => part !== '').join(', ')}.`,
    );
  const says = [
    text('caller') === '' ? '' : `Called by ${text('caller')}.`,
    typeof repeat === 'string' ? (REPEATS[repeat] ?? '') : '',
    cell('auth') === 'network' ? 'Only its place in the network protects it.' : '',
    ...rules,
  ];
  return says.filter((part) => part !== '').join(' ');
}

/** The status of a success nobody has named. */
const ANY_SUCCESS = '2XX';

const BODILESS = ['204', '205', '304'];

function successOf(said: string): { readonly status: string; readonly description: string } {
  const [, status, more = ''] = /^([23]\d\d)\b[\s:,]*(?:with )?(.*)/s.exec(said) ?? [];
  const description = status === undefined ? said : more;
  return { status: status ?? ANY_SUCCESS, description: description === '' ? 'It succeeded' : description };
}

/** What is asked about a call, and about what it carries and who may send it. */
function requirementsOf(id: string, { fields, access, requirements }: HttpTables): readonly string[] {
  const rows = (table: readonly ReadRow[]): ReadonlySet<string> =>
    new Set(table.filter(({ cell }) => cell('endpoint') === id).map((row) => row.id));
  const about: Readonly<Record<string, ReadonlySet<string>>> = {
    'ifc.endpoints': new Set([id]),
    'ifc.fields': rows(fields),
    'sec.endpoint_access': rows(access),
  };
  return requirements
    .filter(({ answers: [first = ''], row }) => about[first]?.has(row) ?? false)
    .map((requirement) => requirement.id);
}
