import { describe, expect, it } from 'vitest';
import type { Bank } from '../../src/bank/bank.js';
import { assembleBanks, joinBanks } from '../../src/bank/join-banks.js';
import { conditionsOf, readsOf, ruleConditions, sentencesOf } from '../../src/bank/join-banks-conditions.js';
import { tableReferences } from '../../src/bank/join-banks-dangling.js';
import { aBank } from '../helpers/a-bank.js';

const confirm = { kind: 'confirm' };

describe('two banks as one', () => {
  const coreOf = () =>
    aBank()
      .section('rec', { order: 20, title: 'Of core' })
      .section('arc', { order: 10 })
      .question(
        { id: 'rec.drill', ...confirm },
        { id: 'arc.cache', ...confirm },
        { id: 'rec.copy', ...confirm },
      )
      .rule({ id: 'no-drill', fires_when: '!a.rec.drill' })
      .term('drill', 'cache')
      .lexicon('vague', 'fast', 'soon')
      .retired('REC', 1, 2)
      .migration({ from: 1, drop: { 'rec.old': 'It is gone.' } })
      .build();
  const teamOf = () =>
    aBank()
      .named('team', { version: 4, archetype: 'worker' })
      .section('pay', { order: 15 })
      .section('log', { order: 10 })
      .question({ id: 'pay.retries', ...confirm }, { id: 'log.kept', ...confirm })
      .rule({ id: 'no-logs', fires_when: '!a.log.kept' })
      .term('log')
      .lexicon('vague', 'soon', 'often', 'fast')
      .lexicon('weasel', 'may')
      .retired('REC', 7)
      .retired('PAY', 3)
      .build();
  const joinedOf = () => assembleBanks([coreOf(), teamOf()], [{ id: 'f.load', type: 'double', inputs: [] }]);
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

  it('have their sections in order, those of one place as the banks stand', () => {
    const joined = joinedOf();
    expect(ids(joined.sections)).toEqual(['arc', 'log', 'pay', 'rec']);
    expect(joined.sections.map(({ bank }) => bank)).toEqual(['core', 'team', 'team', 'core']);
  });

  it('have their questions in the order of the sections, then of the files', () => {
    const joined = joinedOf();
    expect(ids(joined.questions)).toEqual([
      ...['arc.cache', 'log.kept', 'pay.retries', 'rec.drill', 'rec.copy'],
    ]);
  });

  it('put a question of no section at the end', () => {
    const core = coreOf();
    const team = teamOf();
    const lost = { ...core, sections: core.sections.filter(({ id }) => id !== 'arc') };
    expect(ids(assembleBanks([lost, team], []).questions)).toEqual([
      ...['log.kept', 'pay.retries', 'rec.drill', 'rec.copy', 'arc.cache'],
    ]);
  });

  it('have their rules, terms and facts one after the other', () => {
    const joined = joinedOf();
    expect(ids(joined.rules)).toEqual(['no-drill', 'no-logs']);
    expect(ids(joined.terms)).toEqual(['drill', 'cache', 'log']);
    expect(ids(joined.facts)).toEqual(['f.load']);
  });

  it('have the words of both lists once, and the numbers of both', () => {
    const joined = joinedOf();
    expect(joined.lexicons).toEqual({ vague: ['fast', 'soon', 'often'], weasel: ['may'] });
    expect(joined.retired_numbers).toEqual({ REC: [1, 2, 7], PAY: [3] });
  });

  it('keep what each says of itself', () => {
    const joined = joinedOf();
    expect(joined.banks).toEqual([
      { id: 'core', version: 1 },
      { id: 'team', version: 4, archetype: 'worker' },
    ]);
    expect(['core', 'team', 'other'].map(joined.archetypeOf)).toEqual([undefined, 'worker', undefined]);
    expect(Object.keys(joined.migrations)).toEqual(['core', 'team']);
    expect(joined.migrations['core']?.map(({ from, drop }) => ({ from, drop }))).toEqual([
      { from: 1, drop: { 'rec.old': 'It is gone.' } },
    ]);
    expect(joined.migrations['team']).toEqual([]);
  });

  it('find everything by its id, and nothing by another', () => {
    const team = teamOf();
    const joined = joinedOf();
    expect([
      joined.question('pay.retries'),
      joined.section('pay'),
      joined.rule('no-logs'),
      joined.term('log'),
    ]).toEqual([team.questions[0], team.sections[0], team.rules[0], team.terms[0]]);
    expect([joined.question('pay'), joined.section('log.kept'), joined.rule('x'), joined.term('x')]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('find the place where the first of them says it', () => {
    const core = coreOf();
    const team = teamOf();
    const at = (bank: Bank, file: string, known: string): Bank => ({
      ...bank,
      placeOf: (subject, path) => (subject === known ? { file, line: path?.length ?? 0 } : undefined),
    });
    const both = assembleBanks([at(core, 'core.yaml', 'term drill'), at(team, 'team.yaml', 'term log')], []);
    expect(both.placeOf('term log', ['id'])).toEqual({ file: 'team.yaml', line: 1 });
    expect(both.placeOf('term drill')).toEqual({ file: 'core.yaml', line: 0 });
    expect(both.placeOf('term x')).toBeUndefined();
    const same = assembleBanks([at(core, 'core.yaml', 'bank'), at(team, 'team.yaml', 'bank')], []);
    expect(same.placeOf('bank')).toEqual({ file: 'core.yaml', line: 0 });
  });

  it('are refused with the problems of every sort, doubles first', () => {
    const bank = aBank()
      .question(
        { id: 'rec.drill', ...confirm, when: 'a.rec.later', terms: ['x'] },
        { id: 'rec.later', ...confirm },
      )
      .build();
    const result = joinBanks([bank, { ...bank, questions: [] }], []);
    expect(result.ok ? [] : result.error.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'duplicate-id', place: undefined },
      { code: 'duplicate-id', place: undefined },
      { code: 'dangling-reference', place: undefined },
      { code: 'looks-forward', place: undefined },
    ]);
  });
});

describe('what a question holds', () => {
  const sentence = (number: number, when?: string) => ({
    number,
    ears: 'ubiquitous',
    shall: 'hold',
    verify: 'test',
    ...(when === undefined ? {} : { when }),
  });
  const bank = aBank()
    .question(
      {
        id: 'rec.rows',
        kind: 'table',
        key: 'name',
        of: 'rec.owners',
        when: 'true',
        columns: [
          { id: 'name', kind: 'choice', of: 'rec.owners' },
          { id: 'plain', kind: 'text' },
          { id: 'next', kind: 'many', of: 'rec.rows', when: 'row.plain' },
        ],
        says: [sentence(1), sentence(2, 'row.next')],
      },
      {
        id: 'rec.kind',
        kind: 'choice',
        options: [{ id: 'a' }, { id: 'b', says: [sentence(3), sentence(4, 'a.rec.kind')] }],
        says: [sentence(5)],
      },
      { id: 'rec.free' },
    )
    .rule(
      { id: 'one', for: 'rec.rows', fires_when: 'row.plain' },
      { id: 'two', for: 'rec.kind', fires_when: 'true' },
      { id: 'six', fires_when: 'false' },
    );

  it('are conditions, each with its place and its row', () => {
    const joined = bank.joined();
    const [rows, kind, free] = joined.questions;
    const of = (question: typeof rows) => (question === undefined ? [] : conditionsOf(question));
    const subject = 'question rec.rows';
    const owner = 'rec.rows';
    expect(of(rows)).toEqual([
      { subject, owner, text: 'true', path: ['when'], own: false },
      { subject, owner, text: 'row.plain', path: ['columns', 2, 'when'], own: true, row: rows },
      { subject, owner, text: 'row.next', path: ['says', 1, 'when'], own: true, row: rows },
    ]);
    expect(of(kind)).toEqual([
      {
        subject: 'question rec.kind',
        owner: 'rec.kind',
        text: 'a.rec.kind',
        path: ['options', 1, 'says', 1, 'when'],
        own: true,
      },
    ]);
    expect(of(free)).toEqual([]);
    const rule = { path: ['fires_when'], own: true };
    expect(ruleConditions(joined)).toEqual([
      { ...rule, subject: 'rule one', owner: 'one', text: 'row.plain', row: rows },
      { ...rule, subject: 'rule two', owner: 'two', text: 'true' },
      { ...rule, subject: 'rule six', owner: 'six', text: 'false' },
    ]);
  });

  it('are sentences, its own before those of its options', () => {
    const of = (id: string) => {
      const question = bank.joined().question(id);
      return question === undefined
        ? []
        : sentencesOf(question).map(({ sentence: { number }, path }) => [number, ...path].join(' '));
    };
    expect(of('rec.rows')).toEqual(['1 says 0', '2 says 1']);
    expect(of('rec.kind')).toEqual(['5 says 0', '3 options 1 says 0', '4 options 1 says 1']);
    expect(of('rec.free')).toEqual([]);
  });

  it('are references to tables, its own before those of its columns', () => {
    expect(bank.joined().questions.map(tableReferences)).toEqual([
      [
        { path: ['of'], id: 'rec.owners' },
        { path: ['columns', 0, 'of'], id: 'rec.owners' },
        { path: ['columns', 2, 'of'], id: 'rec.rows' },
      ],
      [],
      [],
    ]);
  });
});

describe('what a condition reads', () => {
  const facts = [
    { id: 'f.a', type: 'double' as const, inputs: ['f.b', 'rec.rows.size', 'rec.one'] },
    { id: 'f.b', type: 'double' as const, inputs: ['f.a', 'rec.two'] },
  ];

  it('is named by the condition or by a fact', () => {
    expect(readsOf("a.rec.x && f.a > 1.0 && known('rec.y')", facts)).toEqual([
      { question: 'rec.x' },
      { question: 'rec.y' },
      { question: 'rec.two', through: 'f.a' },
      { question: 'rec.rows', through: 'f.a' },
      { question: 'rec.one', through: 'f.a' },
    ]);
    expect(readsOf('f.gone > 1.0', facts)).toEqual([]);
    expect(readsOf('a.rec.x &&', facts)).toEqual([]);
  });
});
