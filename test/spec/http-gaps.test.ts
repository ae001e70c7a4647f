import { describe, expect, it } from 'vitest';
import { httpGaps, type HttpNeeds } from '../../src/spec/http-gaps.js';
import type { HttpError, HttpOperation } from '../../src/spec/http-parts.js';
import type { ReadRow } from '../../src/spec/read-table.js';

const error = (status: string): HttpError => ({
  status,
  description: 'Something is wrong',
  names: [],
  waits: false,
  tellsLimit: false,
});

const operation = (id: string, partial: readonly string[] = []): HttpOperation => ({
  id,
  method: 'get',
  summary: '',
  description: '',
  requirements: [],
  parameters: [],
  body: { fields: [], required: [] },
  security: 'open',
  success: { status: '200', description: '', fields: [], required: [] },
  partial,
});

const limit = (response: string): ReadRow => ({
  id: response,
  text: () => response,
  cell: (column) => (column === 'response' ? response : undefined),
});

const whole: HttpNeeds = {
  server: 'https://api.example.com',
  licence: 'MIT',
  operations: [operation('list')],
  errors: [error('404'), error('500')],
  limits: [],
};
const NO_429 = 'calls above a limit are refused, and no error 429 is known (ifc.errors)';

describe('what a description over HTTP lacks', () => {
  it('is nothing when it is whole', () => {
    expect(httpGaps(whole)).toEqual([]);
  });

  it.each<[Partial<HttpNeeds>, readonly string[]]>([
    [{ operations: [] }, ['no call of HTTP is known (ifc.endpoints)']],
    [{ server: '' }, ['no address is known (ifc.base_url)']],
    [{ licence: '' }, ['no licence is known (ifc.licence)']],
    [{ errors: [] }, ['no error is known (ifc.errors)']],
    [{ errors: [error('500')] }, ['no error that the caller causes is known (ifc.errors)']],
    [{ limits: [limit('wait'), limit('refuse')] }, [NO_429]],
    [{ limits: [limit('wait')] }, []],
    [{ limits: [limit('refuse')], errors: [error('404'), error('429')] }, []],
    [{ limits: [limit('refuse')], errors: [] }, ['no error is known (ifc.errors)']],
    [{ operations: [operation('list', ['what it gives']), operation('put')] }, ['list: what it gives']],
  ])('is named with the question that asks for it: %j', (over, gaps) => {
    expect(httpGaps({ ...whole, ...over })).toEqual(gaps);
  });
});
