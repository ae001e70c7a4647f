import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { shownText, spotLabel, spotOf, type Known } from '../../src/analysis/names.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const table = (id: string, of?: string): Raw => ({
  ...{ id, kind: 'table', key: 'name' },
  columns: [
    {
      ...{ id: 'name', label: 'Name', required: true },
      ...(of === undefined ? { kind: 'text' } : { kind: 'choice', of }),
    },
    { id: 'note', label: 'Note', kind: 'text' },
  ],
});
const row = (name: string): Row => ({ id: 'redis', cells: { name, note: 'x' } });

/** Each table is about the rows of the one before it. */
function known(first: readonly Row[] = [row('Redis')]): Known {
  const bank = aBank()
    .question(table('dep.one'), table('dep.two', 'dep.one'), table('dep.three', 'dep.two'))
    .joined();
  const session = aSession(bank)
    .answered('dep.one', first)
    .answered('dep.two', [row('redis')])
    .answered('dep.three', [row('redis')])
    .build();
  return { bank, view: situationOf(session).view };
}

function labelOf(id: string, from = known()): string | undefined {
  const spot = spotOf(from, id);
  return spot === undefined ? undefined : spotLabel(from, spot);
}

describe('the name of a row', () => {
  it('is the one of the row that it is about, over several tables', () => {
    expect(['one', 'two', 'three'].map((name) => labelOf(`dep.${name}.redis.note`))).toEqual([
      ...['Redis: Note', 'Redis: Note', 'Redis: Note'],
    ]);
  });

  it('is its reference where the row that it is about is gone', () => {
    expect(labelOf('dep.three.redis.note', known([]))).toBe('redis: Note');
  });

  it('is told of a reference as of the row', () => {
    const from = known();
    const column = { id: 'x', label: 'X', required: false, ask: 'row', kind: 'many', of: 'dep.two' } as const;

    expect(shownText(from, column, ['redis', 'gone'])).toBe('Redis, gone');
    expect(shownText(from, { ...column, of: 'dep.none' }, ['redis', 'gone'])).toBe('redis, gone');
    expect(shownText(from, column, [])).toBe('');
  });
});

describe('a place', () => {
  it('is a question, or a cell of a row that is there', () => {
    expect(spotOf(known(), 'dep.one')?.type).toBe('question');
    expect(spotOf(known(), 'dep.one.redis')?.type).toBe('question');
    expect(spotOf(known(), 'dep.one.redis.note')).toMatchObject({
      ...{ type: 'cell', row: row('Redis'), column: { id: 'note' } },
    });
    expect(labelOf('dep.one')).toBe('One');
  });

  it.each(['dep.one.gone.note', 'dep.one.redis.gone', 'dep.none', 'dep'])('is none at %s', (id) => {
    expect(spotOf(known(), id)).toBeUndefined();
  });
});
