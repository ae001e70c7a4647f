import { describe, expect, it } from 'vitest';
import { DAY, factOf, HOUR, MINUTE, numberOf, type Given } from './shipped.js';

const dependency = (id: string, over: Given = {}) => ({ id, name: id, needed: 'hard', ...over });
const valueOf = (id: string, given: Given, subject?: string) => factOf(id, given, subject)?.value;

describe('the payments case', () => {
  const given: Given = {
    'rec.slo': '99.95 %',
    'dep.caller_deadline': '3 s',
    'dep.own_work': '100 ms',
    'ctx.flows': [
      { id: 'charge', name: 'charge', actor: 'shop', trigger: 'the cart is paid', outcome: 'charge' },
    ],
    'traffic.latency': [{ id: 'charge', flow: 'charge', p99: '3 s' }],
    'dep.dependencies': [
      dependency('processor', { timeout: '10 s', availability: '99.95 %', flow: 'charge' }),
      dependency('fraud', { timeout: '1 s', availability: '99.9 %', p99: '800 ms', flow: 'charge' }),
    ],
    'dep.retries': [
      {
        id: 'gateway',
        layer: 'gateway',
        dependency: 'processor',
        attempts: '2',
        timeout: '5 s',
        backoff: 'none',
      },
      { id: 'sdk', layer: 'sdk', dependency: 'processor', attempts: '3', backoff: 'fixed', base: '200 ms' },
    ],
  };

  it('turns one charge into six calls of the processor', () => {
    expect(factOf('f.attempts', given, 'processor')?.formula).toBe('2 (gateway) × 3 (sdk) = 6');
    expect(numberOf('f.attempts', given, 'fraud')).toBe(1);
    expect(factOf('f.retry_amplification', given)?.text).toBe('6×');
  });

  it('waits 30.4 s inside the SDK, with the timeout of the processor', () => {
    expect(numberOf('f.attempt_time', given, 'sdk')).toBe(30_400);
    expect(numberOf('f.attempt_time', given, 'gateway')).toBe(10_000);
    expect(factOf('f.attempt_time', given, 'sdk')?.inputs.map(({ id, text }) => `${id} ${text}`)).toContain(
      'dep.dependencies.processor.timeout 10 s',
    );
  });

  it('adds the waits of a flow up against the deadline', () => {
    expect(numberOf('f.deadline_left', given)).toBe(2900);
    expect(factOf('f.timeout_chain', given, 'charge')?.formula).toBe(
      '100 ms own work + 30.4 s (processor) + 1 s (fraud), one after the other = 31.5 s',
    );
  });

  it('cannot promise more than its dependencies do', () => {
    expect(numberOf('f.availability_ceiling', given)).toBeCloseTo(0.9995 * 0.999, 9);
    expect(factOf('f.dependency_share', given, 'fraud')?.text).toBe('200 %');
    expect(factOf('f.dependency_share_total', given)?.text).toBe('300 %');
    expect(valueOf('f.single_points', given)).toEqual(['processor', 'fraud']);
  });

  it('has a floor for its latency, but no serial sum while one p99 is missing', () => {
    expect(numberOf('f.latency_floor', given, 'charge')).toBe(800);
    expect(factOf('f.latency_serial', given, 'charge')).toBeUndefined();
  });
});

describe('availability', () => {
  it('counts neither soft nor asynchronous dependencies, nor those with a fallback that was tried', () => {
    const fallback = { fail_mode: 'fallback', availability: '90 %' };
    const rows = [
      dependency('a', { availability: '99.9 %' }),
      dependency('b', { availability: '90 %', calls: 'async' }),
      dependency('c', { ...fallback, fallback_exercised: 'quarter' }),
      { id: 'd', name: 'd', needed: 'soft', availability: '90 %' },
    ];

    expect(numberOf('f.availability_ceiling', { 'dep.dependencies': rows })).toBe(0.999);
  });

  it('counts a fallback that nobody tried for nothing', () => {
    const fallback = { fail_mode: 'fallback', availability: '90 %', fallback_exercised: 'older' };

    expect(valueOf('f.single_point', { 'dep.dependencies': [dependency('a', fallback)] }, 'a')).toBe(true);
  });

  it('is bounded by what is stated while the whole is not known', () => {
    const given = { 'dep.dependencies': [dependency('a', { availability: '99.9 %' }), dependency('b')] };

    expect(factOf('f.availability_ceiling', given)).toBeUndefined();
    expect(numberOf('f.availability_at_most', given)).toBe(0.999);
  });

  it('has no ceiling before it is known of each dependency whether it is needed', () => {
    const unsaid = { id: 'b', name: 'b', availability: '99 %' };
    const given = { 'dep.dependencies': [dependency('a', { availability: '99.9 %' }), unsaid] };

    expect(factOf('f.availability_ceiling', given)).toBeUndefined();
    expect(numberOf('f.availability_at_most', given)).toBe(0.999);
  });

  it('is spent many times over by a weekend that nobody watches', () => {
    const given = { 'rec.slo': '99.9 %', 'ops.on_call': 'business-hours' };

    expect(numberOf('f.unstaffed_gap', given)).toBe(64 * HOUR);
    expect(factOf('f.weekend_budget_share', given)?.text).toBe('88.89×');
    expect(numberOf('f.unstaffed_gap', { 'ops.on_call': '24x7' })).toBe(0);
  });

  it('is spent by plan as well', () => {
    const given = {
      'rec.slo': '99.9 %',
      'rol.maintenance': '20 min',
      'rol.deploys': '2 deploy/day',
      'rol.deploy_errors': '30 s',
    };

    expect(numberOf('f.planned_downtime', given)).toBeCloseTo(50 * MINUTE, 3);
    expect(factOf('f.planned_downtime', given)?.formula).toBe(
      '20 min maintenance + 60 deploys × 30 s = 50 min',
    );
    expect(factOf('f.planned_share', given)?.text).toBe('115.7 %');
  });
});

describe('retries', () => {
  const waited = (over: Given) => {
    const row = { id: 'a', layer: 'a', dependency: 'db', attempts: '5', timeout: '1 s', ...over };
    return numberOf('f.attempt_time', { 'dep.retries': [row] }, 'a');
  };

  it('wait between attempts as the back-off says', () => {
    expect(waited({ backoff: 'none' })).toBe(5000);
    expect(waited({ backoff: 'fixed', base: '100 ms' })).toBe(5400);
    expect(waited({ backoff: 'exponential', base: '100 ms' })).toBe(6500);
    expect(waited({ backoff: 'exponential', base: '100 ms', cap: '300 ms' })).toBe(5900);
    expect(waited({ backoff: 'exponential', base: '500 ms', cap: '100 ms' })).toBe(5400);
  });

  it('have no time while the back-off is not stated', () => {
    expect(waited({})).toBeNaN();
    expect(waited({ backoff: 'fixed' })).toBeNaN();
    expect(waited({ attempts: '1' })).toBe(1000);
  });
});

describe('start-up', () => {
  const rows = (over: Given = {}): Given => ({
    'dep.dependencies': [dependency('config', { name: 'Config' }), dependency('db', { name: 'Database' })],
    'dep.startup': [
      { id: 'config', dependency: 'config', at_start: 'must-be-up', waits_for: 'db', needs_us: false },
      { id: 'db', dependency: 'db', at_start: 'waits-and-retries', needs_us: false, ...over },
    ],
  });

  it('has an order where nothing waits for itself', () => {
    expect(valueOf('f.startup_order', rows())).toEqual(['Database', 'Config', 'this system']);
    expect(valueOf('f.startup_cycle', rows())).toEqual([]);
    expect(valueOf('f.startup_is_cyclic', rows())).toBe(false);
    expect(valueOf('f.in_startup_cycle', rows(), 'db')).toBe(false);
  });

  it('names the circle where something waits for us', () => {
    const given = rows({ needs_us: true });

    expect(factOf('f.startup_cycle', given)?.text).toBe('this system → Database → this system');
    expect(valueOf('f.startup_is_cyclic', given)).toBe(true);
    expect(valueOf('f.in_startup_cycle', given, 'config')).toBe(true);
    expect(factOf('f.startup_order', given)).toBeUndefined();
  });

  it('never calls a graph free of circles while a cell is open', () => {
    const open = { ...rows(), 'dep.startup': [{ id: 'db', dependency: 'db', at_start: 'must-be-up' }] };

    expect(factOf('f.startup_is_cyclic', open)).toBeUndefined();
    expect(factOf('f.startup_order', open)).toBeUndefined();
  });
});

describe('freshness', () => {
  const flow = (id: string, reads_from: string) => ({ id, flow: id, model: 'bounded', reads_from });
  const given: Given = {
    'con.consistency': ['primary', 'replica', 'cache', 'view'].map((from) => flow(from, from)),
    'con.caches': [
      { id: 'near', name: 'near', flow: 'cache', ttl: '30 s' },
      { id: 'edge', name: 'edge', flow: 'cache', ttl: '60 s' },
    ],
    'rec.lag_p99': '2 s',
    'pipe.every': '1 h',
    'pipe.run_time': '20 min',
  };

  it.each([
    ['primary', 0],
    ['replica', 2000],
    ['cache', 92_000],
    ['view', 80 * MINUTE],
  ])('of reads from the %s is at worst %d ms', (from, oldest) => {
    expect(numberOf('f.worst_staleness', given, from)).toBe(oldest);
  });

  it('is unknown where the flow has no cache that says how long it keeps', () => {
    const without = { ...given, 'con.caches': [{ id: 'near', name: 'near', flow: 'cache' }] };

    expect(factOf('f.worst_staleness', without, 'cache')).toBeUndefined();
  });
});

describe('queues and recovery', () => {
  it('never drain without spare capacity', () => {
    const row = { id: 'mail', queue: 'mail', arrival: '800 msg/s', capacity: '800 msg/s' };
    const given = { 'rec.outage_assumed': '1 h', 'wrk.backlog': [row] };

    expect(factOf('f.drain_time', given, 'mail')).toMatchObject({ value: Infinity, text: 'never' });
    expect(numberOf('f.behind_time', given, 'mail')).toBe(Infinity);
  });

  it('need consumers by the work that arrives', () => {
    const given = {
      'wrk.backlog': [{ id: 'mail', queue: 'mail', arrival: '500 msg/s' }],
      'wrk.timing': [{ id: 'mail', queue: 'mail', processing_p99: '70 ms', batch: '10' }],
    };

    expect(numberOf('f.workers_needed', given, 'mail')).toBe(50);
    expect(numberOf('f.visibility_needed', given, 'mail')).toBe(1400);
  });

  it('catch up with what waited', () => {
    const given = {
      'rec.outage_assumed': '1 h',
      'traffic.average_rate': '500 req/s',
      'rec.catch_up_rate': '800 req/s',
    };

    expect(numberOf('f.catch_up_time', given)).toBeCloseTo(100 * MINUTE, 3);
  });

  it('undo a bad write no finer than the shortest interval', () => {
    const rows = [
      { id: 'dump', name: 'dump', interval: '24 h' },
      { id: 'log', name: 'log', interval: '5 min' },
    ];

    expect(numberOf('f.undo_interval', { 'rec.backups': rows })).toBe(5 * MINUTE);
  });

  it('see an incident no faster than the slowest page', () => {
    const alert = (id: string, route: string, detected_within: string) => ({
      id,
      environment: 'production',
      signal: id,
      route,
      detected_within,
    });
    const given = {
      'obs.alerts': [
        alert('errors', 'page', '5 min'),
        alert('lag', 'page', '10 min'),
        alert('disk', 'ticket', '1 d'),
      ],
      'ops.ack_time': '5 min',
      'ops.diagnose_time': '15 min',
      'rol.rollback_time': '10 min',
    };

    expect(numberOf('f.incident_time', given)).toBe(30 * MINUTE);
    expect(numberOf('f.bad_release_time', given)).toBe(20 * MINUTE);
  });

  it.each([
    [3, 3, true],
    [3, 2, false],
    [5, 2, false],
    [5, 3, true],
    [3, 1, false],
  ])('of %d members on %d sites is a majority left: %s', (members, sites, left) => {
    const given = { 'rec.quorum_members': String(members), 'rec.quorum_sites': String(sites) };

    expect(valueOf('f.quorum_survives_site', given)).toBe(left);
  });
});

describe('limits and growth', () => {
  it('count once per instance where each counts alone', () => {
    const row = { id: 'user', subject: 'user', scope: 'account', count: '100', window: '10 s' };
    const given = (counted: string) => ({ 'traffic.instances': '12', 'sec.limits': [{ ...row, counted }] });

    expect(numberOf('f.limit_effective', given('per-instance'), 'user')).toBe(120);
    expect(numberOf('f.limit_effective', given('shared-store'), 'user')).toBe(10);
    expect(factOf('f.limit_effective', given('per-instance'), 'user')?.formula).toBe(
      '100 / 10 s × 12 instances that count alone = 120 req/s',
    );
  });

  it('are reached after a time, or never', () => {
    const limit = (growth: string) => ({
      'traffic.growth': growth,
      'traffic.hard_limits': [{ id: 'files', name: 'files', ceiling: '200', used: '100' }],
    });

    expect(numberOf('f.limit_left', limit('10 %/month'), 'files') / DAY).toBeCloseTo(218.2, 1);
    expect(factOf('f.limit_left', limit('0 %/month'), 'files')?.text).toBe('never');
  });

  it('hold only the last stretch of what is not kept for long', () => {
    const given = {
      'traffic.growth': '0 %/month',
      'traffic.horizon': '12 months',
      'data.entities': [{ id: 'e', name: 'e', rows_now: '5000', rows_per_day: '10', kept: '30 d' }],
    };

    expect(numberOf('f.rows_at_horizon', given, 'e')).toBe(300);
  });

  it('compare money only in one currency', () => {
    const given = (cap: string) => ({ 'ops.cost_month': '1900 EUR/month', 'ops.cost_cap': cap });

    expect(numberOf('f.cost_share', given('3800 EUR/month'))).toBe(0.5);
    expect(factOf('f.cost_share', given('3800 USD/month'))).toBeUndefined();
  });

  it('measure the day of a model against its cap, whatever the period of the cap', () => {
    const given = { 'traffic.average_rate': '1 req/s', 'llm.request_cost': '0.01 EUR' };

    expect(numberOf('f.model_cost_day', given)).toBeCloseTo(864, 6);
    expect(numberOf('f.model_cost_share', { ...given, 'llm.daily_cap': '1728 EUR/day' })).toBeCloseTo(0.5, 9);
  });
});

describe('shared fate', () => {
  it('names what is needed in an outage and goes down with us', () => {
    const given = {
      'obs.shared_fate': [{ id: 'pager', path: 'Pager', shares: 'dns' }],
      'rec.recovery_tools': [{ id: 'console', tool: 'Console', shares: 'our-identity' }],
    };

    expect(factOf('f.shared_fate', given)?.text).toBe('Pager (dns), Console (our identity)');
  });

  it('finds dependencies of one region, however it is written', () => {
    const rows = [
      dependency('a', { region: 'eu-central-1' }),
      dependency('b', { region: 'EU-Central-1' }),
      dependency('c', { region: 'eu-west-1' }),
    ];

    expect(valueOf('f.same_region', { 'dep.dependencies': rows }, 'a')).toEqual(['b']);
  });

  it('does not take two dependencies for neighbours while nobody said where they are', () => {
    const rows = [dependency('a'), dependency('b')];

    expect(factOf('f.same_region', { 'dep.dependencies': rows }, 'a')).toBeUndefined();
  });
});
