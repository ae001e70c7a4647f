import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { buildOpenQuestions } from '../../src/spec/build-open.js';
import { buildFailureMatrix, withFailureGaps } from '../../src/spec/failure-matrix.js';
import type { OpenQuestion } from '../../src/spec/document.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import type { SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const MODES = ['crash', 'slow', 'wrong', 'partial', 'duplicate', 'stale', 'lost'];

const QUESTIONS: readonly Raw[] = [
  aTable(
    'dep.dependencies',
    'name',
    ...['fail_mode', 'fallback', 'when_slow', 'when_wrong'].map((id) => textColumn(id)),
    { id: 'passes_key', label: 'Key', kind: 'confirm', ask: 'row' },
  ),
  {
    ...aTable(
      'rec.failures',
      'component',
      ...['dependency', 'mode', 'response', 'by_hand'].map((id) => textColumn(id)),
    ),
    required: true,
  },
];

const ground = (said: (session: SessionBuilder) => SessionBuilder, questions = QUESTIONS) =>
  groundFrom(
    aBank()
      .section('rec', { title: 'Recovery' })
      .question(...questions)
      .joined(),
    said,
  );

const dependency = (cells: Row['cells']): Row => ({ id: 'db', cells: { name: 'DB', ...cells } });
const failure = (cells: Row['cells']): Row => ({ id: 'f1', cells: { component: 'Other', ...cells } });

/** Where each failure of the one dependency is answered. */
const answered = (own: Row['cells'], ...failures: readonly Row[]): Readonly<Record<string, string>> => {
  const [only] = buildFailureMatrix(
    ground((session) =>
      session.answered('dep.dependencies', [dependency(own)]).answered('rec.failures', failures),
    ),
  );
  expect([...(only?.answered ?? []).map(({ mode }) => mode), ...(only?.silent ?? [])].toSorted()).toEqual(
    [...MODES].toSorted(),
  );
  return Object.fromEntries((only?.answered ?? []).map(({ mode, from }) => [mode, from]));
};

describe('the failures that the row of a dependency answers', () => {
  it.each<[string, Row['cells'], Readonly<Record<string, string>>]>([
    ['none where it says nothing', {}, {}],
    ['a crash', { fail_mode: 'closed' }, { crash: 'dep.dependencies.db.fail_mode' }],
    ['a crash by its fallback', { fallback: 'a copy' }, { crash: 'dep.dependencies.db.fallback' }],
    [
      'a crash by the first of both',
      { fail_mode: 'closed', fallback: 'a copy' },
      { crash: 'dep.dependencies.db.fail_mode' },
    ],
    ['slowness', { when_slow: 'wait' }, { slow: 'dep.dependencies.db.when_slow' }],
    ['wrong answers', { when_wrong: 'check' }, { wrong: 'dep.dependencies.db.when_wrong' }],
    ['duplicates by a key', { passes_key: true }, { duplicate: 'dep.dependencies.db.passes_key' }],
    ['no duplicates without one', { passes_key: false }, {}],
  ])('are %s', (_, cells, from) => {
    expect(answered(cells)).toEqual(from);
  });
});

describe('the failures that the table of failures answers', () => {
  it.each(MODES)('are of each kind: %s', (mode) => {
    expect(answered({}, failure({ dependency: 'db', mode, response: 'wait' }))).toEqual({
      [mode]: 'rec.failures.f1',
    });
  });

  it.each<[string, Row['cells'], boolean]>([
    ['what is done by hand', { dependency: 'db', by_hand: 'restart it' }, true],
    ['its component, where it names no dependency', { component: 'db', response: 'wait' }, true],
    ['its component by its words', { component: 'DB!', response: 'wait' }, true],
    ['another dependency', { dependency: 'mail', component: 'db', response: 'wait' }, false],
    ['another component', { component: 'mail', response: 'wait' }, false],
    ['no response', { dependency: 'db' }, false],
  ])('count by %s', (_, cells, counts) => {
    expect(answered({}, failure({ mode: 'lost', ...cells }))).toEqual(
      counts ? { lost: 'rec.failures.f1' } : {},
    );
  });

  it('come after what the row of the dependency says', () => {
    expect(
      answered({ when_slow: 'wait' }, failure({ dependency: 'db', mode: 'slow', response: 'stop' })),
    ).toEqual({ slow: 'dep.dependencies.db.when_slow' });
  });
});

describe('what the matrix leaves open', () => {
  const gaps = (said: (session: SessionBuilder) => SessionBuilder, open?: readonly OpenQuestion[]) => {
    const base = ground(said);
    return withFailureGaps(base, open ?? buildOpenQuestions(base), buildFailureMatrix(base)).filter(
      ({ id }) => id === 'rec.failures',
    );
  };
  const rows = [dependency({}), { id: 'mail', cells: { name: 'Mail' } }];
  const said = (session: SessionBuilder): SessionBuilder =>
    session.answered('dep.dependencies', rows).answered('rec.failures', []);

  it('is one question for all dependencies', () => {
    expect(gaps(said)).toEqual([
      {
        ...{ id: 'rec.failures', section: 'rec', touches: ['Recovery'], required: true, state: 'open' },
        prompt: 'What happens in the failures of DB and Mail that are listed as not answered?',
        ...{ owner: '', due: '', meanwhile: '', why: '' },
      },
    ]);
  });

  it('is nothing new where the table is open itself, nothing is missing, or the spec is not deep', () => {
    const own = gaps((session) => session.answered('dep.dependencies', rows));
    expect(own.map(({ prompt }) => prompt)).toEqual(['What about rec.failures?']);
    expect(gaps((session) => session.answered('dep.dependencies', []).answered('rec.failures', []))).toEqual(
      [],
    );
    expect(gaps((session) => said(session.depth('standard')))).toEqual([]);
    expect(gaps((session) => said(session.depth('quick')))).toEqual([]);
  });

  it('names only dependencies of which something is missing', () => {
    const all = MODES.map((mode, at) => ({
      id: `f${String(at)}`,
      cells: { component: `C${String(at)}`, dependency: 'db', mode, response: 'wait' },
    }));
    const [gap] = gaps((session) => session.answered('dep.dependencies', rows).answered('rec.failures', all));
    expect(gap?.prompt).toBe('What happens in the failures of Mail that are listed as not answered?');
    expect(
      gaps((session) => session.answered('dep.dependencies', rows.slice(0, 1)).answered('rec.failures', all)),
    ).toEqual([]);
  });

  it('is nothing where no bank asks for failures', () => {
    const base = ground((session) => session.answered('dep.dependencies', rows), QUESTIONS.slice(0, 1));
    expect(withFailureGaps(base, [], buildFailureMatrix(base))).toEqual([]);
  });
});
