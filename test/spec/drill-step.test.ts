import { describe, expect, it } from 'vitest';
import { drillStep, withStep, type DrillStep } from '../../src/spec/drill-step.js';
import { aSession } from '../helpers/a-session.js';
import { drillBank, drillSession, PARTS } from './drill-bank.js';

function stepOf(id: string, session = drillSession()): DrillStep {
  const step = drillStep(session, id);
  if (step === undefined) throw new Error(`There is no ${id}.`);
  return step;
}

describe('a step of an exercise', () => {
  it('is a question with its answer', () => {
    const step = stepOf('rec.rpo');

    expect(step).toEqual({
      id: 'rec.rpo',
      question: drillSession().bank.question('rec.rpo'),
      value: '5 min',
    });
  });

  it('is a question without an answer', () => {
    const step = stepOf('rec.rpo', aSession(drillBank()).build());

    expect(Object.keys(step)).toEqual(['id', 'question']);
    expect(step.question.id).toBe('rec.rpo');
  });

  it('is a whole table', () => {
    const step = stepOf('dep.parts');

    expect(step).toMatchObject({ id: 'dep.parts', value: PARTS });
    expect(step.cell).toBeUndefined();
  });

  it('is one cell of a row', () => {
    const step = stepOf('dep.parts.gate.serves');

    expect(step).toMatchObject({ id: 'dep.parts.gate.serves', value: '900 req/s' });
    expect(step.question.id).toBe('dep.parts');
    expect(step.cell?.row).toEqual(PARTS[1]);
    expect(step.cell?.column).toMatchObject({ id: 'serves', label: 'Serves' });
  });

  it('is an empty cell of a row', () => {
    const step = stepOf('dep.parts.store.next');

    expect(Object.keys(step)).toEqual(['id', 'question', 'cell']);
    expect(step.cell?.column.id).toBe('next');
  });

  it.each([
    'rec.other',
    'rec',
    '',
    'dep.parts.other.serves',
    'dep.parts.gate.other',
    'dep.parts.gate',
    'rec.rpo.a.b',
  ])('is nothing at %j', (id) => {
    expect(drillStep(drillSession(), id)).toBeUndefined();
  });

  it('is no cell of a table without an answer', () => {
    expect(drillStep(aSession(drillBank()).build(), 'dep.parts.gate.serves')).toBeUndefined();
  });
});

describe('another value at a step', () => {
  it('leaves what was said beside the value', () => {
    const before = drillSession();
    const after = withStep(before, stepOf('rec.rpo'), '2 h');

    expect(after.saved.answers.get('rec.rpo')).toEqual({
      status: 'answered',
      value: '2 h',
      why: 'it was agreed',
    });
    expect(before.saved.answers.get('rec.rpo')?.value).toBe('5 min');
    expect(after.saved.answers.get('tra.peak')).toBe(before.saved.answers.get('tra.peak'));
  });

  it('settles what was only assumed', () => {
    const assumed = aSession(drillBank())
      .answered('rec.rpo', '5 min', { status: 'assumed', owner: 'dba' })
      .build();
    const after = withStep(assumed, stepOf('rec.rpo', assumed), '5 min');

    expect(after.saved.answers.get('rec.rpo')).toEqual({ status: 'answered', value: '5 min', owner: 'dba' });
  });

  it('answers what had no answer', () => {
    const empty = aSession(drillBank()).build();

    expect([...withStep(empty, stepOf('rec.rpo', empty), '1 h').saved.answers]).toEqual([
      ['rec.rpo', { status: 'answered', value: '1 h' }],
    ]);
  });

  it('changes one cell and no other', () => {
    const after = withStep(drillSession(), stepOf('dep.parts.gate.serves'), '5 req/s');

    expect(after.saved.answers.get('dep.parts')?.value).toEqual([
      { id: 'store', cells: { name: 'Store', serves: '400 req/s' } },
      { id: 'gate', cells: { name: 'Gate', serves: '5 req/s', next: 'store' } },
    ]);
  });

  it('fills an empty cell', () => {
    const after = withStep(drillSession(), stepOf('dep.parts.store.next'), 'gate');

    expect(after.saved.answers.get('dep.parts')?.value).toEqual([
      { id: 'store', cells: { name: 'Store', serves: '400 req/s', next: 'gate' } },
      PARTS[1],
    ]);
  });

  it('adds no row to a table that is gone', () => {
    const gone = aSession(drillBank()).build();
    const after = withStep(gone, stepOf('dep.parts.store.next'), 'gate');

    expect(after.saved.answers.get('dep.parts')).toEqual({ status: 'answered', value: [] });
  });
});
