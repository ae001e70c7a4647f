import { describe, expect, it } from 'vitest';
import { learningReport, reportParts } from '../../src/analysis/index.js';
import type { Incident, JoinedBank } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { analysisOf, aSession, said } from './a-session.js';
import { shippedBank } from './shipped-bank.js';

const incident = (id: string): Incident => ({
  ...{ id, org: 'Acme', year: 1999, title: `What happened at ${id}` },
  ...{ story: 'It broke.', lesson: 'Mend it.', url: 'https://example.org', basis: 'report' },
});

const opening = (failure: string, id: string) => ({ failure, says: 'It breaks.', incident: id });

const bank = aBank()
  .section('rec', { title: 'Recovery', opening: opening('Lost data', 'lost-1999') })
  .section('obs', { title: 'Watching', opening: opening('A failure nobody sees', 'blind-1999') })
  .question(
    { id: 'rec.rpo', label: 'Loss', kind: 'quantity', dimension: 'duration' },
    { id: 'rec.rto', label: 'Recovery', kind: 'quantity', dimension: 'duration' },
    { id: 'obs.alerts', label: 'Alerts', why: 'Users are the most expensive alarm.' },
  )
  .rule({
    id: 'rto-below-rpo',
    severity: 'high',
    fires_when: 'a.rec.rto < a.rec.rpo',
    title: 'It recovers before it loses',
    incidents: ['gitlab-1999'],
  })
  .joined();

function reported(joined: JoinedBank, answers: Readonly<Record<string, unknown>>, told = true) {
  const session = aSession(joined, answers);
  const situation = situationOf(session);
  const ground = { bank: joined, situation, analysis: analysisOf(session) };
  return learningReport({ ...ground, incident: (id) => (told ? incident(id) : undefined) });
}

describe('the report of a guided interview', () => {
  it('says what was covered, which kinds of failure stay open, and three things to read', () => {
    const report = reported(bank, { 'rec.rpo': '5 min', 'rec.rto': '1 min' });
    expect(reportParts(report)).toEqual([
      { title: 'What you covered', lines: ['2 of 3 questions in 2 sections.', 'Complete: Recovery.'] },
      {
        title: 'Kinds of failure left open',
        lines: ['Lost data: 1 finding.', 'A failure nobody sees: 1 question without an answer.'],
      },
      {
        title: 'Worth reading next',
        lines: [
          'Acme, 1999: What happened at gitlab-1999. It recovers before it loses. (spec-interview explain gitlab-1999)',
          'Alerts. Users are the most expensive alarm. (spec-interview explain obs.alerts)',
          'Acme, 1999: What happened at blind-1999. A failure nobody sees. (spec-interview explain blind-1999)',
        ],
      },
    ]);
  });

  it('puts the question first that would decide the most, and counts what somebody will find out as open', () => {
    const report = reported(bank, { 'rec.rpo': said({ status: 'unknown', owner: 'dba' }) }, false);
    expect(report.left).toContainEqual({ failure: 'Lost data', open: 2, findings: 0 });
    expect(report.read[0]?.why).toBe('It is open and would decide 1 check.');
    expect(report.read.map(({ id }) => id)).toEqual(['rec.rpo', 'rec.rto', 'obs.alerts']);
  });

  it('leaves nothing open when every answer is there, and still has something to read', () => {
    const report = reported(bank, { 'rec.rpo': '1 min', 'rec.rto': '5 min', 'obs.alerts': 'pages' });
    expect(report.left).toEqual([]);
    expect(reportParts(report)[1]?.lines).toEqual(['None: every question that was asked has its answer.']);
    expect(report.read.map(({ id }) => id)).toEqual(['lost-1999', 'blind-1999']);
  });

  it('has three things to read for an empty interview of the shipped banks', () => {
    const report = reported(shippedBank(), {});
    expect(report.read).toHaveLength(3);
    expect(new Set(report.read.map(({ id }) => id)).size).toBe(3);
  });
});
