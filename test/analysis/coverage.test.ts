import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/analysis/coverage.js';
import { situationOf, type Session } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const bank = aBank()
  .section('ctx', { title: 'Context' })
  .section('rec', { title: 'Recovery' })
  .question(
    { id: 'ctx.one', depth: 'quick' },
    { id: 'ctx.two', depth: 'quick', default: 'x' },
    { id: 'ctx.number', depth: 'quick', kind: 'quantity', dimension: 'count' },
    { id: 'rec.deep', depth: 'deep' },
    { id: 'rec.shared', depth: 'deep', scope: 'repository' },
    {
      ...{ id: 'dep.parts', kind: 'table', key: 'name', depth: 'quick' },
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
        { id: 'note', label: 'Note', kind: 'text', ask: 'later', depth: 'quick' },
        { id: 'far', label: 'Far', kind: 'text', ask: 'later', depth: 'deep' },
      ],
    },
  )
  .joined();

const asked = () => aSession(bank).depth('quick');
const covered = (session: Session) => coverageOf(bank, situationOf(session));
const CONTEXT = { section: 'ctx', title: 'Context', asked: 3 };
const PARTS = { section: 'dep', title: 'About dep', asked: 1, answered: 0, unknown: 0, open: 1 };

describe('what an interview has covered', () => {
  it('is nothing at first, and a section that asks nothing is not counted', () => {
    expect(covered(asked().build())).toEqual([{ ...CONTEXT, answered: 0, unknown: 0, open: 3 }, PARTS]);
  });

  it.each(['answered', 'assumed', 'deferred', 'not-applicable'] as const)('is what is %s', (status) => {
    expect(covered(asked().answered('ctx.one', 'x', { status }).build())[0]).toEqual({
      ...{ ...CONTEXT, answered: 1, unknown: 0, open: 2 },
    });
  });

  it('is not what is unknown, what is stale, and what does not fit', () => {
    const session = asked()
      .standing('ctx.one', { status: 'unknown' })
      .answered('ctx.two', 'y')
      .stale('ctx.two', 'ctx.one')
      .raw('ctx.number', 'many')
      .build();

    expect(covered(session)[0]).toEqual({ ...CONTEXT, answered: 0, unknown: 1, open: 2 });
  });

  it('counts what is inherited in its section, and the cells of a row that are asked', () => {
    const rows = [
      { id: 'a', cells: { name: 'A', note: 'x' } },
      { id: 'b', cells: { name: 'B' } },
    ];
    const session = asked().shared('rec.shared', 'x').answered('dep.parts', rows).build();

    expect(covered(session).slice(1)).toEqual([
      { section: 'rec', title: 'Recovery', asked: 1, answered: 1, unknown: 0, open: 0 },
      { section: 'dep', title: 'About dep', asked: 3, answered: 2, unknown: 0, open: 1 },
    ]);
  });

  it('is nothing of a bank without a section', () => {
    expect(coverageOf({ ...bank, sections: [] }, situationOf(asked().build()))).toEqual([]);
  });
});
