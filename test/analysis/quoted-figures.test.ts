import { describe, expect, it } from 'vitest';
import { isThin, thinnessOf } from '../../src/analysis/thinness.js';
import { factSignatures } from '../../src/facts/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { analysed, onlyFinding, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const promised = (rule: Raw) =>
  aBank()
    .question(
      { id: 'rec.slo', label: 'Promise', kind: 'quantity', dimension: 'percent' },
      { id: 'rec.slo_window', label: 'Window', kind: 'quantity', dimension: 'duration', default: '30 d' },
    )
    .fact(...factSignatures.filter(({ id }) => id === 'f.budget_time'))
    .rule({ id: 'strict', fires_when: "f.budget_time < q('1 h')", ...rule })
    .joined();

describe('a finding that rests on a figure', () => {
  it('quotes the answers behind it, then the figure with its formula', () => {
    const finding = onlyFinding(
      analysed(promised({ title: 'Only {f.budget_time} to lose' }), {
        'rec.slo': said({ value: '99.9 %', source: 'contract' }),
      }),
    );

    expect(finding.title).toBe('Only 43.2 min to lose');
    expect(finding.quotes).toEqual([
      { id: 'rec.slo', label: 'Promise', text: '99.9 %', source: 'contract' },
      { id: 'rec.slo_window', label: 'Window', text: '30 d' },
      { id: 'f.budget_time', label: 'Error budget in time', text: '0.1 % × 30 d = 43.2 min' },
    ]);
  });

  it('is about the answers and not about the figure', () => {
    const { probes } = analysed(promised({ probe: 'Why?' }), { 'rec.slo': '99.9 %' });

    expect(probes).toEqual([
      { id: 'rule.strict', asks: 'Why?', about: ['rec.slo', 'rec.slo_window'], severity: 'high' },
    ]);
  });

  it('agrees with the figure in its words', () => {
    const title = (text: string) =>
      onlyFinding(analysed(promised({ title: text }), { 'rec.slo': '99.9 %' })).title;

    expect(title('{f.budget_time} minutes')).toBe('43.2 min minutes');
    expect(title('{value} of it')).toBe('99.9 % of it');
  });

  it('waits for what the figure needs', () => {
    const { unchecked, decides } = analysed(promised({}), {});

    expect(unchecked).toEqual([{ rule: 'strict', severity: 'high', needs: ['rec.slo'] }]);
    expect([...decides]).toEqual([['rec.slo', 1]]);
  });
});

describe('what is said of one number', () => {
  const counted = (value: string, title: string) => {
    const bank = aBank()
      .question({ id: 'rec.copies', kind: 'quantity', dimension: 'count' })
      .rule({ id: 'few', fires_when: 'a.rec.copies < 9.0', title })
      .joined();
    return onlyFinding(analysed(bank, { 'rec.copies': value })).title;
  };

  it('agrees with it', () => {
    expect(counted('1', 'There is {a.rec.copies} copies')).toBe('There is 1 copy');
    expect(counted('2', 'There are {a.rec.copies} copies')).toBe('There are 2 copies');
  });
});

describe('what a waiting rule waits for', () => {
  const rule = (over: Raw) => ({
    id: 'x',
    fires_when: 'row.timeout > a.rec.rpo',
    for: 'dep.dependencies',
    ...over,
  });
  const rows = { 'dep.dependencies': [{ id: 'a', name: 'A' }] };

  it('is a cell of its row, its table, and an answer', () => {
    const { unchecked, decides } = analysed(smallBank(rule({})), rows);

    expect(unchecked).toEqual([
      { rule: 'x', row: 'a', severity: 'high', needs: ['rec.rpo', 'dep.dependencies.timeout'] },
    ]);
    expect([...decides]).toEqual([
      ['rec.rpo', 1],
      ['dep.dependencies', 1],
      ['dep.dependencies.a.timeout', 1],
    ]);
  });

  it('is the table alone where it is about another table', () => {
    const backups = [{ id: 'a', dependency: 'a', interval: '1 h' }];
    const far = rule({
      ...{
        for: 'rec.backups',
        fires_when: "row.interval > row_of('dep.dependencies', row.dependency).timeout",
      },
    });
    const { decides } = analysed(smallBank(far), { ...rows, 'rec.backups': backups });

    expect([...decides]).toEqual([['dep.dependencies', 1]]);
  });

  it('is not an answer that is there, and counts nothing mild', () => {
    const { decides } = analysed(smallBank(rule({})), { ...rows, 'rec.rpo': '1 h' });

    expect([...decides.keys()]).toEqual(['dep.dependencies', 'dep.dependencies.a.timeout']);
    expect([...analysed(smallBank(rule({ severity: 'med' })), rows).decides]).toEqual([]);
    expect([...analysed(smallBank(rule({ severity: 'block' })), rows).decides].length).toBe(3);
  });
});

describe('findings that say the same', () => {
  const twin = (id: string, over: Raw = {}) => ({
    ...{ id, title: `About ${id}`, incidents: [`${id}-1999`, 'both-1999'] },
    ...{ for: 'dep.dependencies', fires_when: "row.timeout > q('1 s')" },
    ...over,
  });

  it('are one, with the quotes and the stories of both, each once', () => {
    const wider = "row.timeout > q('1 s') && a.rec.rpo > q('1 s')";
    const bank = smallBank(
      twin('one', { severity: 'block' }),
      twin('two', { fires_when: wider, merges_with: ['one'] }),
      twin('three', { severity: 'med', merges_with: ['one'] }),
    );
    const finding = onlyFinding(analysed(bank, { 'dep.dependencies': dependencies, 'rec.rpo': '1 h' }));

    expect(finding).toMatchObject({
      ...{
        id: 'one.mail',
        title: 'About one',
        incidents: ['one-1999', 'both-1999', 'two-1999', 'three-1999'],
      },
      merged: [
        { id: 'two.mail', title: 'About two' },
        { id: 'three.mail', title: 'About three' },
      ],
    });
    expect(finding.quotes.map(({ id }) => id)).toEqual(['dep.dependencies.mail.timeout', 'rec.rpo']);
  });

  it('stay apart in different rows', () => {
    const rows = [
      { id: 'a', name: 'A', timeout: '2 s' },
      { id: 'b', name: 'B', timeout: '3 s' },
    ];
    const bank = smallBank(twin('one'), twin('two', { merges_with: ['one'] }));
    const { findings } = analysed(bank, { 'dep.dependencies': rows });

    expect(findings.map(({ id, merged }) => [id, merged?.map((one) => one.id)])).toEqual([
      ['one.a', ['two.a']],
      ['one.b', ['two.b']],
    ]);
  });
});

describe('what a row lacks', () => {
  const lacking = (columns: readonly object[], cells: Readonly<Record<string, string>>, over: Raw = {}) => {
    const question = aBank()
      .question({
        ...{ id: 'rec.x', kind: 'table', key: 'name', ...over },
        columns: [{ id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' }, ...columns],
      })
      .joined()
      .question('rec.x');
    if (question === undefined) throw new Error('The question is not there.');
    return thinnessOf(question, [{ id: 'a', cells }], []).missing;
  };
  const column = (id: string, over: object = {}) => ({ id, label: id.toUpperCase(), kind: 'text', ...over });

  it('is nothing where it has nothing but its name', () => {
    expect(lacking([], { name: 'A' })).toEqual([]);
    expect(lacking([column('note', { ask: 'later' })], { name: 'A' })).toEqual([]);
  });

  it('is anything beside its name where it is asked for more', () => {
    const missing = ['anything beside its name in the row A'];

    expect(lacking([column('note', { ask: 'row' })], { name: 'A' })).toEqual(missing);
    expect(lacking([column('note', { ask: 'row' })], { name: 'A', note: 'x' })).toEqual([]);
    expect(
      lacking([column('note', { ask: 'row' }), column('far', { ask: 'later' })], { name: 'A', far: 'x' }),
    ).toEqual([]);
  });

  it('is what is required of it with the row, and not what is asked later', () => {
    const owner = column('owner', { ask: 'row', required: true });
    const far = column('far', { ask: 'later', required: true });

    expect(lacking([owner, far], { name: 'A' })).toEqual(['"OWNER" in the row A']);
    expect(lacking([owner, far, column('use', { ask: 'row', required: true })], { name: 'A' })).toEqual([
      '"OWNER" and "USE" in the row A',
    ]);
    expect(lacking([owner, far], { name: 'A', owner: 'x' })).toEqual([]);
    expect(lacking([owner], { owner: 'x' })).toEqual(['"Name" in the row a']);
  });

  it('is more rows where several are wanted', () => {
    expect(lacking([], { name: 'A' }, { min_rows: 2 })).toEqual(['at least 2 rows, or why none applies']);
    expect(lacking([], { name: 'A' }, { min_rows: 1 })).toEqual([]);
  });

  it('makes an answer thin, as a vague word does', () => {
    expect([
      isThin({ missing: [], vague: [] }),
      isThin({ missing: ['x'], vague: [] }),
      isThin({ missing: [], vague: ['x'] }),
    ]).toEqual([false, true, true]);
  });
});
