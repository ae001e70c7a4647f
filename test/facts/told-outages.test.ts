import { describe, expect, it } from 'vitest';
import { availabilityFacts } from '../../src/facts/families/availability.js';
import { startupFacts } from '../../src/facts/families/startup.js';
import { sharedFateFacts } from '../../src/facts/families/shared-fate.js';
import { responseFacts } from '../../src/facts/families/response.js';
import type { Given } from './shipped.js';
import { lostOf, toldOf } from './told.js';

describe('availability', () => {
  const given: Given = {
    'rec.slo': '99.9 %',
    'dep.dependencies': [
      { id: 'bank', name: 'Bank', needed: 'hard', availability: '99.95 %', calls: 'sync' },
      {
        id: 'fraud',
        name: 'Fraud',
        needed: 'hard',
        availability: '99.8 %',
        fail_mode: 'fallback',
        fallback_exercised: 'older',
      },
      {
        id: 'tax',
        name: 'Tax',
        needed: 'hard',
        availability: '90 %',
        fail_mode: 'fallback',
        fallback_exercised: 'half-year',
      },
      { id: 'mail', name: 'Mail', needed: 'hard', availability: '80 %', calls: 'async' },
      { id: 'hint', name: 'Hint', needed: 'soft', availability: '70 %' },
    ],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(availabilityFacts, given)).toEqual({
      'f.availability_ceiling': {
        value: 0.997501,
        text: '99.75 %',
        formula: '99.95 % (Bank) × 99.8 % (Fraud) = 99.75 %',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.bank.availability 99.95 %, dep.dependencies.fraud.needed Hard: without it the request fails, dep.dependencies.fraud.availability 99.8 %',
      },
      'f.availability_at_most': {
        value: 0.997501,
        text: '99.75 %',
        formula: '99.95 % (Bank) × 99.8 % (Fraud) = 99.75 %',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.bank.availability 99.95 %, dep.dependencies.fraud.needed Hard: without it the request fails, dep.dependencies.fraud.availability 99.8 %',
      },
      'f.dependency_share of bank': {
        value: 0.5,
        text: '50 %',
        formula: '0.05 % / 0.1 % = 50 %',
        inputs:
          'dep.dependencies.bank.availability 99.95 %, rec.slo 99.9 %, dep.dependencies.bank.needed Hard: without it the request fails',
      },
      'f.dependency_share of fraud': {
        value: 2,
        text: '200 %',
        formula: '0.2 % / 0.1 % = 200 %',
        inputs:
          'dep.dependencies.fraud.availability 99.8 %, rec.slo 99.9 %, dep.dependencies.fraud.needed Hard: without it the request fails',
      },
      'f.dependency_share_total': {
        value: 2.5,
        text: '250 %',
        formula: '(0.05 % + 0.2 %) / 0.1 % = 250 %',
        inputs:
          'rec.slo 99.9 %, dep.dependencies.bank.availability 99.95 %, dep.dependencies.fraud.availability 99.8 %',
      },
      'f.single_point of bank': {
        value: true,
        text: 'yes',
        formula: 'hard, without a fallback tried within half a year',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.bank.calls While the caller waits',
        aside: true,
      },
      'f.single_point of fraud': {
        value: true,
        text: 'yes',
        formula: 'hard, without a fallback tried within half a year',
        inputs:
          'dep.dependencies.fraud.needed Hard: without it the request fails, dep.dependencies.fraud.fail_mode Use a fallback, dep.dependencies.fraud.fallback_exercised Longer ago',
        aside: true,
      },
      'f.single_point of tax': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs:
          'dep.dependencies.tax.needed Hard: without it the request fails, dep.dependencies.tax.fail_mode Use a fallback, dep.dependencies.tax.fallback_exercised Within six months',
        aside: true,
      },
      'f.single_point of mail': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs:
          'dep.dependencies.mail.needed Hard: without it the request fails, dep.dependencies.mail.calls Afterwards',
        aside: true,
      },
      'f.single_point of hint': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs: 'dep.dependencies.hint.needed Soft: without it the result is poorer',
        aside: true,
      },
      'f.single_points': {
        value: ['Bank', 'Fraud'],
        text: 'Bank, Fraud',
        formula: 'hard, and no fallback tried within half a year',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.fraud.needed Hard: without it the request fails, dep.dependencies.tax.needed Hard: without it the request fails, dep.dependencies.mail.needed Hard: without it the request fails, dep.dependencies.hint.needed Soft: without it the result is poorer',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(availabilityFacts, given)).toEqual({
      'rec.slo': ['f.dependency_share of bank', 'f.dependency_share of fraud', 'f.dependency_share_total'],
      'dep.dependencies': [
        'f.availability_ceiling',
        'f.availability_at_most',
        'f.dependency_share of bank',
        'f.dependency_share of fraud',
        'f.dependency_share_total',
        'f.single_point of bank',
        'f.single_point of fraud',
        'f.single_point of tax',
        'f.single_point of mail',
        'f.single_point of hint',
        'f.single_points',
      ],
      'dep.dependencies.bank.needed': [
        'f.availability_ceiling',
        'f.dependency_share of bank',
        'f.dependency_share_total',
        'f.single_point of bank',
        'f.single_points',
      ],
      'dep.dependencies.bank.availability': [
        'f.availability_ceiling',
        'f.dependency_share of bank',
        'f.dependency_share_total',
      ],
      'dep.dependencies.fraud.needed': [
        'f.availability_ceiling',
        'f.dependency_share of fraud',
        'f.dependency_share_total',
        'f.single_point of fraud',
        'f.single_points',
      ],
      'dep.dependencies.fraud.availability': [
        'f.availability_ceiling',
        'f.dependency_share of fraud',
        'f.dependency_share_total',
      ],
      'dep.dependencies.tax.needed': [
        'f.availability_ceiling',
        'f.dependency_share_total',
        'f.single_point of tax',
        'f.single_points',
      ],
      'dep.dependencies.mail.needed': [
        'f.availability_ceiling',
        'f.dependency_share_total',
        'f.single_point of mail',
        'f.single_points',
      ],
      'dep.dependencies.hint.needed': [
        'f.availability_ceiling',
        'f.dependency_share_total',
        'f.single_point of hint',
        'f.single_points',
      ],
    });
  });

  it('counts a way out that was never a fallback for nothing', () => {
    expect(
      toldOf(availabilityFacts, {
        'dep.dependencies': [
          { id: 'bank', name: 'Bank', needed: 'hard', fail_mode: 'queue', fallback_exercised: 'quarter' },
          { id: 'tax', name: 'Tax', needed: 'hard', fail_mode: 'fallback', fallback_exercised: 'quarter' },
        ],
      }),
    ).toEqual({
      'f.single_point of bank': {
        value: true,
        text: 'yes',
        formula: 'hard, without a fallback tried within half a year',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.bank.fail_mode Keep the work for later, dep.dependencies.bank.fallback_exercised Within three months',
        aside: true,
      },
      'f.single_point of tax': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs:
          'dep.dependencies.tax.needed Hard: without it the request fails, dep.dependencies.tax.fail_mode Use a fallback, dep.dependencies.tax.fallback_exercised Within three months',
        aside: true,
      },
      'f.single_points': {
        value: ['Bank'],
        text: 'Bank',
        formula: 'hard, and no fallback tried within half a year',
        inputs:
          'dep.dependencies.bank.needed Hard: without it the request fails, dep.dependencies.tax.needed Hard: without it the request fails',
      },
    });
  });

  it('hangs on nothing where everything is soft', () => {
    expect(
      toldOf(availabilityFacts, {
        'rec.slo': '99.9 %',
        'dep.dependencies': [{ id: 'hint', name: 'Hint', needed: 'soft', availability: '70 %' }],
      }),
    ).toEqual({
      'f.single_point of hint': {
        value: false,
        text: 'no',
        formula: 'soft, called aside, or with a fallback that was tried',
        inputs: 'dep.dependencies.hint.needed Soft: without it the result is poorer',
        aside: true,
      },
      'f.single_points': {
        value: [],
        text: 'none',
        formula: 'hard, and no fallback tried within half a year',
        inputs: 'dep.dependencies.hint.needed Soft: without it the result is poorer',
      },
    });
  });
});

describe('starting', () => {
  const given: Given = {
    'dep.dependencies': [
      { id: 'config', name: 'Config', needed: 'hard' },
      { id: 'db', name: 'Db', needed: 'hard' },
      { id: 'mail', name: 'Mail', needed: 'hard' },
    ],
    'dep.startup': [
      { id: 'config', dependency: 'config', at_start: 'must-be-up', waits_for: 'db', needs_us: false },
      { id: 'db', dependency: 'db', at_start: 'waits-and-retries', needs_us: false },
      { id: 'mail', dependency: 'mail', at_start: 'starts-without', needs_us: true },
    ],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(startupFacts, given)).toEqual({
      'f.startup_cycle': {
        value: [],
        text: 'none',
        formula: 'who waits for whom at start',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
      },
      'f.startup_is_cyclic': {
        value: false,
        text: 'no',
        formula: 'nothing waits for itself',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
        aside: true,
      },
      'f.in_startup_cycle of config': {
        value: false,
        text: 'no',
        formula: 'does not wait for itself',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
        aside: true,
      },
      'f.in_startup_cycle of db': {
        value: false,
        text: 'no',
        formula: 'does not wait for itself',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
        aside: true,
      },
      'f.in_startup_cycle of mail': {
        value: false,
        text: 'no',
        formula: 'does not wait for itself',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
        aside: true,
      },
      'f.startup_order': {
        value: ['Db', 'Config', 'this system', 'Mail'],
        text: 'Db, then Config, then this system, then Mail',
        formula: 'everything after what it waits for',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.config.needs_us no, dep.startup.db.at_start The process waits for it, dep.startup.db.needs_us no, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us yes',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(startupFacts, given)).toEqual({
      'dep.startup': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.config.at_start': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.config.needs_us': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.db.at_start': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.db.needs_us': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.mail.at_start': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
      'dep.startup.mail.needs_us': [
        'f.startup_cycle',
        'f.startup_is_cyclic',
        'f.in_startup_cycle of config',
        'f.in_startup_cycle of db',
        'f.in_startup_cycle of mail',
        'f.startup_order',
      ],
    });
  });

  it('goes round where something that is waited for waits for the system', () => {
    expect(
      toldOf(startupFacts, {
        ...given,
        'dep.startup': [
          { id: 'config', dependency: 'config', at_start: 'must-be-up', waits_for: 'db' },
          { id: 'db', dependency: 'db', at_start: 'starts-without', needs_us: true },
          { id: 'mail', dependency: 'mail', at_start: 'starts-without', needs_us: false },
        ],
      }),
    ).toEqual({
      'f.startup_cycle': {
        value: ['this system', 'Config', 'Db'],
        text: 'this system → Config → Db → this system',
        formula: 'who waits for whom at start',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us no',
      },
      'f.startup_is_cyclic': {
        value: true,
        text: 'yes',
        formula: 'this system → Config → Db → this system',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us no',
        aside: true,
      },
      'f.in_startup_cycle of config': {
        value: true,
        text: 'yes',
        formula: 'Config → Db → this system → Config',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us no',
        aside: true,
      },
      'f.in_startup_cycle of db': {
        value: true,
        text: 'yes',
        formula: 'Db → this system → Config → Db',
        inputs:
          'dep.startup.config.at_start The process does not start, dep.startup.config.waits_for db, dep.startup.db.at_start The process starts without it, dep.startup.db.needs_us yes, dep.startup.mail.at_start The process starts without it, dep.startup.mail.needs_us no',
        aside: true,
      },
    });
  });
});

describe('shared fate', () => {
  const given: Given = {
    'dep.dependencies': [
      { id: 'a', name: 'A', needed: 'hard', region: ' EU-Central-1 ' },
      { id: 'b', name: 'B', needed: 'hard', region: 'eu-central-1' },
      { id: 'c', name: 'C', needed: 'hard', region: 'eu-west-1' },
      { id: 'd', name: 'D', needed: 'hard' },
    ],
    'obs.shared_fate': [
      { id: 'pager', path: 'Pager', shares: 'dns' },
      { id: 'chat', path: 'Chat', shares: 'nothing' },
    ],
    'rec.recovery_tools': [
      { id: 'console', tool: 'Console', shares: 'our-identity' },
      { id: 'vault', tool: 'Vault', shares: 'nothing' },
    ],
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(sharedFateFacts, given)).toEqual({
      'f.same_region of a': {
        value: ['B'],
        text: 'B',
        formula: 'also in EU-Central-1',
        inputs: 'dep.dependencies.a.region EU-Central-1, dep.dependencies.b.region eu-central-1',
        aside: false,
      },
      'f.same_region of b': {
        value: ['A'],
        text: 'A',
        formula: 'also in eu-central-1',
        inputs: 'dep.dependencies.b.region eu-central-1, dep.dependencies.a.region EU-Central-1',
        aside: true,
      },
      'f.same_region of c': {
        value: [],
        text: 'none',
        formula: 'also in eu-west-1',
        inputs: 'dep.dependencies.c.region eu-west-1',
        aside: true,
      },
      'f.shared_fate': {
        value: ['Pager (dns)', 'Console (our identity)'],
        text: 'Pager (dns), Console (our identity)',
        formula: 'paths and tools that share something with the system',
        inputs:
          'obs.shared_fate.pager.shares DNS, obs.shared_fate.chat.shares Nothing, rec.recovery_tools.console.shares Our identity provider, rec.recovery_tools.vault.shares Nothing',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(sharedFateFacts, given)).toEqual({
      'dep.dependencies': ['f.same_region of a', 'f.same_region of b', 'f.same_region of c'],
      'dep.dependencies.a.region': ['f.same_region of a'],
      'dep.dependencies.b.region': ['f.same_region of b'],
      'dep.dependencies.c.region': ['f.same_region of c'],
    });
  });

  it('is none where nothing is shared', () => {
    expect(
      toldOf(sharedFateFacts, {
        'obs.shared_fate': [{ id: 'chat', path: 'Chat', shares: 'nothing' }],
        'rec.recovery_tools': [{ id: 'vault', tool: 'Vault', shares: 'nothing' }],
      }),
    ).toEqual({
      'f.shared_fate': {
        value: [],
        text: 'none',
        formula: 'paths and tools that share something with the system',
        inputs: 'obs.shared_fate.chat.shares Nothing, rec.recovery_tools.vault.shares Nothing',
      },
    });
  });

  it('is not known while one way does not say what it shares', () => {
    expect(
      toldOf(sharedFateFacts, {
        'obs.shared_fate': [{ id: 'chat', path: 'Chat', shares: 'nothing' }],
        'rec.recovery_tools': [{ id: 'vault', tool: 'Vault' }],
      }),
    ).toEqual({});
  });

  it('is known of one way before another says what it shares', () => {
    expect(
      toldOf(sharedFateFacts, {
        'obs.shared_fate': [{ id: 'pager', path: 'Pager', shares: 'dns' }],
        'rec.recovery_tools': [{ id: 'vault', tool: 'Vault' }],
      }),
    ).toEqual({
      'f.shared_fate': {
        value: ['Pager (dns)'],
        text: 'Pager (dns)',
        formula: 'paths and tools that share something with the system',
        inputs: 'obs.shared_fate.pager.shares DNS',
      },
    });
  });
});

describe('response', () => {
  const given: Given = {
    'obs.alerts': [
      { id: 'errors', environment: 'production', signal: 'Errors', route: 'page', detected_within: '5 min' },
      { id: 'lag', environment: 'production', signal: 'Lag', route: 'page', detected_within: '10 min' },
      { id: 'slow', environment: 'production', signal: 'Slow', route: 'page', detected_within: '7 min' },
      { id: 'disk', environment: 'production', signal: 'Disk', route: 'ticket', detected_within: '1 d' },
    ],
    'ops.ack_time': '4 min',
    'ops.diagnose_time': '15 min',
    'rol.rollback_time': '8 min',
  };

  it('is told with its formulas and the answers it comes from', () => {
    expect(toldOf(responseFacts, given)).toEqual({
      'f.detect_time': {
        value: 600000,
        text: '10 min',
        formula: 'slowest paging alert = 10 min',
        inputs: 'obs.alerts.lag.detected_within 10 min',
      },
      'f.incident_time': {
        value: 1740000,
        text: '29 min',
        formula: '10 min to notice + 4 min to answer + 15 min to find the cause = 29 min',
        inputs: 'ops.ack_time 4 min, ops.diagnose_time 15 min, obs.alerts.lag.detected_within 10 min',
      },
      'f.bad_release_time': {
        value: 1080000,
        text: '18 min',
        formula: '10 min to notice + 8 min to roll back = 18 min',
        inputs: 'rol.rollback_time 8 min, obs.alerts.lag.detected_within 10 min',
      },
    });
  });

  it('loses what needs a missing answer or cell', () => {
    expect(lostOf(responseFacts, given)).toEqual({
      'obs.alerts': ['f.detect_time', 'f.incident_time', 'f.bad_release_time'],
      'obs.alerts.errors.detected_within': ['f.detect_time', 'f.incident_time', 'f.bad_release_time'],
      'obs.alerts.lag.detected_within': ['f.detect_time', 'f.incident_time', 'f.bad_release_time'],
      'obs.alerts.slow.detected_within': ['f.detect_time', 'f.incident_time', 'f.bad_release_time'],
      'ops.ack_time': ['f.incident_time'],
      'ops.diagnose_time': ['f.incident_time'],
      'rol.rollback_time': ['f.bad_release_time'],
    });
  });
});
