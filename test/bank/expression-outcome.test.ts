import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../src/bank/expression-outcome.js';
import { parseExpression } from '../../src/bank/expression.js';
import {
  aScope,
  aView,
  condition,
  dependencies,
  judged,
  row,
  types,
  type Said,
} from './expression-fixture.js';

const redis = row('redis', { name: 'Redis', timeout: '50 ms', retried: true, attempts: '3', next: 'db' });
const db = row('db', { name: 'DB', timeout: '2 s', retried: false });
const table = { 'dep.dependencies': [redis, db] };

describe('a condition over answers', () => {
  it.each<[string, Said, string]>([
    ["a.rec.rpo > q('5 min')", { values: { 'rec.rpo': '24 h' } }, 'true'],
    ["a.rec.rpo > q('5 min')", { values: { 'rec.rpo': '5 min' } }, 'false'],
    ["a.rec.rpo > q('5 min')", {}, 'needs rec.rpo'],
    ["a.rec.loss < q('99.9 %')", { values: { 'rec.loss': '99 %' } }, 'true'],
    ['a.con.public', { values: { 'con.public': false } }, 'false'],
    ["'worker' in a.arc.archetypes", { values: { 'arc.archetypes': ['http-api'] } }, 'false'],
    ["a.arc.tier in ['T0', 'T1']", { values: { 'arc.tier': 'T1' } }, 'true'],
    ["a.con.notes.contains('fast')", { values: { 'con.notes': 'it is fast' } }, 'true'],
    ['a.rec.rpo * 2.0 > a.rec.loss', {}, 'needs rec.rpo, rec.loss'],
    ['f.budget > 1.0', { facts: { 'f.budget': 2 } }, 'true'],
    ["'db' in f.cycle", { facts: { 'f.cycle': ['db'] } }, 'true'],
    ["f.attempts['redis'] > 2.0", { facts: { 'f.attempts': new Map([['redis', 3]]) } }, 'true'],
  ])('%s', (text, said, expected) => {
    expect(judged(text, said)).toBe(expected);
  });

  it.each<[string, Said, string]>([
    ["known('rec.rpo')", {}, 'false'],
    ["known('rec.rpo')", { values: { 'rec.rpo': '1 h' } }, 'true'],
    ["asked('rec.rpo')", { statuses: { 'rec.rpo': 'not-asked' } }, 'false'],
    ["status('rec.rpo') == 'unknown'", { statuses: { 'rec.rpo': 'unknown' } }, 'true'],
    ["thin('con.notes')", { thin: ['con.notes'] }, 'true'],
    ["mentions('con.notes', 'vague')", { values: { 'con.notes': 'fast' } }, 'true'],
    ["q('1 s') == 1000.0", {}, 'true'],
  ])('%s is never undecided', (text, said, expected) => {
    expect(judged(text, said)).toBe(expected);
  });

  it('counts the items of tables, lists and many as doubles', () => {
    expect(judged("count('dep.dependencies') == 2.0", { values: table })).toBe('true');
    expect(judged("count('dep.goals') > 0.0", { values: { 'dep.goals': [] } })).toBe('false');
    expect(judged("count('dep.goals') > 0.0")).toBe('needs dep.goals');
  });
});

describe('a condition with something missing', () => {
  const yes = { 'con.public': true };
  const no = { 'con.public': false };
  it.each<[string, Said, string]>([
    ['a.con.public || a.rec.rpo > 1.0', { values: yes }, 'true'],
    ['a.rec.rpo > 1.0 || a.con.public', { values: yes }, 'true'],
    ['a.con.public || a.rec.rpo > 1.0', { values: no }, 'needs rec.rpo'],
    ['a.rec.rpo > 1.0 || a.con.public', { values: no }, 'needs rec.rpo'],
    ['a.con.public && a.rec.rpo > 1.0', { values: no }, 'false'],
    ['a.rec.rpo > 1.0 && a.con.public', { values: no }, 'false'],
    ['a.rec.rpo > 1.0 && a.con.public', { values: yes }, 'needs rec.rpo'],
    ['a.rec.rpo > 1.0 && a.rec.loss > 1.0', {}, 'needs rec.rpo, rec.loss'],
    ['!(a.rec.rpo > 1.0)', {}, 'needs rec.rpo'],
    ['(a.rec.rpo > 1.0 || a.con.public) && a.rec.loss > 1.0', { values: yes }, 'needs rec.loss'],
    ['a.con.public ? a.rec.rpo > 1.0 : a.rec.loss > 1.0', { values: yes }, 'needs rec.rpo'],
    ['a.con.public ? true : true', {}, 'true'],
    ['a.con.public ? a.rec.rpo > 1.0 : true', {}, 'needs con.public, rec.rpo'],
    ['(a.con.public ? 1.0 : a.rec.rpo) > 0.0', { values: yes }, 'true'],
  ])('%s: the side that is known decides if it can', (text, said, expected) => {
    expect(judged(text, said)).toBe(expected);
  });

  it('is quiet when everything missing is not applicable', () => {
    const statuses = { 'rec.rpo': 'not-applicable' } as const;
    expect(judged('a.rec.rpo > 1.0', { statuses })).toBe('false');
    expect(judged('!(a.rec.rpo > 1.0)', { statuses })).toBe('false');
    expect(judged('a.rec.rpo > 1.0 || a.con.public', { statuses, values: yes })).toBe('true');
    expect(judged('a.rec.rpo > a.rec.loss', { statuses })).toBe('needs rec.loss');
  });

  it('is quiet when the question is not asked because its condition is false', () => {
    const statuses = { 'rec.rpo': 'not-asked' } as const;
    const stateless = { statuses, values: { 'arc.state': 'stateless' } };
    const stateful = { statuses, values: { 'arc.state': 'stateful' } };
    expect(judged('a.rec.rpo > 1.0', stateless)).toBe('false');
    expect(judged('a.rec.rpo > 1.0', stateful)).toBe('needs rec.rpo');
    expect(judged('a.rec.rpo > 1.0', { statuses })).toBe('needs rec.rpo');
  });

  it('is quiet when the question belongs to an archetype that was not chosen', () => {
    const statuses = { 'wrk.batch': 'not-asked' } as const;
    expect(judged('a.wrk.batch > 1.0', { statuses, values: { 'arc.archetypes': ['http-api'] } })).toBe(
      'false',
    );
    expect(judged('a.wrk.batch > 1.0', { statuses })).toBe('needs wrk.batch');
  });

  it('names the answers a missing fact rests on', () => {
    expect(judged('f.budget > 1.0', { values: { 'rec.loss': '1 %' } })).toBe('needs rec.rpo');
    expect(
      judged('f.budget > 1.0', { statuses: { 'rec.rpo': 'not-applicable', 'rec.loss': 'not-applicable' } }),
    ).toBe('false');
    expect(judged("'db' in f.cycle")).toBe('needs dep.dependencies');
    expect(judged("f.attempts['redis'] > 2.0", { values: table, facts: { 'f.attempts': new Map() } })).toBe(
      'needs dep.dependencies',
    );
  });
});

describe('a condition over a row', () => {
  it.each<[string, Said, string]>([
    ["row.timeout > q('1 s')", { row: db }, 'true'],
    ["row.timeout > q('1 s')", { row: redis }, 'false'],
    ["row.id == 'redis'", { row: redis }, 'true'],
    ["'write' in row.modes", { row: redis }, 'needs dep.dependencies.modes'],
    ['row.attempts > 1.0', { row: redis }, 'true'],
    ['row.attempts > 1.0', { row: row('x') }, 'needs dep.dependencies.attempts'],
    ['row.attempts > 1.0', { row: db }, 'false'],
    ["row_of('dep.dependencies', row.next).timeout > row.timeout", { row: redis, values: table }, 'true'],
    [
      "row_of('dep.dependencies', row.next).timeout > row.timeout",
      { row: db, values: table },
      'needs dep.dependencies.next',
    ],
    ["row_of('dep.dependencies', 'gone').timeout > 1.0", { values: table }, 'needs dep.dependencies'],
    ["row_of('dep.dependencies', 'db').attempts > 1.0", { values: table }, 'false'],
    ["row_of('dep.dependencies', 'db').next == 'x'", { values: table }, 'needs dep.dependencies.next'],
    ["rows('dep.dependencies').exists(r, r.timeout > q('1 s'))", { values: table }, 'true'],
    [
      "rows('dep.dependencies').exists(r, r.next == 'nowhere')",
      { values: table },
      'needs dep.dependencies.next',
    ],
    [
      "rows('dep.dependencies').exists(r, r.id != row.id && r.timeout > row.timeout)",
      { values: table, row: redis },
      'true',
    ],
    ["rows('dep.dependencies').exists(r, r.timeout > 1.0)", {}, 'needs dep.dependencies'],
    ["rows('dep.dependencies').all(r, r.name != '')", { values: { 'dep.dependencies': [] } }, 'true'],
  ])('%s', (text, said, expected) => {
    expect(judged(text, said)).toBe(expected);
  });

  it('sees a changed row and a view that grows', () => {
    const values: Record<string, string> = {};
    const scope = { ...aScope(), view: { ...aView(), value: (id: string) => values[id] } };
    const late = condition('a.rec.rpo > 1000.0');
    expect(evaluateCondition(late, scope)).toEqual({ is: 'undecided', needs: ['rec.rpo'] });
    values['rec.rpo'] = '1 h';
    expect(evaluateCondition(late, scope)).toEqual({ is: 'true' });
    values['rec.rpo'] = '1 ms';
    expect(evaluateCondition(late, scope)).toEqual({ is: 'false' });
  });
});

describe('a broken condition', () => {
  it.each<[string, Said]>([
    ['a.con.notes > 1.0', { values: { 'con.notes': 'x' } }],
    ['a.con.notes', { values: { 'con.notes': 'x' } }],
    ["'x' + 1.0 == 'x1'", {}],
    ['a.nope.gone > 1.0', {}],
    ['row.nope > 1.0', { row: redis }],
    ['row.timeout > 1.0', {}],
    ['a.con.notes > 1.0 || a.rec.rpo > 1.0', { values: { 'con.notes': 'x' } }],
    ['a.rec.rpo > 1.0 || a.con.notes > 1.0', { values: { 'con.notes': 'x' } }],
    ['a.con.notes > 1.0 || true', { values: { 'con.notes': 'x' } }],
  ])('%s never counts as undecided or true', (text, said) => {
    expect(judged(text, said)).toBe('broken');
  });
});

describe('three-valued logic', () => {
  type Truth = true | false | undefined;
  const atoms = ['arc.a', 'arc.b', 'arc.c', 'arc.d'] as const;
  const tree = fc.letrec<{ node: { text: string; of: (at: (atom: string) => Truth) => Truth } }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .constantFrom(...atoms)
        .map((id) => ({ text: `a.${id}`, of: (at: (atom: string) => Truth) => at(id) })),
      tie('node').map((node) => ({
        text: `!(${node.text})`,
        of: (at: (atom: string) => Truth) => {
          const value = node.of(at);
          return value === undefined ? undefined : !value;
        },
      })),
      fc.tuple(tie('node'), tie('node'), fc.boolean()).map(([left, right, and]) => ({
        text: `(${left.text}) ${and ? '&&' : '||'} (${right.text})`,
        of: (at: (atom: string) => Truth) => {
          const sides = [left.of(at), right.of(at)];
          if (sides.includes(!and)) return !and;
          return sides.includes(undefined) ? undefined : and;
        },
      })),
    ),
  })).node;
  const truth = fc.constantFrom<Truth>(true, false, undefined);

  it('agrees with Kleene on every combination', () => {
    fc.assert(
      fc.property(tree, fc.tuple(truth, truth, truth, truth), (node, truths) => {
        const at = (atom: string) => truths[atoms.findIndex((id) => id === atom)];
        const parsed = parseExpression(node.text);
        fc.pre(parsed.ok);
        const confirm = types.question('con.public');
        const scope = { view: { ...aView(), value: at }, question: () => confirm };
        const outcome = evaluateCondition(parsed.value, scope);
        const expected = node.of(at);
        expect(outcome.is).toBe(expected === undefined ? 'undecided' : String(expected));
        if (outcome.is === 'undecided') for (const need of outcome.needs) expect(at(need)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('takes well under a millisecond per condition', () => {
    const text = "row.timeout > q('1 s') && (a.rec.rpo > q('5 min') || a.arc.tier == 'T0')";
    const scope = { ...aScope({ values: { 'rec.rpo': '1 h' } }), row: { table: dependencies, row: db } };
    const rule = condition(text);
    const start = performance.now();
    for (let run = 0; run < 2000; run += 1) evaluateCondition(rule, scope);
    expect((performance.now() - start) / 2000).toBeLessThan(0.2);
  });
});
