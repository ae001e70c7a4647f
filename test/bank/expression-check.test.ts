import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../src/bank/expression-check.js';
import { condition, dependencies, types } from './expression-fixture.js';

const problems = (text: string, withRow = true) =>
  checkExpression(condition(text), withRow ? { ...types, row: dependencies } : types);
const codes = (text: string, withRow = true) =>
  problems(text, withRow).map(({ code, column }) => `${code}@${String(column)}`);

describe('checking a condition against the bank', () => {
  it.each([
    "a.rec.rpo > q('5 min') && a.con.public",
    "a.con.notes.contains('x') || 'T0' == a.arc.tier",
    "'worker' in a.arc.archetypes && a.dep.goals == ['x']",
    "row.timeout > 2.0 * f.attempts[row.id] && row.needed == 'hard' && row.retried",
    "row_of('dep.dependencies', row.next).timeout < row.timeout",
    "rows('dep.dependencies').exists(r, r.timeout > row.timeout && 'read' in r.modes)",
    "rows('dep.dependencies').filter(r, r.retried).all(s, s.needed != 'soft')",
    "count('dep.goals') >= 2.0 && mentions('con.notes', 'vague') && status('rec.rpo') == 'not-asked'",
    "f.budget < 0.5 && 'db' in f.cycle",
  ])('takes %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['a.rec.rpoo > 1.0', 'unknown-question@'],
    ["known('rec.lost')", 'unknown-question@7'],
    ['a.dep.dependencies == true', 'table-as-answer@'],
    ["count('con.notes') > 1.0", 'uncountable@7'],
    ["rows('dep.goals').exists(r, true)", 'not-a-table@6'],
    ['f.bugdet > 1.0', 'unknown-fact@'],
    ['row.timeuot > 1.0', 'unknown-column@'],
    ["mentions('con.notes', 'vauge')", 'unknown-lexicon@23'],
    ["a.rec.rpo > 'x'", 'expression-type@1'],
    ['a.con.notes || true', 'expression-type@'],
    ['row.retried > 1.0', 'expression-type@'],
    ["rows('dep.dependencies').exists(r, r.nope > 1.0)", 'expression-type@'],
    ["rows('dep.dependencies').exists(r, r.timeout == 'x')", 'expression-type@'],
    ["row_of('dep.dependencies', row.retried).timeout > 1.0", 'expression-type@'],
    ["row_of('dep.dependencies', row.next).name > 1.0", 'expression-type@'],
    ['f.attempts > 1.0', 'expression-type@'],
    ['f.budget[row.id] > 1.0', 'expression-type@'],
    ['a.rec.rpo * 2.0', 'expression-not-bool@1'],
    ["a.arc.state == 'stateles'", 'unknown-option@16'],
    ["a.arc.tier in ['T0', 'T9']", 'unknown-option@22'],
    ["'wroker' in a.arc.archetypes", 'unknown-option@1'],
    ["status('rec.rpo') == 'n/a'", 'unknown-option@22'],
    ["row.needed != 'har'", 'unknown-option@'],
    ["rows('dep.dependencies').exists(r, r.needed == 'softer')", 'unknown-option@'],
    ["row_of('dep.dependencies', row.next).needed == 'sof'", 'unknown-option@'],
  ])('refuses %s', (text, expected) => {
    expect(codes(text)).toEqual([expect.stringContaining(expected)]);
  });

  it('refuses row where there is no row', () => {
    expect(codes('row.timeout > 1.0', false)).toEqual(['row-without-table@1']);
    expect(codes("row.id == 'x'", false)).toEqual(['row-without-table@1']);
  });

  it('suggests the name that was meant', () => {
    expect(problems('a.rec.rpoo > 1.0')[0]?.hint).toBe('Did you mean rec.rpo?');
    expect(problems("a.arc.state == 'stateles'")[0]?.hint).toBe("Did you mean 'stateless'?");
  });
});
