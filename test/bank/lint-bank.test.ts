import { describe, expect, it } from 'vitest';
import { lintBank, type JoinedBank } from '../../src/bank/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const said = (joined: JoinedBank) => lintBank(joined).map(({ message }) => message);

const rpo = {
  id: 'rec.rpo',
  kind: 'quantity',
  dimension: 'duration',
  prompt: 'How much data may be lost?',
  weak: 'none',
  strong: '5 min',
};

const backups = {
  id: 'rec.backups',
  kind: 'table',
  key: 'name',
  columns: [
    { id: 'name', kind: 'text', required: true },
    { id: 'interval', kind: 'quantity', dimension: 'duration', ask: 'row' },
  ],
};

const sentence = { number: 1, ears: 'ubiquitous', shall: 'lose nothing older than {value}', verify: 'drill' };

const rule = {
  id: 'interval-above-rpo',
  for: 'rec.backups',
  fires_when: 'row.interval > 0.8 * a.rec.rpo',
  title: 'The backup of {row.name} runs too rarely for {a.rec.rpo}',
  examples: {
    fires: { 'rec.rpo': '24 h', 'rec.backups': [{ id: 'db', interval: '24 h' }] },
    quiet: { 'rec.rpo': '24 h', 'rec.backups': [{ id: 'db', interval: '1 h' }] },
  },
};

const text = { weak: 'soon', strong: 'within a day' };

describe('lintBank', () => {
  it('finds nothing in a sound bank', () => {
    expect(
      said(
        aBank()
          .question({ ...rpo, says: [sentence] }, backups)
          .rule(rule)
          .joined(),
      ),
    ).toEqual([]);
  });

  it.each<[string, Raw, string]>([
    [
      'a long prompt',
      { prompt: `How ${'very '.repeat(22)}long?` },
      'The prompt of rec.rpo has 119 characters; at most 110 fit.',
    ],
    [
      'two questions in one',
      { prompt: 'How much? And why?' },
      'The prompt of rec.rpo asks 2 questions; one is expected.',
    ],
    ['no weak example', { weak: undefined }, 'rec.rpo has no weak example.'],
    ['no strong example', { strong: undefined }, 'rec.rpo has no strong example.'],
    [
      'too many incidents',
      { incidents: ['a', 'b', 'c', 'd'] },
      'rec.rpo names 4 incidents; at most 3 are shown.',
    ],
    [
      'a sentence without its part',
      { says: [{ ...sentence, ears: 'unwanted' }] },
      'Sentence 1 is of the pattern unwanted and has no `if`.',
    ],
    [
      'one number for two sentences',
      { says: [sentence, sentence] },
      'The number 1 of REC is taken by a sentence of rec.rpo.',
    ],
    ['a retired number', { says: [{ ...sentence, number: 7 }] }, 'The number 7 of REC is retired.'],
    [
      'an unknown placeholder',
      { says: [{ ...sentence, shall: 'keep {valeu}' }] },
      'The placeholder {valeu} stands for nothing here.',
    ],
    [
      'a placeholder for no question',
      { says: [{ ...sentence, shall: 'keep {a.rec.rto}' }] },
      'The placeholder {a.rec.rto} stands for nothing here.',
    ],
    [
      'a placeholder for no fact',
      { says: [{ ...sentence, shall: 'keep {f.rest}' }] },
      'The placeholder {f.rest} stands for nothing here.',
    ],
    [
      'a placeholder for a row where none is',
      { says: [{ ...sentence, shall: 'keep {row.name}' }] },
      'The placeholder {row.name} stands for nothing here.',
    ],
    [
      'an unknown placeholder in a scenario',
      { says: [{ ...sentence, scenario: { when: 'lost {x}', then: 'kept' } }] },
      'The placeholder {x} stands for nothing here.',
    ],
  ])('finds %s', (_what, over, message) => {
    const whole: Raw = { ...rpo, ...over };
    const question = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
    expect(said(aBank().retired('REC', 7).question(question).joined())).toEqual([message]);
  });

  it.each<[string, Raw, RegExp]>([
    [
      'a strong example of another dimension',
      { strong: '5 MB' },
      /^`strong` of rec\.rpo is not a valid answer: /,
    ],
    [
      'a strong example that is not in the stored form',
      { strong: '5 minutes' },
      /^`strong` of rec\.rpo is not a valid answer: /,
    ],
    [
      'a default beyond the bounds',
      { default: '2 d', max: '1 d' },
      /^`default` of rec\.rpo is not a valid answer: /,
    ],
    ['a bound that is no quantity', { max: 'a day' }, /^`max` is not a valid answer: /],
    ['a unit of another dimension', { units: ['min', 'MB'] }, /^The unit MB is not a valid answer: /],
    [
      'a condition that does not parse',
      { when: 'a.arc.cache ==' },
      /^rec\.rpo: The condition does not parse/,
    ],
    [
      'a condition that does not fit its types',
      { when: "a.arc.cache == 'yes'" },
      /^rec\.rpo: The types of the condition/,
    ],
    ['size() in a condition', { when: 'size(a.arc.cache) > 1.0' }, /^rec\.rpo: .*size/],
    ['has() in a condition', { when: 'has(a.arc.cache)' }, /^rec\.rpo: .*has/],
    ['a condition that is no yes or no', { when: 'a.arc.load + 1.0' }, /^rec\.rpo: The condition comes to/],
  ])('finds %s', (_what, over, message) => {
    const bank = aBank().question(
      { id: 'arc.cache', kind: 'confirm' },
      { id: 'arc.load', kind: 'quantity', dimension: 'count', weak: 'some', strong: '4' },
      { ...rpo, ...over },
    );
    const [first, ...others] = said(bank.joined());
    expect(first).toMatch(message);
    expect(others.filter((other) => !message.test(other))).toEqual([]);
  });

  it.each<[string, Raw, string]>([
    ['nothing to choose from', {}, 'arc.store is a choice with nothing to choose from.'],
    [
      'two sources of options',
      { options: [{ id: 'a' }], of: 'arc.rows' },
      'arc.store is a choice with both `options` and `of`.',
    ],
    ['an option twice', { options: [{ id: 'a' }, { id: 'a' }] }, 'arc.store has the option a twice.'],
    [
      'a default that is no option',
      { options: [{ id: 'a' }], default: 'b' },
      'starts:`default` of arc.store is not a valid answer: ',
    ],
  ])('finds a choice with %s', (_what, over, message) => {
    const found = said(
      aBank()
        .question({ id: 'arc.store', kind: 'choice', ...over })
        .joined(),
    );
    expect(found).toHaveLength(1);
    if (message.startsWith('starts:')) expect(found[0]?.startsWith(message.slice(7))).toBe(true);
    else expect(found[0]).toBe(message);
  });

  it.each<[string, Raw, string]>([
    ['a key that is no column', { key: 'nome' }, 'The key of rec.backups, nome, is not a column.'],
    [
      'a key that cannot name a row',
      { key: 'interval' },
      'The key of rec.backups, interval, is a quantity column.',
    ],
    [
      'six columns with each row',
      { columns: ['name', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, kind: 'text', ask: 'row' })) },
      'rec.backups asks 6 columns with each row; at most 5 are.',
    ],
    [
      'a column twice',
      {
        columns: [
          { id: 'name', kind: 'text' },
          { id: 'name', kind: 'text' },
        ],
      },
      'rec.backups has the column name twice.',
    ],
    [
      'a column named like a key of every row',
      {
        columns: [
          { id: 'name', kind: 'text' },
          { id: 'source', kind: 'text' },
        ],
      },
      'The column source of rec.backups has the name of a key that every row has.',
    ],
    [
      'an owner its rows do not name',
      { of: 'arc.rows' },
      'The rows of rec.backups belong to arc.rows, and its first column does not refer to it.',
    ],
    [
      'a placeholder for no column',
      { says: [{ ...sentence, shall: 'run {row.nome}' }] },
      'The placeholder {row.nome} stands for nothing here.',
    ],
    [
      'a placeholder for its value',
      { says: [{ ...sentence, shall: 'run {value}' }] },
      'The placeholder {value} stands for nothing here.',
    ],
  ])('finds a table with %s', (_what, over, message) => {
    expect(
      said(
        aBank()
          .question({ ...backups, ...over })
          .joined(),
      ),
    ).toEqual([message]);
  });

  it('asks for the shape of a text that becomes part of a sentence, its own or that of another question', () => {
    const words = (id: string, over: Raw = {}) => ({ id, kind: 'text', ...text, ...over });
    const says = [{ ...sentence, shall: 'do {value} and {a.rec.b}' }];
    const bank = aBank().question(words('rec.b'), words('rec.a', { says }));
    expect(said(bank.joined())).toEqual([
      'The answer to rec.b becomes part of a sentence, and `expects` is missing.',
      'The answer to rec.a becomes part of a sentence, and `expects` is missing.',
    ]);
    const shaped = { expects: 'verb-phrase' };
    expect(
      said(
        aBank()
          .question(words('rec.b', shaped), words('rec.a', { says, ...shaped }))
          .joined(),
      ),
    ).toEqual([]);
  });

  it.each<[string, Raw, RegExp]>([
    [
      'a condition on a column that does not exist',
      { fires_when: 'row.intervall > 1.0' },
      /intervall is not a column/,
    ],
    ['a placeholder for no column', { title: 'The backup of {row.nome}' }, /^The placeholder \{row\.nome\}/],
    ['a value of its own', { probe: 'Why {value}?' }, /^The placeholder \{value\}/],
    [
      'an example that names no question',
      { examples: { fires: { 'rec.gone': '1 h' }, quiet: {} } },
      /^rec\.gone in the example `fires` of interval-above-rpo is not a question\.$/,
    ],
    [
      'an example with a value that does not fit',
      { examples: { fires: {}, quiet: { 'rec.rpo': '1 MB' } } },
      /^rec\.rpo in the example `quiet` of .* is not a valid answer: /,
    ],
    ['an archetype nobody can choose', { archetypes: ['http-apy'] }, /^http-apy is not an archetype\.$/],
    ['too many incidents', { incidents: ['a', 'b', 'c', 'd'] }, /names 4 incidents/],
  ])('finds a rule with %s', (_what, over, message) => {
    const routing = { id: 'arc.archetypes', kind: 'many', options: [{ id: 'http-api' }, { id: 'worker' }] };
    const found = said(
      aBank()
        .question(routing, rpo, backups)
        .rule({ ...rule, ...over })
        .joined(),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('finds migrations that lead nowhere', () => {
    const bank = aBank()
      .named('core', { version: 3 })
      .question(rpo)
      .migration(
        { from: 1, rename: { 'rec.loss': 'rec.lost' } },
        { from: 2, rename: { 'rec.lost': 'rec.rpo' }, ask_again: ['rec.gone'] },
        { from: 3 },
      );
    expect(said(bank.joined())).toEqual([
      'The migration of core from 2 leads to rec.gone, which is not a question.',
      'The migration of core from 3 starts at the present version 3, or after it.',
    ]);
  });

  it('looks for incidents when it is given the list', () => {
    const joined = aBank()
      .question({ ...rpo, incidents: ['gitlab-2017'] })
      .joined();
    expect(lintBank(joined, []).map(({ message }) => message)).toEqual([
      'The question rec.rpo names the incident gitlab-2017, which does not exist.',
    ]);
  });
});
