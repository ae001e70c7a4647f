import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/bank/index.js';
import { textField } from '../../src/spec/http-fields.js';
import { httpOperation, type HttpTables } from '../../src/spec/http-operation.js';
import { readHttpPath } from '../../src/spec/http-path.js';
import { aRequirement } from './a-requirement.js';
import { aReadRow } from './read-row.js';

type Cells = Readonly<Record<string, Cell>>;

const nothing: HttpTables = { fields: [], access: [], requirements: [] };
const field = (id: string, cells: Cells) => aReadRow(id, { endpoint: 'buy', name: id, ...cells });

function operation(name: string, cells: Cells = {}, tables: Partial<HttpTables> = {}) {
  const call = readHttpPath(name);
  if (call === undefined) throw new Error(`${name} is no call.`);
  return httpOperation(aReadRow('buy', cells), call, { ...nothing, ...tables });
}

const named = (name: string, required: boolean, place: 'path' | 'query') => ({
  ...textField(name, required),
  place,
});

describe('a call', () => {
  it('of which nothing is said is partial, and says what is not known', () => {
    expect(operation('GET /orders')).toEqual({
      ...{ id: 'buy', method: 'get', summary: '', description: '', requirements: [], parameters: [] },
      body: { fields: [], required: [] },
      security: '',
      success: { status: '2XX', description: 'It succeeded', fields: [], required: [] },
      partial: [
        'what the caller presents is not known (ifc.endpoints, auth)',
        'the status of a success is not known (ifc.endpoints, success)',
      ],
    });
  });

  it('is whole once it is said what the caller presents and what comes back', () => {
    const cells = { purpose: 'Buy a thing', auth: 'oauth2', success: '201 with the order' };

    expect(operation('POST /orders', cells)).toMatchObject({
      ...{ summary: 'Buy a thing', security: 'oauth2', partial: [] },
      success: { status: '201', description: 'the order' },
    });
  });

  it.each([
    ['200', '200', 'It succeeded'],
    ['200 OK', '200', 'OK'],
    ['200: the order', '200', 'the order'],
    ['302, with the place', '302', 'the place'],
    ['204 nothing', '204', 'nothing'],
    ['404 not found', '2XX', '404 not found'],
    ['2000 orders', '2XX', '2000 orders'],
    ['the order', '2XX', 'the order'],
    ['200 two\nlines', '200', 'two\nlines'],
  ])('that succeeds with %j has the status %s', (success, status, description) => {
    expect(operation('GET /orders', { success }).success).toMatchObject({ status, description });
  });

  it('has the fields of its two parts, and those of no other call', () => {
    const fields = [
      field('sum', { part: 'request', required: true }),
      field('id', { part: 'response', required: true }),
      field('state', { part: 'response' }),
      field('other', { part: 'request', endpoint: 'sell' }),
    ];
    const { body, success, parameters } = operation('POST /orders', { success: '201' }, { fields });

    expect(parameters).toEqual([]);
    expect(body.fields.map(({ name }) => name)).toEqual(['sum']);
    expect(body.required).toEqual(['sum']);
    expect(success.fields.map(({ name }) => name)).toEqual(['id', 'state']);
    expect(success.required).toEqual(['id']);
  });

  it.each([
    ['GET /orders', '200', 1],
    ['HEAD /orders', '200', 0],
    ['GET /orders', '204', 0],
    ['GET /orders', '205', 0],
    ['GET /orders', '304', 0],
    ['GET /orders', '303', 1],
  ])('%s that succeeds with %s gives a body of %d fields', (name, success, count) => {
    const fields = [field('id', { part: 'response' })];

    expect(operation(name, { success }, { fields }).success.fields).toHaveLength(count);
  });
});

describe('the parameters of a call', () => {
  const fields = [
    field('id', { part: 'request', type: 'integer' }),
    field('page', { part: 'request', required: true, type: 'string' }),
    field('id', { part: 'response' }),
  ];

  it('stand in the path, where each is required, and in the query', () => {
    expect(operation('POST /orders/{id}?state=open').parameters).toEqual([
      named('id', true, 'path'),
      named('state', false, 'query'),
    ]);
  });

  it('are described as the request describes them, and leave its body', () => {
    const { parameters, body } = operation('POST /orders/{id}', {}, { fields });

    expect(parameters).toMatchObject([{ name: 'id', type: 'integer', required: true, place: 'path' }]);
    expect(body.fields.map(({ name }) => name)).toEqual(['page']);
  });

  it.each(['GET', 'HEAD', 'DELETE'])('are all fields of the request of %s', (method) => {
    const { parameters, body } = operation(`${method} /orders/{id}?page`, {}, { fields });

    expect(parameters.map(({ name, place, required }) => [name, place, required])).toEqual([
      ['id', 'path', true],
      ['page', 'query', true],
    ]);
    expect(body).toEqual({ fields: [], required: [] });
  });

  it.each(['POST', 'PUT', 'PATCH'])('are no fields of the request of %s', (method) => {
    const { parameters, body } = operation(`${method} /orders`, {}, { fields });

    expect(parameters).toEqual([]);
    expect(body.fields.map(({ name }) => name)).toEqual(['id', 'page']);
  });

  const key = (description: string) => ({
    ...textField('Idempotency-Key', true),
    ...{ description, place: 'header' },
  });

  it('hold an idempotency key where a repeated call goes by one', () => {
    expect(operation('POST /orders', { repeat: 'key' }).parameters).toEqual([
      key('The same for every attempt of one operation.'),
    ]);
    expect(operation('POST /orders', { repeat: 'key', key_kept: '24 h' }).parameters).toEqual([
      key('The same for every attempt of one operation; kept for 24 h.'),
    ]);
    expect(operation('POST /orders', { repeat: 'natural', key_kept: '24 h' }).parameters).toEqual([]);
  });

  it.each([
    ['idempotency_key', false],
    ['Idempotency-Key', false],
    ['idempotencykey', false],
    ['my_idempotency_key', true],
    ['idempotency_key_id', true],
    ['key', true],
  ])('hold no second key beside the field %s: %s', (name, isAdded) => {
    const own = [field('first', { part: 'request' }), field(name, { part: 'request' })];
    const { parameters } = operation('POST /orders', { repeat: 'key' }, { fields: own });

    expect(parameters.some((parameter) => parameter.name === 'Idempotency-Key')).toBe(isAdded);
  });
});

describe('the description of a call', () => {
  it.each([
    ['natural', 'Repeated, it changes nothing more.'],
    ['key', 'Repeated with the same idempotency key, it gives the first result again.'],
    ['downstream', 'The receiver removes a repeated request.'],
    ['not-safe', 'It must not be repeated: it would act twice.'],
    ['other', ''],
  ])('says what a repeated one does: %s', (repeat, description) => {
    expect(operation('POST /orders', { repeat }).description).toBe(description);
  });

  it('says who calls it, what protects it and who is allowed to', () => {
    const access = [
      aReadRow('a', { endpoint: 'buy', actor: 'Guest', rule: 'own orders only' }),
      aReadRow('b', { endpoint: 'buy', actor: 'Clerk' }),
      aReadRow('c', { endpoint: 'buy', rule: 'by day' }),
      aReadRow('d', { endpoint: 'sell', actor: 'Nobody' }),
    ];
    const cells = { caller: 'the shop', repeat: 'natural', auth: 'network' };

    expect(operation('POST /orders', cells, { access }).description).toBe(
      'Called by the shop. Repeated, it changes nothing more. Only its place in the network protects it. Allowed: Guest, own orders only. Allowed: Clerk. Allowed: by day.',
    );
  });

  it('says nothing of the network where something has to be presented', () => {
    expect(operation('POST /orders', { auth: 'none' })).toMatchObject({ description: '', security: 'open' });
    expect(operation('POST /orders', { auth: 'mtls' })).toMatchObject({ description: '', security: 'mtls' });
  });
});

describe('the requirements of a call', () => {
  it('are those about it, its fields and who may send it', () => {
    const about = (id: string, question: string, row: string) =>
      aRequirement(id, { answers: [question], row });
    const tables = {
      fields: [field('sum', { part: 'request' }), field('far', { part: 'request', endpoint: 'sell' })],
      access: [aReadRow('guest', { endpoint: 'buy' }), aReadRow('clerk', { endpoint: 'sell' })],
      requirements: [
        about('own', 'ifc.endpoints', 'buy'),
        about('other', 'ifc.endpoints', 'sell'),
        about('field', 'ifc.fields', 'sum'),
        about('far', 'ifc.fields', 'far'),
        about('may', 'sec.endpoint_access', 'guest'),
        about('may-not', 'sec.endpoint_access', 'clerk'),
        about('elsewhere', 'rec.rpo', 'buy'),
        { ...aRequirement('nowhere', { row: 'buy' }), answers: [] },
      ],
    };

    expect(operation('POST /orders', {}, tables).requirements).toEqual(['own', 'field', 'may']);
  });
});
