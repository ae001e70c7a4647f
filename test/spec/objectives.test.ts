import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { buildObjectives } from '../../src/spec/objectives.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const bank = () =>
  aBank()
    .question(
      { id: 'rec.slo', kind: 'quantity', dimension: 'percent' },
      { id: 'rec.slo_window', kind: 'quantity', dimension: 'duration', default: '30 d' },
      { id: 'rec.slo_excludes' },
    )
    .joined();

function objectives(answers: Readonly<Record<string, Value>>, name = 'Gate keeper') {
  const session = Object.entries(answers)
    .reduce((builder, [id, value]) => builder.answered(id, value), aSession(bank()))
    .named(name)
    .build();
  return buildObjectives({ session, situation: situationOf(session), bank: session.bank });
}

const FAST = { name: 'ErrorBudgetBurnsFast', fact: 'f.page_fast', spent: '2 %', long: '1h', short: '5m' };
const SLOW = { name: 'ErrorBudgetBurnsSlowly', fact: 'f.page_slow', spent: '5 %', long: '6h', short: '30m' };
const LEAK = { name: 'ErrorBudgetLeaks', fact: 'f.ticket', spent: '10 %', long: '3d', short: '6h' };

describe('the promised share of good requests', () => {
  it('comes with all its alerts, and with traffic that raises each and traffic that does not', () => {
    const answers = { 'rec.slo': '99 %', 'rec.slo_window': '20 d', 'rec.slo_excludes': 'planned work' };

    expect(objectives(answers)).toEqual([
      {
        ...{ id: 'rec.slo', job: 'gate-keeper', target: '99 %', window: '20 d', excludes: 'planned work' },
        windows: ['5m', '30m', '1h', '6h', '3d'],
        alerts: [
          {
            ...{ ...FAST, severity: 'page', rate: '9.6 %', threshold: '0.096' },
            above: { good: '8944000', bad: '1056000' },
            below: { good: '9136000', bad: '864000' },
          },
          {
            ...{ ...SLOW, severity: 'page', rate: '4 %', threshold: '0.04' },
            above: { good: '9560000', bad: '440000' },
            below: { good: '9640000', bad: '360000' },
          },
          {
            ...{ ...LEAK, severity: 'ticket', rate: '0.6667 %', threshold: '0.006666666667' },
            above: { good: '9926667', bad: '73333' },
            below: { good: '9940000', bad: '60000' },
          },
        ],
      },
    ]);
  });

  it('has only the alerts that some traffic can raise, and their windows', () => {
    const [objective, ...others] = objectives({ 'rec.slo': '50 %', 'rec.slo_window': '60 d' });

    expect(others).toEqual([]);
    expect(objective).toMatchObject({ windows: ['6h', '3d'], excludes: '' });
    expect(objective?.alerts).toEqual([
      {
        ...{ ...LEAK, severity: 'ticket', rate: '100 %', threshold: '1' },
        above: { good: '0', bad: '10000000' },
        below: { good: '1000000', bad: '9000000' },
      },
    ]);
  });

  it('is none where no alert could ever be raised', () => {
    expect(objectives({ 'rec.slo': '50 %', 'rec.slo_window': '300 d' })).toEqual([]);
  });

  it('has a job of the name of the spec, or of any service where that holds no letter', () => {
    expect(objectives({ 'rec.slo': '99 %' }, '???')[0]?.job).toBe('service');
    expect(objectives({ 'rec.slo': '99 %' }, 'Pay 2')[0]?.job).toBe('pay-2');
  });
});
