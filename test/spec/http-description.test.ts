import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/bank/index.js';
import { parseHttpCall } from '../../src/spec/http-call.js';
import { httpBody, httpField, textField } from '../../src/spec/http-fields.js';
import { pathNames, readHttpPath } from '../../src/spec/http-path.js';
import { schemesOf, securityOf } from '../../src/spec/http-schemes.js';

const field = (cells: Readonly<Record<string, Cell>>) =>
  httpField({
    id: 'x',
    cell: (column) => cells[column],
    text: (column) => {
      const cell = cells[column];
      return typeof cell === 'string' ? cell : '';
    },
  });

describe('a call of HTTP', () => {
  it.each([
    ['GET /', { method: 'GET', path: '/' }],
    ['DELETE /a/{id}?x=1', { method: 'DELETE', path: '/a/{id}?x=1' }],
    ['HEAD /a', { method: 'HEAD', path: '/a' }],
  ])('is read from %j', (name, call) => {
    expect(parseHttpCall(name)).toEqual(call);
  });

  it.each(['get /a', 'TRACE /a', 'GET a', 'GET  /a', 'GET /a b', 'call GET /a', 'GET', ''])(
    'is none in %j',
    (name) => {
      expect(parseHttpCall(name)).toBeUndefined();
      expect(readHttpPath(name)).toBeUndefined();
    },
  );

  it.each([
    ['GET /orders', '/orders', '/orders', []],
    ['GET /orders/{id}', '/orders/{id}', '/orders/{}', []],
    ['GET /a/{x}-{y}', '/a/{x}-{y}', '/a/{}-{}', []],
    ['GET /a?state=open&page&state=b', '/a', '/a', ['state', 'page']],
    ['GET /a?', '/a', '/a', []],
    ['GET /a?x=1?y=2', '/a', '/a', ['x']],
  ])('has a place and a query: %s', (name, path, key, query) => {
    expect(readHttpPath(name)).toEqual({ method: 'get', path, key, query });
  });

  it.each(['GET /a/{id}/{id}', 'GET /a/{}', 'GET /a/{1d}', 'GET /a/{id', 'GET /a/"b"', 'GET /a/<b>'])(
    'has no place in a description: %s',
    (name) => {
      expect(readHttpPath(name)).toBeUndefined();
    },
  );

  it('names its parameters in order', () => {
    expect(pathNames('/a/{x}/b-{y_z}')).toEqual(['x', 'y_z']);
    expect(pathNames('/a')).toEqual([]);
  });
});

describe('a field', () => {
  it('has what its row says', () => {
    const cells = { name: 'total', type: 'integer', required: true, bounds: '1 to 5', hidden_from: 'guests' };

    expect(field({ ...cells, example: '3' })).toEqual({
      ...{ name: 'total', type: 'integer', format: '', required: true, example: '3', isText: false },
      description: 'Allowed: 1 to 5. Never shown to guests.',
    });
  });

  it('of which nothing is said has nothing', () => {
    expect(field({})).toEqual({
      ...{ name: '', type: '', format: '', required: false, description: '', example: '', isText: true },
    });
    expect(textField('id', true)).toEqual({
      ...{
        name: 'id',
        type: 'string',
        format: '',
        required: true,
        description: '',
        example: '',
        isText: true,
      },
    });
  });

  it.each([
    ['string', 'a', true],
    ['integer', '-12', true],
    ['integer', '0', true],
    ['integer', '012', false],
    ['integer', '1.5', false],
    ['integer', '999999999999999', true],
    ['integer', '9999999999999999', false],
    ['number', '1.5', true],
    ['number', '-0.25', true],
    ['number', '.5', false],
    ['number', '1e5', false],
    ['boolean', 'true', true],
    ['boolean', 'false', true],
    ['boolean', 'yes', false],
    ['date', '2026-12-15', true],
    ['date', '15.12.2026', false],
    ['datetime', '2026-12-15T10:00:00Z', true],
    ['datetime', '2026-12-15T10:00:00.25+01:00', true],
    ['datetime', '2026-12-15T10:00:00', false],
    ['list', 'a', false],
  ])('of the type %s takes %j for an example: %s', (type, example, fits) => {
    const { description, ...made } = field({ type, example });

    expect(made.example).toBe(fits ? example : '');
    expect(description).toBe(fits ? '' : `For example: ${example}.`);
  });

  it.each([
    ['date', 'string', 'date', true],
    ['datetime', 'string', 'date-time', true],
    ['boolean', 'boolean', '', false],
    ['number', 'number', '', false],
    ['list', 'list', '', true],
  ])('of the type %s is one of %s', (said, type, format, isText) => {
    expect(field({ type: said })).toMatchObject({ type, format, isText });
  });

  it('is told in sentences that end once', () => {
    expect(field({ bounds: 'a or b!', type: 'integer', example: 'none?' }).description).toBe(
      'Allowed: a or b! For example: none?',
    );
  });

  it('that comes twice in a body counts once, as it was said first', () => {
    const [id, name] = [textField('id', true), textField('name', false)];

    expect(httpBody([id, textField('id', false), name])).toEqual({ fields: [id, name], required: ['id'] });
    expect(httpBody([])).toEqual({ fields: [], required: [] });
  });
});

describe('a way to show who is calling', () => {
  it.each([
    ['none', 'open'],
    ['network', 'open'],
    ['oauth2', 'oauth2'],
    ['mtls', 'mtls'],
    ['other', ''],
    [undefined, ''],
  ])('that was answered with %j is %j', (auth, scheme) => {
    expect(securityOf(auth)).toBe(scheme);
  });

  it('is described where a call uses it, in a fixed order', () => {
    expect(schemesOf(['mtls', 'session', 'api-key', 'other'])).toEqual([
      {
        ...{ id: 'session', type: 'apiKey' },
        description: 'A session cookie; its name is assumed by the tool.',
        fields: [
          { name: 'in', value: 'cookie' },
          { name: 'name', value: 'session' },
        ],
      },
      {
        ...{ id: 'api-key', type: 'apiKey' },
        description: 'An API key; the name of its header is assumed by the tool.',
        fields: [
          { name: 'in', value: 'header' },
          { name: 'name', value: 'X-API-Key' },
        ],
      },
      { id: 'mtls', type: 'mutualTLS', description: 'A client certificate.', fields: [] },
    ]);
    expect(schemesOf(['signed-jwt', 'oauth2'])).toEqual([
      {
        ...{ id: 'oauth2', type: 'http', description: 'An access token of OAuth 2.' },
        fields: [{ name: 'scheme', value: 'bearer' }],
      },
      {
        ...{ id: 'signed-jwt', type: 'http', description: 'A signed JWT.' },
        fields: [
          { name: 'scheme', value: 'bearer' },
          { name: 'bearerFormat', value: 'JWT' },
        ],
      },
    ]);
    expect(schemesOf([])).toEqual([]);
  });
});
