import { describe, expect, it } from 'vitest';
import { evolve } from '../../src/interview/evolve.js';
import { situationOf } from '../../src/interview/situation.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

describe('a table that refers to its own rows', () => {
  it('is not stale because of a row that its answer leaves out', () => {
    const bank = aBank()
      .question({
        ...{ id: 'dep.parts', kind: 'table', key: 'name' },
        columns: [
          { id: 'name', label: 'Name', kind: 'text', required: true },
          { id: 'next', label: 'Next', kind: 'choice', of: 'dep.parts' },
        ],
      })
      .joined();
    const db = { id: 'db', cells: { name: 'Db', next: 'redis' } };
    const before = aSession(bank)
      .answered('dep.parts', [{ id: 'redis', cells: { name: 'Redis' } }, db])
      .build();
    const after = evolve(before, {
      ...{ type: 'answered', step: 'dep.parts', question: 'dep.parts', where: 'own' },
      answer: { status: 'answered', value: [db] },
    });

    expect([...after.saved.stale]).toEqual([]);
  });
});

describe('a question whose condition is none', () => {
  it('is asked', () => {
    const bank = aBank().question({ id: 'ctx.x', when: 'a.ctx.y ==' }).joined();

    expect(situationOf(aSession(bank).build()).item('ctx.x')?.state).toBe('open');
  });
});
