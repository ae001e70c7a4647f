import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/bank/expression.js';

/** Each problem of a condition as `code@column`, its sentence and its hint. */
const said = (text: string): readonly string[] => {
  const parsed = parseExpression(text);
  if (parsed.ok) return [];
  return parsed.error.map(
    ({ code, column, message, hint }) => `${code}@${String(column)}: ${message} ${hint ?? ''}`,
  );
};

const KNOWN =
  'Known are q, known, asked, status, thin, count, rows, row_of, mentions, exists, exists_one, all, filter, map, contains, startsWith, endsWith, lowerAscii, upperAscii, trim.';
const LOOKS = "A condition looks like a.rec.rpo > q('5 min') && a.arc.tier == 'T0'.";
const READ = 'Read an answer as a.section.question, a fact as f.name, a cell as row.column.';
const FORM = "Compare answers, facts and cells, for example a.arc.tier in ['T0', 'T1'].";

describe('a condition that does not parse', () => {
  it.each([
    [
      'a.rec.rpo >',
      'expression-syntax@12: The condition does not parse at column 12: unexpected token: EOF.',
    ],
    ['', 'expression-syntax@1: The condition does not parse at column 1: unexpected token: EOF.'],
    [
      "a.con.notes == 'open",
      'expression-syntax@16: The condition does not parse at column 16: unterminated string.',
    ],
  ])('%j is told where, and how one looks', (text, message) => {
    expect(said(text)).toEqual([`${message} ${LOOKS}`]);
  });

  it('is told how long it may be', () => {
    const hint = 'Split the rule in two, or compute the figure as a fact.';
    expect(said(`a.con.notes == '${'x'.repeat(984)}'`)).toEqual([
      `expression-too-long@1001: The condition has 1001 characters; at most 1000 are allowed. ${hint}`,
    ]);
    expect(said(`a.con.notes == '${'x'.repeat(983)}'`)).toEqual([]);
  });

  it('is told when it is nested too deeply, and may be nested a little', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a.con.public${')'.repeat(depth)}`;
    expect(said(nested(10))).toEqual([]);
    expect(said(nested(60))).toEqual([
      expect.stringMatching(
        /^expression-too-deep@\d+: The condition is nested too deeply or has too many parts\. Split the rule in two, or compute the figure as a fact\.$/,
      ),
    ]);
  });
});

describe('a literal in a condition', () => {
  it('is no integer, wherever it stands', () => {
    const integer = (number: string, column: number) =>
      `integer-literal@${String(column)}: ${number} is an integer, and all numbers of answers are doubles. Write ${number}.0.`;
    expect(said('a.rec.rpo > 2')).toEqual([integer('2', 13)]);
    expect(said('-1 > 2.0')).toEqual([integer('1', 2)]);
    expect(said('[1, 2.0] == [3.0]')).toEqual([integer('1', 2)]);
    expect(said('!(1 == 2)')).toEqual([integer('1', 3), integer('2', 8)]);
    expect(said('1 ? 2 : 3')).toEqual([integer('1', 1), integer('2', 5), integer('3', 9)]);
    expect(said('a.con.notes.contains(1)')).toEqual([integer('1', 22)]);
    expect(said('f.attempts[1] > 2.0')).toEqual([integer('1', 12)]);
    expect(said('a.dep.goals.exists_one(g, g == 2)')).toEqual([integer('2', 32)]);
  });

  it.each([
    ['a.rec.rpo == null', 14],
    ['a.rec.rpo > 2u', 13],
    ["a.con.notes == b'x'", 16],
  ])('%j is a text, a number, true or false', (text, column) => {
    expect(said(text)).toEqual([
      `expression-literal@${String(column)}: A condition knows texts, numbers, true and false only. To ask whether an answer is there, write known('section.question').`,
    ]);
  });

  it('is none of a map or an optional field', () => {
    const form = `expression-form@1: A condition knows no map literals and no optional fields. ${FORM}`;
    expect(said('{}.x')).toEqual([form]);
    expect(said("{'a': 1.0}.a == 1.0")).toEqual([form]);
  });
});

describe('a function in a condition', () => {
  it.each([
    [
      'size(a.dep.goals) > 2.0',
      "refused-function@1: size() is not a function of conditions. size() gives an integer, which cannot be compared with our numbers. Write count('section.table') instead.",
    ],
    [
      'a.dep.goals.size() > 2.0',
      "refused-function@1: size() is not a function of conditions. size() gives an integer, which cannot be compared with our numbers. Write count('section.table') instead.",
    ],
    [
      'has(a.rec.rpo)',
      "refused-function@1: has() is not a function of conditions. has() takes an unknown answer for no. Write known('section.question') instead.",
    ],
    [
      "a.con.notes.matches('x')",
      'refused-function@1: matches() is not a function of conditions. A regular expression can hang. Write contains, startsWith or endsWith instead.',
    ],
    [
      "rows('dep.dependencies').exists()",
      "function-arguments@1: exists() has no name for the item it looks at. Name the item r, for example rows('dep.dependencies').exists(r, r.needed == 'hard').",
    ],
    ["knwon('rec.rpo')", 'unknown-function@1: knwon() is not a function of conditions. Did you mean known?'],
    [
      'a.con.notes.contain()',
      'unknown-function@1: contain() is not a function of conditions. Did you mean contains?',
    ],
    ['dyn(a.rec.rpo) > 2.0', `unknown-function@1: dyn() is not a function of conditions. ${KNOWN}`],
    ["'x'.whatever('y') == 'z'", `unknown-function@1: whatever() is not a function of conditions. ${KNOWN}`],
    ['toString(a.rec.rpo)', `unknown-function@1: toString() is not a function of conditions. ${KNOWN}`],
  ])('%j is refused with what to write instead', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    ['known()', "known() takes 1 argument, not 0. For example known('rec.rpo')."],
    ["known('rec.rpo', 'rec.loss')", "known() takes 1 argument, not 2. For example known('rec.rpo')."],
    ['asked()', "asked() takes 1 argument, not 0. For example asked('rec.rpo')."],
    ['status()', "status() takes 1 argument, not 0. For example status('rec.rpo')."],
    ['thin()', "thin() takes 1 argument, not 0. For example thin('rec.rpo')."],
    ['q()', "q() takes 1 argument, not 0. For example q('250 ms')."],
    ['count()', "count() takes 1 argument, not 0. For example count('dep.dependencies')."],
    ['rows()', "rows() takes 1 argument, not 0. For example rows('dep.dependencies')."],
    [
      "row_of('dep.dependencies')",
      "row_of() takes 2 arguments, not 1. For example row_of('dep.dependencies', row.id).",
    ],
    [
      "mentions('con.notes')",
      "mentions() takes 2 arguments, not 1. For example mentions('rec.rpo', 'vague').",
    ],
  ])('%j is told how many arguments it takes', (text, expected) => {
    expect(said(text)).toEqual([`function-arguments@1: ${expected}`]);
  });

  it.each([
    ['known(a.con.notes)', 7, 'known', "'rec.rpo'"],
    ['asked(a.con.notes)', 7, 'asked', "'rec.rpo'"],
    ['status(true)', 8, 'status', "'rec.rpo'"],
    ['thin(1.0)', 6, 'thin', "'rec.rpo'"],
    ['count(a.dep.goals) > 1.0', 7, 'count', "'dep.dependencies'"],
    ['rows(a.dep.goals)', 6, 'rows', "'dep.dependencies'"],
    ['q(1.0) > 1.0', 3, 'q', "'250 ms'"],
    ["mentions('con.notes', a.con.notes)", 23, 'mentions', "'vague'"],
    ['row_of(a.con.notes, row.id).x', 8, 'row_of', "'dep.dependencies'"],
  ])('%j names what it reads in place', (text, column, name, example) => {
    expect(said(text)).toEqual([
      `function-arguments@${String(column)}: ${name}() takes a text written in place, so that what is read can be known. For example ${example}.`,
    ]);
  });

  it('reads quantities as they are stored', () => {
    const noQuantity = (text: string) =>
      `quantity-literal@3: '${text}' is not a number with a unit. For example q('250 ms'), q('5 GiB') or q('99.9 %').`;
    expect(said("q('quick') > 1.0")).toEqual([noQuantity('quick')]);
    expect(said("q('5minutes') > 1.0")).toEqual([noQuantity('5minutes')]);
    expect(said("q('5 min') > 1.0")).toEqual([]);
    expect(said("q('250') > 1.0")).toEqual([]);
  });
});

describe('a name in a condition', () => {
  it.each([
    ['a', 'a'],
    ['f > 1.0', 'f'],
    ['row == 1.0', 'row'],
  ])('%j cannot stand alone', (text, name) => {
    expect(said(text)).toEqual([`expression-path@1: ${name} cannot stand alone. ${READ}`]);
  });

  it.each([
    ['a.rec > 1.0', 'a.rec'],
    ['a.rec.rpo.base > 1.0', 'a.rec.rpo.base'],
    ['f.a.b > 1.0', 'f.a.b'],
    ['row.a.b > 1.0', 'row.a.b'],
  ])('%j has as many parts as what it reads', (text, name) => {
    expect(said(text)).toEqual([`expression-path@1: ${name} is not something a condition can read. ${READ}`]);
  });

  it.each([
    ['x', 'x', 1],
    ['b.rec.rpo', 'b', 1],
    ["'a'.startsWith(x)", 'x', 16],
    ['a.con.public && r.x', 'r', 17],
    ["rows('dep.dependencies').exists(r, r.timeout > s.timeout)", 's', 48],
    ["rows('dep.dependencies').exists(r, true) && r.timeout", 'r', 45],
  ])('%j is known where it stands', (text, name, column) => {
    expect(said(text)).toEqual([
      `unknown-name@${String(column)}: ${name} is not a name a condition knows. ${READ}`,
    ]);
  });

  it.each(['row', 'a', 'f'])('%s has a meaning and names no item', (name) => {
    expect(said(`rows('dep.dependencies').exists(${name}, true)`)).toEqual([
      `expression-path@33: ${name} has a meaning of its own and cannot name an item. Name the item r.`,
    ]);
  });

  it('is followed by brackets only where it is a fact about rows', () => {
    const form =
      "expression-form@1: Only a fact about rows is read with brackets. Write f.name[row.id], or row_of('section.table', row.column) for a row.";
    expect(said("a.dep.goals[0.0] == 'x'")).toEqual([form]);
    expect(said("a['rec'].rpo > 1.0")).toEqual([`expression-path@1: a cannot stand alone. ${READ}`, form]);
    expect(said("f.attempts['db'] > 1.0")).toEqual([]);
  });
});
