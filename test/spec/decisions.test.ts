import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import type { Fact } from '../../src/facts/index.js';
import { buildRequirements } from '../../src/spec/build-requirements.js';
import { buildComputed, buildDecisions, buildSummary, KEY_FIGURES } from '../../src/spec/build-summary.js';
import type { ComputedItem } from '../../src/spec/document.js';
import { aBank } from '../helpers/a-bank.js';
import type { Beside, SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const reference = (id: string, of: string) => ({ id, label: id, kind: 'choice', of });

const bank = () =>
  aBank()
    .question(
      aTable('ctx.flows', 'name'),
      {
        ...aTable('traffic.latency', 'name', reference('flow', 'ctx.flows'), textColumn('p99')),
        says: [
          {
            ...{ number: 1, ears: 'ubiquitous', shall: 'answer within {row.p99}', verify: 'load-test' },
            ...{ when: "row.name != 'loose'", promise: 'latency' },
          },
        ],
      },
      aTable('dep.parts', 'name', reference('flow', 'ctx.flows')),
      aTable(
        'rsk.decisions',
        'title',
        ...['chosen', 'because', 'still_true_until', 'revisit_when', 'reversible'].map((id) =>
          textColumn(id),
        ),
      ),
      aTable(
        'rsk.options',
        'option',
        reference('decision', 'rsk.decisions'),
        textColumn('because'),
        textColumn('speaks_for'),
      ),
    )
    .joined();

const row = (id: string, cells: Row['cells']): Row => ({ id, cells });
const said = (by: (session: SessionBuilder) => SessionBuilder) => groundFrom(bank(), by);

const STATE = row('state', {
  ...{ title: 'Where state lives', chosen: 'one database', because: 'it is simple' },
  ...{ still_true_until: 'it is full', revisit_when: 'it is half full', reversible: 'At a cost' },
});

const PLAIN = {
  ...{ chosen: '', because: '', until: '', revisit: '', reversible: '' },
  ...{ status: 'accepted', by: '', rejected: [] },
};

describe('the decisions of a spec', () => {
  it('are numbered, with the alternatives that were rejected for each', () => {
    const ground = said((session) =>
      session
        .answered('rsk.decisions', [STATE, row('queue', { title: 'Which queue' })], { by: '@ada' })
        .answered('rsk.options', [
          row('files', { option: 'files', decision: 'state', because: 'slow', speaks_for: 'cheap' }),
          row('other', { option: 'another', decision: 'queue' }),
          row('many', { option: 'many', decision: 'state' }),
          row('none', { option: 'none' }),
        ]),
    );
    expect(buildDecisions(ground)).toEqual([
      {
        ...{ id: 'state', nnnn: '0001', title: 'Where state lives', chosen: 'one database' },
        ...{ because: 'it is simple', until: 'it is full', revisit: 'it is half full' },
        ...{ reversible: 'At a cost', status: 'accepted', by: '@ada' },
        rejected: [
          { option: 'files', because: 'slow', speaksFor: 'cheap' },
          { option: 'many', because: '', speaksFor: '' },
        ],
      },
      {
        ...{ ...PLAIN, id: 'queue', nnnn: '0002', title: 'Which queue', by: '@ada' },
        rejected: [{ option: 'another', because: '', speaksFor: '' }],
      },
    ]);
  });

  it('are only proposed while nobody has confirmed them', () => {
    const status = (beside: Beside): readonly string[] =>
      buildDecisions(said((session) => session.answered('rsk.decisions', [STATE], beside))).map(
        (decision) => decision.status,
      );
    expect([status({}), status({ status: 'assumed' })]).toEqual([['accepted'], ['proposed']]);
  });

  it('are none where none was taken', () => {
    expect(buildDecisions(said((session) => session))).toEqual([]);
    expect(
      buildDecisions(said((session) => session.answered('rsk.options', [row('a', { option: 'a' })]))),
    ).toEqual([]);
  });
});

describe('the latencies of the summary', () => {
  it('are those that a sentence promises, each named after its flow', () => {
    const ground = said((session) =>
      session
        .answered('ctx.flows', [row('pay', { name: 'Pay' })])
        .answered('traffic.latency', [
          row('a', { name: 'one', flow: 'pay', p99: '250 ms' }),
          row('b', { name: 'loose', flow: 'pay', p99: '300 ms' }),
          row('c', { name: 'two', p99: '1 s' }),
          row('d', { name: 'three', flow: 'pay' }),
        ]),
    );
    const spoken = buildRequirements(ground);
    expect(buildSummary(ground, spoken, { openQuestions: [], findings: [] }).numbers).toEqual([
      { id: 'traffic.latency.a', label: 'Pay, p99', text: '250 ms' },
    ]);
    const others = spoken.map((one) => ({
      ...one,
      requirement: { ...one.requirement, promise: { kind: 'availability', value: '' } },
    }));
    expect(buildSummary(ground, others, { openQuestions: [], findings: [] }).numbers).toEqual([]);
  });

  it('stand behind the key figures, of which these are asked for', () => {
    expect(KEY_FIGURES).toEqual([
      ...['traffic.peak_rate', 'traffic.average_rate', 'traffic.growth', 'dep.caller_deadline', 'rec.slo'],
      ...['rec.rpo', 'rec.rto', 'traffic.instances', 'rol.rollback_time', 'ops.cost_month'],
    ]);
  });
});

describe('the figures that follow from answers', () => {
  const fact = (over: Partial<Fact>): Fact => ({
    ...{ id: 'sum', title: 'Sum', value: 2, text: '2', unit: '', formula: '1 + 1', inputs: [] },
    ...over,
  });
  const input = (id: string): Fact['inputs'][number] => ({ id, text: 'one' });

  const flows = [row('pay', { name: 'Pay' }), row('a', { name: 'Twin' }), row('b', { name: 'Twin' })];
  const ground = () =>
    said((session) =>
      session
        .answered('ctx.flows', flows)
        .answered('dep.parts', [row('db', { name: 'Database', flow: 'pay' }), row('pay', { name: 'Payer' })]),
    );
  const computed = (...facts: readonly Fact[]): readonly ComputedItem[] => {
    const { situation, ...rest } = ground();
    return buildComputed({ ...rest, situation: { ...situation, facts: new Map([['sum', facts]]) } });
  };
  const subjects = (subject: string, ...inputs: readonly string[]): readonly string[] =>
    computed(fact({ subject, inputs: inputs.map(input) })).map((item) => item.subject);

  it('have all that is told of them', () => {
    expect(
      computed(fact({ inputs: [{ ...input('dep.parts.db.name'), source: 'measured' }, input('x')] })),
    ).toEqual([
      {
        ...{ id: 'sum', title: 'Sum', subject: '', text: '2', formula: '1 + 1' },
        inputs: [
          { id: 'dep.parts.db.name', text: 'one', source: 'measured' },
          { id: 'x', text: 'one', source: '' },
        ],
      },
    ]);
  });

  it('leave out those that another says', () => {
    expect(computed(fact({ aside: true }), fact({ id: 'two', aside: false })).map(({ id }) => id)).toEqual([
      'two',
    ]);
  });

  it.each([
    ['1 + 1 = 2', '2', '1 + 1'],
    ['4 / 2 = 2', '2×', '4 / 2'],
    ['4 / 2 = 2×', '2×', '4 / 2'],
    ['1 + 1 = 2 = 3', '2', '1 + 1 = 2 = 3'],
    ['2', '2', '2'],
    ['1 + 1 = 22', '2', '1 + 1 = 22'],
  ])('do not say their result twice: %j of %j', (formula, text, shown) => {
    expect(computed(fact({ formula, text }))[0]?.formula).toBe(shown);
  });

  it('are named after the row that they are about', () => {
    expect(subjects('db', 'dep.parts.db.name')).toEqual(['Database']);
    expect(subjects('pay', 'dep.parts.db.name')).toEqual(['Payer']);
    expect(subjects('pay', 'ctx.flows.pay.name')).toEqual(['Pay']);
    expect(subjects('pay', 'rec.rpo', 'ctx.flows')).toEqual(['Pay']);
  });

  it('are named after a row that their tables refer to, with its id where two have its name', () => {
    expect(subjects('a', 'dep.parts.db.flow')).toEqual(['Twin, a']);
    expect(subjects('b', 'ctx.flows')).toEqual(['Twin, b']);
  });

  it('are named by their id where no table has such a row', () => {
    expect(subjects('zz', 'dep.parts')).toEqual(['zz']);
    expect(subjects('db')).toEqual(['db']);
    expect(subjects('db', 'new.table')).toEqual(['db']);
  });
});
