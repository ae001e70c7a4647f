import { describe, expect, it } from 'vitest';
import { buildDrill, raises, type Drill, type DrillCase } from '../../src/spec/drill.js';
import { drillBank, drillSession } from './drill-bank.js';

const LOW = { question: 'tra.peak', to: '50 req/s', notice: 'low-peak' };
const LONG = { question: 'rec.rpo', to: '2 h', notice: 'long-loss' };
const SMALL = { question: 'dep.parts.gate.serves', to: '200 req/s', notice: 'small-part' };
const LATE = { id: 'late-copies', says: 'Copies come late for what may be lost.' };

const made = (over: Partial<DrillCase>, seed = 7): Drill | undefined =>
  buildDrill({ session: drillSession(), notices: [LATE], seeds: [LOW], ...over }, seed);

function drillOf(over: Partial<DrillCase>, seed = 7): Drill {
  const drill = made(over, seed);
  if (drill === undefined) throw new Error('The case gave no exercise.');
  return drill;
}

describe('an exercise', () => {
  it('shows a draft in which one answer is swapped, and nothing else', () => {
    const { sound, draft, flaw } = drillOf({});
    const peak = sound.saved.answers.get('tra.peak');

    expect(flaw).toMatchObject({ value: '50 req/s', notice: 'low-peak', step: { id: 'tra.peak' } });
    expect(peak).toEqual({ status: 'answered', value: '300 req/s' });
    expect(draft.saved.answers.get('tra.peak')).toEqual({ status: 'answered', value: '50 req/s' });
    expect([...draft.saved.answers].filter(([id]) => id !== 'tra.peak')).toEqual(
      [...sound.saved.answers].filter(([id]) => id !== 'tra.peak'),
    );
  });

  it('swaps a rate for one that is as far from the sound one as in the case', () => {
    const { sound, flaw } = drillOf({}, 4);

    expect(sound.saved.answers.get('tra.peak')?.value).toBe('1500 req/s');
    expect(flaw.value).toBe('250 req/s');
  });

  it('swaps one cell of a table, and a duration for the one the case names', () => {
    const cell = drillOf({ seeds: [SMALL] }, 4);
    expect(cell.flaw.value).toBe('1000 req/s');
    expect(cell.draft.saved.answers.get('dep.parts')?.value).toEqual([
      { id: 'store', cells: { name: 'Store', serves: '2000 req/s' } },
      { id: 'gate', cells: { name: 'Gate', serves: '1000 req/s', next: 'store' } },
    ]);
    expect(drillOf({ seeds: [LONG] }, 4).flaw.value).toBe('2 h');
  });

  it('asks for what could be swapped and what is to be noticed, in the order of the interview', () => {
    const { steps, shown, notices } = drillOf({ seeds: [SMALL, LONG, LOW] });

    expect(steps.map(({ id }) => id)).toEqual(['tra.peak', 'rec.rpo', 'rec.copies', 'dep.parts.gate.serves']);
    expect([...shown]).toEqual(['dep.parts.gate.serves', 'rec.rpo', 'tra.peak']);
    expect([...notices]).toEqual([['rec.copies', [LATE.says]]]);
  });

  it('asks once for a question of which two answers could be swapped', () => {
    const { steps } = drillOf({ seeds: [LOW, { ...LOW, to: '60 req/s' }] });

    expect(steps.map(({ id }) => id)).toEqual(['tra.peak', 'rec.copies']);
  });

  it('shows three answers when fewer could be swapped', () => {
    const notices = [LATE, { id: 'late-copies', says: 'A second word on it.' }];
    const { shown } = drillOf({ notices, seeds: [LOW] });

    expect([...shown]).toEqual(['tra.peak', 'rec.copies', 'rec.rpo']);
  });

  it('shows every answer that could be swapped, however many', () => {
    const quarter = { question: 'dep.parts.store.serves', to: '200 req/s', notice: 'small-part' };
    const { shown } = drillOf({ seeds: [LOW, LONG, SMALL, quarter] });

    expect([...shown]).toEqual(['tra.peak', 'rec.rpo', 'dep.parts.gate.serves', 'dep.parts.store.serves']);
  });

  it('asks at most eight questions, those first that could be swapped', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const parts = names.map((id) => ({ id, cells: { name: id, serves: '400 req/s' } }));
    const seeds = names.map((id) => ({ ...SMALL, question: `dep.parts.${id}.serves` }));
    const eight = (count: number) =>
      drillOf({ session: drillSession(drillBank(), parts), seeds: seeds.slice(0, count) }).steps.map(
        ({ id }) => id,
      );

    expect(eight(9)).toEqual(names.slice(0, 8).map((id) => `dep.parts.${id}.serves`));
    expect(eight(7)).toEqual(['rec.copies', ...names.slice(0, 7).map((id) => `dep.parts.${id}.serves`)]);
  });
});

describe('what could be swapped', () => {
  it.each([
    ['names no question', { ...LOW, question: 'tra.other' }],
    ['names no row', { ...SMALL, question: 'dep.parts.other.serves' }],
    ['does not fit its question', { ...LOW, to: 'very few' }],
    ['raises no rule', { ...LOW, to: '200 req/s' }],
    ['raises another rule than it names', { ...LOW, notice: 'long-loss' }],
    ['is to raise what the sound answers raise already', { ...LONG, notice: 'late-copies' }],
  ])('is nothing when the case %s', (_, seed) => {
    expect(made({ seeds: [seed] })).toBeUndefined();
    expect(drillOf({ seeds: [seed, LOW] }).flaw.notice).toBe('low-peak');
  });

  it('is nothing without any', () => {
    expect(made({ seeds: [] })).toBeUndefined();
  });

  it('is told by the seed', () => {
    const flaws = [1, 2, 3, 4, 5, 6, 7].map(
      (seed) => drillOf({ seeds: [LOW, LONG, SMALL] }, seed).flaw.notice,
    );

    expect(flaws).toEqual([
      'low-peak',
      'low-peak',
      'low-peak',
      'low-peak',
      'small-part',
      'low-peak',
      'low-peak',
    ]);
  });
});

describe('what is to be noticed', () => {
  it('stands at one decision each while there are any left, and at the first one then', () => {
    const say = ['one', 'two', 'three', 'four'].map((says) => ({ ...LATE, says }));
    const { notices } = drillOf({ notices: say });

    expect([...notices]).toEqual([
      ['rec.copies', ['one', 'three', 'four']],
      ['rec.rpo', ['two']],
    ]);
  });

  it.each([
    ["a.rec.checked == false && a.rec.plan == 'the runbook'", ['rec.checked']],
    ["a.rec.plan == 'the runbook' && a.arc.tier == 'T0'", []],
    ["a.rec.plan == 'the runbook' && a.rec.rpo < q('1 h')", ['rec.rpo']],
  ])('stands where %s is decided: neither at words nor at what the system is', (fires_when, at) => {
    const session = drillSession(drillBank({ id: 'heard', fires_when }));
    const { notices } = drillOf({ session, notices: [{ id: 'heard', says: 'Look here.' }] });

    expect([...notices.keys()]).toEqual(at);
  });

  it('stands at a figure of a row, and not at the row that it refers to', () => {
    const rule = {
      id: 'calls',
      for: 'dep.parts',
      fires_when: "row.next == 'store' && row.serves > q('500 req/s')",
    };
    const session = drillSession(drillBank(rule));
    const { notices } = drillOf({ session, notices: [{ id: 'calls', says: 'Look here.' }] });

    expect([...notices]).toEqual([['dep.parts.gate.serves', ['Look here.']]]);
  });

  it('is left out when no answer raises it', () => {
    expect(drillOf({ notices: [{ id: 'low-peak', says: 'Not here.' }] }).notices).toEqual(new Map());
  });
});

describe('a rule', () => {
  it('speaks against answers as itself or merged into another', () => {
    const bank = drillBank({
      id: 'late-too',
      fires_when: "a.rec.copies == 'async' && a.arc.tier == 'T0'",
      merges_with: ['late-copies'],
    });
    const session = drillSession(bank);

    expect(raises(session, 'late-copies')).toBe(true);
    expect(raises(session, 'late-too')).toBe(true);
    expect(raises(session, 'low-peak')).toBe(false);
    expect(raises(session, 'late')).toBe(false);
  });
});
