import { describe, expect, it } from 'vitest';
import { trafficFacts } from '../../src/facts/families/traffic.js';
import { capacityFacts } from '../../src/facts/families/capacity.js';
import { logFacts } from '../../src/facts/families/logs.js';
import { tenantFacts } from '../../src/facts/families/tenants.js';
import { costFacts } from '../../src/facts/families/cost.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('traffic', () => {
  const given: Given = {
    'traffic.peak_rate': '600 call/s',
    'traffic.average_rate': '50 event/s',
    'traffic.daily_users': '4320',
    'traffic.actions_each': '20',
    'traffic.growth': '10 %/month',
    'traffic.horizon': '60 d',
    'traffic.call_size_p99': '40 KiB',
    'traffic.call_size': '8 KiB',
    'traffic.latency': [
      { id: 'read', flow: 'read', p99: '100 ms' },
      { id: 'buy', flow: 'buy', p99: '400 ms' },
      { id: 'list', flow: 'list', p99: '250 ms' },
    ],
    'traffic.instances': '6',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(trafficFacts, given)).toEqual({
      'f.peak_factor': {
        value: 12,
        text: '12×',
        formula: '600 call/s / 50 call/s = 12×',
        inputs: 'traffic.peak_rate 600 call/s, traffic.average_rate 50 event/s',
      },
      'f.user_rate': {
        value: 1,
        text: '1 req/s',
        formula: '4,320 users × 20 a day / 86,400 s = 1 req/s',
        inputs: 'traffic.daily_users 4320, traffic.actions_each 20',
      },
      'f.peak_at_horizon': {
        value: 726,
        text: '726 call/s',
        formula: '600 call/s × (1 + 10 %)^2 = 726 call/s',
        inputs: 'traffic.peak_rate 600 call/s, traffic.growth 10 %/month, traffic.horizon 60 d',
      },
      'f.peak_bandwidth': {
        value: 24576000,
        text: '196.6 Mbit/s',
        formula: '600 call/s × 40 KiB = 196.6 Mbit/s',
        inputs: 'traffic.peak_rate 600 call/s, traffic.call_size_p99 40 KiB',
      },
      'f.month_volume': {
        value: 1061683200000,
        text: '0.9656 TiB/month',
        formula: '50 event/s × 8 KiB × 30 d = 0.9656 TiB/month',
        inputs: 'traffic.average_rate 50 event/s, traffic.call_size 8 KiB',
      },
      'f.in_flight': {
        value: 240,
        text: '240',
        formula: '600 call/s × 400 ms = 240',
        inputs: 'traffic.peak_rate 600 call/s, traffic.latency.buy.p99 400 ms',
      },
      'f.in_flight_per_instance': {
        value: 40,
        text: '40',
        formula: '600 call/s × 400 ms / 6 = 40',
        inputs: 'traffic.peak_rate 600 call/s, traffic.instances 6, traffic.latency.buy.p99 400 ms',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(trafficFacts, given)).toEqual({
      'traffic.peak_rate': [
        'f.peak_factor',
        'f.peak_at_horizon',
        'f.peak_bandwidth',
        'f.in_flight',
        'f.in_flight_per_instance',
      ],
      'traffic.average_rate': ['f.peak_factor', 'f.month_volume'],
      'traffic.daily_users': ['f.user_rate'],
      'traffic.actions_each': ['f.user_rate'],
      'traffic.growth': ['f.peak_at_horizon'],
      'traffic.horizon': ['f.peak_at_horizon'],
      'traffic.call_size_p99': ['f.peak_bandwidth'],
      'traffic.call_size': ['f.month_volume'],
      'traffic.latency': ['f.in_flight', 'f.in_flight_per_instance'],
      'traffic.instances': ['f.in_flight_per_instance'],
    });
  });

  it('is all under way in the only instance', () => {
    expect(
      toldOf(trafficFacts, { ...given, 'traffic.instances': '1' }, ['f.in_flight_per_instance']),
    ).toEqual({
      'f.in_flight_per_instance': {
        value: 240,
        text: '240',
        formula: '600 call/s × 400 ms / 1 = 240',
        inputs: 'traffic.peak_rate 600 call/s, traffic.instances 1, traffic.latency.buy.p99 400 ms',
      },
    });
  });

  it('is under way in no instance where there is none', () => {
    expect(
      toldOf(trafficFacts, { ...given, 'traffic.instances': '0' }, ['f.in_flight_per_instance']),
    ).toEqual({});
  });

  it('weighs megabits below a gigabit, and gibibytes below half a tebibyte', () => {
    expect(
      toldOf(trafficFacts, {
        'traffic.peak_rate': '1000 req/s',
        'traffic.average_rate': '1 req/s',
        'traffic.call_size_p99': '124999 B',
        'traffic.call_size': '212000 B',
      }),
    ).toEqual({
      'f.peak_factor': {
        value: 1000,
        text: '1,000×',
        formula: '1,000 req/s / 1 req/s = 1,000×',
        inputs: 'traffic.peak_rate 1000 req/s, traffic.average_rate 1 req/s',
      },
      'f.peak_bandwidth': {
        value: 124999000,
        text: '1,000 Mbit/s',
        formula: '1,000 req/s × 122.1 KiB = 1,000 Mbit/s',
        inputs: 'traffic.peak_rate 1000 req/s, traffic.call_size_p99 124999 B',
      },
      'f.month_volume': {
        value: 549504000000,
        text: '511.8 GiB/month',
        formula: '1 req/s × 212,000 B × 30 d = 511.8 GiB/month',
        inputs: 'traffic.average_rate 1 req/s, traffic.call_size 212000 B',
      },
    });
  });

  it('weighs gigabits from a gigabit on, and tebibytes from half a tebibyte', () => {
    expect(
      toldOf(trafficFacts, {
        'traffic.peak_rate': '1000 req/s',
        'traffic.average_rate': '1 req/s',
        'traffic.call_size_p99': '125000 B',
        'traffic.call_size': '212100 B',
      }),
    ).toEqual({
      'f.peak_factor': {
        value: 1000,
        text: '1,000×',
        formula: '1,000 req/s / 1 req/s = 1,000×',
        inputs: 'traffic.peak_rate 1000 req/s, traffic.average_rate 1 req/s',
      },
      'f.peak_bandwidth': {
        value: 125000000,
        text: '1 Gbit/s',
        formula: '1,000 req/s × 125,000 B = 1 Gbit/s',
        inputs: 'traffic.peak_rate 1000 req/s, traffic.call_size_p99 125000 B',
      },
      'f.month_volume': {
        value: 549763200000,
        text: '0.5 TiB/month',
        formula: '1 req/s × 212,100 B × 30 d = 0.5 TiB/month',
        inputs: 'traffic.average_rate 1 req/s, traffic.call_size 212100 B',
      },
    });
  });
});

describe('capacity', () => {
  const given: Given = {
    'traffic.peak_rate': '900 call/s',
    'traffic.unit_rate': '220 event/s',
    'rec.zones': '3',
    'traffic.instances': '8',
    'traffic.instances_lost': '2',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(capacityFacts, given)).toEqual({
      'f.instances_needed': {
        value: 7,
        text: '7',
        formula: '900 call/s / (220 call/s × 0.65), rounded up = 7',
        inputs: 'traffic.peak_rate 900 call/s, traffic.unit_rate 220 event/s',
      },
      'f.instances_zone_safe': {
        value: 11,
        text: '11',
        formula: '7 × 3 / 2, rounded up = 11',
        inputs: 'traffic.peak_rate 900 call/s, traffic.unit_rate 220 event/s, rec.zones 3',
      },
      'f.capacity_after_loss': {
        value: 1056,
        text: '1,056 event/s',
        formula: '(8 − 2) × 220 event/s × 0.8 = 1,056 event/s',
        inputs: 'traffic.instances 8, traffic.instances_lost 2, traffic.unit_rate 220 event/s',
      },
      'f.load_after_loss': {
        value: 0.681818182,
        text: '68.18 %',
        formula: '900 call/s / 1,320 call/s = 68.18 %',
        inputs:
          'traffic.instances 8, traffic.instances_lost 2, traffic.unit_rate 220 event/s, traffic.peak_rate 900 call/s',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(capacityFacts, given)).toEqual({
      'traffic.peak_rate': ['f.instances_needed', 'f.instances_zone_safe', 'f.load_after_loss'],
      'traffic.unit_rate': [
        'f.instances_needed',
        'f.instances_zone_safe',
        'f.capacity_after_loss',
        'f.load_after_loss',
      ],
      'rec.zones': ['f.instances_zone_safe'],
      'traffic.instances': ['f.capacity_after_loss', 'f.load_after_loss'],
      'traffic.instances_lost': ['f.capacity_after_loss', 'f.load_after_loss'],
    });
  });

  it('is no question of zones where there is one', () => {
    expect(toldOf(capacityFacts, { ...given, 'rec.zones': '1' }, ['f.instances_zone_safe'])).toEqual({});
  });

  it('doubles for two zones', () => {
    expect(toldOf(capacityFacts, { ...given, 'rec.zones': '2' }, ['f.instances_zone_safe'])).toEqual({
      'f.instances_zone_safe': {
        value: 14,
        text: '14',
        formula: '7 × 2 / 1, rounded up = 14',
        inputs: 'traffic.peak_rate 900 call/s, traffic.unit_rate 220 event/s, rec.zones 2',
      },
    });
  });

  it('is nothing when everything is lost, and no less than nothing', () => {
    expect(
      toldOf(capacityFacts, { ...given, 'traffic.instances_lost': '9' }, [
        'f.capacity_after_loss',
        'f.load_after_loss',
      ]),
    ).toEqual({
      'f.capacity_after_loss': {
        value: 0,
        text: '0 event/s',
        formula: '(8 − 9) × 220 event/s × 0.8 = 0 event/s',
        inputs: 'traffic.instances 8, traffic.instances_lost 9, traffic.unit_rate 220 event/s',
      },
      'f.load_after_loss': {
        value: Infinity,
        text: 'more than 100 %',
        formula: '900 call/s / 0 call/s = more than 100 %',
        inputs:
          'traffic.instances 8, traffic.instances_lost 9, traffic.unit_rate 220 event/s, traffic.peak_rate 900 call/s',
      },
    });
  });
});

describe('logging', () => {
  const given: Given = {
    'traffic.average_rate': '50 call/s',
    'traffic.peak_rate': '400 event/s',
    'obs.log_lines': '3',
    'obs.log_line_size': '450 B',
    'obs.log_retention': '14 d',
    'obs.log_disk': '6 GiB',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(logFacts, given)).toEqual({
      'f.log_volume': {
        value: 67500,
        text: '5.431 GiB/day',
        formula: '50 call/s × 3 lines × 450 B = 5.431 GiB/day',
        inputs: 'traffic.average_rate 50 call/s, obs.log_lines 3, obs.log_line_size 450 B',
      },
      'f.log_stored': {
        value: 81648000000,
        text: '76.04 GiB',
        formula: '5.431 GiB/day × 14 d = 76.04 GiB',
        inputs:
          'traffic.average_rate 50 call/s, obs.log_lines 3, obs.log_line_size 450 B, obs.log_retention 14 d',
      },
      'f.log_buffer_time': {
        value: 11930464.7,
        text: '3.314 h',
        formula: '6 GiB / 527.3 KiB/s = 3.314 h',
        inputs: 'traffic.peak_rate 400 event/s, obs.log_lines 3, obs.log_line_size 450 B, obs.log_disk 6 GiB',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(logFacts, given)).toEqual({
      'traffic.average_rate': ['f.log_volume', 'f.log_stored'],
      'traffic.peak_rate': ['f.log_buffer_time'],
      'obs.log_lines': ['f.log_volume', 'f.log_stored', 'f.log_buffer_time'],
      'obs.log_line_size': ['f.log_volume', 'f.log_stored', 'f.log_buffer_time'],
      'obs.log_retention': ['f.log_stored'],
      'obs.log_disk': ['f.log_buffer_time'],
    });
  });

  it('is counted in mebibytes below a gibibyte a day', () => {
    expect(
      toldOf(
        logFacts,
        { ...given, 'traffic.average_rate': '1 req/s', 'obs.log_lines': '1', 'obs.log_line_size': '12 KiB' },
        ['f.log_volume'],
      ),
    ).toEqual({
      'f.log_volume': {
        value: 12288,
        text: '1,013 MiB/day',
        formula: '1 req/s × 1 line × 12 KiB = 1,013 MiB/day',
        inputs: 'traffic.average_rate 1 req/s, obs.log_lines 1, obs.log_line_size 12 KiB',
      },
    });
  });

  it('is counted in gibibytes from one a day on', () => {
    expect(
      toldOf(
        logFacts,
        {
          ...given,
          'traffic.average_rate': '1048576 req/day',
          'obs.log_lines': '1',
          'obs.log_line_size': '1 KiB',
        },
        ['f.log_volume'],
      ),
    ).toEqual({
      'f.log_volume': {
        value: 12427.5674,
        text: '1 GiB/day',
        formula: '12.14 req/s × 1 line × 1 KiB = 1 GiB/day',
        inputs: 'traffic.average_rate 1048576 req/day, obs.log_lines 1, obs.log_line_size 1 KiB',
      },
    });
  });
});

describe('many tenants', () => {
  const given: Given = {
    'mt.tenants': '800',
    'mt.restore_one': '25 min',
    'mt.restore_parallel': '20',
    'mt.tenant_rate': '3 call/s',
    'traffic.peak_rate': '900 event/s',
    'mt.largest_share': '30 %',
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(tenantFacts, given)).toEqual({
      'f.tenant_restore': {
        value: 60000000,
        text: '1,000 min',
        formula: '800 × 25 min / 20 = 1,000 min',
        inputs: 'mt.tenants 800 tenants, mt.restore_one 25 min, mt.restore_parallel 20',
      },
      'f.tenant_rate_sum': {
        value: 2400,
        text: '2,400 call/s',
        formula: '800 × 3 call/s = 2,400 call/s',
        inputs: 'mt.tenants 800 tenants, mt.tenant_rate 3 call/s',
      },
      'f.largest_tenant_rate': {
        value: 270,
        text: '270 event/s',
        formula: '30 % × 900 event/s = 270 event/s',
        inputs: 'traffic.peak_rate 900 event/s, mt.largest_share 30 %',
      },
    });
  });

  it('lose what needs a missing answer', () => {
    expect(lostOf(tenantFacts, given)).toEqual({
      'mt.tenants': ['f.tenant_restore', 'f.tenant_rate_sum'],
      'mt.restore_one': ['f.tenant_restore'],
      'mt.restore_parallel': ['f.tenant_restore'],
      'mt.tenant_rate': ['f.tenant_rate_sum'],
      'traffic.peak_rate': ['f.largest_tenant_rate'],
      'mt.largest_share': ['f.largest_tenant_rate'],
    });
  });
});

describe('the cost', () => {
  const given: Given = {
    'ops.cost_month': '1900 EUR/month',
    'ops.cost_cap': '2500 EUR/month',
    'traffic.average_rate': '40 req/s',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(costFacts, given)).toEqual({
      'f.cost_per_1000': {
        value: 0.0183256173,
        text: '0.01833 EUR',
        formula: '1,900 EUR / 103,680,000 × 1,000 = 0.01833 EUR',
        inputs: 'ops.cost_month 1900 EUR/month, traffic.average_rate 40 req/s',
      },
      'f.runaway_cost_day': {
        value: 633.333333,
        text: '633.33 EUR',
        formula: '1,900 EUR / 30 × 10 = 633.33 EUR',
        inputs: 'ops.cost_month 1900 EUR/month',
      },
      'f.cost_share': {
        value: 0.76,
        text: '76 %',
        formula: '1,900 EUR / 2,500 EUR = 76 %',
        inputs: 'ops.cost_month 1900 EUR/month, ops.cost_cap 2500 EUR/month',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(costFacts, given)).toEqual({
      'ops.cost_month': ['f.cost_per_1000', 'f.runaway_cost_day', 'f.cost_share'],
      'ops.cost_cap': ['f.cost_share'],
      'traffic.average_rate': ['f.cost_per_1000'],
    });
  });

  it('has no share of a limit in another currency', () => {
    expect(toldOf(costFacts, { ...given, 'ops.cost_cap': '2500 USD/month' })).toEqual({
      'f.cost_per_1000': {
        value: 0.0183256173,
        text: '0.01833 EUR',
        formula: '1,900 EUR / 103,680,000 × 1,000 = 0.01833 EUR',
        inputs: 'ops.cost_month 1900 EUR/month, traffic.average_rate 40 req/s',
      },
      'f.runaway_cost_day': {
        value: 633.333333,
        text: '633.33 EUR',
        formula: '1,900 EUR / 30 × 10 = 633.33 EUR',
        inputs: 'ops.cost_month 1900 EUR/month',
      },
    });
  });

  it('is known by the month also where it was stated by the day', () => {
    expect(toldOf(costFacts, { ...given, 'ops.cost_month': '50 EUR/day' })).toEqual({
      'f.cost_per_1000': {
        value: 0.0144675926,
        text: '0.01447 EUR',
        formula: '1,500 EUR / 103,680,000 × 1,000 = 0.01447 EUR',
        inputs: 'ops.cost_month 50 EUR/day, traffic.average_rate 40 req/s',
      },
      'f.runaway_cost_day': {
        value: 500,
        text: '500 EUR',
        formula: '1,500 EUR / 30 × 10 = 500 EUR',
        inputs: 'ops.cost_month 50 EUR/day',
      },
      'f.cost_share': {
        value: 0.6,
        text: '60 %',
        formula: '1,500 EUR / 2,500 EUR = 60 %',
        inputs: 'ops.cost_month 50 EUR/day, ops.cost_cap 2500 EUR/month',
      },
    });
  });
});
