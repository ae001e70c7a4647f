import { aBank, type Raw } from '../helpers/a-bank.js';
import type { JoinedBank } from '../../src/bank/index.js';

const duration = { kind: 'quantity', dimension: 'duration' };
const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: `It is ${id}` }));

const questions: readonly Raw[] = [
  { id: 'arc.archetypes', kind: 'many', options: options('http-api', 'worker') },
  { id: 'arc.tier', kind: 'choice', options: options('T0', 'T1', 'T2', 'T3') },
  { id: 'rec.rpo', label: 'Loss', strong: '5 min', ...duration },
  { id: 'rec.rto', label: 'Recovery target', when: "a.arc.tier != 'T3'", ...duration },
  { id: 'rec.restore', label: 'Restore time', default: '4 h', ...duration },
  { id: 'rec.replication', kind: 'choice', options: options('async', 'sync') },
  {
    id: 'dep.dependencies',
    label: 'Dependencies',
    kind: 'table',
    key: 'name',
    columns: [
      { id: 'name', label: 'Name', kind: 'text', required: true },
      { id: 'timeout', label: 'Time-out', ask: 'row', ...duration },
      { id: 'next', label: 'Calls', kind: 'choice', of: 'dep.dependencies', ask: 'row' },
      { id: 'p99', label: 'Slowest', ask: 'later', ...duration },
    ],
  },
  {
    id: 'rec.backups',
    label: 'Backups',
    kind: 'table',
    key: 'dependency',
    columns: [
      { id: 'dependency', label: 'Of', kind: 'choice', of: 'dep.dependencies', required: true },
      { id: 'interval', label: 'Every', required: true, ...duration },
    ],
  },
  { id: 'rec.note', kind: 'prose', strong: 'We lose at most 5 min when the zone of Frankfurt fails.' },
];

/** A bank of a few questions, with the given rules. */
export function smallBank(...rules: readonly Raw[]): JoinedBank {
  return aBank()
    .question(...questions)
    .rule(...rules)
    .lexicon('vague', 'fast', 'as needed', 'real-time', 'etc.')
    .lexicon('money', 'refund')
    .joined();
}

/** Two dependencies: Redis answers at once, the mail provider may take long. */
export const dependencies = [
  { id: 'redis', name: 'Redis', timeout: '50 ms' },
  { id: 'mail', name: 'Mail provider', timeout: '10 s', next: 'redis' },
];
