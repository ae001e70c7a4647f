import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../src/bank/expression-check.js';
import { condition, dependencies, types } from './expression-fixture.js';

/** Each text that is no option, with its column and the hint. */
const strays = (text: string): readonly string[] =>
  checkExpression(condition(text), { ...types, row: dependencies }).map(
    ({ code, column, message, hint }) => `${code}@${String(column)}: ${message} ${hint ?? ''}`,
  );

const stray = (option: string, column: number, hint: string) =>
  `unknown-option@${String(column)}: '${option}' is none of the options it is compared with. ${hint}`;

describe('a text that is compared with options', () => {
  it.each([
    ["a.arc.state == 'stateles'", 'stateles', 16, "Did you mean 'stateless'?"],
    ["a.arc.state != 'stateles'", 'stateles', 16, "Did you mean 'stateless'?"],
    ["'stateles' == a.arc.state", 'stateles', 1, "Did you mean 'stateless'?"],
    ["a.arc.state == 'zzzzzzzzzzz'", 'zzzzzzzzzzz', 16, 'The options are stateless, stateful.'],
    ["'zzzzzzzz' in a.arc.archetypes", 'zzzzzzzz', 1, 'The options are http-api, worker.'],
    ["row.needed != 'har'", 'har', 15, "Did you mean 'hard'?"],
    ["row.modes == ['read', 'wrote']", 'wrote', 23, "Did you mean 'write'?"],
    ["['wrote', 'read'] == row.modes", 'wrote', 2, "Did you mean 'write'?"],
    ["'wrote' in row.modes", 'wrote', 1, "Did you mean 'write'?"],
    [
      "row_of('dep.dependencies', row.next).needed == 'zzzzzzz'",
      'zzzzzzz',
      48,
      'The options are hard, soft.',
    ],
    [
      "status('rec.rpo') == 'n/a'",
      'n/a',
      22,
      'The options are answered, assumed, unknown, not-applicable, deferred, open, not-asked, default.',
    ],
    ["'unkown' != status('rec.rpo')", 'unkown', 1, "Did you mean 'unknown'?"],
  ])('is told when it is none: %s', (text, option, column, hint) => {
    expect(strays(text)).toEqual([stray(option, column, hint)]);
  });

  it('is told once for each item of a list', () => {
    expect(strays("a.arc.tier in ['T0', 'T90', 'zzzzz']")).toEqual([
      stray('T90', 22, "Did you mean 'T0'?"),
      stray('zzzzz', 29, 'The options are T0, T1.'),
    ]);
  });

  it.each([
    ["!(a.arc.tier == 'zzzz')", 17],
    ["(a.arc.tier == 'zzzz') == true", 16],
    ["[a.arc.tier == 'zzzz'] == [true]", 16],
    ["-q('1 s') < 1.0 && a.arc.tier == 'zzzz'", 34],
    ["a.con.public ? a.arc.tier == 'zzzz' : true", 30],
    ["a.con.notes.startsWith(a.arc.tier == 'zzzz' ? 'a' : 'b')", 38],
    ["row_of('dep.dependencies', a.arc.tier == 'zzzz' ? 'a' : 'b').retried", 42],
    ["f.attempts[a.arc.tier == 'zzzz' ? 'a' : 'b'] > 1.0", 26],
  ])('is found however deep it stands: %s', (text, column) => {
    expect(strays(text)).toEqual([stray('zzzz', column, 'The options are T0, T1.')]);
  });

  it('is found in the rows of a table, by the name of the row', () => {
    const hint = 'The options are hard, soft.';
    expect(strays("rows('dep.dependencies').filter(r, r.needed == 'x').exists(s, s.needed == 'y')")).toEqual([
      stray('x', 48, hint),
      stray('y', 75, hint),
    ]);
    expect(
      strays(
        "rows('dep.dependencies').exists(r, rows('dep.dependencies').exists(s, r.needed == 'xx' && s.needed == 'yy'))",
      ),
    ).toEqual([stray('xx', 83, hint), stray('yy', 103, hint)]);
  });

  it.each([
    "a.arc.state == 'stateful'",
    "a.con.notes == 'anything'",
    "row.next == 'kafka'",
    "rows('dep.dependencies').exists(r, r.next == 'kafka' && r.name == 'any')",
    "a.dep.goals.exists(r, r == 'needed')",
    'a.arc.tier != a.arc.state',
    "row.id == 'hard-one'",
    ...['answered', 'assumed', 'unknown', 'not-applicable', 'deferred', 'open', 'not-asked', 'default'].map(
      (status) => `status('rec.rpo') == '${status}'`,
    ),
  ])('is left alone where it is one, or where there are no options: %s', (text) => {
    expect(strays(text)).toEqual([]);
  });
});
