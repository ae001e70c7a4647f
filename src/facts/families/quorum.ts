import { figureFact, rowFact } from '../define-fact.js';
import type { FactDefinition, FactReader } from '../fact.js';
import { count, time } from '../figures.js';

/** How many members may fail before there is no majority. */
const toleratedFaults = (members: number): number => Math.max(0, Math.floor((members - 1) / 2));

const majorityOf = (members: number): number => Math.floor(members / 2) + 1;

const faults = figureFact({
  id: 'f.quorum_faults',
  title: 'Members that may fail',
  unit: 'members',
  needs: { members: 'rec.quorum_members' },
  reckon: ({ members }) => {
    const value = toleratedFaults(members);
    return {
      value,
      text: count(value),
      formula: `(${count(members)} − 1) / 2, rounded down = ${count(value)}`,
    };
  },
});

const survivesSite = figureFact({
  id: 'f.quorum_survives_site',
  title: 'A majority is left when the largest site is lost',
  unit: '',
  type: 'bool',
  needs: { members: 'rec.quorum_members', sites: 'rec.quorum_sites' },
  reckon: ({ members, sites }) => {
    if (members < 1 || sites < 1) return undefined;
    const left = members - Math.ceil(members / sites);
    const value = left >= majorityOf(members);
    const formula = `${count(members)} spread evenly over ${count(sites)}: ${count(left)} left, ${count(majorityOf(members))} needed`;
    return { value, text: value ? 'yes' : 'no', formula };
  },
});

const lockFaults = rowFact({
  id: 'f.lock_faults',
  title: 'Members of the lock service that may fail',
  unit: 'members',
  table: 'con.locks',
  cells: { members: 'members' },
  reckon: ({ members }) => {
    const value = toleratedFaults(members);
    return {
      value,
      text: count(value),
      formula: `(${count(members)} − 1) / 2, rounded down = ${count(value)}`,
    };
  },
});

function largestSkew(read: FactReader): number {
  const skews = read.rows('con.clocks').flatMap((row) => row.number('skew') ?? []);
  return Math.max(0, ...skews);
}

const leaseNeeded = rowFact({
  id: 'f.lease_needed',
  title: 'Shortest lease that survives a pause',
  unit: 'ms',
  table: 'con.locks',
  cells: { pause: 'pause_max' },
  also: ['con.clocks'],
  reckon: ({ pause }, _, read) => {
    const skew = largestSkew(read);
    const value = 2 * (pause + 2 * skew);
    const formula = `2 × (${time(pause)} pause + 2 × ${time(skew)} clock difference) = ${time(value)}`;
    const inputs = read.rows('con.clocks').map((row) => row.input('skew'));
    return { value, text: time(value), formula, inputs };
  },
});

/** Majorities, and how long a lease must be. */
export const quorumFacts: readonly FactDefinition[] = [faults, survivesSite, lockFaults, leaseNeeded];
