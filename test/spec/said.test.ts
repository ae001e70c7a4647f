import { describe, expect, it } from 'vitest';
import type { Row, Value } from '../../src/bank/index.js';
import { buildRequirements } from '../../src/spec/build-requirements.js';
import { saidItem, topicOf } from '../../src/spec/build-said.js';
import type { SaidItem, SaidTable, Topic } from '../../src/spec/document.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import type { Beside } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const says = (number: number, shall: string, over: object = {}): object => ({
  ...{ number, ears: 'ubiquitous', shall, verify: 'test' },
  ...over,
});

const others: readonly Raw[] = [{ ...aTable('ctx.flows', 'name'), label: 'Flows' }];

/** What an answer says beside its sentences, and as the table that it is. */
const told = (question: Raw, value: Value, beside: Beside = {}) => {
  const id = String(question['id']);
  const ground = groundFrom(
    aBank()
      .question(question, ...others)
      .joined(),
    (session) =>
      session.answered('ctx.flows', [{ id: 'pay', cells: { name: 'Pay' } }]).answered(id, value, beside),
  );
  const item = ground.situation.item(id);
  if (item === undefined) throw new Error(`${id} is not asked.`);
  const spoken = buildRequirements(ground).filter(({ requirement }) => requirement.answers[0] === id);
  return { said: saidItem(ground, item, spoken), topics: topicOf(ground, item, spoken) };
};

const texts = (question: Raw, value: Value): readonly string[] =>
  told(question, value).said.map(({ text }) => text);

const PLAIN: Omit<SaidItem, 'id' | 'label' | 'text' | 'lines'> = {
  ...{ why: '', origin: '', rejected: [], assumed: false, opening: false },
};

describe('what an answer says that no sentence says', () => {
  it('is all of it where there is none, with everything that was said about it', () => {
    const notes = { id: 'rec.notes', label: 'Notes', kind: 'prose' };
    expect(told(notes, ' Call Ada.\n\n Then wait. ').said).toEqual([
      {
        ...{ ...PLAIN, id: 'rec.notes', label: 'Notes' },
        ...{ text: 'Call Ada. Then wait.', lines: ['Call Ada.', 'Then wait.'] },
      },
    ]);
    const beside: Beside = {
      ...{ why: 'it was agreed', by: '@ada' },
      ...{ rejected: [{ option: 'none', because: 'it is rude' }] },
    };
    expect(told(notes, 'Call.', { ...beside, status: 'assumed' }).said).toEqual([
      {
        ...{
          id: 'rec.notes',
          label: 'Notes',
          text: 'Call.',
          lines: ['Call.'],
          assumed: true,
          opening: false,
        },
        ...{ why: 'it was agreed', origin: 'said by @ada', rejected: beside.rejected },
      },
    ]);
  });

  it('opens the spec where it is its purpose, answered by nobody in particular', () => {
    const opens = (id: string, beside: Beside = {}): boolean | undefined =>
      told({ id, kind: 'prose' }, 'It sells.', beside).said[0]?.opening;
    expect([opens('ctx.purpose'), opens('ctx.other')]).toEqual([true, false]);
    expect([opens('ctx.purpose', { by: '@ada' }), opens('ctx.purpose', { status: 'assumed' })]).toEqual([
      false,
      false,
    ]);
  });

  it('is nothing where a sentence says the value, or it is a yes or no', () => {
    expect(texts({ id: 'rec.rpo', says: [says(1, 'lose at most {value}')] }, 'an hour')).toEqual([]);
    expect(texts({ id: 'rec.rpo', says: [says(1, 'lose little')] }, 'an hour')).toEqual(['an hour']);
    expect(texts({ id: 'rec.fast', kind: 'confirm', says: [says(1, 'be fast')] }, true)).toEqual([]);
    expect(texts({ id: 'rec.fast', kind: 'confirm' }, true)).toEqual(['yes']);
  });

  it('is the options that none says', () => {
    const option = (id: string, shall = ''): object => ({
      ...{ id, label: id },
      ...(shall === '' ? {} : { says: [says(id.length, shall)] }),
    });
    const options = [option('on', 'go on'), option('off'), option('wait')];
    const shared = [says(9, 'be ready')];
    expect(texts({ id: 'rec.mode', kind: 'choice', options }, 'on')).toEqual([]);
    expect(texts({ id: 'rec.mode', kind: 'choice', options, says: shared }, 'off')).toEqual(['off']);
    expect(texts({ id: 'rec.modes', kind: 'many', options }, ['on'])).toEqual([]);
    expect(texts({ id: 'rec.modes', kind: 'many', options, says: shared }, ['on', 'off', 'wait'])).toEqual([
      expect.stringMatching(/^off.*wait$/) as string,
    ]);
  });

  it('is never a table', () => {
    expect(told(aTable('dep.parts', 'name'), [{ id: 'db', cells: { name: 'DB' } }]).said).toEqual([]);
    expect(told({ id: 'rec.notes' }, 'text').topics).toEqual([]);
  });
});

const row = (id: string, cells: Row['cells'], more: Partial<Row> = {}): Row => ({ id, cells, ...more });

const PARTS: Raw = { ...aTable('dep.parts', 'name', textColumn('does'), textColumn('note')), label: 'Parts' };

const tableOf = (rows: readonly Row[], over: Raw = {}): SaidTable | undefined =>
  told({ ...PARTS, ...over }, rows).topics[0]?.table;

describe('what a table says that no sentence says', () => {
  it('is all of it where there is none, in the columns that are filled', () => {
    expect(told(PARTS, [row('db', { name: 'DB', note: 'big' }), row('log', { name: 'Log' })]).topics).toEqual(
      [
        {
          ...{ id: 'dep.parts', title: 'Parts', alone: false, why: '', origin: '', assumed: false },
          ...{ rejected: [], requirements: [] },
          table: {
            columns: ['name', 'note'],
            rows: [
              { id: 'db', name: 'DB', cells: ['DB', 'big'], filled: [{ label: 'note', text: 'big' }] },
              { id: 'log', name: 'Log', cells: ['Log', ''], filled: [] },
            ],
            asList: true,
          },
        },
      ] satisfies readonly Topic[],
    );
    expect(told(PARTS, []).topics).toEqual([]);
  });

  it('has what was said about the whole of it', () => {
    const rejected = [{ option: 'none', because: 'it is slow' }];
    expect(
      told(PARTS, [row('db', { name: 'DB' })], { why: 'so', by: '@ada', status: 'assumed', rejected })
        .topics[0],
    ).toMatchObject({ why: 'so', origin: 'said by @ada', assumed: true, rejected });
  });

  it('is a list while it is shorter than three rows or wider than five columns', () => {
    const rows = ['a', 'b', 'c'].map((id) => row(id, { name: id, does: 'x' }));
    expect([tableOf(rows)?.asList, tableOf(rows.slice(0, 2))?.asList]).toEqual([false, true]);
    const wide = (count: number): boolean | undefined => {
      const more = Array.from({ length: count - 1 }, (_, index) => `c${String(index)}`);
      const filled = Object.fromEntries(more.map((id) => [id, 'x']));
      return tableOf(
        ['a', 'b', 'c'].map((id) => row(id, { name: id, ...filled })),
        aTable('dep.parts', 'name', ...more.map((id) => textColumn(id))),
      )?.asList;
    };
    expect([wide(5), wide(6)]).toEqual([false, true]);
  });

  it('leaves out columns that every row is spoken of in, and rows that nothing is left of', () => {
    const keep = { says: [says(1, 'keep {row.name}: {row.does}')] };
    expect(
      tableOf([row('db', { name: 'DB', does: 'orders' }), row('log', { name: 'Log', does: 'calls' })], keep),
    ).toEqual({ columns: [], rows: [], asList: true });
    expect(
      tableOf(
        [row('db', { name: 'DB', does: 'orders', note: 'big' }), row('log', { name: 'Log', does: 'calls' })],
        keep,
      ),
    ).toEqual({
      columns: ['name', 'note'],
      rows: [{ id: 'db', name: 'DB', cells: ['DB', 'big'], filled: [{ label: 'note', text: 'big' }] }],
      asList: true,
    });
  });

  it('counts a cell as said where its words stand in the sentence of its row, if they are long enough', () => {
    const keep = { says: [says(1, 'keep all orders of DB, at most 5 s')] };
    const notes = (note: string): readonly string[] | undefined =>
      tableOf([row('db', { name: 'DB', note })], keep)?.rows.flatMap(({ filled }) =>
        filled.map(({ text }) => text),
      );
    expect(['all orders', 'ALL: orders', 'all  orders of'].map(notes)).toEqual([[], [], []]);
    expect(['orders all', 'order', '5 s', 'all orders of a DB'].map(notes)).toEqual([
      ['orders all'],
      ['order'],
      ['5 s'],
      ['all orders of a DB'],
    ]);
  });

  it('counts a name as said where the id of its row is made from it', () => {
    const keep = { says: [says(1, 'keep {row.does}')] };
    expect(tableOf([row('order-db', { name: 'Order DB', does: 'it' })], keep)).toEqual({
      ...{ columns: [], rows: [], asList: true },
    });
    expect(tableOf([row('x1', { name: 'Order DB', does: 'it' })], keep)?.rows).toEqual([
      { id: 'x1', name: 'Order DB', cells: ['Order DB'], filled: [] },
    ]);
  });

  it('has reasons and sources of rows that no sentence speaks of in columns of their own', () => {
    const rows = [
      row('db', { name: 'DB' }, { why: 'it is shared', source: 'measured' }),
      row('log', { name: 'Log' }, { why: 'it is cheap' }),
    ];
    expect(tableOf(rows)).toMatchObject({
      columns: ['name', 'Because', 'Source'],
      rows: [
        {
          cells: ['DB', 'it is shared', 'measured'],
          filled: [
            { label: 'Because', text: 'it is shared' },
            { label: 'Source', text: 'measured' },
          ],
        },
        { cells: ['Log', 'it is cheap', ''], filled: [{ label: 'Because', text: 'it is cheap' }] },
      ],
    });
    const keep = says(1, 'keep {row.name}', { when: "row.name == 'DB'" });
    expect(tableOf(rows, { says: [keep] })).toMatchObject({
      columns: ['name', 'Because'],
      rows: [{ id: 'log', cells: ['Log', 'it is cheap'] }],
    });
  });

  it('names its rows by the rows that they refer to', () => {
    const flow = { id: 'flow', label: 'Flow', kind: 'choice', of: 'ctx.flows', required: true };
    const steps = {
      id: 'ctx.steps',
      kind: 'table',
      key: 'flow',
      label: 'Steps',
      columns: [flow, textColumn('note')],
    };
    expect(told(steps, [row('one', { flow: 'pay', note: 'slow' })]).topics[0]?.table.rows).toEqual([
      { id: 'one', name: 'Pay', cells: ['Pay', 'slow'], filled: [{ label: 'note', text: 'slow' }] },
    ]);
  });
});
