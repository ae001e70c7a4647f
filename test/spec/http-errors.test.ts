import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/bank/index.js';
import { httpErrors } from '../../src/spec/http-errors.js';
import { aReadRow } from './read-row.js';

const anError = (name: string, code: string, cells: Readonly<Record<string, Cell>> = {}) =>
  aReadRow(name.toLowerCase(), { name, code, means: `It is ${name}`, ...cells });

describe('the errors of an interface', () => {
  it('are none of an empty table', () => {
    expect(httpErrors([], [])).toEqual({ errors: [], errorNames: [], left: [] });
  });

  it('stand by their status, in order, and say together what each means', () => {
    const rows = [
      anError('Busy', '503 Service Unavailable', { retry: 'after-wait', caller_does: 'wait a minute' }),
      anError('Gone', '404'),
      anError('Absent', '404', { retry: 'never' }),
    ];

    expect(httpErrors(rows, [])).toEqual({
      errors: [
        {
          ...{ status: '404', names: ['Gone', 'Absent'], waits: false, tellsLimit: false },
          description: 'Gone: It is Gone. Absent: It is Absent. Never send the same request again.',
        },
        {
          ...{ status: '503', names: ['Busy'], waits: true, tellsLimit: false },
          description: 'Busy: It is Busy. Try again after a wait: wait a minute.',
        },
      ],
      errorNames: ['Busy', 'Gone', 'Absent'],
      left: [],
    });
  });

  it.each([
    [{}, 'Odd: It is Odd.'],
    [{ retry: 'never' }, 'Odd: It is Odd. Never send the same request again.'],
    [{ retry: 'after-wait' }, 'Odd: It is Odd. Try again after a wait.'],
    [{ retry: 'at-once' }, 'Odd: It is Odd. Try again once, at once.'],
    [{ retry: 'other' }, 'Odd: It is Odd.'],
    [{ caller_does: 'ask the owner' }, 'Odd: It is Odd. Ask the owner.'],
    [{ retry: 'at-once', caller_does: 'count it' }, 'Odd: It is Odd. Try again once, at once: count it.'],
  ])('say what the caller does: %j', (cells, description) => {
    expect(httpErrors([anError('Odd', '400', cells)], []).errors[0]?.description).toBe(description);
  });

  it('are left out where their code is no status of an error', () => {
    const because = 'its code is no error status of HTTP';
    const rows = ['E42', '200', '4040', '304', '', 'HTTP 404'].map((code) => anError(`Error ${code}`, code));

    expect(httpErrors([anError('Gone', '404'), ...rows], [])).toMatchObject({
      errors: [{ status: '404' }],
      errorNames: ['Gone'],
      left: ['E42', '200', '4040', '304', '', 'HTTP 404'].map((code) => ({ text: `Error ${code}`, because })),
    });
  });

  it('name each error once', () => {
    const rows = [anError('Odd', '400'), anError('Odd', '500')];

    expect(httpErrors(rows, []).errorNames).toEqual(['Odd']);
  });

  it.each([
    ['429', 'after-wait', true],
    ['503', 'after-wait', true],
    ['500', 'after-wait', false],
    ['429', 'never', false],
  ])('may say how long to wait: %s, %s: %s', (status, retry, waits) => {
    const rows = [anError('First', status), anError('Second', status, { retry })];

    expect(httpErrors(rows, []).errors.map((one) => one.waits)).toEqual([waits]);
  });

  it('may tell the limit where one is told, and only above it', () => {
    const rows = [anError('Many', '429'), anError('Busy', '503')];
    const tells = (...reveals: readonly boolean[]) => {
      const limits = reveals.map((one) => aReadRow(String(one), { reveals_limit: one }));
      return httpErrors(rows, limits).errors.map(({ tellsLimit }) => tellsLimit);
    };

    expect(tells(false, true)).toEqual([true, false]);
    expect(tells(false)).toEqual([false, false]);
    expect(tells()).toEqual([false, false]);
  });
});
