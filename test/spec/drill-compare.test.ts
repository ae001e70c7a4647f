import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/bank/index.js';
import { caughtBy, compareAnswers, type DrillAnswer } from '../../src/spec/drill-compare.js';
import { buildDrill, type Drill } from '../../src/spec/drill.js';
import { drillStep, type DrillStep } from '../../src/spec/drill-step.js';
import { drillSession } from './drill-bank.js';

function aDrill(): Drill {
  const drill = buildDrill(
    {
      session: drillSession(),
      notices: [],
      seeds: [{ question: 'tra.peak', to: '50 req/s', notice: 'low-peak' }],
    },
    7,
  );
  if (drill === undefined) throw new Error('The case gave no exercise.');
  return drill;
}

function stepOf(id: string): DrillStep {
  const step = drillStep(drillSession(), id);
  if (step === undefined) throw new Error(`There is no ${id}.`);
  return step;
}

const compared = (id: string, value: Value) => compareAnswers(aDrill(), stepOf(id), value);
const answer = (id: string, value: Value): DrillAnswer => ({ step: stepOf(id), value });

describe('two answers side by side', () => {
  it('differ in the sentence they change, on both sides, and in what they raise', () => {
    expect(compared('tra.peak', '50 req/s')).toEqual({
      yours: {
        sentences: [{ id: 'REQ-TRA-001', text: 'The system SHALL serve 50 req/s.' }],
        findings: [{ id: 'low-peak', severity: 'high', title: 'The peak is below the average' }],
      },
      seniors: {
        sentences: [{ id: 'REQ-TRA-001', text: 'The system SHALL serve 300 req/s.' }],
        findings: [],
      },
    });
  });

  it('differ in what only the one of the case raises', () => {
    expect(compared('rec.copies', 'sync')).toEqual({
      yours: { sentences: [], findings: [] },
      seniors: {
        sentences: [],
        findings: [{ id: 'late-copies', severity: 'high', title: 'Copies come late' }],
      },
    });
  });

  it('differ in a sentence that only the one of the case gives', () => {
    expect(compared('rec.plan', '')).toEqual({
      yours: { sentences: [], findings: [] },
      seniors: {
        sentences: [{ id: 'REQ-REC-002', text: 'The system SHALL follow the runbook.' }],
        findings: [],
      },
    });
  });

  it('differ in a sentence that only yours gives', () => {
    const bare = { ...aDrill(), sound: withoutPlan() };

    expect(compareAnswers(bare, stepOf('rec.plan'), 'the list').yours.sentences).toEqual([
      { id: 'REQ-REC-002', text: 'The system SHALL follow the list.' },
    ]);
  });

  it('differ in nothing when they are the same', () => {
    const nothing = { sentences: [], findings: [] };

    expect(compared('rec.rpo', '5 min')).toEqual({ yours: nothing, seniors: nothing });
  });

  it('say the severity of each finding', () => {
    expect(compared('rec.rpo', '2 h').yours.findings).toEqual([
      { id: 'long-loss', severity: 'med', title: 'Much is lost' },
    ]);
  });
});

function withoutPlan(): Drill['sound'] {
  const session = drillSession();
  const answers = new Map(session.saved.answers);
  answers.delete('rec.plan');
  return { ...session, saved: { ...session.saved, answers } };
}

describe('a flaw', () => {
  it.each<[string, readonly DrillAnswer[], string | undefined]>([
    ['nobody answered', [], undefined],
    ['the answer is as low as before', [answer('tra.peak', '60 req/s')], undefined],
    ['the answers are about something else', [answer('rec.rpo', '1 min')], undefined],
    ['its own answer is put right', [answer('tra.peak', '300 req/s')], 'tra.peak'],
    ['another answer settles it', [answer('tra.average', '10 req/s')], 'tra.average'],
    [
      'a second answer settles it as well',
      [answer('tra.average', '10 req/s'), answer('tra.peak', '300 req/s')],
      'tra.average',
    ],
    [
      'a later answer brings it back',
      [answer('tra.peak', '300 req/s'), answer('tra.average', '500 req/s')],
      undefined,
    ],
    [
      'it is brought back and settled again',
      [
        answer('tra.peak', '300 req/s'),
        answer('tra.average', '500 req/s'),
        answer('rec.rpo', '1 min'),
        answer('tra.average', '5 req/s'),
      ],
      'tra.average',
    ],
  ])('is caught by the first answer since which it is gone: %s', (_, answers, by) => {
    expect(caughtBy(aDrill(), answers)?.id).toBe(by);
  });
});
