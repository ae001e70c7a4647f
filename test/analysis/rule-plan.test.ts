import { describe, expect, it } from 'vitest';
import { cellsBehindReferences } from '../../src/analysis/referred-cells.js';
import { planRules } from '../../src/analysis/rule-plan.js';
import { situationOf } from '../../src/interview/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const ROUTING = ['arc.archetypes', 'arc.tier'];

/** What the only rule of a bank depends on beside the tier and the archetypes. */
function behind(rule: Raw): readonly string[] {
  const [planned] = planRules(smallBank({ id: 'x', ...rule })).rules;
  return [...(planned?.dependsOn ?? [])].filter((id) => !ROUTING.includes(id)).sort();
}

describe('what a rule depends on', () => {
  it('is always the tier and what is being built', () => {
    const [planned] = planRules(smallBank({ id: 'x', fires_when: 'true' })).rules;

    expect([...(planned?.dependsOn ?? [])].sort()).toEqual(ROUTING);
    expect(behind({ fires_when: 'true' })).toEqual([]);
  });

  it.each<[Raw, readonly string[]]>([
    [{ fires_when: "a.rec.rpo > q('1 s')" }, ['rec.rpo']],
    [{ fires_when: "a.rec.rpo > q('1 s') || a.rec.restore > q('1 s')" }, ['rec.restore', 'rec.rpo']],
    [{ fires_when: "!known('rec.note')" }, ['rec.note']],
    [{ fires_when: 'true', title: 'On {a.rec.note}' }, ['rec.note']],
    [{ fires_when: 'true', why: 'On {a.rec.note} and {a.rec.rpo}' }, ['rec.note', 'rec.rpo']],
    [{ fires_when: 'true', probe: 'On {a.rec.note}?' }, ['rec.note']],
    [{ fires_when: 'true', title: 'On {row.name} and {value}' }, []],
    [{ fires_when: 'true', for: 'dep.dependencies' }, ['dep.dependencies']],
    [{ fires_when: 'not a condition' }, []],
  ])('is what it reads and what it says: %j', (rule, ids) => {
    expect(behind(rule)).toEqual(ids);
  });

  it('is also what decides whether a question is asked, and the table that a cell refers to', () => {
    expect(behind({ fires_when: "a.rec.rto > q('1 s')" })).toEqual(['rec.rto']);
    expect(behind({ fires_when: 'true', for: 'rec.backups' })).toEqual(['dep.dependencies', 'rec.backups']);
    const bank = aBank()
      .question(
        { id: 'rec.one', kind: 'confirm' },
        { id: 'rec.two', kind: 'confirm', when: 'a.rec.one == true' },
        { id: 'rec.three', when: 'a.rec.two == true' },
        { id: 'rec.broken', when: 'a.rec.one ==' },
        {
          ...{ id: 'rec.parts', kind: 'table', key: 'name' },
          columns: [{ id: 'name', label: 'Name', kind: 'text', required: true, when: "known('rec.three')" }],
        },
      )
      .rule({ id: 'x', fires_when: "known('rec.parts')" }, { id: 'y', fires_when: "known('rec.broken')" })
      .joined();
    const [x, y] = planRules(bank).rules;

    expect([...(x?.dependsOn ?? [])].filter((id) => id.startsWith('rec')).sort()).toEqual([
      ...['rec.one', 'rec.parts', 'rec.three', 'rec.two'],
    ]);
    expect([...(y?.dependsOn ?? [])].filter((id) => id.startsWith('rec'))).toEqual(['rec.broken']);
  });

  it('is also what a figure is worked out from', () => {
    const facts = factSignatures.filter(({ id }) => id === 'f.budget_time' || id === 'f.in_flight');
    const bank = aBank()
      .question(
        { id: 'rec.slo', kind: 'quantity', dimension: 'percent' },
        { id: 'rec.slo_window', kind: 'quantity', dimension: 'duration' },
      )
      .fact(...facts)
      .rule(
        { id: 'read', fires_when: "f.budget_time < q('1 h')" },
        { id: 'told', fires_when: 'true', title: 'It is {f.budget_time}' },
        { id: 'none', fires_when: 'true', title: 'It is {f.nothing}' },
      )
      .joined();
    const found = planRules(bank).rules.map(({ dependsOn }) =>
      [...dependsOn].filter((id) => !ROUTING.includes(id)).sort(),
    );

    expect(found).toEqual([
      ['f.budget_time', 'rec.slo', 'rec.slo_window'],
      ['f.budget_time', 'rec.slo', 'rec.slo_window'],
      ['f.nothing'],
    ]);
  });
});

describe('the plan of a bank', () => {
  it('is in the order of the sections, and of the bank within one', () => {
    const bank = aBank()
      .section('one')
      .section('two')
      .rule(...['a', 'b', 'c', 'd'].map((id) => ({ id, fires_when: 'true' })))
      .joined();
    const sections: Readonly<Record<string, string>> = { a: 'gone', b: 'two', c: 'one', d: 'two' };
    const rules = bank.rules.map((rule) => ({ ...rule, section: sections[rule.id] ?? '' }));

    expect(planRules({ ...bank, rules }).rules.map(({ rule, rank }) => [rule.id, rank])).toEqual([
      ['c', 0],
      ['b', 1],
      ['d', 2],
      ['a', 3],
    ]);
  });

  it('is made once for a bank, and knows who depends on what', () => {
    const bank = smallBank(
      { id: 'x', fires_when: "a.rec.rpo > q('1 s')" },
      { id: 'y', fires_when: "a.rec.rpo > q('1 s') && a.rec.restore > q('1 s')" },
    );
    const { dependants } = planRules(bank);
    const of = (id: string) => dependants.get(id)?.map(({ rule }) => rule.id);

    expect(planRules(bank)).toBe(planRules(bank));
    expect([of('rec.rpo'), of('rec.restore'), of('arc.tier'), of('rec.note')]).toEqual([
      ['x', 'y'],
      ['y'],
      ['x', 'y'],
      undefined,
    ]);
  });

  it('knows which questions a condition looks at as such', () => {
    const visits = (fires_when: string) => planRules(smallBank({ id: 'x', fires_when })).rules[0]?.visits;

    expect(visits("a.rec.rpo > q('1 s')")).toEqual([]);
    expect(visits("!known('rec.rpo') && a.rec.restore > q('1 s')")).toEqual(['rec.rpo']);
    expect(visits('count("dep.dependencies") > 1.0')).toEqual(['dep.dependencies']);
    expect(visits('known(')).toEqual([]);
  });

  it('says why a condition cannot be used, and over which table a rule stands', () => {
    const [bad, over, none] = planRules(
      smallBank(
        { id: 'bad', fires_when: 'known(' },
        { id: 'over', for: 'dep.dependencies', fires_when: 'true' },
        { id: 'none', for: 'rec.note', fires_when: 'true' },
      ),
    ).rules;

    expect([bad?.condition, over?.refused, none?.table]).toEqual([undefined, undefined, undefined]);
    expect(bad?.refused).not.toBe('');
    expect(over?.table?.id).toBe('dep.dependencies');
  });
});

describe('the cells behind the references of a condition', () => {
  const session = aSession(smallBank(), {
    'dep.dependencies': dependencies,
    'rec.note': 'redis',
    'arc.archetypes': ['worker'],
  });
  const known = { bank: session.bank, view: situationOf(session).view };
  const row = { id: 'mail', cells: { next: 'redis', far: 'gone', many: ['redis'] } };
  const found = (condition: string, at: typeof row | undefined = row) => {
    const { ids, replaces } = cellsBehindReferences(condition, { known, row: at });
    return [ids, [...replaces]];
  };
  const REDIS = 'dep.dependencies.redis.timeout';
  const TABLE = 'dep.dependencies';

  it.each([
    ['row.next', REDIS],
    ['row.id', 'dep.dependencies.mail.timeout'],
    ['a.rec.note', REDIS],
    ["'redis'", REDIS],
    ['"redis"', REDIS],
  ])('are found by %s', (key, id) => {
    expect(found(`row_of('dep.dependencies', ${key}).timeout > q('1 s')`)).toEqual([[id], [TABLE]]);
  });

  it.each(['row.far', 'row.none', 'row.many', 'a.rec.rpo', 'a.arc.archetypes', "'gone'", 'redis', '5'])(
    'are none by %s',
    (key) => {
      expect(found(`row_of('dep.dependencies', ${key}).timeout > q('1 s')`)).toEqual([[], []]);
    },
  );

  it('stand for their table only where nothing else reads it', () => {
    const one = "row_of('dep.dependencies', row.next).timeout > q('1 s')";

    expect(found(`${one} && count('dep.dependencies') > 1.0`)).toEqual([[REDIS], []]);
    expect(found(`${one} && row_of("dep.dependencies", row.id).p99 > q('1 s')`)).toEqual([
      [REDIS, 'dep.dependencies.mail.p99'],
      [TABLE],
    ]);
    expect(found(`${one} && row_of('dep.dependencies', row.far).p99 > q('1 s')`)).toEqual([[REDIS], []]);
    expect(found("a.rec.rpo > q('1 s')")).toEqual([[], []]);
  });

  it('are none about a row where there is no row', () => {
    const { ids } = cellsBehindReferences("row_of('dep.dependencies', row.id).timeout", {
      ...{ known, row: undefined },
    });

    expect(ids).toEqual([]);
  });
});
