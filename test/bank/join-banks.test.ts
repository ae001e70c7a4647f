import { describe, expect, it } from 'vitest';
import { joinBanks, parseBank, type Bank, type FactSignature, type Incident } from '../../src/bank/index.js';
import { problemText } from '../../src/kernel/index.js';
import { aBank } from '../helpers/a-bank.js';

function said(banks: readonly Bank[], facts: readonly FactSignature[] = [], incidents?: readonly Incident[]) {
  const joined = joinBanks(banks, facts, incidents);
  return joined.ok ? [] : joined.error.map(({ message }) => message);
}

const confirm = { kind: 'confirm' };
const table = (id: string, over: object = {}) => ({
  id,
  kind: 'table',
  key: 'name',
  columns: [{ id: 'name', kind: 'text', required: true }],
  ...over,
});

describe('joinBanks', () => {
  const core = aBank()
    .section('rec', { order: 90 })
    .section('arc', { order: 10 })
    .question({ id: 'rec.drill', ...confirm }, { id: 'arc.cache', ...confirm });

  it('asks in the order of the sections, then of the banks', () => {
    const team = aBank()
      .named('team')
      .section('pay', { order: 50 })
      .question({ id: 'pay.retries', ...confirm })
      .build();
    const more = {
      ...team,
      questions: [
        ...team.questions,
        ...aBank()
          .question({ id: 'arc.team', ...confirm })
          .build().questions,
      ],
    };
    const joined = joinBanks([core.build(), more], []);
    expect(joined.ok && joined.value.questions.map(({ id }) => id)).toEqual([
      'arc.cache',
      'arc.team',
      'pay.retries',
      'rec.drill',
    ]);
  });

  it('finds everything by its id', () => {
    const joined = core.term('rpo').rule({ id: 'no-drill', fires_when: '!a.rec.drill' }).joined();
    expect(joined.question('rec.drill')?.kind).toBe('confirm');
    expect(joined.section('arc')?.order).toBe(10);
    expect(joined.rule('no-drill')?.severity).toBe('high');
    expect(joined.term('rpo')?.means).toBe('What rpo means.');
    expect(joined.question('rec.none')).toBeUndefined();
  });

  it('joins word lists and keeps what each bank says of itself', () => {
    const http = aBank()
      .named('http-api', { archetype: 'http-api', version: 3 })
      .lexicon('vague', 'soon', 'fast');
    const joined = core.lexicon('vague', 'fast').joined(http.build());
    expect(joined.lexicons).toEqual({ vague: ['fast', 'soon'] });
    expect(joined.banks).toEqual([
      { id: 'core', version: 1 },
      { id: 'http-api', version: 3, archetype: 'http-api' },
    ]);
    expect(joined.archetypeOf('http-api')).toBe('http-api');
    expect(joined.archetypeOf('core')).toBeUndefined();
  });

  it('refuses ids and codes that two banks share', () => {
    const team = core.named('team').term('rpo').build();
    expect(said([core.term('rpo').build(), team])).toEqual([
      'The section rec is defined twice; first in the bank core.',
      'The section arc is defined twice; first in the bank core.',
      'The question rec.drill is defined twice; first in the bank core.',
      'The question arc.cache is defined twice; first in the bank core.',
      'The term rpo is defined twice; first in the bank core.',
    ]);
    const other = aBank().named('team').section('rcv', { code: 'REC' }).build();
    expect(said([core.build(), other])).toEqual(['The sections rec and rcv share the code REC.']);
    expect(said([core.build(), aBank().build()])).toEqual(['Two banks have the id core.']);
  });
});

describe('a reference to nothing', () => {
  it.each<[string, object, string]>([
    ['a term', { terms: ['rpoo'] }, 'The question rec.drill names the term rpoo, which does not exist.'],
    [
      'an answer it rests on',
      { rests_on: ['rec.gone'] },
      'The question rec.drill names the question rec.gone, which does not exist.',
    ],
    [
      'a question in `when`',
      { when: 'a.arc.gone' },
      'The question rec.drill names the question arc.gone, which does not exist.',
    ],
    [
      'a question in a function',
      { when: "known('arc.gone')" },
      'The question rec.drill names the question arc.gone, which does not exist.',
    ],
    [
      'a fact in `when`',
      { when: 'f.gone > 1.0' },
      'The question rec.drill names the fact f.gone, which does not exist.',
    ],
    [
      'a table',
      { kind: 'choice', of: 'arc.cache' },
      'The question rec.drill names the table arc.cache, which does not exist.',
    ],
    [
      'an incident',
      { incidents: ['gitlab-2017'] },
      'The question rec.drill names the incident gitlab-2017, which does not exist.',
    ],
  ])('is refused: %s', (_what, over, message) => {
    const bank = aBank()
      .question({ id: 'arc.cache', ...confirm }, { id: 'rec.drill', ...confirm, ...over })
      .term('rpo')
      .build();
    expect(said([bank], [], [])).toEqual([message]);
  });

  it('is refused in a rule, and in what a fact needs', () => {
    const bank = aBank()
      .question({ id: 'arc.cache', ...confirm })
      .rule({ id: 'one', fires_when: 'f.load > 1.0', for: 'arc.rows', merges_with: ['two'] })
      .build();
    const facts: readonly FactSignature[] = [{ id: 'f.load', type: 'double', inputs: ['arc.gone.rate'] }];
    expect(said([bank], facts)).toEqual([
      'The rule one names the table arc.rows, which does not exist.',
      'The rule one names the rule two, which does not exist.',
      'The rule one names the question arc.gone, which does not exist.',
    ]);
  });

  it('is not looked for among incidents when no list of them is given', () => {
    expect(
      said([
        aBank()
          .question({ id: 'arc.cache', ...confirm, incidents: ['unheard-of'] })
          .build(),
      ]),
    ).toEqual([]);
  });
});

describe('a condition that looks forward', () => {
  const later = { id: 'rec.last', ...confirm };
  const facts: readonly FactSignature[] = [
    { id: 'f.direct', type: 'bool', inputs: ['rec.last'] },
    { id: 'f.chained', type: 'bool', inputs: ['f.direct'] },
    { id: 'f.round', type: 'bool', inputs: ['f.round', 'rec.first'] },
  ];
  const joinedWith = (over: object) =>
    said(
      [
        aBank()
          .question({ id: 'rec.first', ...confirm, ...over }, later)
          .build(),
      ],
      facts,
    );

  it.each<[string, object, string]>([
    ['in `when`', { when: 'a.rec.last' }, 'A condition of rec.first reads rec.last: asked later.'],
    ['in a function', { when: "asked('rec.last')" }, 'A condition of rec.first reads rec.last: asked later.'],
    ['at itself', { when: 'a.rec.first' }, 'A condition of rec.first reads rec.first: the same question.'],
    [
      'through a fact',
      { when: 'f.direct' },
      'A condition of rec.first reads f.direct, which needs rec.last: asked later.',
    ],
    [
      'through a fact of a fact',
      { when: 'f.chained' },
      'A condition of rec.first reads f.chained, which needs rec.last: asked later.',
    ],
    [
      'in a sentence',
      { says: [{ number: 1, ears: 'ubiquitous', when: 'a.rec.last', shall: 'drill', verify: 'drill' }] },
      'A condition of rec.first reads rec.last: asked later.',
    ],
  ])('is refused %s', (_where, over, message) => {
    expect(joinedWith(over)).toEqual([message]);
  });

  it('is refused in a circle of facts once, without end', () => {
    expect(joinedWith({ when: 'f.round' })).toEqual([
      'A condition of rec.first reads f.round, which needs rec.first: the same question.',
    ]);
  });

  it('may read its own question in a sentence, and earlier ones anywhere', () => {
    const says = [{ number: 1, ears: 'ubiquitous', when: 'a.rec.first', shall: 'drill', verify: 'drill' }];
    expect(joinedWith({ says })).toEqual([]);
    const bank = aBank().question(
      { id: 'rec.first', ...confirm },
      { ...later, when: 'a.rec.first && !f.round' },
    );
    expect(said([bank.build()], facts)).toEqual([]);
  });

  it('is refused in tables that take rows of a later table, and not in one that refers to itself', () => {
    const own = { id: 'next', kind: 'choice', of: 'rec.steps' };
    const steps = table('rec.steps', { columns: [{ id: 'name', kind: 'text' }, own] });
    const calls = table('rec.calls', { of: 'rec.steps' });
    expect(said([aBank().question(steps, calls).build()])).toEqual([]);
    expect(said([aBank().question(calls, steps).build()])).toEqual([
      'rec.calls takes rows of rec.steps, which is asked later.',
    ]);
  });

  it('is refused in a column that waits for a column behind it', () => {
    const columns = [
      { id: 'name', kind: 'text', required: true },
      { id: 'limit', kind: 'quantity', dimension: 'count', when: 'row.bounded' },
      { id: 'bounded', kind: 'confirm' },
    ];
    expect(said([aBank().question(table('rec.queues', { columns })).build()])).toEqual([
      'The column limit of rec.queues waits for the column bounded behind it.',
    ]);
  });

  it('is shown at its line', () => {
    const text = `format: 1
bank: core
version: 1
section: { id: rec, code: REC, title: Recovery, order: 1, intro: What breaks. }
questions:
  - { id: rec.first, kind: confirm, prompt: One?, why: It matters., when: a.rec.last }
  - { id: rec.last, kind: confirm, prompt: Two?, why: It matters., terms: [none] }
`;
    const bank = parseBank({ id: 'core', files: [{ path: 'core.yaml', text }] });
    const joined = bank.ok ? joinBanks([bank.value], []) : bank;
    expect(joined.ok ? [] : joined.error.map(problemText)).toEqual([
      'core.yaml:7:75: The question rec.last names the term none, which does not exist. Correct the name, or define it.',
      'core.yaml:6:75: A condition of rec.first reads rec.last: asked later. Move the question behind what it needs, or need something earlier.',
    ]);
  });
});
