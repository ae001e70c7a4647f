import { describe, expect, it } from 'vitest';
import type { Row, Value } from '../../src/bank/index.js';
import { buildChapters, buildExclusions, NATURE, type Parts } from '../../src/spec/build-chapters.js';
import { buildRequirements } from '../../src/spec/build-requirements.js';
import type { Chapter, ComputedItem, PrintedFinding } from '../../src/spec/document.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import type { Beside, SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const says = (number: number, shall: string): object => ({
  number,
  ears: 'ubiquitous',
  shall,
  verify: 'test',
});

const PARTS: Raw = { ...aTable('dep.parts', 'name', textColumn('does'), textColumn('note')), label: 'Parts' };

const QUESTIONS: readonly Raw[] = [
  { ...aTable('ctx.non_goals', 'item', textColumn('reason'), textColumn('if_asked')), label: 'Non-goals' },
  { id: 'arc.tier', label: 'Tier' },
  { id: 'rec.rpo', label: 'Loss', says: [says(3, 'lose at most {value}')], expects: 'noun-phrase' },
  { id: 'rec.notes', label: 'Notes', kind: 'prose' },
  PARTS,
  { ...aTable('dep.more', 'name', textColumn('does')), label: 'Parts' },
  { id: 'own.thing', label: 'Thing' },
];

const ground = (said: (session: SessionBuilder) => SessionBuilder, questions = QUESTIONS) =>
  groundFrom(
    aBank()
      .question(...questions)
      .joined(),
    said,
  );

const chapters = (
  said: (session: SessionBuilder) => SessionBuilder,
  more: Partial<Parts> = {},
  questions = QUESTIONS,
): readonly Chapter[] => {
  const base = ground(said, questions);
  const parts: Parts = {
    spoken: buildRequirements(base),
    computed: [],
    findings: [],
    exclusions: [],
    ...more,
  };
  return buildChapters(base, parts);
};

const part = (id: string, cells: Row['cells'] = {}): Row => ({ id, cells: { name: id, ...cells } });
const parts = (count: number, cells: Row['cells'] = {}): readonly Row[] =>
  Array.from({ length: count }, (_, index) => part(`p${String(index)}`, cells));

const EMPTY = {
  ...{ findings: [], prose: [], exclusions: [], said: [], requirements: [], rows: [], topics: [] },
  ...{ computed: [], probes: [] },
};

describe('the chapters of a spec', () => {
  it('are those that have something to say', () => {
    expect(chapters((session) => session)).toEqual([]);
    const [failure, ...others] = chapters((session) => session.answered('rec.rpo', '5 min'));
    expect(others).toEqual([]);
    expect({ ...failure, requirements: [] }).toEqual({
      ...EMPTY,
      id: 'failure',
      title: 'Failure and recovery',
    });
    expect(failure?.requirements.map(({ text }) => text)).toEqual(['The system SHALL lose at most 5 min.']);
  });

  it('keep prose apart from what else is said, and the nature of the system out', () => {
    const [own, failure, ...others] = chapters((session) =>
      session.answered('arc.tier', 'T1').answered('rec.notes', 'Call Ada.').answered('own.thing', 'a thing'),
    );
    expect(NATURE).toBe('arc');
    expect([own?.id, own?.said.map(({ text }) => text), own?.prose]).toEqual(['own', ['a thing'], []]);
    expect([failure?.id, failure?.prose.map(({ id }) => id), failure?.said]).toEqual([
      'failure',
      ['rec.notes'],
      [],
    ]);
    expect(others).toEqual([]);
  });

  it('say what is not built in a chapter of its own, and not as a table too', () => {
    const exclusions = [{ id: 'app', item: 'An app', reason: 'it is late', instead: '' }];
    const rows = [{ id: 'app', cells: { item: 'An app' } }];
    expect(chapters((session) => session.answered('ctx.non_goals', rows), { exclusions })).toEqual([
      { ...EMPTY, id: 'non-goals', title: 'Non-goals', exclusions },
    ]);
    expect(chapters((session) => session.answered('ctx.non_goals', rows))).toEqual([]);
  });
});

describe('the tables of a chapter', () => {
  const one = (rows: Value, beside: Beside = {}): Chapter =>
    chapters((session) => session.answered('dep.parts', rows, beside).answered('rec.rpo', 'x'))[0]!;

  it('join its own list while they are few lines', () => {
    expect(one(parts(2))).toMatchObject({
      id: 'dependencies',
      topics: [],
      rows: [{ id: 'p0' }, { id: 'p1' }],
    });
    expect(one(parts(3, { does: 'keep' }))).toMatchObject({
      rows: [],
      topics: [{ title: 'Parts', alone: true }],
    });
  });

  it.each<[string, Beside]>([
    ['a reason', { why: 'it was agreed' }],
    ['an origin', { by: '@ada' }],
    ['what was rejected', { rejected: [{ option: 'a', because: 'b' }] }],
    ['nobody who confirmed it', { status: 'assumed' }],
  ])('stay apart where the whole table has %s', (_, beside) => {
    expect(one(parts(2), beside)).toMatchObject({ rows: [], topics: [{ title: 'Parts', alone: true }] });
  });

  it('need no heading of their own when nothing stands beside them', () => {
    const beside = chapters((session) =>
      session.answered('dep.parts', parts(3)).answered('dep.more', parts(3)),
    )[0];
    expect(beside?.topics.map(({ title, alone }) => [title, alone])).toEqual([
      ['Parts', false],
      ['Parts (dep.more)', false],
    ]);
    const mixed = chapters((session) =>
      session.answered('dep.parts', parts(3)).answered('dep.more', parts(1)),
    )[0];
    expect(mixed?.topics.map(({ title, alone }) => [title, alone])).toEqual([['Parts', false]]);
    expect(mixed?.rows.map(({ id }) => id)).toEqual(['p0']);
  });

  it('are small with three sentences and big with four', () => {
    const saying = { ...aTable('dep.parts', 'name'), label: 'Parts', says: [says(1, 'keep "{row.name}"')] };
    const of = (count: number): Chapter =>
      chapters((session) => session.answered('dep.parts', parts(count)), {}, [saying])[0]!;
    expect([of(3).topics.length, of(3).requirements.length]).toEqual([0, 3]);
    expect([of(4).topics.length, of(4).requirements.length]).toEqual([1, 0]);
  });

  it('are left out without a row', () => {
    expect(chapters((session) => session.answered('dep.parts', []))).toEqual([]);
  });
});

describe('what is spread over the chapters', () => {
  const finding = (section: string, ...quoted: readonly string[]): PrintedFinding => ({
    ...{ id: section, severity: 'high', title: '', why: '', probe: '', section },
    quotes: quoted.map((id) => ({ id, label: '', text: '' })),
  });
  const figure = (...inputs: readonly string[]): ComputedItem => ({
    ...{ id: 'sum', title: '', subject: '', text: '', formula: '' },
    inputs: inputs.map((id) => ({ id, text: '', source: '' })),
  });
  const homes = (more: Partial<Parts>, list: 'findings' | 'computed'): readonly string[] =>
    chapters((session) => session, more)
      .filter((chapter) => chapter[list].length > 0)
      .map(({ id }) => id);

  it('are findings, where the first answer stands that they quote, else by their section, else last', () => {
    expect(
      homes({ findings: [finding('rec', 'new.x', 'dep.parts.db.does', 'rec.rpo')] }, 'findings'),
    ).toEqual(['dependencies']);
    expect(homes({ findings: [finding('rec')] }, 'findings')).toEqual(['failure']);
    expect(homes({ findings: [finding('new')] }, 'findings')).toEqual(['risks']);
  });

  it('are figures, where the last of their inputs stands, else last', () => {
    expect(homes({ computed: [figure('rec.rpo', 'dep.parts.db.does')] }, 'computed')).toEqual(['failure']);
    expect(homes({ computed: [figure('dep.parts', 'new.x')] }, 'computed')).toEqual(['dependencies']);
    expect(homes({ computed: [figure('ctx.purpose')] }, 'computed')).toEqual(['purpose']);
    expect(homes({ computed: [figure()] }, 'computed')).toEqual(['risks']);
  });
});

describe('what is not built', () => {
  it('says why, and what happens when somebody asks for it', () => {
    const rows: readonly Row[] = [
      { id: 'app', cells: { item: 'An app', reason: 'it is late', if_asked: 'say no' }, why: 'so it is' },
      { id: 'web', cells: { item: 'A page' }, why: 'nobody reads it' },
      { id: 'mail', cells: { item: 'Mail', reason: 'it is spam' } },
      { id: 'none', cells: { item: 'Fax' } },
    ];
    expect(buildExclusions(ground((session) => session.answered('ctx.non_goals', rows)))).toEqual([
      { id: 'app', item: 'An app', reason: 'it is late; so it is', instead: 'say no' },
      { id: 'web', item: 'A page', reason: 'nobody reads it', instead: '' },
      { id: 'mail', item: 'Mail', reason: 'it is spam', instead: '' },
      { id: 'none', item: 'Fax', reason: '', instead: '' },
    ]);
    expect(buildExclusions(ground((session) => session))).toEqual([]);
  });
});
