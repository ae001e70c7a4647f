import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { buildHttp } from '../../src/spec/build-http.js';
import type { HttpInterface } from '../../src/spec/http-parts.js';
import { aBank } from '../helpers/a-bank.js';
import type { SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const bank = () =>
  aBank()
    .question(
      aTable('ifc.endpoints', 'name', textColumn('auth'), textColumn('success')),
      aTable('ifc.fields', 'name', textColumn('endpoint'), textColumn('part'), textColumn('type')),
      aTable('ifc.errors', 'name', textColumn('code')),
      aTable('sec.endpoint_access', 'name', textColumn('endpoint')),
      aTable('sec.limits', 'name', textColumn('over')),
      { id: 'ifc.licence', kind: 'text' },
      { id: 'ifc.base_url', kind: 'text' },
    )
    .joined();

const http = (said?: (session: SessionBuilder) => SessionBuilder): HttpInterface =>
  buildHttp(groundFrom(bank(), said), []);

const call = (id: string, name: string, cells: Row['cells'] = {}): Row => ({ id, cells: { name, ...cells } });

const calls = (...rows: readonly Row[]): HttpInterface =>
  http((session) => session.answered('ifc.endpoints', rows));

/** The paths with the methods and ids of their calls. */
const places = ({ paths }: HttpInterface): unknown =>
  paths.map(({ path, operations }) => [path, ...operations.map(({ method, id }) => `${method} ${id}`)]);

describe('the system as its callers see it', () => {
  it('is empty before anything is said', () => {
    expect(http()).toMatchObject({
      ...{ server: '', licence: '', spdx: '', paths: [], errors: [], errorNames: [] },
      ...{ hasBodies: false, schemes: [], left: [] },
    });
  });

  it('has each path once, in the order of the answers, with its calls', () => {
    expect(
      places(
        calls(
          call('a', 'POST /orders'),
          call('b', 'GET /users'),
          call('c', 'GET /orders'),
          call('d', 'PUT /users'),
        ),
      ),
    ).toEqual([
      ['/orders', 'post a', 'get c'],
      ['/users', 'get b', 'put d'],
    ]);
  });

  it('keeps the names that parameters of a path got first', () => {
    const described = calls(call('a', 'GET /orders/{id}'), call('b', 'DELETE /orders/{order}'));
    expect(places(described)).toEqual([['/orders/{id}', 'get a', 'delete b']]);
    expect(
      described.paths[0]?.operations.map(({ parameters }) => parameters.map(({ name }) => name)),
    ).toEqual([['id'], ['id']]);
  });

  it('leaves out what is described already or is no call, and says why', () => {
    const described = calls(
      call('a', 'GET /orders/{id}'),
      call('b', 'GET /orders/{key}'),
      call('c', 'order.placed'),
      call('d', 'GET /orders/{id}'),
    );
    expect(places(described)).toEqual([['/orders/{id}', 'get a']]);
    expect(described.left).toEqual([
      { text: 'GET /orders/{key}', because: 'it is described already' },
      { text: 'order.placed', because: 'it is no call of HTTP' },
      { text: 'GET /orders/{id}', because: 'it is described already' },
    ]);
  });

  it('says of its errors what has no status, behind the calls that are left out', () => {
    const described = http((session) =>
      session
        .answered('ifc.endpoints', [call('a', 'order.placed')])
        .answered('ifc.errors', [call('gone', 'Gone', { code: '410' }), call('odd', 'Odd', { code: 'E17' })]),
    );
    expect([described.errors.map(({ status }) => status), described.errorNames, described.left]).toEqual([
      ['410'],
      ['Gone'],
      [
        { text: 'order.placed', because: 'it is no call of HTTP' },
        { text: 'Odd', because: 'its code is no error status of HTTP' },
      ],
    ]);
  });
});

describe('what the calls carry', () => {
  const withField = (part: string): HttpInterface =>
    http((session) =>
      session
        .answered('ifc.endpoints', [call('a', 'POST /orders')])
        .answered('ifc.fields', [call('f', 'amount', { endpoint: 'a', part, type: 'text' })]),
    );

  it('has bodies when a request or a success has fields', () => {
    expect([withField('request').hasBodies, withField('response').hasBodies]).toEqual([true, true]);
    expect([withField('header').hasBodies, calls(call('a', 'POST /orders')).hasBodies]).toEqual([
      false,
      false,
    ]);
  });

  it('has the schemes that some call presents', () => {
    expect(calls(call('a', 'GET /a', { auth: 'oauth2' }), call('b', 'GET /b')).schemes).toHaveLength(1);
    expect(calls(call('a', 'GET /a')).schemes).toEqual([]);
  });
});

describe('the server and the licence', () => {
  const of = (id: string, text: string): HttpInterface => http((session) => session.answered(id, text));

  it('are as they were said', () => {
    expect(of('ifc.base_url', 'https://api.example.org').server).toBe('https://api.example.org');
    expect(of('ifc.licence', 'Our own').licence).toBe('Our own');
    expect(http((session) => session.standing('ifc.licence', { status: 'unknown' })).licence).toBe('');
  });

  it.each([
    ...['AGPL-3.0-only', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'CC0-1.0'],
    ...['EUPL-1.2', 'GPL-3.0-only', 'ISC', 'LGPL-3.0-only', 'MIT', 'MPL-2.0'],
  ])('are known by the id of SPDX, however it is written: %s', (id) => {
    expect([of('ifc.licence', id).spdx, of('ifc.licence', id.toLowerCase()).spdx]).toEqual([id, id]);
  });

  it('are known by a reference of their own where SPDX has none', () => {
    expect(['Our own terms', 'MIT or so', '§'].map((licence) => of('ifc.licence', licence).spdx)).toEqual([
      'LicenseRef-our-own-terms',
      'LicenseRef-mit-or-so',
      'LicenseRef-own',
    ]);
  });
});
