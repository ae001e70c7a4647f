import { describe, expect, it } from 'vitest';
import { idFacts } from '../../src/facts/families/ids.js';
import { limitFacts } from '../../src/facts/families/limits.js';
import { storageFacts } from '../../src/facts/families/storage.js';
import { trafficFacts } from '../../src/facts/families/traffic.js';
import { retryFacts } from '../../src/facts/families/retries.js';
import { timeoutFacts } from '../../src/facts/families/timeouts.js';
import { availabilityFacts } from '../../src/facts/families/availability.js';
import { startupFacts } from '../../src/facts/families/startup.js';
import { recoveryFacts } from '../../src/facts/families/recovery.js';
import { toldOf } from './told.js';

describe('what shrinks', () => {
  it('leaves ids for ever when the need ends before them', () => {
    expect(
      toldOf(
        idFacts,
        {
          'data.id_kind': 'int32',
          'data.ids_used': '0',
          'data.ids_per_day': '1000',
          'traffic.growth': '-50 %/month',
        },
        ['f.ids_left_growing'],
      ),
    ).toEqual({
      'f.ids_left_growing': {
        value: Infinity,
        text: 'never',
        formula: '2,147,483,647 − 0, at 1,000 a day growing -50 % a month = never',
        inputs:
          'data.ids_used 0, data.ids_per_day 1000, traffic.growth -50 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('uses up the few ids that are left, later than at the rate of today', () => {
    expect(
      toldOf(idFacts, {
        'data.id_kind': 'int32',
        'data.ids_used': '2147473647',
        'data.ids_per_day': '1000',
        'traffic.growth': '-50 %/month',
      }),
    ).toEqual({
      'f.ids_left': {
        value: 864000000,
        text: '10 days',
        formula: '(2,147,483,647 − 2,147,473,647) / 1,000 a day = 10 days',
        inputs: 'data.ids_used 2147473647, data.ids_per_day 1000, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: 969603804,
        text: '11 days',
        formula: '2,147,483,647 − 2,147,473,647, at 1,000 a day growing -50 % a month = 11 days',
        inputs:
          'data.ids_used 2147473647, data.ids_per_day 1000, traffic.growth -50 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('never reaches a limit', () => {
    expect(
      toldOf(
        limitFacts,
        {
          'traffic.growth': '-5 %/month',
          'traffic.hard_limits': [{ id: 'files', name: 'Files', ceiling: '200', used: '50' }],
        },
        ['f.limit_left'],
      ),
    ).toEqual({
      'f.limit_left of files': {
        value: Infinity,
        text: 'never',
        formula: 'ln(200 / 50) / ln(1 + -5 %) months = never',
        inputs:
          'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 50, traffic.growth -5 %/month',
      },
    });
  });

  it('brings fewer rows every month', () => {
    expect(
      toldOf(storageFacts, {
        'traffic.growth': '-50 %/month',
        'traffic.horizon': '60 d',
        'data.entities': [{ id: 'e', name: 'E', rows_now: '5', rows_per_day: '10' }],
      }),
    ).toEqual({
      'f.rows_at_horizon of e': {
        value: 455,
        text: '455',
        formula: '5 + 10 a day, growing -50 % a month, for 60 d = 455',
        inputs:
          'data.entities.e.rows_now 5, data.entities.e.rows_per_day 10, traffic.growth -50 %/month, traffic.horizon 60 d',
      },
    });
  });

  it('has a lower peak at the horizon', () => {
    expect(
      toldOf(trafficFacts, {
        'traffic.peak_rate': '400 req/s',
        'traffic.growth': '-50 %/month',
        'traffic.horizon': '60 d',
      }),
    ).toEqual({
      'f.peak_at_horizon': {
        value: 100,
        text: '100 req/s',
        formula: '400 req/s × (1 + -50 %)^2 = 100 req/s',
        inputs: 'traffic.peak_rate 400 req/s, traffic.growth -50 %/month, traffic.horizon 60 d',
      },
    });
  });
});

describe('the wait of a layer', () => {
  it('grows up to its cap and no further', () => {
    expect(
      toldOf(
        retryFacts,
        {
          'dep.retries': [
            {
              id: 'a',
              layer: 'A',
              dependency: 'x',
              attempts: '4',
              timeout: '1 s',
              backoff: 'exponential',
              base: '100 ms',
              cap: '400 ms',
            },
            {
              id: 'b',
              layer: 'B',
              dependency: 'x',
              attempts: '5',
              timeout: '1 s',
              backoff: 'exponential',
              base: '100 ms',
              cap: '400 ms',
            },
            {
              id: 'c',
              layer: 'C',
              dependency: 'x',
              attempts: '4',
              timeout: '1 s',
              backoff: 'exponential',
              base: '100 ms',
              cap: '100 ms',
            },
            {
              id: 'd',
              layer: 'D',
              dependency: 'x',
              attempts: '4',
              timeout: '1 s',
              backoff: 'exponential',
              base: '0 ms',
            },
            {
              id: 'e',
              layer: 'E',
              dependency: 'x',
              attempts: '3',
              timeout: '1 s',
              backoff: 'fixed',
              base: '100 ms',
              cap: '40 ms',
            },
            {
              id: 'f',
              layer: 'F',
              dependency: 'x',
              attempts: '2',
              timeout: '1 s',
              backoff: 'exponential',
              base: '100 ms',
            },
            { id: 'g', layer: 'G', dependency: 'x', attempts: '0', timeout: '1 s' },
          ],
        },
        ['f.attempt_time'],
      ),
    ).toEqual({
      'f.attempt_time of a': {
        value: 4700,
        text: '4.7 s',
        formula: '4 × 1 s + 700 ms back-off = 4.7 s',
        inputs:
          'dep.retries.a.attempts 4, dep.retries.a.backoff Growing, dep.retries.a.base 100 ms, dep.retries.a.cap 400 ms, dep.retries.a.timeout 1 s',
      },
      'f.attempt_time of b': {
        value: 6100,
        text: '6.1 s',
        formula: '5 × 1 s + 1.1 s back-off = 6.1 s',
        inputs:
          'dep.retries.b.attempts 5, dep.retries.b.backoff Growing, dep.retries.b.base 100 ms, dep.retries.b.cap 400 ms, dep.retries.b.timeout 1 s',
      },
      'f.attempt_time of c': {
        value: 4300,
        text: '4.3 s',
        formula: '4 × 1 s + 300 ms back-off = 4.3 s',
        inputs:
          'dep.retries.c.attempts 4, dep.retries.c.backoff Growing, dep.retries.c.base 100 ms, dep.retries.c.cap 100 ms, dep.retries.c.timeout 1 s',
      },
      'f.attempt_time of d': {
        value: 4000,
        text: '4 s',
        formula: '4 × 1 s = 4 s',
        inputs:
          'dep.retries.d.attempts 4, dep.retries.d.backoff Growing, dep.retries.d.base 0 ms, dep.retries.d.timeout 1 s',
      },
      'f.attempt_time of e': {
        value: 3080,
        text: '3.08 s',
        formula: '3 × 1 s + 80 ms back-off = 3.08 s',
        inputs:
          'dep.retries.e.attempts 3, dep.retries.e.backoff Fixed, dep.retries.e.base 100 ms, dep.retries.e.cap 40 ms, dep.retries.e.timeout 1 s',
      },
      'f.attempt_time of f': {
        value: 2100,
        text: '2.1 s',
        formula: '2 × 1 s + 100 ms back-off = 2.1 s',
        inputs:
          'dep.retries.f.attempts 2, dep.retries.f.backoff Growing, dep.retries.f.base 100 ms, dep.retries.f.timeout 1 s',
      },
      'f.attempt_time of g': {
        value: 0,
        text: '0 ms',
        formula: '0 × 1 s = 0 ms',
        inputs: 'dep.retries.g.attempts 0, dep.retries.g.timeout 1 s',
      },
    });
  });

  it('is none where neither it nor its dependency has a time-out', () => {
    expect(
      toldOf(
        retryFacts,
        {
          'dep.dependencies': [
            { id: 'bank', name: 'Bank', needed: 'hard' },
            { id: 'mail', name: 'Mail', needed: 'hard', timeout: '3 s' },
          ],
          'dep.retries': [
            { id: 'a', layer: 'A', dependency: 'bank', attempts: '2', backoff: 'none' },
            { id: 'b', layer: 'B', attempts: '2', backoff: 'none' },
          ],
        },
        ['f.attempt_time', 'f.dependency_time', 'f.retry_amplification', 'f.attempts'],
      ),
    ).toEqual({
      'f.attempts of bank': { value: 2, text: '2', formula: '2 (A) = 2', inputs: 'dep.retries.a.attempts 2' },
      'f.attempts of mail': { value: 1, text: '1', formula: 'no layer retries it = 1', inputs: '' },
      'f.retry_amplification': {
        value: 2,
        text: '2×',
        formula: '2 (A) = 2',
        inputs: 'dep.retries.a.attempts 2',
      },
      'f.dependency_time of mail': {
        value: 3000,
        text: '3 s',
        formula: 'one attempt of Mail = 3 s',
        inputs: 'dep.dependencies.mail.timeout 3 s',
      },
    });
  });

  it('is multiplied for the dependency that is tried most', () => {
    expect(
      toldOf(
        retryFacts,
        {
          'dep.retries': [
            { id: 'a', layer: 'A', dependency: 'x', attempts: '2' },
            { id: 'b', layer: 'B', dependency: 'y', attempts: '3' },
            { id: 'c', layer: 'C', dependency: 'x', attempts: '2' },
            { id: 'd', layer: 'D', dependency: 'z', attempts: '1' },
          ],
        },
        ['f.retry_amplification'],
      ),
    ).toEqual({
      'f.retry_amplification': {
        value: 4,
        text: '4×',
        formula: '2 (A) × 2 (C) = 4',
        inputs: 'dep.retries.a.attempts 2, dep.retries.c.attempts 2',
      },
    });
  });
});

describe('a flow', () => {
  it('has no floor where nothing carries it', () => {
    expect(
      toldOf(timeoutFacts, {
        'dep.own_work': '1 s',
        'ctx.flows': [{ id: 'look', name: 'Look', actor: 'a', trigger: 't', outcome: 'o' }],
        'traffic.latency': [{ id: 'look', flow: 'look', p99: '1 s', measured_at: 'edge', load: 'peak' }],
        'dep.dependencies': [
          { id: 'bank', name: 'Bank', needed: 'hard', timeout: '1 s', p99: '1 s' },
          { id: 'hint', name: 'Hint', needed: 'soft', flow: 'look', timeout: '1 s', p99: '1 s' },
        ],
      }),
    ).toEqual({});
  });

  it('can be left with less than nothing', () => {
    expect(toldOf(timeoutFacts, { 'dep.caller_deadline': '1 s', 'dep.own_work': '3 s' })).toEqual({
      'f.deadline_left': {
        value: -2000,
        text: '-2 s',
        formula: '1 s − 3 s own work = -2 s',
        inputs: 'dep.caller_deadline 1 s, dep.own_work 3 s',
      },
    });
  });
});

describe('a dependency without which nothing works', () => {
  it('is told by itself while it is not said of another whether it is needed', () => {
    expect(
      toldOf(availabilityFacts, {
        'dep.dependencies': [
          { id: 'bank', name: 'Bank', needed: 'hard' },
          { id: 'mail', name: 'Mail' },
          { id: 'tax', name: 'Tax', needed: 'hard', calls: 'async' },
        ],
      }),
    ).toEqual({
      'f.single_point of bank': {
        value: true,
        text: 'yes',
        formula: 'hard, without a fallback tried within half a year',
        inputs: 'dep.dependencies.bank.needed Hard: without it the request fails',
        aside: false,
      },
      'f.single_point of tax': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs:
          'dep.dependencies.tax.needed Hard: without it the request fails, dep.dependencies.tax.calls Afterwards',
        aside: true,
      },
    });
  });
});

describe('a circle', () => {
  it('of two goes through the system itself', () => {
    expect(
      toldOf(
        startupFacts,
        {
          'dep.dependencies': [{ id: 'db', name: 'Db', needed: 'hard' }],
          'dep.startup': [{ id: 'db', dependency: 'db', at_start: 'must-be-up', needs_us: true }],
        },
        ['f.startup_cycle', 'f.startup_is_cyclic', 'f.startup_order'],
      ),
    ).toEqual({
      'f.startup_cycle': {
        value: ['this system', 'Db'],
        text: 'this system → Db → this system',
        formula: 'who waits for whom at start',
        inputs: 'dep.startup.db.at_start The process does not start, dep.startup.db.needs_us yes',
      },
      'f.startup_is_cyclic': {
        value: true,
        text: 'yes',
        formula: 'this system → Db → this system',
        inputs: 'dep.startup.db.at_start The process does not start, dep.startup.db.needs_us yes',
        aside: true,
      },
    });
  });

  it('is none where the system starts without what waits for it', () => {
    expect(
      toldOf(
        startupFacts,
        {
          'dep.dependencies': [{ id: 'db', name: 'Db', needed: 'hard' }],
          'dep.startup': [{ id: 'db', dependency: 'db', at_start: 'starts-without', needs_us: true }],
        },
        ['f.startup_cycle', 'f.startup_is_cyclic', 'f.startup_order'],
      ),
    ).toEqual({
      'f.startup_cycle': {
        value: [],
        text: 'none',
        formula: 'who waits for whom at start',
        inputs: 'dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes',
      },
      'f.startup_is_cyclic': {
        value: false,
        text: 'no',
        formula: 'nothing waits for itself',
        inputs: 'dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes',
        aside: true,
      },
      'f.startup_order': {
        value: ['this system', 'Db'],
        text: 'this system, then Db',
        formula: 'everything after what it waits for',
        inputs: 'dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes',
      },
    });
  });

  it('of others leaves the system out', () => {
    expect(
      toldOf(startupFacts, {
        'dep.startup': [
          { id: 'a', dependency: 'a', at_start: 'must-be-up', waits_for: 'b' },
          { id: 'b', dependency: 'b', at_start: 'starts-without', waits_for: 'a' },
          { id: 'c', dependency: 'c', at_start: 'starts-without', waits_for: 'a' },
        ],
      }),
    ).toEqual({
      'f.startup_cycle': {
        value: ['a', 'b'],
        text: 'a → b → a',
        formula: 'who waits for whom at start',
        inputs:
          'dep.startup.a.at_start The process does not start, dep.startup.a.waits_for b, dep.startup.b.at_start The process starts without it, dep.startup.b.waits_for a, dep.startup.c.at_start The process starts without it, dep.startup.c.waits_for a',
      },
      'f.startup_is_cyclic': {
        value: true,
        text: 'yes',
        formula: 'a → b → a',
        inputs:
          'dep.startup.a.at_start The process does not start, dep.startup.a.waits_for b, dep.startup.b.at_start The process starts without it, dep.startup.b.waits_for a, dep.startup.c.at_start The process starts without it, dep.startup.c.waits_for a',
        aside: true,
      },
      'f.in_startup_cycle of a': {
        value: true,
        text: 'yes',
        formula: 'a → b → a',
        inputs:
          'dep.startup.a.at_start The process does not start, dep.startup.a.waits_for b, dep.startup.b.at_start The process starts without it, dep.startup.b.waits_for a, dep.startup.c.at_start The process starts without it, dep.startup.c.waits_for a',
        aside: true,
      },
      'f.in_startup_cycle of b': {
        value: true,
        text: 'yes',
        formula: 'b → a → b',
        inputs:
          'dep.startup.a.at_start The process does not start, dep.startup.a.waits_for b, dep.startup.b.at_start The process starts without it, dep.startup.b.waits_for a, dep.startup.c.at_start The process starts without it, dep.startup.c.waits_for a',
        aside: true,
      },
    });
  });
});

describe('how fine a write can be undone', () => {
  it('is open while one backup does not say how often it runs', () => {
    expect(
      toldOf(recoveryFacts, {
        'rec.backups': [
          { id: 'dump', name: 'Dump', interval: '24 h' },
          { id: 'log', name: 'Log' },
        ],
      }),
    ).toEqual({});
  });

  it('is open where there is no backup', () => {
    expect(toldOf(recoveryFacts, { 'rec.backups': [] })).toEqual({});
  });
});
