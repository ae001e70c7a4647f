import { describe, expect, it } from 'vitest';
import { dayFrom, parseDay, parseOwnerDue } from '../../src/form/owner-due.js';
import { NOON } from './a-form.js';

describe('owner and date on one line', () => {
  it.each([
    ['', {}],
    ['@dba by 15 Dec', { owner: 'dba', due: '2026-12-15' }],
    ['dba by 15 Dec', { owner: 'dba', due: '2026-12-15' }],
    ['storage team by 2027-01-02', { owner: 'storage team', due: '2027-01-02' }],
    ['@dba 15 December 2027', { owner: 'dba', due: '2027-12-15' }],
    ['@dba until Friday.', { owner: 'dba', due: '2026-11-27' }],
    ['by tomorrow', { due: '2026-11-22' }],
    ['@dba', { owner: 'dba' }],
    ['storage team', { owner: 'storage team' }],
    ['May', { owner: 'May' }],
  ])('reads “%s”', (text, expected) => {
    expect(parseOwnerDue(text, NOON)).toEqual({ ok: true, value: expected });
  });

  it.each(['@dba by soon', '@dba by 31 Feb', 'by 2026-13-01', 'by 40.1.'])(
    'refuses “%s” with an example',
    (text) => {
      expect(parseOwnerDue(text, NOON)).toMatchObject({
        ok: false,
        error: { code: 'date-unclear', hint: expect.stringContaining('@dba') as string },
      });
    },
  );

  it.each([
    ['15 Dec', '2026-12-15'],
    ['Dec 15', '2026-12-15'],
    ['december 15th, 2028', '2028-12-15'],
    ['1st March', '2027-03-01'],
    ['21 nov', '2026-11-21'],
    ['20 nov', '2027-11-20'],
    ['29 Feb', '2028-02-29'],
    ['3 Sept', '2027-09-03'],
    ['15.12.', '2026-12-15'],
    ['1.2.2027', '2027-02-01'],
    ['today', '2026-11-21'],
    ['next week', '2026-11-28'],
    ['saturday', '2026-11-28'],
    ['next mon', '2026-11-23'],
    ['in 10 days', '2026-12-01'],
    ['in a week', '2026-11-28'],
    ['in 3 months', '2027-02-21'],
  ])('reads the day “%s”', (text, expected) => {
    expect(parseDay(text, NOON)).toBe(expected);
  });

  it.each(['', 'ma 3', '31 April 2027', '2026-02-30', 'in 2 years', '5', 'xx 5'])(
    'knows that “%s” is no day',
    (text) => {
      expect(parseDay(text, NOON)).toBeUndefined();
    },
  );

  it('keeps the last day of a shorter month', () => {
    expect(parseDay('in 3 months', Date.UTC(2026, 10, 30, 12))).toBe('2027-02-28');
    expect(dayFrom(NOON, 90)).toBe('2027-02-19');
  });
});
