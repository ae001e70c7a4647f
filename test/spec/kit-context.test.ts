import { describe, expect, it } from 'vitest';
import type { Row, Value } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { buildContext, buildEntities, buildRecords, saidRows } from '../../src/spec/kit-context.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const text = (id: string, over: object = {}) => ({ id, label: `The ${id}`, kind: 'text', ...over });
const table = (id: string, ...columns: readonly object[]): Raw => ({
  ...{ id, kind: 'table', key: 'name', columns: [text('name', { required: true }), ...columns] },
});
const choice = (id: string, ...options: readonly string[]) => ({
  ...{ id, label: `The ${id}`, kind: 'choice' },
  options: options.map((option) => ({ id: option, label: `It is ${option}` })),
});
const of = (id: string, to: string) => ({ id, label: `The ${id}`, kind: 'choice', of: to });

const bank = () =>
  aBank()
    .question(
      choice('arc.state_class', 'stateless', 'stateful'),
      table('ops.runs_on', text('platform'), text('limits')),
      table('leg.constraints', text('constraint')),
      table('data.stores', text('product'), text('holds'), text('role')),
      table(
        'data.entities',
        of('store', 'data.stores'),
        choice('class', 'public'),
        text('kept'),
        text('owner'),
      ),
      table('data.fields', of('entity', 'data.entities'), text('type')),
      table('data.states', of('entity', 'data.entities'), text('next')),
      table('aia.commands', choice('purpose', 'test', 'test-one', 'all-checks', 'build'), text('command')),
    )
    .joined();

const row = (id: string, cells: Row['cells'] = {}): Row => ({
  id,
  cells: { name: id.toUpperCase(), ...cells },
});

function groundOf(answers: Readonly<Record<string, Value>>) {
  const session = Object.entries(answers)
    .reduce((builder, [id, value]) => builder.answered(id, value), aSession(bank()))
    .build();
  return { session, situation: situationOf(session), bank: session.bank };
}

type ContextGround = Parameters<typeof buildContext>[1];

const context = (answers: Readonly<Record<string, Value>>, over: object = {}) => {
  const from = { matrix: [], archetypes: [], summary: { numbers: [] }, ...over } as unknown as ContextGround;
  return buildContext(groundOf(answers), from);
};
const said = (answers: Readonly<Record<string, Value>>, over: object = {}) =>
  Object.fromEntries(
    context(answers, over).flatMap((fact) => (fact.text === '' ? [] : [[fact.label, fact.text]])),
  );

describe('the technical context', () => {
  it('has nine lines, and no text where nobody has said anything', () => {
    expect(context({})).toEqual(
      [
        ...['Language/Version', 'Primary Dependencies', 'Storage', 'Testing', 'Target Platform'],
        ...['Project Type', 'Performance Goals', 'Constraints', 'Scale/Scope'],
      ].map((label) => ({ label, text: '' })),
    );
  });

  it('says each thing once, in the order of the answers', () => {
    const answers = {
      'ops.runs_on': [
        row('a', { platform: 'Linux', limits: '2 GB' }),
        row('b', { platform: 'Linux' }),
        row('c', { platform: 'Macs', limits: 'one core' }),
      ],
      'leg.constraints': [row('law', { constraint: 'data stays here' }), row('none')],
      'data.stores': [row('main', { product: 'Postgres' }), row('side', { product: 'Redis' })],
    };

    expect(said(answers, { matrix: [{ name: 'Bank' }, { name: 'Mail' }], archetypes: ['Worker'] })).toEqual({
      'Primary Dependencies': 'Bank; Mail',
      Storage: 'Postgres (MAIN); Redis (SIDE)',
      'Target Platform': 'Linux; Macs',
      'Project Type': 'Worker',
      Constraints: 'data stays here; 2 GB; one core',
    });
  });

  it('says of a system without state that it has none, and of any other nothing', () => {
    const STATELESS = { Storage: 'It is stateless' };
    const stores = [row('main', { product: 'Postgres' })];

    expect(said({ 'arc.state_class': 'stateless' })).toEqual(STATELESS);
    expect(said({ 'arc.state_class': 'stateful' })).toEqual({});
    expect(said({ 'arc.state_class': 'stateless', 'data.stores': stores })).toEqual({
      Storage: 'Postgres (MAIN)',
    });
  });

  it('says nothing of a state that is only the default, or that nobody asks for', () => {
    const storage = (...questions: readonly Raw[]) => {
      const session = aSession(
        aBank()
          .question(...questions)
          .joined(),
      ).build();
      const from = { matrix: [], archetypes: [], summary: { numbers: [] } } as unknown as ContextGround;
      const ground = { session, situation: situationOf(session), bank: session.bank };
      return buildContext(ground, from).find(({ label }) => label === 'Storage')?.text;
    };
    const state = choice('arc.state_class', 'stateless', 'stateful');

    expect(storage({ ...state, default: 'stateless' })).toBe('');
    expect(storage({ id: 'ctx.purpose' })).toBe('');
  });

  it('names the commands that test, and no others', () => {
    const commands = ['build', 'test', 'test-one', 'all-checks'].map((purpose) =>
      row(purpose, { purpose, command: `make ${purpose}` }),
    );

    expect(said({ 'aia.commands': [...commands, row('odd', { command: 'make odd' })] })).toEqual({
      Testing: 'make test; make test-one; make all-checks',
    });
  });

  it('tells goals from the numbers that are promised, and scale from those that are expected', () => {
    const ids = [
      ...['traffic.latency.buy.p99', 'dep.caller_deadline', 'rec.slo', 'rec.rpo', 'traffic.peak_rate'],
      ...['traffic.average_rate', 'traffic.growth', 'traffic.instances', 'traffic.latency', 'f.rec.slo'],
    ];
    const numbers = ids.map((id) => ({ id, label: id.toUpperCase(), text: '1' }));

    expect(said({}, { summary: { numbers } })).toEqual({
      'Performance Goals': 'TRAFFIC.LATENCY.BUY.P99: 1; DEP.CALLER_DEADLINE: 1; REC.SLO: 1',
      'Scale/Scope': 'TRAFFIC.PEAK_RATE: 1; TRAFFIC.AVERAGE_RATE: 1; TRAFFIC.GROWTH: 1; TRAFFIC.INSTANCES: 1',
    });
  });
});

describe('the records', () => {
  const entities = [
    row('order', { class: 'public', kept: '30 d', owner: 'shop' }),
    row('line', { kept: 'for ever' }),
  ];
  const fields = [
    row('sum', { entity: 'order', type: 'number' }),
    row('day', { entity: 'order' }),
    row('far', { entity: 'gone' }),
    row('none'),
  ];
  const states = [row('open', { entity: 'order', next: 'closed' }), row('new', { entity: 'line' })];

  it('come with what is known of each, of its fields and of its states', () => {
    const ground = groundOf({ 'data.entities': entities, 'data.fields': fields, 'data.states': states });

    expect(buildEntities(ground)).toEqual([
      {
        ...{ id: 'order', name: 'ORDER' },
        facts: [
          { label: 'The class', text: 'It is public' },
          { label: 'The kept', text: '30 d' },
          { label: 'The owner', text: 'shop' },
        ],
        fields: [
          {
            ...{ id: 'sum', name: 'SUM', cells: ['number'] },
            filled: [{ label: 'The type', text: 'number' }],
          },
          { id: 'day', name: 'DAY', cells: [], filled: [] },
        ],
        states: [
          {
            ...{ id: 'open', name: 'OPEN', cells: ['closed'] },
            filled: [{ label: 'The next', text: 'closed' }],
          },
        ],
      },
      {
        ...{ id: 'line', name: 'LINE', fields: [] },
        facts: [{ label: 'The kept', text: 'for ever' }],
        states: [{ id: 'new', name: 'NEW', cells: [], filled: [] }],
      },
    ]);
  });

  it('are told without where or how they are kept', () => {
    expect(buildRecords(groundOf({ 'data.entities': entities, 'data.fields': fields }))).toEqual([
      {
        ...{ id: 'order', name: 'ORDER', attributes: ['SUM', 'DAY'] },
        traits: [
          { label: 'The class', text: 'It is public' },
          { label: 'The kept', text: '30 d' },
        ],
      },
      {
        ...{ id: 'line', name: 'LINE', attributes: [] },
        traits: [{ label: 'The kept', text: 'for ever' }],
      },
    ]);
  });

  it('are what the stores hold where nobody has named them', () => {
    const stores = [
      row('main', { holds: 'orders', role: 'it is the source', product: 'Postgres' }),
      row('side'),
    ];

    expect(buildRecords(groundOf({ 'data.stores': stores }))).toEqual([
      {
        ...{ id: 'main', name: 'orders', attributes: [] },
        traits: [{ label: 'The role', text: 'it is the source' }],
      },
      { id: 'side', name: 'SIDE', attributes: [], traits: [] },
    ]);
    expect(buildRecords(groundOf({}))).toEqual([]);
    expect(buildEntities(groundOf({}))).toEqual([]);
  });
});

describe('the rows of a table', () => {
  it('stand under their key with what else is said of them', () => {
    const rows = [row('a', { constraint: 'one' }), { id: 'b', cells: { constraint: 'two' } }];

    expect(saidRows(groundOf({ 'leg.constraints': rows }), 'leg.constraints')).toEqual([
      { id: 'a', name: 'A', cells: ['one'], filled: [{ label: 'The constraint', text: 'one' }] },
      { id: 'b', name: 'b', cells: ['two'], filled: [{ label: 'The constraint', text: 'two' }] },
    ]);
    expect(saidRows(groundOf({}), 'leg.constraints')).toEqual([]);
    expect(saidRows(groundOf({}), 'no.such')).toEqual([]);
  });
});
