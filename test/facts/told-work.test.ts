import { describe, expect, it } from 'vitest';
import { limitFacts } from '../../src/facts/families/limits.js';
import { queueFacts } from '../../src/facts/families/queues.js';
import { recoveryFacts } from '../../src/facts/families/recovery.js';
import { quorumFacts } from '../../src/facts/families/quorum.js';
import { rolloutFacts } from '../../src/facts/families/rollout.js';
import { modelFacts } from '../../src/facts/families/model.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('limits', () => {
  const given: Given = {
    'traffic.growth': '10 %/month',
    'traffic.instances': '12',
    'traffic.hard_limits': [{ id: 'files', name: 'Files', ceiling: '200', used: '50' }],
    'sec.limits': [
      {
        id: 'user',
        subject: 'User',
        scope: 'account',
        count: '100',
        window: '10 s',
        counted: 'per-instance',
      },
      { id: 'key', subject: 'Key', scope: 'key', count: '60', window: '1 min', counted: 'gateway' },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(limitFacts, given)).toEqual({
      'f.limit_share of files': {
        value: 0.25,
        text: '25 %',
        formula: '50 / 200 = 25 %',
        inputs: 'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 50',
      },
      'f.limit_left of files': {
        value: 37700852000,
        text: '436.4 d',
        formula: 'ln(200 / 50) / ln(1 + 10 %) months = 436.4 d',
        inputs:
          'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 50, traffic.growth 10 %/month',
      },
      'f.limit_rate of user': {
        value: 10,
        text: '10 req/s',
        formula: '100 / 10 s = 10 req/s',
        inputs: 'sec.limits.user.count 100, sec.limits.user.window 10 s',
      },
      'f.limit_rate of key': {
        value: 1,
        text: '1 req/s',
        formula: '60 / 1 min = 1 req/s',
        inputs: 'sec.limits.key.count 60, sec.limits.key.window 1 min',
      },
      'f.limit_effective of user': {
        value: 120,
        text: '120 req/s',
        formula: '100 / 10 s × 12 instances that count alone = 120 req/s',
        inputs:
          'sec.limits.user.count 100, sec.limits.user.window 10 s, sec.limits.user.counted In each instance alone, traffic.instances 12',
      },
      'f.limit_effective of key': {
        value: 1,
        text: '1 req/s',
        formula: '60 / 1 min = 1 req/s',
        inputs: 'sec.limits.key.count 60, sec.limits.key.window 1 min, sec.limits.key.counted At the gateway',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(limitFacts, given)).toEqual({
      'traffic.growth': ['f.limit_left of files'],
      'traffic.instances': ['f.limit_effective of user'],
      'traffic.hard_limits': ['f.limit_share of files', 'f.limit_left of files'],
      'traffic.hard_limits.files.ceiling': ['f.limit_share of files', 'f.limit_left of files'],
      'traffic.hard_limits.files.used': ['f.limit_share of files', 'f.limit_left of files'],
      'sec.limits': [
        'f.limit_rate of user',
        'f.limit_rate of key',
        'f.limit_effective of user',
        'f.limit_effective of key',
      ],
      'sec.limits.user.count': ['f.limit_rate of user', 'f.limit_effective of user'],
      'sec.limits.user.window': ['f.limit_rate of user', 'f.limit_effective of user'],
      'sec.limits.user.counted': ['f.limit_effective of user'],
      'sec.limits.key.count': ['f.limit_rate of key', 'f.limit_effective of key'],
      'sec.limits.key.window': ['f.limit_rate of key', 'f.limit_effective of key'],
      'sec.limits.key.counted': ['f.limit_effective of key'],
    });
  });

  it('are reached when all is used, and never from nothing', () => {
    expect(
      toldOf(limitFacts, {
        ...given,
        'traffic.hard_limits': [
          { id: 'files', name: 'Files', ceiling: '200', used: '200' },
          { id: 'names', name: 'Names', ceiling: '200', used: '0' },
          { id: 'ports', name: 'Ports', ceiling: '200', used: '300' },
        ],
        'sec.limits': [],
      }),
    ).toEqual({
      'f.limit_share of files': {
        value: 1,
        text: '100 %',
        formula: '200 / 200 = 100 %',
        inputs: 'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 200',
      },
      'f.limit_share of names': {
        value: 0,
        text: '0 %',
        formula: '0 / 200 = 0 %',
        inputs: 'traffic.hard_limits.names.ceiling 200, traffic.hard_limits.names.used 0',
      },
      'f.limit_share of ports': {
        value: 1.5,
        text: '150 %',
        formula: '300 / 200 = 150 %',
        inputs: 'traffic.hard_limits.ports.ceiling 200, traffic.hard_limits.ports.used 300',
      },
      'f.limit_left of files': {
        value: 0,
        text: '0 ms',
        formula: 'ln(200 / 200) / ln(1 + 10 %) months = 0 ms',
        inputs:
          'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 200, traffic.growth 10 %/month',
      },
      'f.limit_left of names': {
        value: Infinity,
        text: 'never',
        formula: 'ln(200 / 0) / ln(1 + 10 %) months = never',
        inputs:
          'traffic.hard_limits.names.ceiling 200, traffic.hard_limits.names.used 0, traffic.growth 10 %/month',
      },
      'f.limit_left of ports': {
        value: 0,
        text: '0 ms',
        formula: 'ln(200 / 300) / ln(1 + 10 %) months = 0 ms',
        inputs:
          'traffic.hard_limits.ports.ceiling 200, traffic.hard_limits.ports.used 300, traffic.growth 10 %/month',
      },
    });
  });

  it('are never reached without growth', () => {
    expect(
      toldOf(limitFacts, {
        'traffic.growth': '0 %/month',
        'traffic.hard_limits': [{ id: 'files', name: 'Files', ceiling: '200', used: '50' }],
      }),
    ).toEqual({
      'f.limit_share of files': {
        value: 0.25,
        text: '25 %',
        formula: '50 / 200 = 25 %',
        inputs: 'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 50',
      },
      'f.limit_left of files': {
        value: Infinity,
        text: 'never',
        formula: 'ln(200 / 50) / ln(1 + 0 %) months = never',
        inputs:
          'traffic.hard_limits.files.ceiling 200, traffic.hard_limits.files.used 50, traffic.growth 0 %/month',
      },
    });
  });
});

describe('queues', () => {
  const given: Given = {
    'rec.outage_assumed': '1 h',
    'traffic.peak_rate': '900 call/s',
    'wrk.backlog': [{ id: 'mail', queue: 'mail', arrival: '500 msg/s', capacity: '800 msg/s' }],
    'wrk.timing': [
      { id: 'mail', queue: 'mail', processing_p99: '70 ms', batch: '10' },
      { id: 'sms', queue: 'sms', processing_p99: '20 ms' },
    ],
    'evt.consumers': [{ id: 'index', name: 'Index', topic: 'orders', work_time: '30 ms' }],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(queueFacts, given)).toEqual({
      'f.backlog of mail': {
        value: 1800000,
        text: '1,800,000 msg',
        formula: '500 msg/s × 1 h = 1,800,000 msg',
        inputs: 'wrk.backlog.mail.arrival 500 msg/s, rec.outage_assumed 1 h',
      },
      'f.drain_time of mail': {
        value: 6000000,
        text: '100 min',
        formula: '1,800,000 msg / (800 msg/s − 500 msg/s) = 100 min',
        inputs:
          'wrk.backlog.mail.arrival 500 msg/s, wrk.backlog.mail.capacity 800 msg/s, rec.outage_assumed 1 h',
      },
      'f.behind_time of mail': {
        value: 9600000,
        text: '160 min',
        formula: '1 h outage + 100 min = 160 min',
        inputs:
          'wrk.backlog.mail.arrival 500 msg/s, wrk.backlog.mail.capacity 800 msg/s, rec.outage_assumed 1 h',
      },
      'f.visibility_needed of mail': {
        value: 1400,
        text: '1.4 s',
        formula: '2 × 70 ms × 10 = 1.4 s',
        inputs: 'wrk.timing.mail.processing_p99 70 ms, wrk.timing.mail.batch 10',
      },
      'f.workers_needed of mail': {
        value: 50,
        text: '50',
        formula: '500 msg/s × 70 ms / 0.7, rounded up = 50',
        inputs: 'wrk.timing.mail.processing_p99 70 ms, wrk.backlog.mail.arrival 500 msg/s',
      },
      'f.consumers_needed of index': {
        value: 39,
        text: '39',
        formula: '900 call/s × 30 ms / 0.7, rounded up = 39',
        inputs: 'evt.consumers.index.work_time 30 ms, traffic.peak_rate 900 call/s',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(queueFacts, given)).toEqual({
      'rec.outage_assumed': ['f.backlog of mail', 'f.drain_time of mail', 'f.behind_time of mail'],
      'traffic.peak_rate': ['f.consumers_needed of index'],
      'wrk.backlog': [
        'f.backlog of mail',
        'f.drain_time of mail',
        'f.behind_time of mail',
        'f.workers_needed of mail',
      ],
      'wrk.backlog.mail.arrival': [
        'f.backlog of mail',
        'f.drain_time of mail',
        'f.behind_time of mail',
        'f.workers_needed of mail',
      ],
      'wrk.backlog.mail.capacity': ['f.drain_time of mail', 'f.behind_time of mail'],
      'wrk.timing': ['f.visibility_needed of mail', 'f.workers_needed of mail'],
      'wrk.timing.mail.processing_p99': ['f.visibility_needed of mail', 'f.workers_needed of mail'],
      'wrk.timing.mail.batch': ['f.visibility_needed of mail'],
      'evt.consumers': ['f.consumers_needed of index'],
      'evt.consumers.index.work_time': ['f.consumers_needed of index'],
    });
  });

  it('are never worked off without spare capacity', () => {
    expect(
      toldOf(
        queueFacts,
        {
          ...given,
          'wrk.backlog': [{ id: 'mail', queue: 'mail', arrival: '500 job/s', capacity: '500 job/s' }],
        },
        ['f.backlog', 'f.drain_time', 'f.behind_time'],
      ),
    ).toEqual({
      'f.backlog of mail': {
        value: 1800000,
        text: '1,800,000 job',
        formula: '500 job/s × 1 h = 1,800,000 job',
        inputs: 'wrk.backlog.mail.arrival 500 job/s, rec.outage_assumed 1 h',
      },
      'f.drain_time of mail': {
        value: Infinity,
        text: 'never',
        formula: '1,800,000 job / (500 job/s − 500 job/s) = never',
        inputs:
          'wrk.backlog.mail.arrival 500 job/s, wrk.backlog.mail.capacity 500 job/s, rec.outage_assumed 1 h',
      },
      'f.behind_time of mail': {
        value: Infinity,
        text: 'never',
        formula: '1 h outage + never = never',
        inputs:
          'wrk.backlog.mail.arrival 500 job/s, wrk.backlog.mail.capacity 500 job/s, rec.outage_assumed 1 h',
      },
    });
  });
});

describe('recovery', () => {
  const given: Given = {
    'rec.restore_size': '1.5 GiB',
    'rec.restore_throughput': '2 MiB/s',
    'rec.restore_before': '15 min',
    'rec.restore_after': '40 min',
    'rec.backups': [
      { id: 'dump', name: 'Dump', interval: '24 h' },
      { id: 'log', name: 'Log', interval: '5 min' },
    ],
    'rec.outage_assumed': '1 h',
    'traffic.average_rate': '500 call/s',
    'rec.catch_up_rate': '800 event/s',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(recoveryFacts, given)).toEqual({
      'f.restore_copy': {
        value: 768000,
        text: '12.8 min',
        formula: '1.5 GiB / 2 MiB/s = 12.8 min',
        inputs: 'rec.restore_size 1.5 GiB, rec.restore_throughput 2 MiB/s',
      },
      'f.restore_total': {
        value: 4068000,
        text: '1.13 h',
        formula: '15 min to notice and provide + 12.8 min to copy + 40 min to rebuild and check = 1.13 h',
        inputs:
          'rec.restore_size 1.5 GiB, rec.restore_throughput 2 MiB/s, rec.restore_before 15 min, rec.restore_after 40 min',
      },
      'f.undo_interval': {
        value: 300000,
        text: '5 min',
        formula: 'shortest of 1 d, 5 min = 5 min',
        inputs: 'rec.backups.dump.interval 24 h, rec.backups.log.interval 5 min',
      },
      'f.catch_up_time': {
        value: 6000000,
        text: '100 min',
        formula: '1,800,000 call / (800 call/s − 500 call/s) = 100 min',
        inputs: 'rec.outage_assumed 1 h, traffic.average_rate 500 call/s, rec.catch_up_rate 800 event/s',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(recoveryFacts, given)).toEqual({
      'rec.restore_size': ['f.restore_copy', 'f.restore_total'],
      'rec.restore_throughput': ['f.restore_copy', 'f.restore_total'],
      'rec.restore_before': ['f.restore_total'],
      'rec.restore_after': ['f.restore_total'],
      'rec.backups': ['f.undo_interval'],
      'rec.backups.dump.interval': ['f.undo_interval'],
      'rec.backups.log.interval': ['f.undo_interval'],
      'rec.outage_assumed': ['f.catch_up_time'],
      'traffic.average_rate': ['f.catch_up_time'],
      'rec.catch_up_rate': ['f.catch_up_time'],
    });
  });

  it('never catches up at the speed of what arrives', () => {
    expect(
      toldOf(recoveryFacts, { ...given, 'rec.catch_up_rate': '500 req/s' }, ['f.catch_up_time']),
    ).toEqual({
      'f.catch_up_time': {
        value: Infinity,
        text: 'never',
        formula: '1,800,000 call / (500 call/s − 500 call/s) = never',
        inputs: 'rec.outage_assumed 1 h, traffic.average_rate 500 call/s, rec.catch_up_rate 500 req/s',
      },
    });
  });
});

describe('majorities and leases', () => {
  const given: Given = {
    'rec.quorum_members': '5',
    'rec.quorum_sites': '2',
    'con.locks': [{ id: 'leader', name: 'Leader', pause_max: '3 s', members: '7' }],
    'con.clocks': [
      { id: 'order', use: 'Order', skew: '200 ms' },
      { id: 'lease', use: 'Lease', skew: '500 ms' },
      { id: 'log', use: 'Log' },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(quorumFacts, given)).toEqual({
      'f.quorum_faults': {
        value: 2,
        text: '2',
        formula: '(5 − 1) / 2, rounded down = 2',
        inputs: 'rec.quorum_members 5',
      },
      'f.quorum_survives_site': {
        value: false,
        text: 'no',
        formula: '5 spread evenly over 2: 2 left, 3 needed',
        inputs: 'rec.quorum_members 5, rec.quorum_sites 2',
      },
      'f.lock_faults of leader': {
        value: 3,
        text: '3',
        formula: '(7 − 1) / 2, rounded down = 3',
        inputs: 'con.locks.leader.members 7',
      },
      'f.lease_needed of leader': {
        value: 8000,
        text: '8 s',
        formula: '2 × (3 s pause + 2 × 500 ms clock difference) = 8 s',
        inputs: 'con.locks.leader.pause_max 3 s, con.clocks.order.skew 200 ms, con.clocks.lease.skew 500 ms',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(quorumFacts, given)).toEqual({
      'rec.quorum_members': ['f.quorum_faults', 'f.quorum_survives_site'],
      'rec.quorum_sites': ['f.quorum_survives_site'],
      'con.locks': ['f.lock_faults of leader', 'f.lease_needed of leader'],
      'con.locks.leader.pause_max': ['f.lease_needed of leader'],
      'con.locks.leader.members': ['f.lock_faults of leader'],
    });
  });

  it('are left by one member on one site to nobody', () => {
    expect(
      toldOf(quorumFacts, { ...given, 'rec.quorum_members': '1', 'rec.quorum_sites': '1' }, [
        'f.quorum_faults',
        'f.quorum_survives_site',
      ]),
    ).toEqual({
      'f.quorum_faults': {
        value: 0,
        text: '0',
        formula: '(1 − 1) / 2, rounded down = 0',
        inputs: 'rec.quorum_members 1',
      },
      'f.quorum_survives_site': {
        value: false,
        text: 'no',
        formula: '1 spread evenly over 1: 0 left, 1 needed',
        inputs: 'rec.quorum_members 1, rec.quorum_sites 1',
      },
    });
  });

  it('are left by four members on four sites', () => {
    expect(
      toldOf(quorumFacts, { ...given, 'rec.quorum_members': '4', 'rec.quorum_sites': '4' }, [
        'f.quorum_faults',
        'f.quorum_survives_site',
      ]),
    ).toEqual({
      'f.quorum_faults': {
        value: 1,
        text: '1',
        formula: '(4 − 1) / 2, rounded down = 1',
        inputs: 'rec.quorum_members 4',
      },
      'f.quorum_survives_site': {
        value: true,
        text: 'yes',
        formula: '4 spread evenly over 4: 3 left, 3 needed',
        inputs: 'rec.quorum_members 4, rec.quorum_sites 4',
      },
    });
  });

  it('mean nothing without a member', () => {
    expect(
      toldOf(quorumFacts, { ...given, 'rec.quorum_members': '0' }, [
        'f.quorum_faults',
        'f.quorum_survives_site',
      ]),
    ).toEqual({
      'f.quorum_faults': {
        value: 0,
        text: '0',
        formula: '(0 − 1) / 2, rounded down = 0',
        inputs: 'rec.quorum_members 0',
      },
    });
  });

  it('mean nothing without a site', () => {
    expect(toldOf(quorumFacts, { ...given, 'rec.quorum_sites': '0' }, ['f.quorum_survives_site'])).toEqual(
      {},
    );
  });

  it('trust the clocks that nobody doubts', () => {
    expect(
      toldOf(quorumFacts, { 'con.locks': [{ id: 'leader', name: 'Leader', pause_max: '3 s' }] }),
    ).toEqual({
      'f.lease_needed of leader': {
        value: 6000,
        text: '6 s',
        formula: '2 × (3 s pause + 2 × 0 ms clock difference) = 6 s',
        inputs: 'con.locks.leader.pause_max 3 s',
      },
    });
  });
});

describe('a rollout', () => {
  const given: Given = {
    'traffic.peak_rate': '900 call/s',
    'traffic.average_rate': '40 event/s',
    'rol.stages': [
      {
        id: 'canary',
        name: 'Canary',
        share: '5 %',
        bake: '10 min',
        baseline_errors: '0.2 %',
        detect_rise: '0.1 %',
      },
      { id: 'all', name: 'All' },
    ],
    'rol.schema_changes': [{ id: 'fill', change: 'Fill', rows: '900000', backfill_rate: '500 row/s' }],
    'mig.rows': '7200000',
    'mig.rate': '1000 row/s',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(rolloutFacts, given)).toEqual({
      'f.canary_sample of canary': {
        value: 31936,
        text: '31,936',
        formula: '16 × 0.2 % × 99.8 % / (0.1 %)² = 31,936',
        inputs: 'rol.stages.canary.baseline_errors 0.2 %, rol.stages.canary.detect_rise 0.1 %',
      },
      'f.canary_time of canary': {
        value: 709688.889,
        text: '11.83 min',
        formula: '31,936 / (5 % × 900 call/s) = 11.83 min',
        inputs:
          'rol.stages.canary.baseline_errors 0.2 %, rol.stages.canary.detect_rise 0.1 %, rol.stages.canary.share 5 %, traffic.peak_rate 900 call/s',
      },
      'f.canary_time_average of canary': {
        value: 15968000,
        text: '4.436 h',
        formula: '31,936 / (5 % × 40 event/s) = 4.436 h',
        inputs:
          'rol.stages.canary.baseline_errors 0.2 %, rol.stages.canary.detect_rise 0.1 %, rol.stages.canary.share 5 %, traffic.average_rate 40 event/s',
      },
      'f.canary_seen of canary': {
        value: 27000,
        text: '27,000',
        formula: '5 % × 900 call/s × 10 min = 27,000',
        inputs: 'rol.stages.canary.share 5 %, rol.stages.canary.bake 10 min, traffic.peak_rate 900 call/s',
      },
      'f.schema_backfill_time of fill': {
        value: 1800000,
        text: '30 min',
        formula: '900,000 / 500 row/s = 30 min',
        inputs: 'rol.schema_changes.fill.rows 900000, rol.schema_changes.fill.backfill_rate 500 row/s',
      },
      'f.migration_time': {
        value: 7200000,
        text: '2 h',
        formula: '7,200,000 / 1,000 row/s = 2 h',
        inputs: 'mig.rows 7200000 rows, mig.rate 1000 row/s',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(rolloutFacts, given)).toEqual({
      'traffic.peak_rate': ['f.canary_time of canary', 'f.canary_seen of canary'],
      'traffic.average_rate': ['f.canary_time_average of canary'],
      'rol.stages': [
        'f.canary_sample of canary',
        'f.canary_time of canary',
        'f.canary_time_average of canary',
        'f.canary_seen of canary',
      ],
      'rol.stages.canary.share': [
        'f.canary_time of canary',
        'f.canary_time_average of canary',
        'f.canary_seen of canary',
      ],
      'rol.stages.canary.bake': ['f.canary_seen of canary'],
      'rol.stages.canary.baseline_errors': [
        'f.canary_sample of canary',
        'f.canary_time of canary',
        'f.canary_time_average of canary',
      ],
      'rol.stages.canary.detect_rise': [
        'f.canary_sample of canary',
        'f.canary_time of canary',
        'f.canary_time_average of canary',
      ],
      'rol.schema_changes': ['f.schema_backfill_time of fill'],
      'rol.schema_changes.fill.rows': ['f.schema_backfill_time of fill'],
      'rol.schema_changes.fill.backfill_rate': ['f.schema_backfill_time of fill'],
      'mig.rows': ['f.migration_time'],
      'mig.rate': ['f.migration_time'],
    });
  });
});

describe('a model', () => {
  const given: Given = {
    'traffic.peak_rate': '40 call/s',
    'traffic.average_rate': '2 req/s',
    'llm.tokens_in': '3100',
    'llm.tokens_out': '400',
    'llm.tokens_in_p99': '9000',
    'llm.token_quota': '10500000 token/min',
    'llm.first_token': '800 ms',
    'llm.output_rate': '50 token/s',
    'llm.context_limit': '16000',
    'llm.request_cost': '0.01 EUR',
    'llm.daily_cap': '3456 EUR',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(modelFacts, given)).toEqual({
      'f.tokens_per_second': {
        value: 140000,
        text: '8,400,000 token/min',
        formula: '40 call/s × (3,100 + 400) = 8,400,000 token/min',
        inputs: 'traffic.peak_rate 40 call/s, llm.tokens_in 3100 tokens, llm.tokens_out 400 tokens',
      },
      'f.token_quota_share': {
        value: 0.8,
        text: '80 %',
        formula: '8,400,000 token/min / 10,500,000 token/min = 80 %',
        inputs:
          'traffic.peak_rate 40 call/s, llm.tokens_in 3100 tokens, llm.tokens_out 400 tokens, llm.token_quota 10500000 token/min',
      },
      'f.model_latency': {
        value: 8800,
        text: '8.8 s',
        formula: '800 ms + 400 / 50 token/s = 8.8 s',
        inputs: 'llm.first_token 800 ms, llm.tokens_out 400 tokens, llm.output_rate 50 token/s',
      },
      'f.context_room': {
        value: 6600,
        text: '6,600',
        formula: '16,000 − 9,000 − 400 = 6,600',
        inputs: 'llm.context_limit 16000 tokens, llm.tokens_in_p99 9000 tokens, llm.tokens_out 400 tokens',
      },
      'f.model_cost_day': {
        value: 1728,
        text: '1,728 EUR a day',
        formula: '172,800 × 0.01 EUR = 1,728 EUR',
        inputs: 'traffic.average_rate 2 req/s, llm.request_cost 0.01 EUR',
      },
      'f.model_cost_share': {
        value: 0.5,
        text: '50 %',
        formula: '1,728 EUR / 3,456 EUR = 50 %',
        inputs: 'traffic.average_rate 2 req/s, llm.request_cost 0.01 EUR, llm.daily_cap 3456 EUR',
      },
    });
  });

  it('loses what needs a missing answer', () => {
    expect(lostOf(modelFacts, given)).toEqual({
      'traffic.peak_rate': ['f.tokens_per_second', 'f.token_quota_share'],
      'traffic.average_rate': ['f.model_cost_day', 'f.model_cost_share'],
      'llm.tokens_in': ['f.tokens_per_second', 'f.token_quota_share'],
      'llm.tokens_out': ['f.tokens_per_second', 'f.token_quota_share', 'f.model_latency', 'f.context_room'],
      'llm.tokens_in_p99': ['f.context_room'],
      'llm.token_quota': ['f.token_quota_share'],
      'llm.first_token': ['f.model_latency'],
      'llm.output_rate': ['f.model_latency'],
      'llm.context_limit': ['f.context_room'],
      'llm.request_cost': ['f.model_cost_day', 'f.model_cost_share'],
      'llm.daily_cap': ['f.model_cost_share'],
    });
  });

  it('has no share of a cap in another currency', () => {
    expect(
      toldOf(modelFacts, { ...given, 'llm.daily_cap': '3456 USD' }, [
        'f.model_cost_day',
        'f.model_cost_share',
      ]),
    ).toEqual({
      'f.model_cost_day': {
        value: 1728,
        text: '1,728 EUR a day',
        formula: '172,800 × 0.01 EUR = 1,728 EUR',
        inputs: 'traffic.average_rate 2 req/s, llm.request_cost 0.01 EUR',
      },
    });
  });

  it('takes a cap for a month apart into days', () => {
    expect(
      toldOf(modelFacts, { ...given, 'llm.daily_cap': '103680 EUR/month' }, ['f.model_cost_share']),
    ).toEqual({
      'f.model_cost_share': {
        value: 0.5,
        text: '50 %',
        formula: '1,728 EUR / 3,456 EUR = 50 %',
        inputs: 'traffic.average_rate 2 req/s, llm.request_cost 0.01 EUR, llm.daily_cap 103680 EUR/month',
      },
    });
  });
});
