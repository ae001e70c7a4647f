import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { buildLoadTests } from '../../src/spec/load-tests.js';
import { buildObjectives } from '../../src/spec/objectives.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const name = { id: 'name', label: 'Name', kind: 'text', required: true };
const bank = () =>
  aBank()
    .question(
      { id: 'traffic.peak_rate', kind: 'quantity', dimension: 'rate', noun: 'req' },
      { id: 'rec.slo', kind: 'quantity', dimension: 'percent' },
      { id: 'rec.slo_window', kind: 'quantity', dimension: 'duration', default: '30 d' },
      {
        ...{ id: 'ifc.endpoints', kind: 'table', key: 'name' },
        columns: [name, { id: 'purpose', label: 'Purpose', kind: 'text' }],
      },
      {
        ...{ id: 'traffic.latency', kind: 'table', key: 'flow' },
        columns: [
          { ...name, id: 'flow' },
          { id: 'p99', label: 'p99', kind: 'quantity', dimension: 'duration' },
        ],
      },
    )
    .joined();

type Answers = Readonly<Record<string, Value>>;

function ground(answers: Answers) {
  const session = Object.entries(answers)
    .reduce((builder, [id, value]) => builder.answered(id, value), aSession(bank()))
    .named('Gate keeper')
    .build();
  return { session, situation: situationOf(session), bank: session.bank };
}

const loadsOf = (answers: Answers) => buildLoadTests(ground(answers));
const endpoint = (id: string, call: string, purpose = '') => ({ id, cells: { name: call, purpose } });
const ENDPOINTS = [
  endpoint('list', 'GET /orders', 'List the open orders'),
  endpoint('make', 'POST /orders', 'Place one order'),
  endpoint('lib', 'orders.list()', 'List the closed orders'),
];

describe('the load to carry', () => {
  it('is none without a peak, and none without a call of HTTP', () => {
    expect(loadsOf({ 'ifc.endpoints': ENDPOINTS })).toEqual([]);
    expect(loadsOf({ 'traffic.peak_rate': '9 req/s' })).toEqual([]);
    expect(loadsOf({ 'traffic.peak_rate': '9 req/s', 'ifc.endpoints': ENDPOINTS.slice(2) })).toEqual([]);
  });

  it('is the peak on every call, with what may fail', () => {
    const answers = { 'traffic.peak_rate': '90 req/min', 'ifc.endpoints': ENDPOINTS, 'rec.slo': '99.9 %' };

    expect(loadsOf(answers)).toEqual([
      {
        ...{ rate: '90 req/min', perSecond: '2', failing: '0.001', target: '99.9 %' },
        calls: [
          { name: 'GET /orders', method: 'GET', path: '/orders' },
          { name: 'POST /orders', method: 'POST', path: '/orders' },
        ],
        ...{ promises: [], unplayed: [] },
      },
    ]);
  });

  it.each([
    ['3 req/day', '1'],
    ['60 req/min', '1'],
    ['61 req/min', '2'],
    ['40 req/s', '40'],
  ])('of %s is %s calls a second, at least one', (peak, perSecond) => {
    const [load] = loadsOf({ 'traffic.peak_rate': peak, 'ifc.endpoints': ENDPOINTS });

    expect(load).toMatchObject({ perSecond, failing: '', target: '' });
  });

  it('plays a promise on the one call that serves it, and says which it cannot play', () => {
    const flow = (id: string, said: string, p99?: string) => ({
      ...{ id, cells: { flow: said, ...(p99 === undefined ? {} : { p99 }) } },
    });
    const latency = [
      flow('a', 'List open things', '2 s'),
      flow('b', 'See orders', '1 s'),
      flow('c', 'Do it', '1 s'),
      flow('d', 'Place it'),
      flow('e', 'Place it now', '40 ms'),
    ];
    const answers = {
      ...{ 'traffic.peak_rate': '9 req/s', 'traffic.latency': latency },
      'ifc.endpoints': [
        endpoint('list', 'GET /orders', 'List the open things and orders'),
        endpoint('make', 'POST /orders', 'Place orders; do it'),
        ENDPOINTS[2] ?? endpoint('lib', 'orders.list()'),
      ],
    };

    expect(loadsOf(answers)).toMatchObject([
      {
        promises: [
          { flow: 'List open things', p99: '2000', call: 'GET /orders' },
          { flow: 'Place it now', p99: '40', call: 'POST /orders' },
        ],
        unplayed: ['See orders', 'Do it'],
      },
    ]);
  });
});

describe('the promised share of good requests', () => {
  it('is none without a target', () => {
    expect(buildObjectives(ground({}))).toEqual([]);
  });

  it('alerts when the budget burns, each time over two windows', () => {
    const [objective] = buildObjectives(ground({ 'rec.slo': '99.9 %' }));

    expect(objective).toMatchObject({
      ...{ id: 'rec.slo', job: 'gate-keeper', target: '99.9 %', window: '30 d', excludes: '' },
      windows: ['5m', '30m', '1h', '6h', '3d'],
    });
    expect(
      objective?.alerts.map(({ name: alert, severity, long, short, spent, threshold }) => [
        ...[alert, severity, long, short, spent, threshold],
      ]),
    ).toEqual([
      ['ErrorBudgetBurnsFast', 'page', '1h', '5m', '2 %', '0.0144'],
      ['ErrorBudgetBurnsSlowly', 'page', '6h', '30m', '5 %', '0.006'],
      ['ErrorBudgetLeaks', 'ticket', '3d', '6h', '10 %', '0.001'],
    ]);
    expect(objective?.alerts[0]).toMatchObject({
      above: { good: '9841600', bad: '158400' },
      below: { good: '9870400', bad: '129600' },
    });
  });
});
