import { describe, expect, it } from 'vitest';
import type { Depth, Row } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { buildDiagrams } from '../../src/spec/diagrams.js';
import type { Diagram } from '../../src/spec/drawn-parts.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

const text = (id: string, over: object = {}): object => ({
  id,
  label: id,
  kind: 'text',
  ask: 'row',
  ...over,
});
const table = (id: string, key: string, ...columns: readonly object[]): Raw => ({
  ...{ id, kind: 'table', key, columns: [text(key, { required: true }), ...columns] },
});
const needed = { id: 'needed', label: 'Needed', kind: 'choice', options: ['hard', 'soft'] };

const bank = () =>
  aBank()
    .question(
      table('ctx.flows', 'name', text('actor')),
      table('dep.dependencies', 'name', text('fallback'), text('fail_mode'), {
        ...needed,
        options: needed.options.map((id) => ({ id, label: id })),
      }),
      table('ifc.endpoints', 'name', text('caller')),
      table('data.stores', 'name', text('holds')),
      table('data.states', 'event', text('entity'), text('from_state'), text('to_state')),
    )
    .joined();

const row = (id: string, cells: Row['cells']): Row => ({ id, cells });

const drawn = (
  said: (session: SessionBuilder) => SessionBuilder,
  depth: Depth = 'deep',
): readonly Diagram[] => {
  const session = said(aSession(bank()).named('Payments').depth(depth)).build();
  return buildDiagrams({ session, situation: situationOf(session), bank: session.bank });
};

const FLOWS = [
  row('pay', { name: 'Pay', actor: 'Customer' }),
  row('refund', { name: 'Refund', actor: 'Agent' }),
];
const PARTS = [
  row('mail', { name: 'Mail', fallback: 'queue it', fail_mode: 'fail closed', needed: 'soft' }),
  row('bank', { name: 'Bank', fail_mode: 'fail open', needed: 'hard' }),
  row('log', { name: 'Log' }),
];

describe('what surrounds the system', () => {
  it('is who uses it for what, and what it rests on', () => {
    const [context] = drawn((session) =>
      session.answered('ctx.flows', FLOWS).answered('dep.dependencies', PARTS.slice(0, 1)),
    );
    expect(context).toEqual({
      id: 'context',
      title: 'Context',
      nodes: [
        { key: 'actor_customer', text: 'Customer' },
        { key: 'system_payments', text: 'Payments' },
        { key: 'actor_agent', text: 'Agent' },
        { key: 'dependency_mail', text: 'Mail' },
      ],
      edges: [
        { from: 'actor_customer', to: 'system_payments', text: 'Pay', dotted: false },
        { from: 'actor_agent', to: 'system_payments', text: 'Refund', dotted: false },
        { from: 'system_payments', to: 'dependency_mail', text: '', dotted: false },
      ],
    });
  });

  it('has one box for each name, and keys of their own', () => {
    const flows = [
      row('a', { name: 'A', actor: 'Ops team' }),
      row('b', { name: 'B', actor: 'Ops team' }),
      row('c', { name: 'C', actor: 'Ops-team' }),
      row('d', { name: 'D', actor: 'Payments' }),
      row('e', { name: 'E' }),
    ];
    const [context] = drawn((session) => session.answered('ctx.flows', flows));
    expect(context?.nodes).toEqual([
      { key: 'actor_ops_team', text: 'Ops team' },
      { key: 'system_payments', text: 'Payments' },
      { key: 'actor_ops_team_2', text: 'Ops-team' },
      { key: 'actor_payments', text: 'Payments' },
    ]);
    expect(context?.edges.map(({ from, text: says }) => `${from} ${says}`)).toEqual([
      'actor_ops_team A',
      'actor_ops_team B',
      'actor_ops_team_2 C',
      'actor_payments D',
    ]);
  });
});

describe('what the system rests on', () => {
  it('says what happens without each part, and which it can do without', () => {
    const diagrams = drawn((session) => session.answered('dep.dependencies', PARTS));
    expect(diagrams.map(({ id }) => id)).toEqual(['context', 'dependencies']);
    expect(diagrams[1]).toEqual({
      id: 'dependencies',
      title: 'Dependencies, and what happens without them',
      nodes: [
        { key: 'system_payments', text: 'Payments' },
        { key: 'dependency_mail', text: 'Mail' },
        { key: 'dependency_bank', text: 'Bank' },
        { key: 'dependency_log', text: 'Log' },
      ],
      edges: [
        { from: 'system_payments', to: 'dependency_mail', text: 'without it: queue it', dotted: true },
        { from: 'system_payments', to: 'dependency_bank', text: 'without it: fail open', dotted: false },
        {
          ...{ from: 'system_payments', to: 'dependency_log', dotted: false },
          text: 'nothing said about its failure',
        },
      ],
    });
  });
});

describe('how data moves', () => {
  const calls = [row('post', { name: 'POST /pay', caller: 'Shop' })];
  const stores = [row('db', { name: 'Database', holds: 'orders' })];

  it('goes from callers to stores', () => {
    expect(
      drawn((session) => session.answered('ifc.endpoints', calls).answered('data.stores', stores)),
    ).toEqual([
      {
        id: 'data-flow',
        title: 'Data flow',
        nodes: [
          { key: 'caller_shop', text: 'Shop' },
          { key: 'system_payments', text: 'Payments' },
          { key: 'store_database', text: 'Database' },
        ],
        edges: [
          { from: 'caller_shop', to: 'system_payments', text: 'POST /pay', dotted: false },
          { from: 'system_payments', to: 'store_database', text: 'orders', dotted: false },
        ],
      },
    ]);
  });

  it('is not drawn without a store, or of one arrow', () => {
    const two = [...calls, row('get', { name: 'GET /pay', caller: 'Desk' })];
    expect(drawn((session) => session.answered('ifc.endpoints', two))).toEqual([]);
    expect(drawn((session) => session.answered('data.stores', stores))).toEqual([]);
    const more = [...stores, row('cache', { name: 'Cache' })];
    expect(drawn((session) => session.answered('data.stores', more)).map(({ id }) => id)).toEqual([
      'data-flow',
    ]);
  });
});

describe('the states of data', () => {
  it('are named after what they are states of', () => {
    const states = [
      row('paid', { event: 'paid', entity: 'Order', from_state: 'open', to_state: 'done' }),
      row('back', { event: 'refunded', entity: 'Order', from_state: 'done', to_state: 'open' }),
    ];
    expect(drawn((session) => session.answered('data.states', states))).toEqual([
      {
        id: 'states',
        title: 'States',
        nodes: [
          { key: 'state_order_open', text: 'Order: open' },
          { key: 'state_order_done', text: 'Order: done' },
        ],
        edges: [
          { from: 'state_order_open', to: 'state_order_done', text: 'paid', dotted: false },
          { from: 'state_order_done', to: 'state_order_open', text: 'refunded', dotted: false },
        ],
      },
    ]);
  });
});

describe('a quick spec', () => {
  it('draws nothing, one of any other depth does', () => {
    const said = (session: SessionBuilder): SessionBuilder => session.answered('ctx.flows', FLOWS);
    expect(drawn(said, 'quick')).toEqual([]);
    expect(drawn(said, 'standard').map(({ id }) => id)).toEqual(['context']);
    expect(drawn((session) => session)).toEqual([]);
  });
});
