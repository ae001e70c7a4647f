import { describe, expect, it } from 'vitest';
import { archetypeFlaws, conditionFlaws, migrationFlaws, ruleFlaws } from '../../src/bank/lint-bank-rules.js';
import { sectionFlaws } from '../../src/bank/lint-bank-section.js';
import { lintBank } from '../../src/bank/lint-bank.js';
import type { Migration } from '../../src/bank/bank.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const name = { id: 'name', kind: 'text', required: true };
const cache = { id: 'arc.cache', kind: 'confirm' };
const rows = {
  id: 'arc.rows',
  kind: 'table',
  key: 'name',
  columns: [name, { id: 'size', kind: 'quantity', dimension: 'count' }],
};
const FIT = "Quantities and counts are doubles: write 2.0 or q('250 ms'). Options and texts are strings.";

describe('the conditions of a bank', () => {
  const flawsOf = (...questions: readonly Raw[]) =>
    conditionFlaws(
      aBank()
        .question(cache, ...questions)
        .joined(),
    );
  const sentence = { number: 1, ears: 'ubiquitous', shall: 'hold', verify: 'test' };
  const noBool = {
    code: 'expression-not-bool',
    hint: 'Compare it with something, for example > 0.8.',
  };

  it('are read in questions, columns, sentences, options and rules, each at its place', () => {
    const says = [sentence, { ...sentence, number: 2, when: "row.id + ''" }];
    const columns = [name, { id: 'next', kind: 'text', when: 'row.name' }];
    const options = [{ id: 'a' }, { id: 'b', says: [{ ...sentence, when: 'a.arc.mode' }] }];
    const bank = aBank()
      .question(
        cache,
        { ...rows, columns, says, when: "status('arc.cache')" },
        { id: 'arc.mode', kind: 'choice', options },
      )
      .rule(
        { id: 'odd', fires_when: "count('arc.rows')" },
        { id: 'row', for: 'arc.rows', fires_when: 'row.id' },
      );
    const flaw = (subject: string, path: readonly (string | number)[], type: string) => ({
      ...noBool,
      subject,
      path,
      message: `${subject.split(' ')[1] ?? ''}: The condition comes to ${type}, not to true or false.`,
    });
    expect(conditionFlaws(bank.joined())).toEqual([
      flaw('question arc.rows', ['when'], 'string'),
      flaw('question arc.rows', ['columns', 1, 'when'], 'string'),
      flaw('question arc.rows', ['says', 1, 'when'], 'string'),
      flaw('question arc.mode', ['options', 1, 'says', 0, 'when'], 'string'),
      flaw('rule odd', ['fires_when'], 'double'),
      flaw('rule row', ['fires_when'], 'string'),
    ]);
  });

  it('are told once for each problem', () => {
    expect(flawsOf({ id: 'arc.a', when: 'a.arc.cache == 1 || size(x) > 2' })).toEqual([
      {
        subject: 'question arc.a',
        path: ['when'],
        code: 'integer-literal',
        message: 'arc.a: 1 is an integer, and all numbers of answers are doubles.',
        hint: 'Write 1.0.',
      },
      {
        subject: 'question arc.a',
        path: ['when'],
        code: 'refused-function',
        message: 'arc.a: size() is not a function of conditions.',
        hint: "size() gives an integer, which cannot be compared with our numbers. Write count('section.table') instead.",
      },
      {
        subject: 'question arc.a',
        path: ['when'],
        code: 'integer-literal',
        message: 'arc.a: 2 is an integer, and all numbers of answers are doubles.',
        hint: 'Write 2.0.',
      },
    ]);
    expect(flawsOf({ id: 'arc.a', when: "a.arc.cache == 'yes'" })).toEqual([
      {
        subject: 'question arc.a',
        path: ['when'],
        code: 'expression-type',
        message: 'arc.a: The types of the condition do not fit: no such overload: bool == string.',
        hint: FIT,
      },
    ]);
    expect(flawsOf({ id: 'arc.a', when: 'a.arc.cache' })).toEqual([]);
  });

  it('may read a row in a table only, and not in the condition of the table', () => {
    const columns = [name, { id: 'next', kind: 'text', when: "row.name == 'x'" }];
    expect(flawsOf({ ...rows, columns })).toEqual([]);
    expect(flawsOf({ ...rows, when: "row.name == 'x'" })).toEqual([
      {
        subject: 'question arc.rows',
        path: ['when'],
        code: 'row-without-table',
        message: 'arc.rows: row.name is read where there is no row.',
        hint: "Add for: section.table, or read the rows with rows('section.table').",
      },
    ]);
  });
});

describe('a rule', () => {
  const flawsOf = (raw: Raw) => {
    const joined = aBank()
      .question(cache, rows)
      .rule({ id: 'odd', fires_when: 'a.arc.cache', ...raw })
      .joined();
    return joined.rules.flatMap((rule) => ruleFlaws(rule, joined));
  };
  const placeholder = (key: string, text: string, hint: string) => ({
    subject: 'rule odd',
    path: [key],
    code: 'lint-placeholder',
    message: `The placeholder {${text}} stands for nothing here.`,
    hint,
  });

  it('is looked at in its title, why and probe', () => {
    expect(flawsOf({ title: 'A {value}', why: 'B {row.name}', probe: 'C {a.arc.cach}' })).toEqual([
      placeholder(
        'title',
        'value',
        'A rule has no value of its own; write {a.section.name} or {row.column}.',
      ),
      placeholder('why', 'row.name', 'There is no row here; write {a.section.name}.'),
      placeholder('probe', 'a.arc.cach', 'Did you mean {a.arc.cache}?'),
    ]);
  });

  it('speaks of the row of its table, and of no other', () => {
    expect(flawsOf({ for: 'arc.rows', title: 'A {row.name} {row.id} {row.nam}' })).toEqual([
      placeholder('title', 'row.nam', 'Did you mean {row.name}?'),
    ]);
    expect(flawsOf({ for: 'arc.cache', title: 'A {row.name}' })).toEqual([
      placeholder('title', 'row.name', 'There is no row here; write {a.section.name}.'),
    ]);
  });

  it('shows at most three incidents', () => {
    expect(flawsOf({ incidents: ['a', 'b', 'c'] })).toEqual([]);
    expect(flawsOf({ incidents: ['a', 'b', 'c', 'd', 'e'] })).toEqual([
      {
        subject: 'rule odd',
        path: ['incidents'],
        code: 'lint-incidents',
        message: 'odd names 5 incidents; at most 3 are shown.',
        hint: 'Keep the three that teach most.',
      },
    ]);
  });
});

describe('an archetype', () => {
  const routing = { id: 'arc.archetypes', kind: 'many', options: [{ id: 'http-api' }, { id: 'worker' }] };
  const unknown = {
    code: 'lint-archetype',
    message: 'cron is not an archetype.',
    hint: 'Known are http-api, worker.',
  };

  it('is one of those that can be chosen', () => {
    const joined = aBank().question(routing).joined();
    expect(archetypeFlaws({ subject: 'rule odd', ids: ['worker', 'cron', 'http-api'] }, joined)).toEqual([
      { ...unknown, subject: 'rule odd', path: ['archetypes'] },
    ]);
    expect(archetypeFlaws({ subject: 'bank', ids: ['cron'] }, joined)).toEqual([
      { ...unknown, subject: 'bank', path: ['archetype'] },
    ]);
  });

  it.each<[string, Raw]>([
    ['there is no such question', cache],
    ['one is chosen', { ...routing, kind: 'choice' }],
    ['its options are rows', { id: 'arc.archetypes', kind: 'many', of: 'arc.rows' }],
  ])('may be anything where %s', (_what, question) => {
    expect(archetypeFlaws({ subject: 'bank', ids: ['cron'] }, aBank().question(question).joined())).toEqual(
      [],
    );
  });

  it('is looked at in rules and in banks', () => {
    const bank = (archetype: string, ...archetypes: readonly string[]) =>
      lintBank(
        aBank()
          .named('core', { archetype })
          .question(routing)
          .rule({ id: 'odd', fires_when: 'true', archetypes })
          .joined(),
      );
    expect(bank('worker', 'http-api')).toEqual([]);
    expect(bank('cron', 'cron')).toEqual([unknown, unknown]);
  });
});

describe('a migration', () => {
  const flawsOf = (version: number, ...migrations: readonly Partial<Migration>[]) =>
    migrationFlaws(
      aBank()
        .named('core', { version })
        .question(cache)
        .migration(...migrations)
        .joined(),
    );
  const flaw = (index: number, from: number, said: string) => ({
    subject: 'bank',
    path: ['migrations', index],
    code: 'lint-migration',
    message: `The migration of core from ${String(from)} ${said}.`,
    hint: 'A migration goes from an older version to questions of the next one.',
  });

  it('starts before the present version', () => {
    expect(flawsOf(3, { from: 1 }, { from: 2 })).toEqual([]);
    expect(flawsOf(3, { from: 1 }, { from: 3 }, { from: 4 })).toEqual([
      flaw(1, 3, 'starts at the present version 3, or after it'),
      flaw(2, 4, 'starts at the present version 3, or after it'),
    ]);
  });

  it('leads to questions', () => {
    const gone = (id: string) => flaw(0, 1, `leads to ${id}, which is not a question`);
    expect(
      flawsOf(2, {
        from: 1,
        rename: { 'arc.a': 'arc.cache', 'arc.b': 'arc.lost' },
        split: { 'arc.c': ['arc.cache', 'arc.one', 'arc.two'] },
        merge: { 'arc.all': ['arc.x', 'arc.y'], 'arc.cache': ['arc.z'] },
        ask_again: ['arc.cache', 'arc.again'],
        drop: { 'arc.dropped': 'It is gone.' },
        retype: { 'arc.retyped': 'text' },
        map: { 'arc.mapped': { a: 'b' } },
      }),
    ).toEqual(['arc.lost', 'arc.one', 'arc.two', 'arc.all', 'arc.again'].map(gone));
  });

  it.each<[string, Partial<Migration>]>([
    ['renames it', { rename: { 'arc.lost': 'arc.cache' } }],
    ['splits it', { split: { 'arc.lost': ['arc.cache'] } }],
    ['merges it', { merge: { 'arc.cache': ['arc.lost'] } }],
    ['drops it', { drop: { 'arc.lost': 'It is gone.' } }],
  ])('may lead to a question of before, where a later one %s', (_what, later) => {
    const earlier = { rename: { 'arc.a': 'arc.lost' } };
    expect(flawsOf(3, { from: 1, ...earlier }, { from: 2, ...later })).toEqual([]);
    expect(flawsOf(3, { from: 1, ...later }, { from: 2, ...earlier })).toEqual([
      flaw(1, 2, 'leads to arc.lost, which is not a question'),
    ]);
  });
});

describe('the opening of a section', () => {
  const flawsOf = (words: number) =>
    aBank()
      .section('rec', {
        opening: {
          failure: 'Lost data',
          says: `\n  ${Array.from({ length: words }, () => 'word').join(' \n ')} `,
          incident: 'a',
        },
      })
      .build()
      .sections.flatMap(sectionFlaws);

  it('has at most 60 words', () => {
    expect(flawsOf(60)).toEqual([]);
    expect(flawsOf(61)).toEqual([
      {
        subject: 'section rec',
        path: ['opening', 'says'],
        code: 'lint-opening-length',
        message: 'The opening of rec has 61 words; at most 60 are read.',
        hint: 'Keep what goes wrong, and leave the remedy to the questions.',
      },
    ]);
  });

  it('need not be there', () => {
    expect(aBank().section('rec').build().sections.flatMap(sectionFlaws)).toEqual([]);
  });
});
