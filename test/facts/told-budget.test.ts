import { describe, expect, it } from 'vitest';
import { errorBudgetFacts } from '../../src/facts/families/error-budget.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('the error budget', () => {
  const given: Given = {
    'rec.slo': '99.5 %',
    'rec.slo_window': '28 d',
    'traffic.average_rate': '40 req/s',
    'rol.maintenance': '30 min',
    'rol.deploys': '2 deploy/day',
    'rol.deploy_errors': '10 s',
    'ops.on_call': 'business-hours',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(errorBudgetFacts, given)).toEqual({
      'f.budget_time': {
        value: 12096000,
        text: '3.36 h',
        formula: '0.5 % × 28 d = 3.36 h',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d',
      },
      'f.budget_requests': {
        value: 483840,
        text: '483,840',
        formula: '0.5 % × 96,768,000 in 28 d = 483,840',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d, traffic.average_rate 40 req/s',
      },
      'f.page_fast': {
        value: 0.0672,
        text: '6.72 %',
        formula: '13.44 × 0.5 % = 6.72 % (spends 2 % of the budget in 1 h)',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d',
      },
      'f.page_slow': {
        value: 0.028,
        text: '2.8 %',
        formula: '5.6 × 0.5 % = 2.8 % (spends 5 % of the budget in 6 h)',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d',
      },
      'f.ticket': {
        value: 0.00466666667,
        text: '0.4667 %',
        formula: '0.9333 × 0.5 % = 0.4667 % (spends 10 % of the budget in 3 d)',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d',
      },
      'f.planned_downtime': {
        value: 2240000,
        text: '2,240 s',
        formula: '28 min maintenance + 56 deploys × 10 s = 2,240 s',
        inputs:
          'rec.slo_window 28 d, rol.maintenance 30 min, rol.deploys 2 deploy/day, rol.deploy_errors 10 s',
      },
      'f.planned_share': {
        value: 0.185185185,
        text: '18.52 %',
        formula: '(28 min maintenance + 56 deploys × 10 s) / 3.36 h = 18.52 %',
        inputs:
          'rec.slo 99.5 %, rec.slo_window 28 d, rol.maintenance 30 min, rol.deploys 2 deploy/day, rol.deploy_errors 10 s',
      },
      'f.unstaffed_gap': {
        value: 230400000,
        text: '64 h',
        formula: 'Friday 18:00 to Monday 10:00 = 64 h',
        inputs: 'ops.on_call In business hours',
      },
      'f.weekend_budget_share': {
        value: 19.047619,
        text: '19.05×',
        formula: '64 h / 3.36 h = 19.05×',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d, ops.on_call In business hours',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(errorBudgetFacts, given)).toEqual({
      'rec.slo': [
        'f.budget_time',
        'f.budget_requests',
        'f.page_fast',
        'f.page_slow',
        'f.ticket',
        'f.planned_share',
        'f.weekend_budget_share',
      ],
      'traffic.average_rate': ['f.budget_requests'],
      'rol.maintenance': ['f.planned_downtime', 'f.planned_share'],
      'rol.deploys': ['f.planned_downtime', 'f.planned_share'],
      'rol.deploy_errors': ['f.planned_downtime', 'f.planned_share'],
      'ops.on_call': ['f.unstaffed_gap', 'f.weekend_budget_share'],
    });
  });

  it('has no gap where somebody is always on call', () => {
    expect(
      toldOf(errorBudgetFacts, { ...given, 'ops.on_call': '24x7' }, [
        'f.unstaffed_gap',
        'f.weekend_budget_share',
      ]),
    ).toEqual({
      'f.unstaffed_gap': {
        value: 0,
        text: '0 ms',
        formula: 'somebody is always on call',
        inputs: 'ops.on_call Around the clock',
      },
      'f.weekend_budget_share': {
        value: 0,
        text: '0×',
        formula: '0 ms / 3.36 h = 0×',
        inputs: 'rec.slo 99.5 %, rec.slo_window 28 d, ops.on_call Around the clock',
      },
    });
  });

  it('has no alert for more errors than there are requests', () => {
    expect(
      toldOf(errorBudgetFacts, { 'rec.slo': '50 %', 'rec.slo_window': '30 d' }, [
        'f.page_fast',
        'f.page_slow',
        'f.ticket',
      ]),
    ).toEqual({
      'f.ticket': {
        value: 0.5,
        text: '50 %',
        formula: '1 × 50 % = 50 % (spends 10 % of the budget in 3 d)',
        inputs: 'rec.slo 50 %, rec.slo_window 30 d',
      },
    });
  });

  it('has an alert for a rate at which every request fails', () => {
    expect(
      toldOf(errorBudgetFacts, { 'rec.slo': '50 %', 'rec.slo_window': '60 d' }, [
        'f.page_fast',
        'f.page_slow',
        'f.ticket',
      ]),
    ).toEqual({
      'f.ticket': {
        value: 1,
        text: '100 %',
        formula: '2 × 50 % = 100 % (spends 10 % of the budget in 3 d)',
        inputs: 'rec.slo 50 %, rec.slo_window 60 d',
      },
    });
  });
});
