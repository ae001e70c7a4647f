import { describe, expect, it } from 'vitest';
import { DAY, factOf, HOUR, MINUTE, numberOf, type Given } from './shipped.js';

// Hand-worked and checked by script; a month has thirty days.
const SERVICE: Given = {
  'traffic.average_rate': '40 req/s',
  'traffic.peak_rate': '900 req/s',
  'traffic.growth': '8 %/month',
  'rec.slo': '99.9 %',
};

const text = (id: string, given: Given, subject?: string) => factOf(id, given, subject)?.text;

describe('error budget', () => {
  it('is 43.2 min and 103,680 requests for 99.9 % at 40 req/s', () => {
    expect(factOf('f.budget_time', SERVICE)).toMatchObject({
      text: '43.2 min',
      formula: '0.1 % × 30 d = 43.2 min',
    });
    expect(numberOf('f.budget_time', SERVICE)).toBeCloseTo(43.2 * MINUTE, 3);
    expect(numberOf('f.budget_requests', SERVICE)).toBeCloseTo(103_680, 3);
  });

  it.each([
    ['99 %', 432],
    ['99.5 %', 216],
    ['99.9 %', 43.2],
    ['99.95 %', 21.6],
    ['99.99 %', 4.32],
    ['99.999 %', 0.432],
  ])('of %s is %d min', (slo, minutes) => {
    expect(numberOf('f.budget_time', { 'rec.slo': slo }) / MINUTE).toBeCloseTo(minutes, 9);
  });

  it('pages at 1.44 % and 0.6 %, and opens a ticket at 0.1 %', () => {
    expect(text('f.page_fast', SERVICE)).toBe('1.44 %');
    expect(text('f.page_slow', SERVICE)).toBe('0.6 %');
    expect(text('f.ticket', SERVICE)).toBe('0.1 %');
    expect(factOf('f.page_fast', SERVICE)?.formula).toBe(
      '14.4 × 0.1 % = 1.44 % (spends 2 % of the budget in 1 h)',
    );
  });
});

describe('traffic', () => {
  it('weighs 294.9 Mbit/s at peak and 0.772 TiB a month', () => {
    const given = { ...SERVICE, 'traffic.call_size': '8 KiB', 'traffic.call_size_p99': '40 KiB' };

    expect(text('f.peak_bandwidth', given)).toBe('294.9 Mbit/s');
    expect(numberOf('f.month_volume', given) / 2 ** 40).toBeCloseTo(0.7725, 4);
    expect(text('f.month_volume', given)).toBe('0.7725 TiB/month');
  });

  it('keeps 270 requests in flight, 45 per instance', () => {
    const given = {
      ...SERVICE,
      'traffic.instances': '6',
      'traffic.latency': [{ id: 'buy', flow: 'buy', p99: '300 ms' }],
    };

    expect(numberOf('f.in_flight', given)).toBeCloseTo(270, 9);
    expect(numberOf('f.in_flight_per_instance', given)).toBeCloseTo(45, 9);
    expect(factOf('f.in_flight', given)?.formula).toBe('900 req/s × 300 ms = 270');
  });

  it('needs 7 instances, 11 to survive one zone of three', () => {
    const given = { ...SERVICE, 'traffic.unit_rate': '220 req/s', 'rec.zones': '3' };

    expect(numberOf('f.instances_needed', given)).toBe(7);
    expect(numberOf('f.instances_zone_safe', given)).toBe(11);
  });

  it('leaves 704 req/s when two of six instances are gone', () => {
    const given = {
      ...SERVICE,
      'traffic.instances': '6',
      'traffic.instances_lost': '2',
      'traffic.unit_rate': '220 req/s',
    };

    expect(numberOf('f.capacity_after_loss', given)).toBeCloseTo(704, 9);
    expect(numberOf('f.capacity_after_loss', given)).toBeLessThan(900);
    expect(text('f.load_after_loss', given)).toBe('102.3 %');
  });
});

describe('storage', () => {
  const given: Given = {
    ...SERVICE,
    'traffic.horizon': '12 months',
    'rec.replication': 'quorum',
    'rec.quorum_members': '3',
    'data.entities': [
      { id: 'order', name: 'order', rows_now: '210000000', rows_per_day: '1200000', row_size: '1126.4 B' },
    ],
  };

  it('holds 8.93e8 rows and about 4,216 GiB in a year', () => {
    expect(numberOf('f.rows_at_horizon', given, 'order') / 1e8).toBeCloseTo(8.93, 2);
    expect(numberOf('f.storage_at_horizon', given) / 2 ** 30).toBeCloseTo(4216, 0);
    expect(text('f.storage_at_horizon', given)).toBe('4,216 GiB');
  });

  it('runs out of int32 in 1,614 days, in about 639 with growth', () => {
    const ids: Given = {
      ...SERVICE,
      'data.id_kind': 'int32',
      'data.ids_used': '210000000',
      'data.ids_per_day': '1200000',
    };

    expect(text('f.ids_left', ids)).toBe('1,614 days');
    expect(numberOf('f.ids_left_growing', ids) / DAY).toBeCloseTo(638.7, 0);
  });

  it('writes the largest id of 64 bits as a power', () => {
    const ids: Given = { ...SERVICE, 'data.id_kind': 'int64', 'data.ids_used': '5', 'data.ids_per_day': '7' };
    expect(factOf('f.ids_left', ids)?.formula).toContain('(2^63 − 1) − 5');
    expect(factOf('f.ids_left_growing', ids)?.formula).toContain('(2^63 − 1) − 5, at 7 a day');
  });

  it('writes 97.8 GiB of logs a day', () => {
    const logs: Given = {
      'traffic.average_rate': '900 event/s',
      'obs.log_lines': '3',
      'obs.log_line_size': '450 B',
    };

    expect(text('f.log_volume', logs)).toBe('97.77 GiB/day');
    expect((numberOf('f.log_volume', logs) * 86_400) / 2 ** 30).toBeCloseTo(97.8, 1);
  });
});

describe('pools', () => {
  it('needs 6 connections an instance for 5.14 busy ones', () => {
    const given: Given = {
      ...SERVICE,
      'traffic.instances': '6',
      'dep.pools': [{ id: 'db', name: 'db', size: '10', hold: '12 ms', calls_per_request: '2' }],
    };

    expect(numberOf('f.pool_needed', given, 'db')).toBe(6);
    expect(factOf('f.pool_needed', given, 'db')?.formula).toContain('= 5.143, rounded up = 6');
  });

  it('opens 300 connections where the server has 290', () => {
    const row = { id: 'db', name: 'db', size: '10', server_max: '300', max_instances: '24' };
    const given: Given = { 'dep.pools': [{ ...row, surge: '25 %', reserved: '10' }] };

    expect(numberOf('f.pool_connections', given, 'db')).toBe(300);
    expect(numberOf('f.pool_room', given, 'db')).toBe(290);
  });
});

describe('dependencies', () => {
  const dependency = (id: string, availability: string) => ({ id, name: id, needed: 'hard', availability });

  it('allow 0.99840 with 99.95 %, 99.9 % and 99.99 %', () => {
    const rows = [dependency('a', '99.95 %'), dependency('b', '99.9 %'), dependency('c', '99.99 %')];
    const given = { ...SERVICE, 'dep.dependencies': rows };

    expect(numberOf('f.availability_ceiling', given)).toBeCloseTo(0.9984, 5);
    expect(numberOf('f.availability_ceiling', given)).toBeLessThan(0.999);
  });

  it.each([
    [3, 27],
    [5, 243],
  ])('are called %d layers deep 3 times each: %d calls', (layers, calls) => {
    const rows = Array.from({ length: layers }, (_, at) => {
      const layer = `l${String(at)}`;
      return { id: layer, layer, dependency: 'db', attempts: '3' };
    });
    const given = { 'dep.dependencies': [{ id: 'db', name: 'db' }], 'dep.retries': rows };

    expect(numberOf('f.attempts', given, 'db')).toBe(calls);
    expect(numberOf('f.retry_amplification', given)).toBe(calls);
    expect(numberOf('f.expected_attempts', given, 'l0')).toBe(1.75);
  });

  it('take 3,300 ms for 3 attempts of 1,000 ms with 100 and 200 ms between', () => {
    const row = { id: 'sdk', layer: 'sdk', dependency: 'db', attempts: '3', timeout: '1000 ms' };
    const given = { 'dep.retries': [{ ...row, backoff: 'exponential', base: '100 ms' }] };

    expect(numberOf('f.attempt_time', given, 'sdk')).toBe(3300);
    expect(factOf('f.attempt_time', given, 'sdk')?.formula).toBe('3 × 1 s + 300 ms back-off = 3.3 s');
  });

  it('make 13.1 % of requests slow at 14 calls of which 1 % is slow', () => {
    const given = { 'dep.fanout': [{ id: 'buy', flow: 'buy', typical: '14', slow_share: '1 %' }] };

    expect(numberOf('f.slow_share', given, 'buy')).toBeCloseTo(0.1313, 4);
    expect(numberOf('f.per_call_quantile', given, 'buy')).toBeCloseTo(0.99928, 5);
  });
});

describe('caches', () => {
  it('let 135 calls/s through, 2,700 when cold', () => {
    const row = { id: 'c', name: 'c', hit_rate: '95 %', cold_hit_rate: '0 %', queries_per_miss: '3' };
    const given = { ...SERVICE, 'con.caches': [row] };

    expect(numberOf('f.origin_load', given, 'c')).toBeCloseTo(135, 6);
    expect(numberOf('f.origin_load_cold', given, 'c')).toBeCloseTo(2700, 6);
    expect(text('f.cold_factor', given, 'c')).toBe('20×');
  });

  it('refresh six times as often with a sixth of the lifetime', () => {
    const row = (id: string, ttl: string) => ({ id, name: id, active_keys: '20000', ttl });
    const given = { 'con.caches': [row('long', '12 h'), row('short', '2 h')] };

    expect(numberOf('f.refresh_rate', given, 'long')).toBeCloseTo(0.463, 3);
    expect(numberOf('f.refresh_rate', given, 'short')).toBeCloseTo(2.778, 3);
  });
});

describe('recovery', () => {
  it('copies 1.8 TiB in 2.10 h and is back after 3.35 h', () => {
    const given = {
      'rec.restore_size': '1.8 TiB',
      'rec.restore_throughput': '250 MiB/s',
      'rec.restore_before': '15 min',
      'rec.restore_after': '60 min',
    };

    expect(numberOf('f.restore_copy', given) / HOUR).toBeCloseTo(2.097, 3);
    expect(numberOf('f.restore_total', given) / HOUR).toBeCloseTo(3.347, 3);
    expect(numberOf('f.restore_total', given)).toBeGreaterThan(2 * HOUR);
  });

  it('drains 1.8 million messages in 100 min, with users behind for 160', () => {
    const row = { id: 'mail', queue: 'mail', arrival: '500 msg/s', capacity: '800 msg/s' };
    const given = { 'rec.outage_assumed': '1 h', 'wrk.backlog': [row] };

    expect(text('f.backlog', given, 'mail')).toBe('1,800,000 msg');
    expect(numberOf('f.drain_time', given, 'mail')).toBeCloseTo(100 * MINUTE, 3);
    expect(numberOf('f.behind_time', given, 'mail')).toBeCloseTo(160 * MINUTE, 3);
  });

  it('takes 16.7 h for 800 tenants of 25 min, 20 at a time', () => {
    const given = { 'mt.tenants': '800', 'mt.restore_one': '25 min', 'mt.restore_parallel': '20' };

    expect(numberOf('f.tenant_restore', given) / HOUR).toBeCloseTo(16.67, 2);
  });

  it.each([
    [3, 1],
    [4, 1],
    [5, 2],
    [7, 3],
  ])('keeps a majority of %d while %d fail', (members, faults) => {
    expect(numberOf('f.quorum_faults', { 'rec.quorum_members': String(members) })).toBe(faults);
  });
});

describe('rollout and models', () => {
  it('needs 31,936 requests and 11.8 min to see a tenth of a point', () => {
    const row = {
      id: 'canary',
      name: 'canary',
      share: '5 %',
      baseline_errors: '0.2 %',
      detect_rise: '0.1 %',
    };
    const given = { ...SERVICE, 'rol.stages': [row, { id: 'all', name: 'all' }] };

    expect(text('f.canary_sample', given, 'canary')).toBe('31,936');
    expect(numberOf('f.canary_time', given, 'canary') / MINUTE).toBeCloseTo(11.83, 2);
    expect(numberOf('f.canary_time_average', given, 'canary') / MINUTE).toBeCloseTo(266.1, 1);
  });

  it('needs 8.4 million tokens a minute and 7.47 s an answer', () => {
    const given = {
      'traffic.peak_rate': '40 req/s',
      'llm.tokens_in': '3100',
      'llm.tokens_out': '400',
      'llm.first_token': '800 ms',
      'llm.output_rate': '60 token/s',
    };

    expect(text('f.tokens_per_second', given)).toBe('8,400,000 token/min');
    expect(numberOf('f.model_latency', given)).toBeCloseTo(7467, 0);
  });

  it('costs 0.018 a thousand requests at 1,900 a month', () => {
    const given = { ...SERVICE, 'ops.cost_month': '1900 EUR/month' };

    expect(numberOf('f.cost_per_1000', given)).toBeCloseTo(1900 / 103_680, 9);
    expect(text('f.cost_per_1000', given)).toBe('0.01833 EUR');
  });
});
