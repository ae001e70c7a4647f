import { describe, expect, it } from 'vitest';
import type { Analysis, Finding } from '../../src/analysis/index.js';
import type { Depth } from '../../src/bank/index.js';
import type { StoredProbe } from '../../src/interview/index.js';
import { buildSpec } from '../../src/spec/build-spec.js';
import type { SpecDocument } from '../../src/spec/document.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

const says = (number: number, shall: string, verify = 'test'): object => ({
  ...{ number, ears: 'ubiquitous', shall, verify },
});

type Said = (session: SessionBuilder) => SessionBuilder;
type Given = {
  readonly questions: readonly Raw[];
  readonly said?: Said;
  readonly findings?: readonly Finding[];
  readonly depth?: Depth;
  readonly probes?: readonly StoredProbe[];
};

const specOf = ({
  questions,
  said = (one) => one,
  findings = [],
  depth = 'deep',
  probes = [],
}: Given): SpecDocument => {
  const bank = aBank()
    .question(...questions)
    .term('rpo', 'tail-latency', 'ttl', 'queue')
    .joined();
  const session = said(aSession(bank).depth(depth)).build();
  const analysis: Analysis = {
    ...{ findings, unchecked: [], thin: [], probes: [] },
    ...{ decides: new Map(), broken: [] },
  };
  return buildSpec({ ...session, saved: { ...session.saved, probes } }, analysis);
};

const finding = (id: string, severity: Finding['severity'], waiver?: Finding['waiver']): Finding => ({
  ...{ id, rule: id, section: 'rec', severity, class: 'risk', title: `About ${id}`, why: 'It is.' },
  ...{ probe: 'Which?', incidents: [], quotes: [{ id: 'rec.rpo', label: 'Loss', text: '5' }] },
  ...(waiver === undefined ? {} : { waiver }),
});

const NOTES: Raw = { id: 'rec.notes', label: 'Notes' };
const notes: Said = (session) => session.answered('rec.notes', 'nothing');

describe('the state of a spec', () => {
  const stateOf = (given: Omit<Given, 'questions'> & Partial<Given>): string => {
    const { ready, state } = specOf({ questions: [NOTES], said: notes, ...given });
    expect(ready).toBe(state === 'ready');
    return state;
  };

  it('is ready when nothing is left', () => {
    expect(stateOf({})).toBe('ready');
    expect(stateOf({ findings: [finding('a', 'med'), finding('b', 'med')] })).toBe('ready');
  });

  it('is a draft with all that is left, counted', () => {
    expect(stateOf({ findings: [finding('a', 'block')] })).toBe('draft: 1 contradiction');
    expect(stateOf({ findings: [finding('a', 'high'), finding('b', 'high')] })).toBe('draft: 2 high risks');
    expect(stateOf({ said: (session) => session })).toBe('draft: 1 open question');
    const loose = ['a', 'b'].map((id, at) => ({
      ...{ id: `rec.${id}`, expects: 'verb-phrase', says: [says(at + 1, '{value}')] },
    }));
    const told =
      (...ids: readonly string[]): Said =>
      (session) =>
        ids.reduce((before, id) => before.answered(`rec.${id}`, 'Stop it. Then wait.'), session);
    expect(stateOf({ questions: loose, said: told('a', 'b') })).toBe('draft: 2 sentences not yet normative');
    expect(
      stateOf({
        questions: [...loose, NOTES],
        said: told('a'),
        findings: [finding('a', 'block'), finding('b', 'block'), finding('c', 'high')],
      }),
    ).toBe('draft: 2 contradictions, 1 high risk, 2 open questions and 1 sentence not yet normative');
  });

  it('does not count what was waived, and lists it apart', () => {
    const waiver = { finding: 'a', reason: 'soon gone', owner: '@ada', until: '2027-01-01', given: {} };
    const document = specOf({
      questions: [NOTES],
      said: notes,
      findings: [finding('a', 'block', waiver), finding('b', 'med')],
    });
    expect([document.state, document.waivers]).toEqual([
      'ready',
      [{ finding: 'a', title: 'About a', reason: 'soon gone', owner: '@ada', until: '2027-01-01' }],
    ]);
    expect(document.findings).toEqual([
      {
        ...{ id: 'b', severity: 'med', title: 'About b', why: 'It is.', probe: 'Which?', section: 'rec' },
        quotes: [{ id: 'rec.rpo', label: 'Loss', text: '5' }],
      },
    ]);
  });
});

describe('the nature of a spec', () => {
  const choice = (id: string, kind: string): Raw => ({
    ...{ id, label: id, kind },
    options: ['one', 'two'].map((option) => ({ id: option, label: `Kind ${option}` })),
  });
  const questions = [
    choice('arc.tier', 'choice'),
    choice('arc.stage', 'choice'),
    choice('arc.archetypes', 'many'),
  ];

  it('is what the answers say that decided which questions were asked', () => {
    const document = specOf({
      questions: [...questions, NOTES],
      said: (session) =>
        notes(
          session
            .answered('arc.tier', 'one')
            .answered('arc.stage', 'two')
            .answered('arc.archetypes', ['two', 'one']),
        ),
    });
    expect([document.name, document.depth, document.tier, document.stage, document.archetypes]).toEqual([
      'Limiter',
      'deep',
      'one',
      'two',
      ['Kind one', 'Kind two'],
    ]);
    expect(document.nature.map(({ id }) => id)).toEqual(['arc.tier', 'arc.stage', 'arc.archetypes']);
    expect(document.chapters.map(({ id }) => id)).toEqual(['failure']);
  });

  it('is empty where nobody has said it or no bank asks it', () => {
    for (const asked of [questions, [NOTES]])
      expect(specOf({ questions: asked })).toMatchObject({ tier: '', stage: '', archetypes: [], nature: [] });
  });
});

describe('the index of a spec', () => {
  const confirm = (count: number, verify = 'test'): readonly Raw[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: `rec.q${String(at)}`, kind: 'confirm', says: [says(at + 1, `do it ${String(at)}`, verify)] },
    }));
  const all = (questions: readonly Raw[]): SpecDocument =>
    specOf({
      questions,
      said: (session) =>
        questions.reduce<SessionBuilder>((before, { id }) => before.answered(String(id), true), session),
    });

  it('is there for more than twenty requirements', () => {
    expect([all(confirm(20)).indexed, all(confirm(21)).indexed]).toEqual([false, true]);
  });

  it('groups them by what shows them', () => {
    const proofs = ['inspection', 'scan', 'static-check', 'monitor', 'drill', 'load-test', 'test', 'test'];
    const questions = proofs.map((verify, at) => ({
      ...confirm(8)[at],
      says: [says(at + 1, `do it`, verify)],
    }));
    expect(all(questions).index).toEqual([
      { verify: 'test', ids: ['REQ-REC-007', 'REQ-REC-008'] },
      { verify: 'load-test', ids: ['REQ-REC-006'] },
      { verify: 'drill', ids: ['REQ-REC-005'] },
      { verify: 'monitor', ids: ['REQ-REC-004'] },
      { verify: 'static-check', ids: ['REQ-REC-003'] },
      { verify: 'scan', ids: ['REQ-REC-002'] },
      { verify: 'inspection', ids: ['REQ-REC-001'] },
    ]);
    expect(specOf({ questions: [NOTES] }).index).toEqual([]);
  });
});

describe('the glossary of a spec', () => {
  const told = (text: string, depth: Depth = 'deep'): readonly string[] =>
    specOf({
      questions: [{ ...NOTES, terms: ['ttl', 'tail-latency', 'rpo', 'queue', 'unheard-of'] }],
      said: (session) => session.answered('rec.notes', text),
      depth,
    }).glossary.map(({ term, means }) => `${term}: ${means}`);

  it('explains the terms that the text uses, in order', () => {
    expect(told('The RPO and the TTL bound the tail latency')).toEqual([
      'RPO: What rpo means.',
      'tail latency: What tail-latency means.',
      'TTL: What ttl means.',
    ]);
    expect(told('The tail-latency')).toEqual(['tail latency: What tail-latency means.']);
  });

  it('leaves out what is not used, plain or unknown, and all of it in a quick spec', () => {
    expect(told('A queue, the latency at the tail, an unheard of thing, rpos')).toEqual([]);
    expect(told('The RPO', 'quick')).toEqual([]);
    expect(told('The RPO', 'standard')).toEqual(['RPO: What rpo means.']);
  });
});

describe('the follow-up questions of a spec', () => {
  const probe = (id: string, about: string, answer?: StoredProbe['answer']): StoredProbe => ({
    ...{ id, asks: `What of ${id}?`, about: [about] },
    ...(answer === undefined ? {} : { answer }),
  });

  it('stand with their answers in the chapter that they are about', () => {
    const probes = [
      probe('a', 'rec.notes', { status: 'answered', value: 'It stops.' }),
      probe('b', 'dep.parts.db.name', { status: 'answered', value: 'It waits.' }),
      probe('c', 'rec.notes', { status: 'unknown' }),
      probe('d', 'rec.notes'),
      { ...probe('e', 'rec.notes', { status: 'answered', value: 'It is lost.' }), about: [] },
    ];
    expect(
      specOf({ questions: [NOTES], probes }).chapters.map(({ id, probes: own }) => [id, ...own]),
    ).toEqual([
      ['dependencies', { id: 'b', asks: 'What of b?', text: 'It waits.' }],
      ['failure', { id: 'a', asks: 'What of a?', text: 'It stops.' }],
    ]);
  });
});
