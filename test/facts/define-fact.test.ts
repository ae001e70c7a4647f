import { describe, expect, it } from 'vitest';
import { figureFact, rowFact, type Reckoning } from '../../src/facts/define-fact.js';
import { factSignatures } from '../../src/facts/derive-facts.js';
import { cycleThrough, firstCycle, graphOf, inOrder } from '../../src/facts/graph.js';
import { createReader } from '../../src/facts/reader.js';
import { shipped, viewOf, type Given } from './shipped.js';

const NAMED = { id: 'f.x', title: 'X', unit: 'ms' };
const says = (value: number, over: Partial<Reckoning> = {}): Reckoning => ({
  ...{ value, text: String(value), formula: `= ${String(value)}` },
  ...over,
});
const reader = (given: Given) => createReader(viewOf(given), shipped, () => []);

describe('a fact of one figure', () => {
  const sum = figureFact({
    ...NAMED,
    needs: { before: 'rec.restore_before', after: 'rec.restore_after' },
    also: ['rec.rto', 'rec.restore_before'],
    reckon: ({ before, after }) => says(before + after),
  });

  it('says what it is and what it reads, each once', () => {
    expect({ ...sum, derive: undefined }).toEqual({
      ...{ ...NAMED, type: 'double', derive: undefined },
      inputs: ['rec.restore_before', 'rec.restore_after', 'rec.rto'],
    });
    expect(figureFact({ ...NAMED, type: 'list', reckon: () => undefined })).toMatchObject({
      ...{ type: 'list', inputs: [] },
    });
  });

  it('is worked out from all it needs, and from nothing less', () => {
    const both = { 'rec.restore_before': '2 s', 'rec.restore_after': '3 s' };

    expect(sum.derive(reader(both))).toEqual([
      {
        ...says(5000),
        inputs: [
          { id: 'rec.restore_before', text: '2 s' },
          { id: 'rec.restore_after', text: '3 s' },
        ],
      },
    ]);
    expect(sum.derive(reader({ 'rec.restore_before': '2 s' }))).toEqual([]);
    expect(sum.derive(reader({ 'rec.restore_before': '0 s', 'rec.restore_after': '0 s' }))).toHaveLength(1);
  });

  it('names each input once, and none that says nothing', () => {
    const fact = figureFact({
      ...NAMED,
      needs: { before: 'rec.restore_before' },
      reckon: ({ before }, read) =>
        says(before, { inputs: ['rec.restore_before', 'rec.restore_after'].map(read.input), aside: true }),
    });

    expect(fact.derive(reader({ 'rec.restore_before': '2 s' }))).toEqual([
      { ...says(2000), aside: true, inputs: [{ id: 'rec.restore_before', text: '2 s' }] },
    ]);
  });

  it('is none where it comes to nothing, or to no number', () => {
    const of = (value: number) => figureFact({ ...NAMED, reckon: () => says(value) }).derive(reader({}));

    expect(of(NaN)).toEqual([]);
    expect(of(Infinity)).toEqual([{ ...says(Infinity), inputs: [] }]);
    expect(figureFact({ ...NAMED, reckon: () => undefined }).derive(reader({}))).toEqual([]);
  });
});

describe('a fact of each row', () => {
  const late = rowFact({
    ...NAMED,
    table: 'cron.jobs',
    cells: { every: 'every', run: 'run_time' },
    needs: { before: 'rec.restore_before' },
    also: ['rec.rto', 'cron.jobs'],
    reckon: ({ every, run, before }, row) =>
      row.id === 'none' ? undefined : says(every + run + before, row.id === 'nan' ? { value: NaN } : {}),
  });
  const job = (id: string, over: Given = {}) => ({
    ...{ id, name: id, does: 'x', every: '10 s', run_time: '1 s', ...over },
  });

  it('reads its table first', () => {
    expect({ ...late, derive: undefined }).toEqual({
      ...{ ...NAMED, type: 'double', per_row: true, derive: undefined },
      inputs: ['cron.jobs', 'rec.restore_before', 'rec.rto'],
    });
  });

  it('has a figure for each row that has what it needs', () => {
    const { run_time: run, ...bare } = job('bare');
    const jobs = [job('a'), bare, job('none'), job('nan'), job('b', { every: '20 s' })];
    const figures = late.derive(reader({ 'cron.jobs': jobs, 'rec.restore_before': '2 s' }));

    expect(run).toBe('1 s');
    expect(figures).toEqual(
      [
        { subject: 'a', every: '10 s', value: 13_000 },
        { subject: 'b', every: '20 s', value: 23_000 },
      ].map(({ subject, every, value }) => ({
        ...{ subject, ...says(value) },
        inputs: [
          { id: `cron.jobs.${subject}.every`, text: every },
          { id: `cron.jobs.${subject}.run_time`, text: '1 s' },
          { id: 'rec.restore_before', text: '2 s' },
        ],
      })),
    );
  });

  it('has none while what all rows need is missing', () => {
    expect(late.derive(reader({ 'cron.jobs': [job('a')] }))).toEqual([]);
    expect(late.derive(reader({ 'rec.restore_before': '2 s' }))).toEqual([]);
  });
});

describe('what conditions know of a fact', () => {
  const of = (id: string) => factSignatures.find((signature) => signature.id === id);

  it('is its type and its inputs, and whether it has rows', () => {
    expect(of('f.budget_time')).toEqual({
      ...{ id: 'f.budget_time', type: 'double', inputs: ['rec.slo', 'rec.slo_window'] },
    });
    expect(of('f.limit_share')).toEqual({
      ...{ id: 'f.limit_share', type: 'double', per_row: true, inputs: ['traffic.hard_limits'] },
    });
  });
});

describe('a graph', () => {
  const arrows = (text: string) =>
    graphOf(text.split(' ').map((arrow): [string, string] => [arrow.charAt(0), arrow.charAt(1)]));

  it('of no arrows has an order and no circle', () => {
    expect([...graphOf([])]).toEqual([]);
    expect(inOrder(graphOf([]))).toEqual([]);
    expect(firstCycle(graphOf([]))).toBeUndefined();
    expect(cycleThrough(graphOf([]), 'a')).toBeUndefined();
  });

  it('has every node, with what it needs in the order of the arrows', () => {
    expect([...arrows('ab cb ad')]).toEqual([
      ['a', ['b', 'd']],
      ['b', []],
      ['c', ['b']],
      ['d', []],
    ]);
  });

  it('shows the shortest circle, and the first of equal ones', () => {
    expect(cycleThrough(arrows('ab bc ca bd da'), 'a')).toEqual(['a', 'b', 'c']);
    expect(cycleThrough(arrows('ab bc cd da ac'), 'a')).toEqual(['a', 'c', 'd']);
    expect(cycleThrough(arrows('ab bb'), 'a')).toBeUndefined();
    expect(firstCycle(arrows('ab bc cb dd'))).toEqual(['b', 'c']);
  });

  it('is searched in a time that grows with its size', () => {
    const layers = Array.from({ length: 12 }, (_, layer) =>
      ['a', 'b', 'c'].flatMap((from) =>
        ['a', 'b', 'c'].map((to): [string, string] => [
          `${from}${String(layer)}`,
          `${to}${String(layer + 1)}`,
        ]),
      ),
    );

    expect(firstCycle(graphOf(layers.flat()))).toBeUndefined();
  });
});
