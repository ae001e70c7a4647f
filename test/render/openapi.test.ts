import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { RawSaved } from '../../src/interview/index.js';
import { safeText } from '../../src/kernel/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import { HTTP } from '../../src/render/sample-http.js';
import type { HttpInterface, SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll, strongAnswers } from './shipped.js';

const shipped = readShipped(root);
const openapi = shipped.formats.filter(({ id }) => id === 'openapi');
const strong = strongAnswers(shipped.bank);

type Node = { readonly [name: string]: Node };

const dataOf = (document: SpecDocument): Node => {
  const yaml = parseDocument(renderAll(document, openapi, 'x')[0]?.text ?? '');
  expect(yaml.errors).toEqual([]);
  return yaml.toJS() as Node;
};

const at = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name], node);

const caseOf = (id: string): RawSaved => {
  const found = shipped.cases.find(({ caseInfo }) => caseInfo.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found.raw;
};

const withRaw = (id: string, raw: unknown): RawSaved => ({
  ...strong,
  answers: new Map([...strong.answers, [id, { status: 'answered', raw }]]),
});

const without = (...ids: readonly string[]): RawSaved => ({
  ...strong,
  answers: new Map([...strong.answers].filter(([id]) => !ids.includes(id))),
});

const httpOf = (saved: RawSaved): HttpInterface => documentOf(shipped.bank, saved).http;

/** What is no text, and names that would become one when they are spoiled. */
const KEPT = ['42', 'note', 'left', 'id', 'page'];

/** Replaces every free text of a description. */
const spoiled = (text: string): HttpInterface => {
  const fixed = ['path', 'id', 'method', 'type', 'format', 'place', 'status', 'security', 'schemes'];
  const spoil = (value: unknown, name = ''): unknown => {
    if (fixed.includes(name)) return value;
    if (typeof value === 'string') return KEPT.includes(value) ? value : text;
    if (Array.isArray(value)) return value.map((item) => spoil(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoil(inner, key)]));
  };
  return spoil(HTTP) as HttpInterface;
};

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.values(value).map(shapeOf);
};

describe('openapi.yaml', () => {
  it.each(HOSTILE)('keeps %j in its strings, word for word', (text) => {
    const words = safeText(text).replaceAll(/\s+/g, ' ').trim();
    const tame = dataOf({ ...SAMPLE, name: 'x', state: 'x', http: spoiled('x') });
    const hostile = dataOf({ ...SAMPLE, name: text, state: text, http: spoiled(text) });

    expect(shapeOf(hostile)).toEqual(shapeOf(tame));
    expect(at(hostile, 'info', 'title')).toBe(words);
    expect(at(hostile, 'servers', '0', 'url')).toBe(words);
    expect(
      Object.keys(at(hostile, 'components', 'schemas', 'change-order-request', 'properties') ?? {}),
    ).toEqual([words, 'note', 'left']);
  });

  it('describes every call of the payments with its fields, errors, key and requirements', () => {
    const data = dataOf(documentOf(shipped.bank, caseOf('payments')));
    const charge = at(data, 'paths', '/charges', 'post');
    const schemas = at(data, 'components', 'schemas') as Node;

    expect(Object.keys(data['paths'] ?? {})).toEqual([
      '/charges',
      '/refunds',
      '/payments/{id}',
      '/webhooks/processor',
    ]);
    expect(at(charge, 'security')).toEqual([{ oauth2: [] }]);
    expect(at(charge, 'x-requirements')).toContain('REQ-IFC-003.post-charges');
    expect(Object.keys(at(charge, 'responses') ?? {})).toEqual([
      '201',
      '400',
      '401',
      '409',
      '422',
      '429',
      '503',
    ]);
    expect(at(schemas['post-charges-request'], 'properties', 'amount')).toEqual({
      type: 'integer',
      description: 'Allowed: whole numbers from 1 to 10000000.',
      examples: [12990],
    });
    expect(at(data, 'paths', '/payments/{id}', 'get', 'parameters')).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(data).not.toHaveProperty('x-partial');
  });

  it('says what a partial description lacks, and claims nothing in its place', () => {
    const data = dataOf(documentOf(shipped.bank, caseOf('rate-limiter')));
    const check = at(data, 'paths', '/api/v1/check-limit', 'post');

    expect(data['x-partial']).toEqual([
      'no address is known (ifc.base_url)',
      'no licence is known (ifc.licence)',
      'no error is known (ifc.errors)',
      'post-api-v1-check-limit: what the caller presents is not known (ifc.endpoints, auth)',
      'post-api-v1-check-limit: the status of a success is not known (ifc.endpoints, success)',
    ]);
    expect(data).not.toHaveProperty('servers');
    expect(data['info']).not.toHaveProperty('license');
    expect(check).not.toHaveProperty('security');
  });

  it('has no path without a call, and says so', () => {
    const data = dataOf(documentOf(shipped.bank, caseOf('todo-api')));

    expect(data['paths']).toEqual({});
    expect(data['x-partial']).toContain('no call of HTTP is known (ifc.endpoints)');
  });
});

describe('the interface seen over HTTP', () => {
  const call = { caller: 'a job', purpose: 'work', mutates: false };

  it('lacks nothing when everything is answered', () => {
    expect(httpOf(strong).partial).toEqual([]);
  });

  it.each(['ifc.base_url', 'ifc.licence', 'ifc.errors'])('is partial without %s', (id) => {
    expect(httpOf(without(id)).partial).toEqual([expect.stringContaining(`(${id})`)]);
  });

  it('is partial when calls are refused above a limit that no error tells', () => {
    const errors = [
      {
        id: 'gone',
        name: 'gone',
        code: '410',
        means: 'it is gone',
        retry: 'never',
        caller_does: 'forget it',
      },
    ];

    expect(httpOf(withRaw('ifc.errors', errors)).partial).toEqual([
      'calls above a limit are refused, and no error 429 is known (ifc.errors)',
    ]);
  });

  it('leaves out what is no call of HTTP or is described already, and says why', () => {
    const endpoints = [
      'order.placed',
      'GET /a/{id}',
      'GET /a/{name}',
      'PUT /a/{name}',
      'GET /a b',
      'GET /{x}/{x}',
    ].map((name, index) => ({ id: `row-${String(index)}`, name, ...call }));
    const { paths, left } = httpOf(withRaw('ifc.endpoints', endpoints));

    expect(paths.map(({ path, operations }) => [path, ...operations.map(({ method }) => method)])).toEqual([
      ['/a/{id}', 'get', 'put'],
    ]);
    expect(paths[0]?.operations[1]?.parameters.map(({ name }) => name)).toEqual(['id']);
    expect(left.map(({ text, because }) => `${text}: ${because}`)).toEqual([
      'order.placed: it is no call of HTTP',
      'GET /a/{name}: it is described already',
      'GET /a b: it is no call of HTTP',
      'GET /{x}/{x}: it is no call of HTTP',
    ]);
  });

  it('takes the fields of a call without a body as parameters of its address', () => {
    const saved = withRaw('ifc.endpoints', [{ id: 'find', name: 'GET /a/{id}?state=open', ...call }]);
    const field = { endpoint: 'find', part: 'request', type: 'integer', required: true };
    const fields = [
      { id: 'id', name: 'id', ...field },
      { id: 'limit', name: 'limit', ...field },
    ];
    const answers = new Map([...saved.answers, ['ifc.fields', { status: 'answered' as const, raw: fields }]]);
    const [operation] = httpOf({ ...saved, answers }).paths[0]?.operations ?? [];

    expect(operation?.parameters.map(({ name, place, type }) => [name, place, type])).toEqual([
      ['id', 'path', 'integer'],
      ['state', 'query', 'string'],
      ['limit', 'query', 'integer'],
    ]);
    expect(operation?.body.fields).toEqual([]);
  });

  it('asks for an idempotency key, unless the body carries it', () => {
    const keyed = httpOf(strong).paths.flatMap(({ operations }) => operations);
    const names = (id: string) => keyed.find((one) => one.id === id)?.parameters.map(({ name }) => name);
    const inBody = httpOf(caseOf('payments')).paths.flatMap(({ operations }) => operations);

    expect(names('create-order')).toEqual(['Idempotency-Key']);
    expect(inBody.find(({ id }) => id === 'post-charges')?.parameters).toEqual([]);
  });
});
