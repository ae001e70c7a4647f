import { describe, expect, it } from 'vitest';
import { storageFacts } from '../../src/facts/families/storage.js';
import { idFacts } from '../../src/facts/families/ids.js';
import { freshnessFacts } from '../../src/facts/families/freshness.js';
import { cacheFacts } from '../../src/facts/families/caches.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('storage', () => {
  const given: Given = {
    'traffic.growth': '10 %/month',
    'traffic.horizon': '90 d',
    'rec.replication': 'async',
    'rec.quorum_members': '3',
    'data.entities': [
      { id: 'order', name: 'Order', rows_now: '5000', rows_per_day: '100', row_size: '2 KiB' },
      { id: 'hit', name: 'Hit', rows_now: '700', rows_per_day: '20', row_size: '512 B', kept: '30 d' },
    ],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(storageFacts, given)).toEqual({
      'f.rows_at_horizon of order': {
        value: 14930,
        text: '14,930',
        formula: '5,000 + 100 a day, growing 10 % a month, for 90 d = 14,930',
        inputs:
          'data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, traffic.growth 10 %/month, traffic.horizon 90 d',
      },
      'f.rows_at_horizon of hit': {
        value: 726,
        text: '726',
        formula: '20 a day, growing 10 % a month, for 90 d, kept 30 d = 726',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.hit.kept 30 d',
      },
      'f.size_at_horizon of order': {
        value: 45864960,
        text: '44,790 KiB',
        formula: '14,930 rows × 2 KiB × 1.5 with indexes = 44,790 KiB',
        inputs:
          'data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, data.entities.order.row_size 2 KiB, traffic.growth 10 %/month, traffic.horizon 90 d',
      },
      'f.size_at_horizon of hit': {
        value: 557568,
        text: '544.5 KiB',
        formula: '726 rows × 512 B × 1.5 with indexes = 544.5 KiB',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.hit.kept 30 d',
      },
      'f.storage_at_horizon': {
        value: 139267584,
        text: '132.8 MiB',
        formula: '44.27 MiB × 3 copies = 132.8 MiB',
        inputs:
          'traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, data.entities.order.row_size 2 KiB, data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, data.entities.hit.kept 30 d, rec.replication Asynchronously, rec.quorum_members 3',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(storageFacts, given)).toEqual({
      'traffic.growth': [
        'f.rows_at_horizon of order',
        'f.rows_at_horizon of hit',
        'f.size_at_horizon of order',
        'f.size_at_horizon of hit',
        'f.storage_at_horizon',
      ],
      'traffic.horizon': [
        'f.rows_at_horizon of order',
        'f.rows_at_horizon of hit',
        'f.size_at_horizon of order',
        'f.size_at_horizon of hit',
        'f.storage_at_horizon',
      ],
      'rec.replication': ['f.storage_at_horizon'],
      'rec.quorum_members': ['f.storage_at_horizon'],
      'data.entities': [
        'f.rows_at_horizon of order',
        'f.rows_at_horizon of hit',
        'f.size_at_horizon of order',
        'f.size_at_horizon of hit',
        'f.storage_at_horizon',
      ],
      'data.entities.order.rows_now': [
        'f.rows_at_horizon of order',
        'f.size_at_horizon of order',
        'f.storage_at_horizon',
      ],
      'data.entities.order.rows_per_day': [
        'f.rows_at_horizon of order',
        'f.size_at_horizon of order',
        'f.storage_at_horizon',
      ],
      'data.entities.order.row_size': ['f.size_at_horizon of order', 'f.storage_at_horizon'],
      'data.entities.hit.rows_now': [
        'f.rows_at_horizon of hit',
        'f.size_at_horizon of hit',
        'f.storage_at_horizon',
      ],
      'data.entities.hit.rows_per_day': [
        'f.rows_at_horizon of hit',
        'f.size_at_horizon of hit',
        'f.storage_at_horizon',
      ],
      'data.entities.hit.row_size': ['f.size_at_horizon of hit', 'f.storage_at_horizon'],
    });
  });

  it('holds one copy where nothing is copied', () => {
    expect(toldOf(storageFacts, { ...given, 'rec.replication': 'none' }, ['f.storage_at_horizon'])).toEqual({
      'f.storage_at_horizon': {
        value: 46422528,
        text: '44.27 MiB',
        formula: '44.27 MiB × 1 copy = 44.27 MiB',
        inputs:
          'traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, data.entities.order.row_size 2 KiB, data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, data.entities.hit.kept 30 d, rec.replication It is not copied',
      },
    });
  });

  it('grows in a straight line without growth', () => {
    expect(toldOf(storageFacts, { ...given, 'traffic.growth': '0 %/month' })).toEqual({
      'f.rows_at_horizon of order': {
        value: 14000,
        text: '14,000',
        formula: '5,000 + 100 a day, growing 0 % a month, for 90 d = 14,000',
        inputs:
          'data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.rows_at_horizon of hit': {
        value: 600,
        text: '600',
        formula: '20 a day, growing 0 % a month, for 90 d, kept 30 d = 600',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, traffic.growth 0 %/month, traffic.horizon 90 d, data.entities.hit.kept 30 d',
      },
      'f.size_at_horizon of order': {
        value: 43008000,
        text: '42,000 KiB',
        formula: '14,000 rows × 2 KiB × 1.5 with indexes = 42,000 KiB',
        inputs:
          'data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, data.entities.order.row_size 2 KiB, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.size_at_horizon of hit': {
        value: 460800,
        text: '450 KiB',
        formula: '600 rows × 512 B × 1.5 with indexes = 450 KiB',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, traffic.growth 0 %/month, traffic.horizon 90 d, data.entities.hit.kept 30 d',
      },
      'f.storage_at_horizon': {
        value: 130406400,
        text: '124.4 MiB',
        formula: '42,450 KiB × 3 copies = 124.4 MiB',
        inputs:
          'traffic.growth 0 %/month, traffic.horizon 90 d, data.entities.order.rows_now 5000, data.entities.order.rows_per_day 100, data.entities.order.row_size 2 KiB, data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, data.entities.hit.kept 30 d, rec.replication Asynchronously, rec.quorum_members 3',
      },
    });
  });

  it('keeps everything that is kept as long as the plan reaches', () => {
    expect(
      toldOf(storageFacts, {
        ...given,
        'data.entities': [
          { id: 'hit', name: 'Hit', rows_now: '700', rows_per_day: '20', row_size: '512 B', kept: '90 d' },
          { id: 'day', name: 'Day', rows_now: '700', rows_per_day: '20', row_size: '512 B', kept: '89 d' },
        ],
      }),
    ).toEqual({
      'f.rows_at_horizon of hit': {
        value: 2686,
        text: '2,686',
        formula: '700 + 20 a day, growing 10 % a month, for 90 d = 2,686',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.hit.kept 90 d',
      },
      'f.rows_at_horizon of day': {
        value: 1967,
        text: '1,967',
        formula: '20 a day, growing 10 % a month, for 90 d, kept 89 d = 1,967',
        inputs:
          'data.entities.day.rows_now 700, data.entities.day.rows_per_day 20, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.day.kept 89 d',
      },
      'f.size_at_horizon of hit': {
        value: 2062848,
        text: '1.967 MiB',
        formula: '2,686 rows × 512 B × 1.5 with indexes = 1.967 MiB',
        inputs:
          'data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.hit.kept 90 d',
      },
      'f.size_at_horizon of day': {
        value: 1510656,
        text: '1.441 MiB',
        formula: '1,967 rows × 512 B × 1.5 with indexes = 1.441 MiB',
        inputs:
          'data.entities.day.rows_now 700, data.entities.day.rows_per_day 20, data.entities.day.row_size 512 B, traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.day.kept 89 d',
      },
      'f.storage_at_horizon': {
        value: 10720512,
        text: '10.22 MiB',
        formula: '3.408 MiB × 3 copies = 10.22 MiB',
        inputs:
          'traffic.growth 10 %/month, traffic.horizon 90 d, data.entities.hit.rows_now 700, data.entities.hit.rows_per_day 20, data.entities.hit.row_size 512 B, data.entities.hit.kept 90 d, data.entities.day.rows_now 700, data.entities.day.rows_per_day 20, data.entities.day.row_size 512 B, data.entities.day.kept 89 d, rec.replication Asynchronously, rec.quorum_members 3',
      },
    });
  });

  it('has no total without a row', () => {
    expect(toldOf(storageFacts, { ...given, 'data.entities': [] })).toEqual({});
  });

  it('is counted in gibibytes from a tebibyte on', () => {
    expect(
      toldOf(storageFacts, {
        ...given,
        'rec.replication': 'none',
        'traffic.growth': '0 %/month',
        'data.entities': [
          { id: 'blob', name: 'Blob', rows_now: '0', rows_per_day: '8192', row_size: '1 MiB' },
        ],
      }),
    ).toEqual({
      'f.rows_at_horizon of blob': {
        value: 737280,
        text: '737,280',
        formula: '0 + 8,192 a day, growing 0 % a month, for 90 d = 737,280',
        inputs:
          'data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 8192, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.size_at_horizon of blob': {
        value: 1159641170000,
        text: '1,080 GiB',
        formula: '737,280 rows × 1 MiB × 1.5 with indexes = 1,080 GiB',
        inputs:
          'data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 8192, data.entities.blob.row_size 1 MiB, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.storage_at_horizon': {
        value: 1159641170000,
        text: '1,080 GiB',
        formula: '1,080 GiB × 1 copy = 1,080 GiB',
        inputs:
          'traffic.growth 0 %/month, traffic.horizon 90 d, data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 8192, data.entities.blob.row_size 1 MiB, rec.replication It is not copied',
      },
    });
  });

  it('is counted in the unit that reads well below a tebibyte', () => {
    expect(
      toldOf(storageFacts, {
        ...given,
        'rec.replication': 'none',
        'traffic.growth': '0 %/month',
        'data.entities': [
          { id: 'blob', name: 'Blob', rows_now: '0', rows_per_day: '4096', row_size: '1 MiB' },
        ],
      }),
    ).toEqual({
      'f.rows_at_horizon of blob': {
        value: 368640,
        text: '368,640',
        formula: '0 + 4,096 a day, growing 0 % a month, for 90 d = 368,640',
        inputs:
          'data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 4096, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.size_at_horizon of blob': {
        value: 579820585000,
        text: '540 GiB',
        formula: '368,640 rows × 1 MiB × 1.5 with indexes = 540 GiB',
        inputs:
          'data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 4096, data.entities.blob.row_size 1 MiB, traffic.growth 0 %/month, traffic.horizon 90 d',
      },
      'f.storage_at_horizon': {
        value: 579820585000,
        text: '540 GiB',
        formula: '540 GiB × 1 copy = 540 GiB',
        inputs:
          'traffic.growth 0 %/month, traffic.horizon 90 d, data.entities.blob.rows_now 0, data.entities.blob.rows_per_day 4096, data.entities.blob.row_size 1 MiB, rec.replication It is not copied',
      },
    });
  });
});

describe('counted ids', () => {
  const given: Given = {
    'data.id_kind': 'int32',
    'data.ids_used': '2000000000',
    'data.ids_per_day': '1000000',
    'traffic.growth': '8 %/month',
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(idFacts, given)).toEqual({
      'f.ids_left': {
        value: 12742587100,
        text: '147 days',
        formula: '(2,147,483,647 − 2,000,000,000) / 1,000,000 a day = 147 days',
        inputs: 'data.ids_used 2000000000, data.ids_per_day 1000000, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: 10819141200,
        text: '125 days',
        formula: '2,147,483,647 − 2,000,000,000, at 1,000,000 a day growing 8 % a month = 125 days',
        inputs:
          'data.ids_used 2000000000, data.ids_per_day 1000000, traffic.growth 8 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('lose what needs a missing answer', () => {
    expect(lostOf(idFacts, given)).toEqual({
      'data.id_kind': ['f.ids_left', 'f.ids_left_growing'],
      'data.ids_used': ['f.ids_left', 'f.ids_left_growing'],
      'data.ids_per_day': ['f.ids_left', 'f.ids_left_growing'],
      'traffic.growth': ['f.ids_left_growing'],
    });
  });

  it('never run out where none is used in a day', () => {
    expect(toldOf(idFacts, { ...given, 'data.ids_per_day': '0' })).toEqual({
      'f.ids_left': {
        value: Infinity,
        text: 'never',
        formula: '(2,147,483,647 − 2,000,000,000) / 0 a day = never',
        inputs: 'data.ids_used 2000000000, data.ids_per_day 0, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: Infinity,
        text: 'never',
        formula: '2,147,483,647 − 2,000,000,000, at 0 a day growing 8 % a month = never',
        inputs:
          'data.ids_used 2000000000, data.ids_per_day 0, traffic.growth 8 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('have run out when the last is used', () => {
    expect(toldOf(idFacts, { ...given, 'data.ids_used': '2147483647' })).toEqual({
      'f.ids_left': {
        value: 0,
        text: '0 days',
        formula: '(2,147,483,647 − 2,147,483,647) / 1,000,000 a day = 0 days',
        inputs: 'data.ids_used 2147483647, data.ids_per_day 1000000, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: 0,
        text: '0 days',
        formula: '2,147,483,647 − 2,147,483,647, at 1,000,000 a day growing 8 % a month = 0 days',
        inputs:
          'data.ids_used 2147483647, data.ids_per_day 1000000, traffic.growth 8 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('last as long with no growth', () => {
    expect(toldOf(idFacts, { ...given, 'traffic.growth': '0 %/month' })).toEqual({
      'f.ids_left': {
        value: 12742587100,
        text: '147 days',
        formula: '(2,147,483,647 − 2,000,000,000) / 1,000,000 a day = 147 days',
        inputs: 'data.ids_used 2000000000, data.ids_per_day 1000000, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: 12742587100,
        text: '147 days',
        formula: '2,147,483,647 − 2,000,000,000, at 1,000,000 a day growing 0 % a month = 147 days',
        inputs:
          'data.ids_used 2000000000, data.ids_per_day 1000000, traffic.growth 0 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('are told as a time from a million days on', () => {
    expect(
      toldOf(idFacts, {
        ...given,
        'data.ids_used': '0',
        'data.ids_per_day': '2000',
        'traffic.growth': '0 %/month',
      }),
    ).toEqual({
      'f.ids_left': {
        value: 92771293600000,
        text: '1,073,742 d',
        formula: '(2,147,483,647 − 0) / 2,000 a day = 1,073,742 d',
        inputs: 'data.ids_used 0, data.ids_per_day 2000, data.id_kind 32-bit integer',
      },
      'f.ids_left_growing': {
        value: 92771293600000,
        text: '1,073,742 d',
        formula: '2,147,483,647 − 0, at 2,000 a day growing 0 % a month = 1,073,742 d',
        inputs:
          'data.ids_used 0, data.ids_per_day 2000, traffic.growth 0 %/month, data.id_kind 32-bit integer',
      },
    });
  });

  it('have no end where they are not counted', () => {
    expect(toldOf(idFacts, { ...given, 'data.id_kind': 'uuidv7' })).toEqual({});
  });

  it('write the largest of 64 bits as a power', () => {
    expect(toldOf(idFacts, { ...given, 'data.id_kind': 'int64' })).toEqual({
      'f.ids_left': {
        value: 796899344000000000000,
        text: 'never',
        formula: '((2^63 − 1) − 2,000,000,000) / 1,000,000 a day = never',
        inputs: 'data.ids_used 2000000000, data.ids_per_day 1000000, data.id_kind 64-bit integer',
      },
      'f.ids_left_growing': {
        value: 804546167000,
        text: '9,311 days',
        formula: '(2^63 − 1) − 2,000,000,000, at 1,000,000 a day growing 8 % a month = 9,311 days',
        inputs:
          'data.ids_used 2000000000, data.ids_per_day 1000000, traffic.growth 8 %/month, data.id_kind 64-bit integer',
      },
    });
  });
});

describe('the age of data', () => {
  const given: Given = {
    'con.consistency': [
      { id: 'primary', flow: 'primary', model: 'bounded', reads_from: 'primary' },
      { id: 'replica', flow: 'replica', model: 'bounded', reads_from: 'replica' },
      { id: 'cache', flow: 'cache', model: 'bounded', reads_from: 'cache' },
      { id: 'view', flow: 'view', model: 'bounded', reads_from: 'view' },
    ],
    'con.caches': [
      { id: 'near', name: 'Near', flow: 'cache', ttl: '30 s' },
      { id: 'edge', name: 'Edge', flow: 'cache', ttl: '60 s' },
      { id: 'other', name: 'Other', flow: 'view', ttl: '5 s' },
    ],
    'rec.lag_p99': '2 s',
    'pipe.every': '1 h',
    'pipe.run_time': '15 min',
    'cron.jobs': [{ id: 'sum', name: 'Sum', every: '24 h', run_time: '6 h' }],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(freshnessFacts, given)).toEqual({
      'f.worst_staleness of primary': {
        value: 0,
        text: '0 ms',
        formula: 'reads from the primary',
        inputs: 'con.consistency.primary.reads_from The primary',
      },
      'f.worst_staleness of replica': {
        value: 2000,
        text: '2 s',
        formula: 'replication lag = 2 s',
        inputs: 'con.consistency.replica.reads_from A replica, rec.lag_p99 2 s',
      },
      'f.worst_staleness of cache': {
        value: 92000,
        text: '92 s',
        formula: '30 s in a cache + 1 min in a cache + 2 s replication lag = 92 s',
        inputs:
          'con.consistency.cache.reads_from A cache, con.caches.near.ttl 30 s, con.caches.edge.ttl 60 s, rec.lag_p99 2 s',
      },
      'f.worst_staleness of view': {
        value: 4500000,
        text: '1.25 h',
        formula: '1 h between runs + 15 min run = 1.25 h',
        inputs: 'con.consistency.view.reads_from A derived view, pipe.every 1 h, pipe.run_time 15 min',
      },
      'f.pipeline_staleness': {
        value: 4500000,
        text: '1.25 h',
        formula: '1 h between runs + 15 min run = 1.25 h',
        inputs: 'pipe.every 1 h, pipe.run_time 15 min',
      },
      'f.pipeline_share': {
        value: 0.25,
        text: '25 %',
        formula: '15 min / 1 h = 25 %',
        inputs: 'pipe.every 1 h, pipe.run_time 15 min',
      },
      'f.job_staleness of sum': {
        value: 108000000,
        text: '1.25 d',
        formula: '1 d between runs + 6 h run = 1.25 d',
        inputs: 'cron.jobs.sum.every 24 h, cron.jobs.sum.run_time 6 h',
      },
      'f.job_share of sum': {
        value: 0.25,
        text: '25 %',
        formula: '6 h / 1 d = 25 %',
        inputs: 'cron.jobs.sum.every 24 h, cron.jobs.sum.run_time 6 h',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(freshnessFacts, given)).toEqual({
      'con.consistency': [
        'f.worst_staleness of primary',
        'f.worst_staleness of replica',
        'f.worst_staleness of cache',
        'f.worst_staleness of view',
      ],
      'con.consistency.primary.reads_from': ['f.worst_staleness of primary'],
      'con.consistency.replica.reads_from': ['f.worst_staleness of replica'],
      'con.consistency.cache.reads_from': ['f.worst_staleness of cache'],
      'con.consistency.view.reads_from': ['f.worst_staleness of view'],
      'con.caches': ['f.worst_staleness of cache'],
      'con.caches.near.ttl': ['f.worst_staleness of cache'],
      'con.caches.edge.ttl': ['f.worst_staleness of cache'],
      'rec.lag_p99': ['f.worst_staleness of replica'],
      'pipe.every': ['f.worst_staleness of view', 'f.pipeline_staleness', 'f.pipeline_share'],
      'pipe.run_time': ['f.worst_staleness of view', 'f.pipeline_staleness', 'f.pipeline_share'],
      'cron.jobs': ['f.job_staleness of sum', 'f.job_share of sum'],
      'cron.jobs.sum.every': ['f.job_staleness of sum', 'f.job_share of sum'],
      'cron.jobs.sum.run_time': ['f.job_staleness of sum', 'f.job_share of sum'],
    });
  });

  it('is that of the caches alone where nobody stated a lag', () => {
    expect(
      toldOf(freshnessFacts, {
        'con.consistency': [{ id: 'cache', flow: 'cache', model: 'bounded', reads_from: 'cache' }],
        'con.caches': [{ id: 'near', name: 'Near', flow: 'cache', ttl: '30 s' }],
      }),
    ).toEqual({
      'f.worst_staleness of cache': {
        value: 30000,
        text: '30 s',
        formula: '30 s in a cache = 30 s',
        inputs: 'con.consistency.cache.reads_from A cache, con.caches.near.ttl 30 s',
      },
    });
  });
});

describe('caches', () => {
  const given: Given = {
    'traffic.peak_rate': '900 call/s',
    'con.caches': [
      {
        id: 'c',
        name: 'C',
        hit_rate: '95 %',
        cold_hit_rate: '20 %',
        queries_per_miss: '3',
        active_keys: '20000',
        ttl: '2 h',
      },
    ],
  };

  it('are told with their formulas and the answers they come from', () => {
    expect(toldOf(cacheFacts, given)).toEqual({
      'f.origin_load of c': {
        value: 135,
        text: '135 call/s',
        formula: '900 call/s × 3 × (1 − 95 %) = 135 call/s',
        inputs: 'con.caches.c.queries_per_miss 3, con.caches.c.hit_rate 95 %, traffic.peak_rate 900 call/s',
      },
      'f.origin_load_cold of c': {
        value: 2160,
        text: '2,160 call/s',
        formula: '900 call/s × 3 × (1 − 20 %) = 2,160 call/s',
        inputs:
          'con.caches.c.queries_per_miss 3, traffic.peak_rate 900 call/s, con.caches.c.cold_hit_rate 20 %',
      },
      'f.cold_factor of c': {
        value: 16,
        text: '16×',
        formula: '(1 − 20 %) / (1 − 95 %) = 16×',
        inputs: 'con.caches.c.hit_rate 95 %, con.caches.c.cold_hit_rate 20 %',
      },
      'f.refresh_rate of c': {
        value: 2.77777778,
        text: '2.778 call/s',
        formula: '20,000 keys / 2 h = 2.778 call/s',
        inputs: 'con.caches.c.active_keys 20000, con.caches.c.ttl 2 h',
      },
    });
  });

  it('lose what needs a missing answer or cell', () => {
    expect(lostOf(cacheFacts, given)).toEqual({
      'traffic.peak_rate': ['f.origin_load of c', 'f.origin_load_cold of c'],
      'con.caches': [
        'f.origin_load of c',
        'f.origin_load_cold of c',
        'f.cold_factor of c',
        'f.refresh_rate of c',
      ],
      'con.caches.c.hit_rate': ['f.origin_load of c', 'f.cold_factor of c'],
      'con.caches.c.queries_per_miss': ['f.origin_load of c', 'f.origin_load_cold of c'],
      'con.caches.c.active_keys': ['f.refresh_rate of c'],
      'con.caches.c.ttl': ['f.refresh_rate of c'],
    });
  });

  it('keep nothing away when cold, where nobody says otherwise', () => {
    expect(
      toldOf(cacheFacts, {
        ...given,
        'con.caches': [{ id: 'c', name: 'C', hit_rate: '95 %', queries_per_miss: '3' }],
      }),
    ).toEqual({
      'f.origin_load of c': {
        value: 135,
        text: '135 call/s',
        formula: '900 call/s × 3 × (1 − 95 %) = 135 call/s',
        inputs: 'con.caches.c.queries_per_miss 3, con.caches.c.hit_rate 95 %, traffic.peak_rate 900 call/s',
      },
      'f.origin_load_cold of c': {
        value: 2700,
        text: '2,700 call/s',
        formula: '900 call/s × 3 × (1 − 0 %) = 2,700 call/s',
        inputs: 'con.caches.c.queries_per_miss 3, traffic.peak_rate 900 call/s',
      },
      'f.cold_factor of c': {
        value: 20,
        text: '20×',
        formula: '(1 − 0 %) / (1 − 95 %) = 20×',
        inputs: 'con.caches.c.hit_rate 95 %',
      },
    });
  });
});
