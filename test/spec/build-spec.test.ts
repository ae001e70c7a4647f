import { describe, expect, it } from 'vitest';
import type { Analysis, Finding } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import { buildSpec, questionRequirements, type SpecDocument } from '../../src/spec/index.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const says = (number: number, shall: string, over: object = {}) => ({
  ...{ number, ears: 'ubiquitous', shall, verify: 'test' },
  ...over,
});

const bank: JoinedBank = aBank()
  .section('rec', { title: 'Recovery' })
  .section('dep', { title: 'Dependencies' })
  .question(
    { id: 'rec.rpo', kind: 'quantity', dimension: 'duration', says: [says(3, 'lose at most {value}')] },
    { id: 'rec.plan', expects: 'verb-phrase', says: [says(4, '{value}')] },
    { id: 'rec.notes', label: 'Notes', terms: ['rpo'] },
    { id: 'rec.fast', kind: 'confirm', default: true },
    { id: 'rec.only', when: 'a.rec.fast == false' },
    {
      id: 'dep.parts',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', label: 'Part', kind: 'text', required: true, ask: 'row' },
        { id: 'does', label: 'Does', kind: 'text', ask: 'row', expects: 'verb-phrase' },
        { id: 'owner', label: 'Owner', kind: 'text', ask: 'row' },
        { id: 'p99', label: 'p99', kind: 'quantity', dimension: 'duration', ask: 'later' },
      ],
      says: [says(1, '{row.does} with {row.name}', { ears: 'unwanted', if: '{row.name} is away' })],
    },
  )
  .term('rpo')
  .joined();

const nothing: Analysis = {
  ...{ findings: [], unchecked: [], thin: [], probes: [] },
  ...{ decides: new Map(), broken: [] },
};

const parts = [
  {
    id: 'redis',
    cells: { name: 'Redis', does: 'Refuse calls.', owner: 'the cache team' },
    why: 'it is shared',
  },
  { id: 'mail', cells: { name: 'Mail' } },
];

const documentOf = (session: Session, analysis: Analysis = nothing): SpecDocument =>
  buildSpec(session, analysis);
const asked = aSession(bank);

describe('buildSpec', () => {
  it('computes ids from the number of the pattern and the row', () => {
    const { requirements } = documentOf(
      asked.answered('rec.rpo', '5 min').answered('dep.parts', parts).build(),
    );

    expect(requirements.map(({ id }) => id)).toEqual(['REQ-REC-003', 'REQ-DEP-001.redis']);
  });

  it('gives the same document for the same answers in another order', () => {
    const one = asked.answered('rec.rpo', '5 min').answered('rec.plan', 'stop').build();
    const other = asked.answered('rec.plan', 'stop').answered('rec.rpo', '5 min').build();

    expect(documentOf(one)).toEqual(documentOf(other));
  });

  it('writes no sentence with a hole, and opens the question instead', () => {
    const document = documentOf(asked.answered('dep.parts', parts).build());

    expect(document.requirements.map(({ row }) => row)).toEqual(['redis']);
    expect(document.openQuestions.map(({ id }) => id)).toContain('dep.parts.p99');
  });

  it('says once why a row is as it is, and lists only what no sentence says', () => {
    const document = documentOf(asked.answered('dep.parts', parts).build());
    const chapter = document.chapters.find(({ title }) => title.startsWith('Dependencies'));

    expect(chapter?.requirements.map(({ because }) => because)).toEqual(['it is shared']);
    expect(chapter?.rows.map(({ name, filled }) => [name, filled])).toEqual([
      ['Redis', [{ label: 'Owner', text: 'the cache team' }]],
      ['Mail', []],
    ]);
  });

  it('quotes an answer of two sentences and says that the requirement is not normative yet', () => {
    const document = documentOf(asked.answered('rec.plan', 'Stop it. Then call.').build());

    expect(document.requirements[0]).toMatchObject({ normative: false, detail: 'Stop it. Then call.' });
    expect(document.state).toContain('1 sentence not yet normative');
  });

  it('keeps defaults out of chapters and lists them as assumptions', () => {
    const document = documentOf(asked.answered('rec.rpo', '5 min').build());

    expect(document.assumptions).toEqual([
      { id: 'rec.fast', label: 'Fast', text: 'yes', because: 'a default of the questions' },
    ]);
    expect(JSON.stringify(document.chapters)).not.toContain('rec.fast');
  });

  it('lists assumed answers in their place and among the assumptions', () => {
    const document = documentOf(asked.answered('rec.rpo', '5 min', { status: 'assumed' }).build());

    expect(document.requirements[0]?.assumed).toBe(true);
    expect(document.assumptions.map(({ id }) => id)).toContain('rec.rpo');
  });

  it('opens what is unknown, with its owner and date, and what is to be confirmed again', () => {
    const session = asked
      .standing('rec.rpo', { owner: '@dba', due: '2026-12-15' })
      .answered('rec.notes', 'two')
      .stale('rec.notes', 'rec.rpo')
      .build();
    const { openQuestions } = documentOf(session);

    expect(openQuestions.find(({ id }) => id === 'rec.rpo')).toMatchObject({
      state: 'unknown',
      owner: '@dba',
    });
    expect(openQuestions.find(({ id }) => id === 'rec.notes')).toMatchObject({ state: 'stale' });
  });

  it('lists answers that it does not use, each with its reason', () => {
    const session = asked
      .answered('rec.only', 'hidden')
      .standing('rec.rpo', { status: 'not-applicable', reason: 'nothing is stored' })
      .build();

    expect(documentOf(session).unused).toEqual([
      { id: 'rec.only', reason: 'not asked, because other answers rule it out: a.rec.fast == false' },
      { id: 'rec.rpo', reason: 'not applicable: nothing is stored' },
    ]);
  });

  it('puts a finding into the chapter of the first answer it quotes, and counts it', () => {
    const finding: Finding = {
      ...{ id: 'too-slow', rule: 'too-slow', section: 'rec', severity: 'block', class: 'contradiction' },
      ...{ title: 'It is too slow', why: 'It is.', probe: 'Which?', incidents: [] },
      quotes: [{ id: 'dep.parts.redis.p99', label: 'p99', text: '1 s' }],
    };
    const document = documentOf(asked.answered('rec.rpo', '5 min').build(), {
      ...nothing,
      findings: [finding],
    });

    expect(document.chapters.flatMap(({ title, findings }) => findings.map(() => title))).toEqual([
      'Dependencies and overload',
    ]);
    expect(document.state).toContain('draft: 1 contradiction');
  });

  it('shows a waived finding as a waiver only', () => {
    const finding: Finding = {
      ...{ id: 'x', rule: 'x', section: 'rec', severity: 'high', class: 'risk', title: 'X', why: 'Y' },
      ...{ probe: 'Z', incidents: [], quotes: [] },
      waiver: { finding: 'x', reason: 'soon gone', owner: 'ops', until: '2027-01-01', given: {} },
    };
    const document = documentOf(asked.build(), { ...nothing, findings: [finding] });

    expect(document.findings).toEqual([]);
    expect(document.waivers).toEqual([
      { finding: 'x', title: 'X', reason: 'soon gone', owner: 'ops', until: '2027-01-01' },
    ]);
  });

  it('is ready when nothing is open', () => {
    const small = aBank()
      .question({ id: 'rec.rpo', says: [says(1, 'be {value}')] })
      .joined();
    const session = aSession(small).answered('rec.rpo', 'quick').build();

    expect(documentOf(session)).toMatchObject({ ready: true, state: 'ready' });
  });

  it('gives the sentences of one question for its preview', () => {
    const session = asked.answered('rec.rpo', '5 min').build();
    const ground = { session, situation: situationOf(session), bank };

    expect(questionRequirements(ground, 'rec.rpo').map(({ text }) => text)).toEqual([
      'The system SHALL lose at most 5 min.',
    ]);
    expect(questionRequirements(ground, 'rec.plan')).toEqual([]);
  });
});
