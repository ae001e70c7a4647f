import { describe, expect, it } from 'vitest';
import type { Analysis, Finding } from '../../src/analysis/finding.js';
import { learningReport, reportParts } from '../../src/analysis/report.js';
import type { Incident } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

const opening = (failure: string, incident: string) => ({ failure, says: 'It breaks.', incident });
const bank = () =>
  aBank()
    .section('one', { title: 'First', opening: opening('Lost data', 'lost') })
    .section('two', { title: 'Second' })
    .section('six', { title: 'Third', opening: opening('A blind eye!', 'blind') })
    .question(
      { id: 'one.a', label: 'A of one', why: 'One reason.\nAnd more.' },
      { id: 'one.b', label: 'B of one' },
      { id: 'two.a', label: 'A of two' },
      { id: 'two.b', label: 'B of two' },
      { id: 'six.a', label: 'A of six' },
    )
    .joined();

const finding = (id: string, over: Partial<Finding> = {}): Finding => ({
  ...{ id, rule: id, section: 'one', severity: 'high', class: 'risk', title: `About ${id}`, why: '' },
  ...{ probe: '', incidents: [id], quotes: [] },
  ...over,
});
const waiver = { finding: 'x', reason: 'r', owner: 'o', until: '2027-01-01', given: {} };
const incident = (id: string): Incident | undefined =>
  id === ''
    ? undefined
    : {
        ...{ id, org: 'Acme', year: 1999, title: `The day of ${id}`, story: '', lesson: '' },
        ...{ url: 'https://example.org', basis: 'report' },
      };

type Given = {
  readonly findings?: readonly Finding[];
  readonly decides?: Readonly<Record<string, number>>;
  readonly answers?: (session: SessionBuilder) => SessionBuilder;
  readonly told?: boolean;
};

function reported({ findings = [], decides = {}, answers = (session) => session, told = true }: Given) {
  const joined = bank();
  const analysis: Analysis = {
    ...{ findings, unchecked: [], thin: [], probes: [], broken: [] },
    decides: new Map(Object.entries(decides)),
  };
  const situation = situationOf(answers(aSession(joined)).build());
  return learningReport({
    ...{ bank: joined, situation, analysis },
    incident: told ? incident : () => undefined,
  });
}
const all = (session: SessionBuilder) =>
  ['one.a', 'one.b', 'two.a', 'two.b', 'six.a'].reduce((now, id) => now.answered(id, 'x'), session);

describe('the kinds of failure that stay open', () => {
  it('come with the most findings first, then with the most questions, then by their name', () => {
    expect(reported({}).left).toEqual([
      { failure: 'Lost data', open: 2, findings: 0 },
      { failure: 'Second', open: 2, findings: 0 },
      { failure: 'A blind eye!', open: 1, findings: 0 },
    ]);
    expect(reported({ findings: [finding('x', { section: 'six' })] }).left.map((one) => one.failure)).toEqual(
      [...['A blind eye!', 'Lost data', 'Second']],
    );
  });

  it('are those with a finding that counts, though all is answered', () => {
    const findings = [
      finding('a'),
      finding('b', { waiver }),
      finding('c', { section: 'two', waiver, reopened: true }),
      finding('d', { section: 'six', waiver }),
    ];

    expect(reported({ findings, answers: all }).left).toEqual([
      { failure: 'Lost data', open: 0, findings: 1 },
      { failure: 'Second', open: 0, findings: 1 },
    ]);
  });

  it('count what is unknown as open', () => {
    const answers = (session: SessionBuilder) => all(session).standing('six.a', { status: 'unknown' });

    expect(reported({ answers }).left).toEqual([{ failure: 'A blind eye!', open: 1, findings: 0 }]);
  });
});

describe('what is worth reading', () => {
  const ids = (given: Given) => reported(given).read.map(({ id }) => id);

  it('is a story of the worst finding, the question that decides most, and a story of what is open', () => {
    const findings = [
      finding('mild', { severity: 'med' }),
      finding('waived', { severity: 'block', waiver }),
      finding('worst', { severity: 'block' }),
    ];
    const { read } = reported({ findings, decides: { 'two.b': 3, 'one.a': 1 } });

    expect(read).toEqual([
      { id: 'worst', title: 'Acme, 1999: The day of worst', why: 'About worst.' },
      { id: 'two.b', title: 'B of two', why: 'It is open and would decide 3 checks.' },
      { id: 'lost', title: 'Acme, 1999: The day of lost', why: 'Lost data.' },
    ]);
  });

  it('is more of what there is where one kind is missing', () => {
    expect(ids({})).toEqual(['one.a', 'lost', 'one.b']);
    expect(ids({ told: false })).toEqual(['one.a', 'one.b', 'two.a']);
    expect(ids({ answers: all })).toEqual(['lost', 'blind']);
    expect(ids({ answers: all, told: false })).toEqual([]);
  });

  it('is each once, though two findings tell the same story', () => {
    const findings = [finding('a', { incidents: ['lost'] }), finding('b', { incidents: ['lost'] })];

    expect(ids({ findings, answers: all })).toEqual(['lost', 'blind']);
  });

  it('is none of a finding without a story', () => {
    expect(ids({ findings: [finding('a', { incidents: [] })], answers: all })).toEqual(['lost', 'blind']);
  });

  it('says why: the first line of the reason, or what it would decide, and ends once', () => {
    const why = (given: Given) => reported(given).read.map((one) => one.why);

    expect(why({})).toEqual(['One reason.', 'Lost data.', 'It matters.']);
    expect(why({ decides: { 'one.a': 1 } })[0]).toBe('It is open and would decide 1 check.');
    expect(why({ answers: all })[1]).toBe('A blind eye!');
  });

  it('is a story of what stays open most first', () => {
    const answers = (session: SessionBuilder) => session.answered('one.a', 'x').answered('one.b', 'x');

    expect(ids({ answers }).filter((id) => !id.includes('.'))).toEqual(['blind']);
  });
});

describe('the report in words', () => {
  it('counts what was covered, and names what is complete', () => {
    const answers = (session: SessionBuilder) => all(session).standing('two.a', { status: 'unknown' });
    const [covered, left] = reportParts(reported({ answers, findings: [finding('a'), finding('b')] }));

    expect(covered).toEqual({
      title: 'What you covered',
      lines: ['4 of 5 questions in 3 sections.', 'Complete: First, Third.'],
    });
    expect(left).toEqual({
      title: 'Kinds of failure left open',
      lines: ['Lost data: 2 findings.', 'Second: 1 question without an answer.'],
    });
  });

  it('says both of a kind of failure that has both, and nothing of what is not complete', () => {
    const parts = reportParts(reported({ findings: [finding('a')] }));

    expect(parts.map(({ title }) => title)).toEqual([
      ...['What you covered', 'Kinds of failure left open', 'Worth reading next'],
    ]);
    expect(parts[0]?.lines).toEqual(['0 of 5 questions in 3 sections.']);
    expect(parts[1]?.lines[0]).toBe('Lost data: 2 questions without an answer, 1 finding.');
    expect(parts[2]?.lines[0]).toBe('Acme, 1999: The day of a. About a. (spec-interview explain a)');
  });
});
