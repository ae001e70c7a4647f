import type { JoinedBank, Value } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const rate = { kind: 'quantity', dimension: 'rate', noun: 'req' };
const duration = { kind: 'quantity', dimension: 'duration' };
const says = (number: number, shall: string) => [{ number, ears: 'ubiquitous', shall, verify: 'test' }];

const questions: readonly Raw[] = [
  { id: 'arc.tier', kind: 'choice', options: [{ id: 'T0' }, { id: 'T3' }] },
  { id: 'tra.average', ...rate },
  { id: 'tra.peak', says: says(1, 'serve {value}'), ...rate },
  { id: 'rec.rpo', says: says(1, 'lose at most {value}'), ...duration },
  { id: 'rec.copies', kind: 'choice', options: [{ id: 'sync' }, { id: 'async' }] },
  { id: 'rec.checked', kind: 'confirm' },
  { id: 'rec.plan', says: says(2, 'follow {value}') },
  {
    id: 'dep.parts',
    kind: 'table',
    key: 'name',
    columns: [
      { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
      { id: 'serves', label: 'Serves', ask: 'row', ...rate },
      { id: 'next', label: 'Calls', kind: 'choice', of: 'dep.parts', ask: 'row' },
    ],
  },
];

const rules: readonly Raw[] = [
  { id: 'low-peak', fires_when: 'a.tra.peak < a.tra.average', title: 'The peak is below the average' },
  { id: 'long-loss', fires_when: "a.rec.rpo > q('1 h')", title: 'Much is lost', severity: 'med' },
  {
    id: 'small-part',
    for: 'dep.parts',
    fires_when: 'row.serves < a.tra.peak',
    title: '{row.name} is too small',
  },
  {
    id: 'late-copies',
    fires_when: "a.rec.copies == 'async' && a.rec.rpo > q('1 min') && a.arc.tier == 'T0'",
    title: 'Copies come late',
  },
];

/** Rates, durations, choices and a table, with rules that a swapped answer breaks. */
export const drillBank = (...more: readonly Raw[]): JoinedBank =>
  aBank()
    .question(...questions)
    .rule(...rules, ...more)
    .joined();

/** Two parts: the store serves 400 req/s, the gate 900 req/s. */
export const PARTS = [
  { id: 'store', cells: { name: 'Store', serves: '400 req/s' } },
  { id: 'gate', cells: { name: 'Gate', serves: '900 req/s', next: 'store' } },
];

/** The sound answers of a case; copies that come late are all that is found in them. */
export const drillSession = (bank: JoinedBank = drillBank(), parts: Value = PARTS): Session =>
  aSession(bank)
    .answered('arc.tier', 'T0')
    .answered('tra.average', '100 req/s')
    .answered('tra.peak', '300 req/s')
    .answered('rec.rpo', '5 min', { why: 'it was agreed' })
    .answered('rec.copies', 'async')
    .answered('rec.checked', false)
    .answered('rec.plan', 'the runbook')
    .answered('dep.parts', parts)
    .build();
