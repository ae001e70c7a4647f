import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../src/bank/expression-check.js';
import type { ConditionTypes } from '../../src/bank/expression-types.js';
import { condition, dependencies, types } from './expression-fixture.js';

const withRow: ConditionTypes = { ...types, row: dependencies };

/** Each problem as `code@column`, its sentence and its hint. */
const said = (text: string, against: ConditionTypes = withRow): readonly string[] =>
  checkExpression(condition(text), against).map(
    ({ code, column, message, hint }) => `${code}@${String(column)}: ${message} ${hint ?? ''}`,
  );

const FIT = "Quantities and counts are doubles: write 2.0 or q('250 ms'). Options and texts are strings.";
const COMPARE = 'Compare it with something, for example > 0.8.';

describe('a name that the bank does not have', () => {
  it.each([
    ['a.rec.rpoo > 1.0', 'unknown-question@1: rec.rpoo is not a question. Did you mean rec.rpo?'],
    ["known('rec.lost')", 'unknown-question@7: rec.lost is not a question. Did you mean rec.loss?'],
    ["count('rec.goals') > 1.0", 'unknown-question@7: rec.goals is not a question. Did you mean dep.goals?'],
    [
      "rows('dep.dependency').exists(r, true)",
      'unknown-question@6: dep.dependency is not a question. Did you mean dep.dependencies?',
    ],
    [
      'a.zzz.zzzzzzzzz',
      'unknown-question@1: zzz.zzzzzzzzz is not a question. Known are arc.archetypes, arc.state, arc.tier, con.notes, con.public, dep.dependencies, dep.goals, rec.rpo, rec.loss, wrk.batch.',
    ],
    ['f.bugdet > 1.0', 'unknown-fact@1: f.bugdet is not a fact. Did you mean f.budget?'],
    [
      'f.zzzzzzzzz > 1.0',
      'unknown-fact@1: f.zzzzzzzzz is not a fact. Known are f.budget, f.attempts, f.cycle.',
    ],
    [
      'row.timeuot > 1.0',
      'unknown-column@1: timeuot is not a column of dep.dependencies. Did you mean timeout?',
    ],
    [
      'row.zzzzzzzzzz == 1.0',
      'unknown-column@1: zzzzzzzzzz is not a column of dep.dependencies. Known are id, name, needed, timeout, retried, attempts, next, modes.',
    ],
    ["mentions('con.notes', 'vauge')", 'unknown-lexicon@23: vauge is not a lexicon. Did you mean vague?'],
    [
      "mentions('con.notes', 'zzzzzzzzz')",
      'unknown-lexicon@23: zzzzzzzzz is not a lexicon. Known are vague.',
    ],
  ])('is told in %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('is told with all known names while they are no more than twelve', () => {
    const facts = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `f.n${String(at)}`,
        type: 'double' as const,
        inputs: [],
      }));
    const hint = (count: number) => said('f.something_else > 1.0', { ...types, facts: facts(count) });
    const message = 'unknown-fact@1: f.something_else is not a fact.';
    expect(hint(0)).toEqual([`${message} Correct the name, or add it to the bank.`]);
    expect(hint(1)).toEqual([`${message} Known are f.n0.`]);
    expect(hint(12)).toEqual([
      `${message} Known are f.n0, f.n1, f.n2, f.n3, f.n4, f.n5, f.n6, f.n7, f.n8, f.n9, f.n10, f.n11.`,
    ]);
    expect(hint(13)).toEqual([`${message} Correct the name, or add it to the bank.`]);
  });

  it('is told before types are, each where it stands first', () => {
    expect(said("f.gone > a.rec.lost && a.rec.rpo > 'x' && f.gone > 2.0")).toEqual([
      'unknown-question@10: rec.lost is not a question. Did you mean rec.loss?',
      'unknown-fact@1: f.gone is not a fact. Known are f.budget, f.attempts, f.cycle.',
    ]);
  });

  it('is none where a cell is read and no row is there', () => {
    const hint = "Add for: section.table, or read the rows with rows('section.table').";
    expect(said('row.timeout > 1.0', types)).toEqual([
      `row-without-table@1: row.timeout is read where there is no row. ${hint}`,
    ]);
    expect(said("row.id == 'x'", types)).toEqual([
      `row-without-table@1: row.id is read where there is no row. ${hint}`,
    ]);
  });
});

describe('a question of another kind', () => {
  it('is a table where one answer is read', () => {
    expect(said('a.dep.dependencies == true')).toEqual([
      "table-as-answer@1: dep.dependencies is a table and has no value of its own. Give the rule for: dep.dependencies and read row.column, or write rows('dep.dependencies') or count('dep.dependencies').",
    ]);
  });

  it.each([
    ['con.notes', 'prose'],
    ['con.public', 'confirm'],
    ['arc.tier', 'choice'],
    ['rec.rpo', 'quantity'],
  ])('is %s where things are counted', (id, kind) => {
    expect(said(`count('${id}') > 1.0`)).toEqual([
      `uncountable@7: ${id} is ${kind} and cannot be counted. count() takes a table, a list or a many question.`,
    ]);
  });

  it('is a table, a list or many where things are counted', () => {
    const each = ['dep.dependencies', 'dep.goals', 'arc.archetypes'];
    expect(each.flatMap((id) => said(`count('${id}') > 1.0`))).toEqual([]);
  });

  it.each([
    ['dep.goals', 'list'],
    ['arc.archetypes', 'many'],
    ['con.notes', 'prose'],
  ])('is %s where rows are read', (id, kind) => {
    expect(said(`rows('${id}').exists(r, true)`)).toEqual([
      `not-a-table@6: ${id} is ${kind} and has no rows. Read it as a.${id}.`,
    ]);
  });
});

describe('what a condition comes to', () => {
  it.each([
    ['a.rec.rpo * 2.0', 'double'],
    ['a.rec.loss', 'double'],
    ['a.con.notes', 'string'],
    ['a.arc.tier', 'string'],
    ['a.arc.archetypes', 'list<string>'],
    ['a.dep.goals', 'list<string>'],
    ['row.id', 'string'],
    ['row.name', 'string'],
    ['row.needed', 'string'],
    ['row.next', 'string'],
    ['row.modes', 'list<string>'],
    ['row.timeout', 'double'],
    ['f.budget', 'double'],
    ['f.cycle', 'list<string>'],
    ['f.attempts', 'map<string, double>'],
    ["f.attempts['db']", 'double'],
    ["count('dep.goals')", 'double'],
    ["q('1 s')", 'double'],
    ["status('rec.rpo')", 'string'],
    ["rows('dep.dependencies')", 'list<Row_dep_dependencies>'],
    ["row_of('dep.dependencies', row.next)", 'Row_dep_dependencies'],
  ])('is true or false, and not %s', (text, type) => {
    expect(said(text)).toEqual([
      `expression-not-bool@1: The condition comes to ${type}, not to true or false. ${COMPARE}`,
    ]);
  });

  it.each([
    'a.con.public',
    'row.retried',
    "known('rec.rpo')",
    "asked('rec.rpo')",
    "thin('rec.rpo')",
    "mentions('con.notes', 'vague')",
    "row.id == 'db'",
    "rows('dep.dependencies').exists(r, r.id == 'db')",
  ])('is true or false in %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('types that do not fit', () => {
  it.each([
    ["a.rec.rpo > 'x'", 1, 'no such overload: double > string'],
    ['a.con.notes || true', 1, "Logical operator requires bool operands, got 'string'"],
    ['row.retried > 1.0', 1, 'no such overload: bool > double'],
    ["rows('dep.dependencies').exists(r, r.nope > 1.0)", 38, 'No such key: nope'],
    [
      "row_of('dep.dependencies', row.retried).timeout > 1.0",
      32,
      'row_of() takes the id of a row, not a bool',
    ],
    [
      "row_of('dep.dependencies', q('1 s')).timeout > 1.0",
      28,
      'row_of() takes the id of a row, not a double',
    ],
  ])('are told of %s', (text, column, message) => {
    expect(said(text)).toEqual([
      `expression-type@${String(column)}: The types of the condition do not fit: ${message}. ${FIT}`,
    ]);
  });
});
