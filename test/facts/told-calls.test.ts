import { describe, expect, it } from 'vitest';
import { poolFacts } from '../../src/facts/families/pools.js';
import { retryFacts } from '../../src/facts/families/retries.js';
import { timeoutFacts } from '../../src/facts/families/timeouts.js';
import { fanOutFacts } from '../../src/facts/families/fan-out.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('pools', () => {
  const given: Given = {
    'traffic.peak_rate': '900 call/s',
    'traffic.instances': '6',
    'dep.pools': [
      {
        id: 'db',
        name: 'Db',
        size: '10',
        server_max: '300',
        max_instances: '9',
        surge: '25 %',
        others: '40',
        reserved: '15',
        hold: '12 ms',
        calls_per_request: '2',
        cores: '8',
      },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(poolFacts, given)).toEqual({
      'f.pool_connections of db': {
        value: 160,
        text: '160',
        formula: '10 × 9 × (1 + 25 %) + 40 of others = 160',
        inputs:
          'dep.pools.db.size 10, dep.pools.db.surge 25 %, dep.pools.db.max_instances 9, dep.pools.db.others 40',
      },
      'f.pool_room of db': {
        value: 285,
        text: '285',
        formula: '300 − 15 reserved = 285',
        inputs: 'dep.pools.db.server_max 300, dep.pools.db.reserved 15',
      },
      'f.pool_needed of db': {
        value: 6,
        text: '6',
        formula: '900 call/s × 2 × 12 ms / 0.7 / 6 = 5.143, rounded up = 6',
        inputs:
          'dep.pools.db.hold 12 ms, dep.pools.db.calls_per_request 2, traffic.peak_rate 900 call/s, traffic.instances 6',
      },
      'f.pool_per_core of db': {
        value: 7.5,
        text: '7.5',
        formula: '10 × 6 / 8 = 7.5',
        inputs: 'dep.pools.db.size 10, dep.pools.db.cores 8, traffic.instances 6',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(poolFacts, given)).toEqual({
      'traffic.peak_rate': ['f.pool_needed of db'],
      'traffic.instances': ['f.pool_needed of db', 'f.pool_per_core of db'],
      'dep.pools': [
        'f.pool_connections of db',
        'f.pool_room of db',
        'f.pool_needed of db',
        'f.pool_per_core of db',
      ],
      'dep.pools.db.size': ['f.pool_connections of db', 'f.pool_per_core of db'],
      'dep.pools.db.server_max': ['f.pool_room of db'],
      'dep.pools.db.surge': ['f.pool_connections of db'],
      'dep.pools.db.hold': ['f.pool_needed of db'],
      'dep.pools.db.calls_per_request': ['f.pool_needed of db'],
      'dep.pools.db.cores': ['f.pool_per_core of db'],
    });
  });

  it('count the planned instances, and nobody else, where nothing more is said', () => {
    expect(
      toldOf(poolFacts, {
        ...given,
        'dep.pools': [{ id: 'db', name: 'Db', size: '10', surge: '50 %', server_max: '300' }],
      }),
    ).toEqual({
      'f.pool_connections of db': {
        value: 90,
        text: '90',
        formula: '10 × 6 × (1 + 50 %) = 90',
        inputs: 'dep.pools.db.size 10, dep.pools.db.surge 50 %, traffic.instances 6',
      },
      'f.pool_room of db': {
        value: 300,
        text: '300',
        formula: '300 − 0 reserved = 300',
        inputs: 'dep.pools.db.server_max 300',
      },
    });
  });

  it('need just what a load takes that divides evenly', () => {
    expect(
      toldOf(poolFacts, {
        ...given,
        'traffic.instances': '1',
        'traffic.peak_rate': '70 req/s',
        'dep.pools': [{ id: 'db', name: 'Db', hold: '100 ms', calls_per_request: '1' }],
      }),
    ).toEqual({
      'f.pool_needed of db': {
        value: 10,
        text: '10',
        formula: '70 req/s × 1 × 100 ms / 0.7 / 1 = 10, rounded up = 10',
        inputs:
          'dep.pools.db.hold 100 ms, dep.pools.db.calls_per_request 1, traffic.peak_rate 70 req/s, traffic.instances 1',
      },
    });
  });

  it('need nothing of an instance where there is none', () => {
    expect(
      toldOf(poolFacts, {
        ...given,
        'traffic.instances': '0',
        'dep.pools': [{ id: 'db', name: 'Db', hold: '100 ms', calls_per_request: '1' }],
      }),
    ).toEqual({});
  });
});

describe('retries', () => {
  const given: Given = {
    'dep.dependencies': [
      { id: 'bank', name: 'Bank', needed: 'hard', timeout: '10 s' },
      { id: 'mail', name: 'Mail', needed: 'hard', timeout: '4 s' },
      { id: 'log', name: 'Log', needed: 'hard' },
    ],
    'dep.retries': [
      { id: 'gateway', layer: 'Gateway', dependency: 'bank', attempts: '2', timeout: '5 s', backoff: 'none' },
      { id: 'sdk', layer: 'Sdk', dependency: 'bank', attempts: '3', backoff: 'fixed', base: '200 ms' },
      {
        id: 'worker',
        layer: 'Worker',
        dependency: 'mail',
        attempts: '4',
        timeout: '1 s',
        backoff: 'exponential',
        base: '100 ms',
        cap: '300 ms',
      },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(retryFacts, given)).toEqual({
      'f.attempts of bank': {
        value: 6,
        text: '6',
        formula: '2 (Gateway) × 3 (Sdk) = 6',
        inputs: 'dep.retries.gateway.attempts 2, dep.retries.sdk.attempts 3',
      },
      'f.attempts of mail': {
        value: 4,
        text: '4',
        formula: '4 (Worker) = 4',
        inputs: 'dep.retries.worker.attempts 4',
      },
      'f.attempts of log': { value: 1, text: '1', formula: 'no layer retries it = 1', inputs: '' },
      'f.retry_amplification': {
        value: 6,
        text: '6×',
        formula: '2 (Gateway) × 3 (Sdk) = 6',
        inputs: 'dep.retries.gateway.attempts 2, dep.retries.sdk.attempts 3',
      },
      'f.expected_attempts of gateway': {
        value: 1.5,
        text: '1.5×',
        formula: '(1 − 0.5^2) / (1 − 0.5) = 1.5',
        inputs: 'dep.retries.gateway.attempts 2',
        aside: false,
      },
      'f.expected_attempts of sdk': {
        value: 1.75,
        text: '1.75×',
        formula: '(1 − 0.5^3) / (1 − 0.5) = 1.75',
        inputs: 'dep.retries.sdk.attempts 3',
        aside: false,
      },
      'f.expected_attempts of worker': {
        value: 1.875,
        text: '1.875×',
        formula: '(1 − 0.5^4) / (1 − 0.5) = 1.875',
        inputs: 'dep.retries.worker.attempts 4',
        aside: false,
      },
      'f.attempt_time of gateway': {
        value: 10000,
        text: '10 s',
        formula: '2 × 5 s = 10 s',
        inputs:
          'dep.retries.gateway.attempts 2, dep.retries.gateway.backoff None, dep.retries.gateway.timeout 5 s',
      },
      'f.attempt_time of sdk': {
        value: 30400,
        text: '30.4 s',
        formula: '3 × 10 s + 400 ms back-off = 30.4 s',
        inputs:
          'dep.retries.sdk.attempts 3, dep.retries.sdk.backoff Fixed, dep.retries.sdk.base 200 ms, dep.dependencies.bank.timeout 10 s',
      },
      'f.attempt_time of worker': {
        value: 4600,
        text: '4.6 s',
        formula: '4 × 1 s + 600 ms back-off = 4.6 s',
        inputs:
          'dep.retries.worker.attempts 4, dep.retries.worker.backoff Growing, dep.retries.worker.base 100 ms, dep.retries.worker.cap 300 ms, dep.retries.worker.timeout 1 s',
      },
      'f.dependency_time of bank': {
        value: 30400,
        text: '30.4 s',
        formula: '3 × 10 s + 400 ms back-off = 30.4 s',
        inputs:
          'dep.retries.sdk.attempts 3, dep.retries.sdk.backoff Fixed, dep.retries.sdk.base 200 ms, dep.dependencies.bank.timeout 10 s',
      },
      'f.dependency_time of mail': {
        value: 4600,
        text: '4.6 s',
        formula: '4 × 1 s + 600 ms back-off = 4.6 s',
        inputs:
          'dep.retries.worker.attempts 4, dep.retries.worker.backoff Growing, dep.retries.worker.base 100 ms, dep.retries.worker.cap 300 ms, dep.retries.worker.timeout 1 s',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(retryFacts, given)).toEqual({
      'dep.dependencies': [
        'f.attempts of bank',
        'f.attempts of mail',
        'f.attempts of log',
        'f.attempt_time of sdk',
        'f.dependency_time of bank',
        'f.dependency_time of mail',
      ],
      'dep.dependencies.bank.timeout': ['f.attempt_time of sdk', 'f.dependency_time of bank'],
      'dep.retries': [
        'f.attempts of bank',
        'f.attempts of mail',
        'f.attempts of log',
        'f.retry_amplification',
        'f.expected_attempts of gateway',
        'f.expected_attempts of sdk',
        'f.expected_attempts of worker',
        'f.attempt_time of gateway',
        'f.attempt_time of sdk',
        'f.attempt_time of worker',
      ],
      'dep.retries.gateway.attempts': [
        'f.attempts of bank',
        'f.retry_amplification',
        'f.expected_attempts of gateway',
        'f.attempt_time of gateway',
      ],
      'dep.retries.gateway.backoff': ['f.attempt_time of gateway'],
      'dep.retries.sdk.dependency': ['f.attempt_time of sdk'],
      'dep.retries.sdk.attempts': [
        'f.attempts of bank',
        'f.retry_amplification',
        'f.expected_attempts of sdk',
        'f.attempt_time of sdk',
        'f.dependency_time of bank',
      ],
      'dep.retries.sdk.backoff': ['f.attempt_time of sdk', 'f.dependency_time of bank'],
      'dep.retries.sdk.base': ['f.attempt_time of sdk', 'f.dependency_time of bank'],
      'dep.retries.worker.attempts': [
        'f.attempts of mail',
        'f.retry_amplification',
        'f.expected_attempts of worker',
        'f.attempt_time of worker',
        'f.dependency_time of mail',
      ],
      'dep.retries.worker.backoff': ['f.attempt_time of worker', 'f.dependency_time of mail'],
      'dep.retries.worker.base': ['f.attempt_time of worker', 'f.dependency_time of mail'],
    });
  });

  it('say nothing new of a layer that tries once', () => {
    expect(
      toldOf(retryFacts, {
        ...given,
        'dep.retries': [{ id: 'sdk', layer: 'Sdk', dependency: 'mail', attempts: '1' }],
      }),
    ).toEqual({
      'f.attempts of bank': { value: 1, text: '1', formula: 'no layer retries it = 1', inputs: '' },
      'f.attempts of mail': {
        value: 1,
        text: '1',
        formula: '1 (Sdk) = 1',
        inputs: 'dep.retries.sdk.attempts 1',
      },
      'f.attempts of log': { value: 1, text: '1', formula: 'no layer retries it = 1', inputs: '' },
      'f.retry_amplification': {
        value: 1,
        text: '1×',
        formula: '1 (Sdk) = 1',
        inputs: 'dep.retries.sdk.attempts 1',
      },
      'f.expected_attempts of sdk': {
        value: 1,
        text: '1×',
        formula: '(1 − 0.5^1) / (1 − 0.5) = 1',
        inputs: 'dep.retries.sdk.attempts 1',
        aside: true,
      },
      'f.attempt_time of sdk': {
        value: 4000,
        text: '4 s',
        formula: '1 × 4 s = 4 s',
        inputs: 'dep.retries.sdk.attempts 1, dep.dependencies.mail.timeout 4 s',
      },
      'f.dependency_time of bank': {
        value: 10000,
        text: '10 s',
        formula: 'one attempt of Bank = 10 s',
        inputs: 'dep.dependencies.bank.timeout 10 s',
      },
      'f.dependency_time of mail': {
        value: 4000,
        text: '4 s',
        formula: '1 × 4 s = 4 s',
        inputs: 'dep.retries.sdk.attempts 1, dep.dependencies.mail.timeout 4 s',
      },
    });
  });

  it('multiply nothing where no layer is named', () => {
    expect(toldOf(retryFacts, { ...given, 'dep.retries': [] })).toEqual({
      'f.dependency_time of bank': {
        value: 10000,
        text: '10 s',
        formula: 'one attempt of Bank = 10 s',
        inputs: 'dep.dependencies.bank.timeout 10 s',
      },
      'f.dependency_time of mail': {
        value: 4000,
        text: '4 s',
        formula: 'one attempt of Mail = 4 s',
        inputs: 'dep.dependencies.mail.timeout 4 s',
      },
    });
  });
});

describe('deadlines', () => {
  const given: Given = {
    'dep.caller_deadline': '3 s',
    'dep.own_work': '100 ms',
    'ctx.flows': [
      { id: 'buy', name: 'Buy', actor: 'shop', trigger: 'it is paid', outcome: 'a charge' },
      { id: 'look', name: 'Look', actor: 'shop', trigger: 'it is opened', outcome: 'a page' },
    ],
    'traffic.latency': [
      { id: 'buy', flow: 'buy', p99: '3 s', measured_at: 'edge', load: 'peak' },
      { id: 'look', flow: 'look', p99: '1 s', measured_at: 'edge', load: 'peak' },
    ],
    'dep.dependencies': [
      { id: 'bank', name: 'Bank', needed: 'hard', timeout: '10 s', p99: '700 ms', flow: 'buy' },
      { id: 'fraud', name: 'Fraud', needed: 'hard', timeout: '1 s', p99: '800 ms', flow: 'buy' },
      {
        id: 'mail',
        name: 'Mail',
        needed: 'hard',
        timeout: '7 s',
        p99: '900 ms',
        flow: 'buy',
        calls: 'async',
      },
      { id: 'hint', name: 'Hint', needed: 'soft', timeout: '8 s', p99: '950 ms', flow: 'buy' },
    ],
    'dep.retries': [
      { id: 'sdk', layer: 'Sdk', dependency: 'bank', attempts: '3', backoff: 'fixed', base: '200 ms' },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(timeoutFacts, given)).toEqual({
      'f.deadline_left': {
        value: 2900,
        text: '2.9 s',
        formula: '3 s − 100 ms own work = 2.9 s',
        inputs: 'dep.caller_deadline 3 s, dep.own_work 100 ms',
      },
      'f.timeout_chain of buy': {
        value: 31500,
        text: '31.5 s',
        formula: '100 ms own work + 30.4 s (Bank) + 1 s (Fraud), one after the other = 31.5 s',
        inputs:
          'dep.own_work 100 ms, dep.retries.sdk.attempts 3, dep.retries.sdk.backoff Fixed, dep.retries.sdk.base 200 ms, dep.dependencies.bank.timeout 10 s, dep.dependencies.fraud.timeout 1 s',
      },
      'f.latency_floor of buy': {
        value: 800,
        text: '800 ms',
        formula: 'slowest of 700 ms (Bank), 800 ms (Fraud) = 800 ms',
        inputs: 'dep.dependencies.bank.p99 700 ms, dep.dependencies.fraud.p99 800 ms',
      },
      'f.latency_serial of buy': {
        value: 1500,
        text: '1.5 s',
        formula: '700 ms (Bank) + 800 ms (Fraud) = 1.5 s',
        inputs: 'dep.dependencies.bank.p99 700 ms, dep.dependencies.fraud.p99 800 ms',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(timeoutFacts, given)).toEqual({
      'dep.caller_deadline': ['f.deadline_left'],
      'dep.own_work': ['f.deadline_left', 'f.timeout_chain of buy'],
      'ctx.flows': ['f.timeout_chain of buy'],
      'traffic.latency': ['f.latency_floor of buy', 'f.latency_serial of buy'],
      'dep.dependencies': ['f.timeout_chain of buy', 'f.latency_floor of buy', 'f.latency_serial of buy'],
      'dep.dependencies.bank.timeout': ['f.timeout_chain of buy'],
      'dep.dependencies.bank.p99': ['f.latency_serial of buy'],
      'dep.dependencies.fraud.timeout': ['f.timeout_chain of buy'],
      'dep.dependencies.fraud.p99': ['f.latency_serial of buy'],
      'dep.retries.sdk.attempts': ['f.timeout_chain of buy'],
      'dep.retries.sdk.backoff': ['f.timeout_chain of buy'],
      'dep.retries.sdk.base': ['f.timeout_chain of buy'],
    });
  });
});

describe('fan-out', () => {
  const given: Given = {
    'traffic.peak_rate': '600 call/s',
    'dep.dependencies': [
      { id: 'bank', name: 'Bank', needed: 'hard' },
      { id: 'mail', name: 'Mail', needed: 'hard' },
    ],
    'dep.fanout': [
      { id: 'buy', flow: 'buy', dependency: 'bank', typical: '14', worst: '70', slow_share: '1 %' },
    ],
    'dep.retries': [
      { id: 'gateway', layer: 'Gateway', dependency: 'bank', attempts: '2', budget: '10 %' },
      { id: 'sdk', layer: 'Sdk', dependency: 'bank', attempts: '2', budget: '20 %' },
      { id: 'worker', layer: 'Worker', dependency: 'mail', attempts: '2', budget: '50 %' },
    ],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(fanOutFacts, given)).toEqual({
      'f.slow_share of buy': {
        value: 0.131254187,
        text: '13.13 %',
        formula: '1 − (1 − 1 %)^14 = 13.13 %',
        inputs: 'dep.fanout.buy.typical 14, dep.fanout.buy.slow_share 1 %',
      },
      'f.per_call_quantile of buy': {
        value: 0.999282376,
        text: '99.9282 %',
        formula: '0.99^(1/14) = 99.9282 %',
        inputs: 'dep.fanout.buy.typical 14',
        aside: false,
      },
      'f.fanout_rate of buy': {
        value: 10080,
        text: '10,080 call/s',
        formula: '600 call/s × 14 × (1 + 20 % retries) = 10,080 call/s',
        inputs:
          'dep.fanout.buy.typical 14, traffic.peak_rate 600 call/s, dep.retries.gateway.budget 10 %, dep.retries.sdk.budget 20 %',
      },
      'f.fanout_worst of buy': {
        value: 5,
        text: '5×',
        formula: '70 / 14 = 5',
        inputs: 'dep.fanout.buy.typical 14, dep.fanout.buy.worst 70',
        aside: false,
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(fanOutFacts, given)).toEqual({
      'traffic.peak_rate': ['f.fanout_rate of buy'],
      'dep.fanout': [
        'f.slow_share of buy',
        'f.per_call_quantile of buy',
        'f.fanout_rate of buy',
        'f.fanout_worst of buy',
      ],
      'dep.fanout.buy.typical': [
        'f.slow_share of buy',
        'f.per_call_quantile of buy',
        'f.fanout_rate of buy',
        'f.fanout_worst of buy',
      ],
      'dep.fanout.buy.worst': ['f.fanout_worst of buy'],
      'dep.fanout.buy.slow_share': ['f.slow_share of buy'],
    });
  });

  it('says nothing new of one call, and counts no retries that nobody allows', () => {
    expect(
      toldOf(fanOutFacts, {
        ...given,
        'dep.fanout': [{ id: 'buy', flow: 'buy', dependency: 'bank', typical: '1', worst: '1' }],
        'dep.retries': [{ id: 'sdk', layer: 'Sdk', dependency: 'bank', attempts: '2' }],
      }),
    ).toEqual({
      'f.per_call_quantile of buy': {
        value: 0.99,
        text: '99 %',
        formula: '0.99^(1/1) = 99 %',
        inputs: 'dep.fanout.buy.typical 1',
        aside: true,
      },
      'f.fanout_rate of buy': {
        value: 600,
        text: '600 call/s',
        formula: '600 call/s × 1 = 600 call/s',
        inputs: 'dep.fanout.buy.typical 1, traffic.peak_rate 600 call/s',
      },
      'f.fanout_worst of buy': {
        value: 1,
        text: '1×',
        formula: '1 / 1 = 1',
        inputs: 'dep.fanout.buy.typical 1, dep.fanout.buy.worst 1',
        aside: true,
      },
    });
  });

  it('has no quantile of no call', () => {
    expect(
      toldOf(fanOutFacts, { ...given, 'dep.fanout': [{ id: 'buy', flow: 'buy', typical: '0', worst: '2' }] }),
    ).toEqual({
      'f.fanout_rate of buy': {
        value: 0,
        text: '0 call/s',
        formula: '600 call/s × 0 = 0 call/s',
        inputs: 'dep.fanout.buy.typical 0, traffic.peak_rate 600 call/s',
      },
      'f.fanout_worst of buy': {
        value: Infinity,
        text: 'never',
        formula: '2 / 0 = never',
        inputs: 'dep.fanout.buy.typical 0, dep.fanout.buy.worst 2',
        aside: false,
      },
    });
  });
});
