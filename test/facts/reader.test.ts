import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { factReading, openFacts } from '../../src/facts/derive-facts.js';
import { createReader } from '../../src/facts/reader.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const bank = () =>
  aBank()
    .question(
      { id: 'rec.wait', kind: 'quantity', dimension: 'duration' },
      { id: 'rec.load', kind: 'quantity', dimension: 'rate', noun: 'req' },
      { id: 'rec.note' },
      { id: 'rec.on', kind: 'confirm' },
      {
        id: 'rec.modes',
        kind: 'many',
        options: [
          { id: 'a', label: 'One' },
          { id: 'b', label: 'Two' },
        ],
      },
      { id: 'rec.none', kind: 'quantity', dimension: 'count' },
      {
        ...{ id: 'dep.parts', kind: 'table', key: 'name' },
        columns: [
          { id: 'name', label: 'Name', kind: 'text', required: true },
          { id: 'wait', label: 'Wait', kind: 'quantity', dimension: 'duration' },
          { id: 'safe', label: 'Safe', kind: 'confirm' },
          { id: 'kinds', label: 'Kinds', kind: 'many', options: [{ id: 'x', label: 'Ex' }] },
        ],
      },
    )
    .joined();

const rows = [
  {
    id: 'redis',
    cells: { name: 'Redis', wait: '2 s', safe: false, kinds: ['x'] },
    source: 'measured' as const,
  },
  { id: 'db', cells: { name: 'Db' } },
];
const load: Fact = {
  ...{ id: 'f.load', title: 'Load', unit: '', value: 1, text: '1', formula: '', inputs: [] },
};

function reader(facts: readonly Fact[] = []) {
  const session = aSession(bank())
    .answered('rec.wait', '5 min', { source: 'guess' })
    .answered('rec.load', '120 req/min')
    .answered('rec.note', '5 min')
    .answered('rec.on', false)
    .answered('rec.modes', ['b', 'a'])
    .answered('dep.parts', rows)
    .build();
  return createReader(situationOf(session).view, session.bank, (id) =>
    facts.filter((fact) => fact.id === id),
  );
}

describe('a fact', () => {
  it('reads quantities in base units', () => {
    expect([reader().number('rec.wait'), reader().number('rec.load')]).toEqual([300_000, 2]);
  });

  it.each(['rec.note', 'rec.on', 'rec.modes', 'rec.none', 'dep.parts', 'rec.other'])(
    'reads no number where there is none: %s',
    (id) => {
      expect(reader().number(id)).toBeUndefined();
    },
  );

  it('reads texts, yes and no, and choices, each only where it is one', () => {
    const { text, flag, many } = reader();

    expect([text('rec.note'), text('rec.on'), text('rec.modes'), text('rec.none')]).toEqual([
      '5 min',
      ...[undefined, undefined, undefined],
    ]);
    expect([flag('rec.on'), flag('rec.note'), flag('rec.none')]).toEqual([false, undefined, undefined]);
    expect([many('rec.modes'), many('rec.note'), many('rec.none')]).toEqual([
      ['a', 'b'],
      undefined,
      undefined,
    ]);
    expect(many('dep.parts')).toEqual([]);
  });

  it('quotes what it read as people read it, with its source', () => {
    const { input } = reader();

    expect(['rec.wait', 'rec.modes', 'rec.none', 'rec.other'].map(input)).toEqual([
      { id: 'rec.wait', text: '5 min', source: 'guess' },
      { id: 'rec.modes', text: 'One, Two' },
      { id: 'rec.none', text: '' },
      { id: 'rec.other', text: '' },
    ]);
  });

  it('reads the cells of a row', () => {
    const read = reader()
      .rows('dep.parts')
      .map(({ id, number, text, flag, many }) => ({
        ...{ id, wait: number('wait'), name: text('name'), safe: flag('safe'), kinds: many('kinds') },
        ...{ named: number('name'), other: number('other') },
      }));
    const nothing = { named: undefined, other: undefined };

    expect(read).toEqual([
      { id: 'redis', wait: 2000, name: 'Redis', safe: false, kinds: ['x'], ...nothing },
      { id: 'db', wait: undefined, name: 'Db', safe: undefined, kinds: undefined, ...nothing },
    ]);
  });

  it('quotes the cells of a row with the source of the row', () => {
    const [redis, db] = reader().rows('dep.parts');

    expect(['wait', 'kinds', 'other'].map((id) => redis?.input(id))).toEqual([
      { id: 'dep.parts.redis.wait', text: '2 s', source: 'measured' },
      { id: 'dep.parts.redis.kinds', text: 'Ex', source: 'measured' },
      { id: 'dep.parts.redis.other', text: '', source: 'measured' },
    ]);
    expect([db?.input('name'), db?.input('wait')]).toEqual([
      { id: 'dep.parts.db.name', text: 'Db' },
      { id: 'dep.parts.db.wait', text: '' },
    ]);
  });

  it.each(['rec.note', 'rec.modes', 'rec.other'])('reads no rows where there is no table: %s', (id) => {
    expect(reader().rows(id)).toEqual([]);
  });

  it('reads another fact, of a row or of the whole', () => {
    const ofRedis = { ...load, subject: 'redis', value: 2 };
    const { fact } = reader([ofRedis, load]);

    expect([fact('f.load'), fact('f.load', 'redis'), fact('f.load', 'db'), fact('f.other')]).toEqual([
      load,
      ofRedis,
      undefined,
      undefined,
    ]);
  });
});

describe('the value of a fact', () => {
  it('is the first one, or a map by row', () => {
    const ofRedis = { ...load, subject: 'redis', value: 2 };

    expect(factReading([load, ofRedis], false)).toBe(1);
    expect(factReading([], false)).toBeUndefined();
    expect(factReading([load, ofRedis], true)).toEqual(
      new Map([
        ['', 1],
        ['redis', 2],
      ]),
    );
    expect(factReading([], true)).toEqual(new Map());
  });

  it('is worked out once, and is none of a fact that nobody knows', () => {
    const session = aSession(bank()).build();
    const { of, all } = openFacts(situationOf(session).view, session.bank);
    const [first] = all().keys();

    expect(of('f.nobody')).toEqual([]);
    expect(first).toBeDefined();
    expect(of(first ?? '')).toBe(all().get(first ?? ''));
  });
});
