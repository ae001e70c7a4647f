import { describe, expect, it } from 'vitest';
import { isSaid, originOf, questionIdOf, rowsOf, sourceText } from '../../src/spec/ground.js';
import { readTable } from '../../src/spec/read-table.js';
import { aBank } from '../helpers/a-bank.js';
import type { Beside, SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const ground = (said: (session: SessionBuilder) => SessionBuilder) =>
  groundFrom(
    aBank()
      .question(
        { id: 'rec.rpo' },
        { id: 'rec.fast', kind: 'confirm', default: true },
        { id: 'rec.only', when: 'a.rec.fast == false' },
        aTable('dep.parts', 'name', textColumn('does'), {
          id: 'soft',
          label: 'Soft',
          kind: 'confirm',
          ask: 'row',
        }),
      )
      .joined(),
    said,
  );

describe('the question of an id', () => {
  it.each([
    ['rec.rpo', 'rec.rpo'],
    ['rec.failures.db', 'rec.failures'],
    ['rec.failures.db.mode', 'rec.failures'],
    ['rec', 'rec'],
    ['', ''],
  ])('of %j is %j', (id, question) => {
    expect(questionIdOf(id)).toBe(question);
  });
});

describe('where an answer comes from', () => {
  const origin = (beside: Beside): string =>
    originOf(
      ground((session) => session.answered('rec.rpo', 'x', beside)),
      'rec.rpo',
    );

  it('is told in a few words', () => {
    expect(origin({ source: 'measured', evidence: 'log.txt', by: '@ada' })).toBe(
      'measured, see log.txt, said by @ada',
    );
    expect([origin({ evidence: 'log.txt' }), origin({ by: '@ada' }), origin({})]).toEqual([
      'see log.txt',
      'said by @ada',
      '',
    ]);
    expect(
      originOf(
        ground((session) => session),
        'rec.rpo',
      ),
    ).toBe('');
  });

  it('has a word for each source', () => {
    expect(
      (['measured', 'contract', 'code', 'estimate', 'guess', undefined] as const).map(sourceText),
    ).toEqual(['measured', 'by contract', 'read from code', 'estimated', 'guessed', undefined]);
  });
});

describe('what the spec may say', () => {
  const said = (id: string, by: (session: SessionBuilder) => SessionBuilder): boolean | undefined => {
    const item = ground(by).situation.item(id);
    return item && isSaid(item);
  };

  it('is an answer that was given and is asked for, no default', () => {
    expect(said('rec.rpo', (session) => session.answered('rec.rpo', 'x'))).toBe(true);
    expect(said('rec.rpo', (session) => session)).toBe(false);
    expect(said('rec.rpo', (session) => session.standing('rec.rpo', { status: 'unknown' }))).toBe(false);
    expect(said('rec.fast', (session) => session)).toBe(false);
    expect(said('rec.fast', (session) => session.answered('rec.fast', true))).toBe(true);
    expect(said('rec.only', (session) => session.answered('rec.only', 'x').answered('rec.fast', true))).toBe(
      false,
    );
    expect(said('rec.only', (session) => session.answered('rec.only', 'x').answered('rec.fast', false))).toBe(
      true,
    );
  });

  it('are the rows of a table that was answered', () => {
    const rows = [{ id: 'db', cells: { name: 'DB', soft: true } }];
    const base = ground((session) => session.answered('dep.parts', rows).answered('rec.rpo', 'x'));
    expect(rowsOf(base, 'dep.parts').rows).toEqual(rows);
    expect(rowsOf(base, 'dep.parts').question?.id).toBe('dep.parts');
    for (const id of ['rec.rpo', 'rec.fast', 'new.table'])
      expect(rowsOf(base, id)).toEqual({ question: undefined, rows: [] });
  });

  it('is read cell by cell, as people read it and as it was stored', () => {
    const base = ground((session) =>
      session.answered('dep.parts', [{ id: 'db', cells: { name: 'DB', soft: true } }]),
    );
    const [row, ...others] = readTable(base, 'dep.parts');
    expect([
      others,
      row?.id,
      row?.text('name'),
      row?.text('soft'),
      row?.text('does'),
      row?.text('new'),
    ]).toEqual([...[[], 'db', 'DB', 'yes', '', '']]);
    expect([row?.cell('soft'), row?.cell('does')]).toEqual([true, undefined]);
    expect(readTable(base, 'rec.rpo')).toEqual([]);
  });
});
