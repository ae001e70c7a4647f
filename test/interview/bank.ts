import type { JoinedBank } from '../../src/bank/index.js';
import { aBank } from '../helpers/a-bank.js';

/** Two sections, a condition, a table with a later column, a table that refers to it, and a shared question. */
export function limiterBank(): JoinedBank {
  return aBank()
    .question(
      { id: 'ctx.purpose', required: true, depth: 'quick', label: 'Purpose' },
      { id: 'ctx.state', kind: 'choice', depth: 'quick', options: [{ id: 'none' }, { id: 'some' }] },
      { id: 'ctx.store', depth: 'quick', when: "a.ctx.state == 'some'" },
      { id: 'rec.rpo', kind: 'quantity', dimension: 'duration', depth: 'quick' },
      { id: 'rec.backups', depth: 'standard', rests_on: ['rec.rpo'] },
      {
        id: 'rec.mode',
        kind: 'choice',
        depth: 'standard',
        options: [{ id: 'a' }, { id: 'b' }],
        default: 'a',
      },
      {
        id: 'dep.parts',
        kind: 'table',
        depth: 'quick',
        key: 'name',
        columns: [
          { id: 'name', kind: 'text', required: true, ask: 'row' },
          { id: 'p99', kind: 'quantity', dimension: 'duration', ask: 'later', depth: 'standard' },
        ],
      },
      {
        id: 'dep.calls',
        kind: 'table',
        depth: 'quick',
        key: 'name',
        columns: [
          { id: 'part', kind: 'choice', of: 'dep.parts', required: true, ask: 'row' },
          { id: 'name', kind: 'text', required: true, ask: 'row' },
        ],
      },
      { id: 'stk.language', depth: 'standard', scope: 'repository' },
    )
    .joined();
}
