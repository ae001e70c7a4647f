import { describe, expect, it } from 'vitest';
import { analysed } from '../analysis/a-session.js';
import { shippedBank } from '../analysis/shipped-bank.js';

const bank = shippedBank();

type Given = Readonly<Record<string, unknown>>;

/** The severities under which a rule fires, by finding, at the tier that is given; T1 lowers nothing. */
const fired = (rule: string, given: Given) => {
  const { findings } = analysed(bank, { 'arc.tier': 'T1', ...given });
  return findings.filter((finding) => finding.rule === rule).map(({ id, severity }) => [id, severity]);
};

const hard = (id: string, availability: string) => ({ id, name: id, needed: 'hard', availability });
const pool = { id: 'db', name: 'db', size: '10', max_instances: '24', surge: '25 %', proxy: false };
const flag = { id: 'tax', name: 'tax', guards: 'the new tax', default: 'off', when_down: 'off' };
const retries = { 'dep.dependencies': [{ id: 'mail', name: 'mail' }] };

describe('the worked examples that end in a finding', () => {
  it('99.9 % is above 99.95 % times 99.9 % times 99.99 %', () => {
    const rows = [hard('a', '99.95 %'), hard('b', '99.9 %'), hard('c', '99.99 %')];
    const given = { 'dep.dependencies': rows, 'rec.slo': '99.9 %' };

    expect(fired('availability-above-dependencies', given)).toEqual([
      ['availability-above-dependencies', 'block'],
    ]);
    expect(fired('availability-above-dependencies', { ...given, 'rec.slo': '99.8 %' })).toEqual([]);
  });

  it('a restore of 3.35 h does not fit into 2 h', () => {
    const given = {
      'rec.rto': '2 h',
      'rec.restore_size': '1.8 TiB',
      'rec.restore_throughput': '250 MiB/s',
      'rec.restore_before': '15 min',
      'rec.restore_after': '60 min',
    };

    expect(fired('restore-longer-than-promised', given)).toEqual([['restore-longer-than-promised', 'block']]);
    expect(fired('restore-longer-than-promised', { ...given, 'rec.rto': '4 h' })).toEqual([]);
  });

  it('3 attempts of 1,000 ms with waits of 100 and 200 ms do not fit into 3,000 ms', () => {
    const row = { id: 'sdk', layer: 'sdk', dependency: 'mail', attempts: '3', timeout: '1000 ms' };
    const given = {
      'dep.caller_deadline': '3000 ms',
      'dep.dependencies': [{ id: 'mail', name: 'mail', needed: 'hard' }],
      'dep.retries': [{ ...row, backoff: 'exponential', base: '100 ms' }],
    };

    expect(fired('attempts-exceed-deadline', given)).toEqual([['attempts-exceed-deadline.sdk', 'high']]);
    expect(fired('attempts-exceed-deadline', { ...given, 'dep.caller_deadline': '3400 ms' })).toEqual([]);
  });

  it('10 connections of 24 instances and a quarter more exceed 300 less 10', () => {
    const rows = (server_max: string) => ({ 'dep.pools': [{ ...pool, server_max, reserved: '10' }] });

    expect(fired('pools-exceed-the-server', rows('300'))).toEqual([['pools-exceed-the-server.db', 'high']]);
    expect(fired('pools-exceed-the-server', rows('310'))).toEqual([]);
  });

  it('four of six instances serve 704 req/s where 900 arrive', () => {
    const given = {
      'traffic.peak_rate': '900 req/s',
      'traffic.instances': '6',
      'traffic.instances_lost': '2',
      'traffic.unit_rate': '220 req/s',
    };

    expect(fired('too-little-left-after-loss', given)).toEqual([['too-little-left-after-loss', 'high']]);
    expect(fired('too-little-left-after-loss', { ...given, 'traffic.instances_lost': '0' })).toEqual([]);
  });

  it('no write may be lost in a zone, and the copy lags', () => {
    const given = {
      'rec.scenarios': [{ id: 'zone', scenario: 'zone-loss', rpo: '0 s' }],
      'rec.replication': 'async',
    };

    expect(fired('scenario-rpo-zero-with-async-copy', given)).toEqual([
      ['scenario-rpo-zero-with-async-copy.zone', 'block'],
    ]);
  });

  it('nobody knows how much may be lost, and the copy lags: undecided, naming the answer', () => {
    const { findings, unchecked } = analysed(bank, { 'arc.tier': 'T1', 'rec.replication': 'async' });

    expect(findings.filter(({ rule }) => rule.startsWith('rpo-zero'))).toEqual([]);
    expect(unchecked).toContainEqual(
      expect.objectContaining({ rule: 'rpo-zero-without-second-copy', needs: ['rec.rpo'] }),
    );
  });

  it('the SDK tries again what must not happen twice, although our own code does not', () => {
    const row = { dependency: 'mail', repeats: 'new-request' };
    const own = { id: 'own', layer: 'own code', attempts: '1', ...row };
    const sdk = { id: 'sdk', layer: 'SDK', attempts: '3', ...row };

    expect(fired('retry-as-new-request', { ...retries, 'dep.retries': [own, sdk] })).toEqual([
      ['retry-as-new-request.sdk', 'block'],
    ]);
  });

  it('a flag that nobody ends is high, and medium where work only waits', () => {
    const given = { 'rol.flags': [flag] };

    expect(fired('flags-without-an-end', given)).toEqual([['flags-without-an-end', 'high']]);
    expect(fired('flags-without-an-end', { ...given, 'arc.tier': 'T2' })).toEqual([
      ['flags-without-an-end', 'med'],
    ]);
    expect(fired('flags-without-an-end', { 'rol.flags': [{ ...flag, expires: '2027-11-30' }] })).toEqual([]);
  });
});
