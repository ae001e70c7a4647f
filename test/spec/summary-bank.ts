import { analyse } from '../../src/analysis/index.js';
import type { Depth, Row } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { buildSpec } from '../../src/spec/build-spec.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

const text = (id: string, over: object = {}) => ({ id, label: id, kind: 'text', ask: 'row', ...over });
const table = (id: string, ...columns: readonly object[]): Raw => ({
  ...{ id, kind: 'table', key: 'name', columns: [text('name', { required: true }), ...columns] },
});
const criticality = {
  ...{ id: 'criticality', label: 'Weight', kind: 'choice' },
  options: ['critical', 'important', 'expendable'].map((id) => ({ id, label: `It is ${id}` })),
};
const questions: readonly Raw[] = [
  { id: 'ctx.purpose', kind: 'prose' },
  {
    ...table(
      'ctx.flows',
      text('actor'),
      text('trigger'),
      criticality,
      text('hour_down'),
      text('wrong_result'),
    ),
    says: [
      {
        ...{ number: 1, ears: 'event', event: '{row.trigger}', shall: 'serve "{row.name}"', verify: 'test' },
      },
    ],
  },
  {
    ...table('ctx.steps', { id: 'flow', label: 'Flow', kind: 'choice', of: 'ctx.flows' }),
    says: [{ number: 2, ears: 'ubiquitous', shall: 'take "{row.name}"', verify: 'drill' }],
  },
  { id: 'rec.rpo', kind: 'quantity', dimension: 'duration', label: 'Loss', required: true },
  { id: 'rec.rto', kind: 'quantity', dimension: 'duration', label: 'Return' },
  { id: 'rec.only', when: "a.rec.rpo > q('1 h')" },
  { id: 'rec.notes', terms: ['rpo', 'tail-latency', 'outbox', 'idempotency', 'slo'] },
  { id: 'rec.list', kind: 'list' },
  table('rsk.risks', text('risk'), text('mitigation')),
  { id: 'aia.review_first', kind: 'list' },
];

const bank = () =>
  aBank()
    .question(...questions)
    .term('rpo', 'tail-latency', 'idempotency', 'slo')
    .joined();
/** A row of a table, named by its key. */
export const row = (id: string, cells: Row['cells'] = {}, why?: string): Row => ({
  ...{ id: id.toLowerCase().replaceAll(' ', '-'), cells: { name: id, ...cells } },
  ...(why === undefined ? {} : { why }),
});

/** What a test says in its interview. */
export type Said = (session: SessionBuilder) => SessionBuilder;

/** What the parts of a spec are built from, after what a test said. */
export function groundOf(said: Said, depth: Depth = 'deep') {
  const session = said(aSession(bank()).depth(depth)).build();
  return { session, situation: situationOf(session), bank: session.bank };
}

/** The spec of what a test said. */
export function documentOf(said: Said, depth: Depth = 'deep') {
  const { session, situation } = groundOf(said, depth);
  return buildSpec(session, analyse(session, situation));
}
