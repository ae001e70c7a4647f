import { EvaluationError } from '@marcbachmann/cel-js';
import { describe, expect, it } from 'vitest';
import {
  during,
  engineError,
  noteMiss,
  quantityLiteral,
  running,
  type Miss,
  type Reading,
} from '../../src/bank/expression-engine.js';
import { needsOf } from '../../src/bank/expression-needs.js';
import { evaluateCondition } from '../../src/bank/expression-outcome.js';
import { contextOf, readingOf } from '../../src/bank/expression-values.js';
import { parseExpression, rememberedExpressions, rememberExpressions } from '../../src/bank/expression.js';
import type { Question } from '../../src/bank/question.js';
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

const outcome = (text: string, said: Said = {}) => evaluateCondition(condition(text), aScope(said));
const table = { 'dep.dependencies': [row('redis', { timeout: '50 ms', needed: 'hard' }), row('db', {})] };

describe('a condition that is broken', () => {
  it.each<[string, Said, string]>([
    ['a.nope.gone > 1.0', {}, 'nope.gone is not a question of the bank.'],
    ['a.rec.rpo > 1.0 || a.nope.gone > 1.0', {}, 'nope.gone is not a question of the bank.'],
    ['a.con.notes', { values: { 'con.notes': 'x' } }, 'The condition does not come to true or false.'],
    ["'x' + 1.0 == 'x1'", {}, 'no such overload: string + double'],
    ['a.con.notes > 1.0', { values: { 'con.notes': 'x' } }, 'no such overload: dyn<string> > double'],
  ])('%s says why', (text, said, message) => {
    expect(outcome(text, said)).toEqual({ is: 'broken', message });
  });

  it.each([
    ['broken ? true : true', 'broken'],
    ['unknown ? broken : true', 'broken'],
    ['unknown ? true : broken', 'broken'],
    ['true ? true : broken', 'true'],
    ['false ? broken : false', 'false'],
    ['unknown ? true : true', 'true'],
    ['unknown ? false : false', 'false'],
    ['unknown ? true : false', 'needs rec.rpo'],
    ['unknown ? other : false', 'needs rec.rpo, rec.loss'],
    ['unknown ? false : other', 'needs rec.rpo, rec.loss'],
    ['unknown ? other : other', 'needs rec.rpo, rec.loss'],
    ['true ? other : broken', 'needs rec.loss'],
    ['!broken', 'broken'],
    ['!true', 'false'],
    ['!false', 'true'],
    ['!unknown', 'needs rec.rpo'],
    ['broken && false', 'broken'],
    ['false && broken', 'false'],
    ['unknown && broken', 'broken'],
    ['unknown && false', 'false'],
    ['unknown && true', 'needs rec.rpo'],
    ['true && unknown', 'needs rec.rpo'],
    ['unknown && other', 'needs rec.rpo, rec.loss'],
    ['true || broken', 'true'],
    ['broken || true', 'broken'],
    ['unknown || broken', 'broken'],
    ['unknown || true', 'true'],
    ['unknown || false', 'needs rec.rpo'],
    ['false || unknown', 'needs rec.rpo'],
    ['true && true', 'true'],
    ['true && false', 'false'],
    ['false || false', 'false'],
    ['false || true', 'true'],
  ])('%s is %s', (text, expected) => {
    const written = text
      .replaceAll('broken', "('x' + 1.0 == 'x')")
      .replaceAll('unknown', '(a.rec.rpo > 1.0)')
      .replaceAll('other', '(a.rec.loss > 1.0)');
    expect(judged(written)).toBe(expected);
  });
});

describe('what an undecided condition needs', () => {
  it('is an answer once, in the order it is read', () => {
    expect(outcome('a.rec.loss > a.rec.rpo && a.rec.rpo > 1.0')).toEqual({
      is: 'undecided',
      needs: ['rec.loss', 'rec.rpo'],
    });
  });

  it('is a list that is to be counted, a table, or a row of it', () => {
    expect(outcome("count('dep.goals') > 1.0")).toEqual({ is: 'undecided', needs: ['dep.goals'] });
    expect(outcome("rows('dep.dependencies').exists(r, true)")).toEqual({
      is: 'undecided',
      needs: ['dep.dependencies'],
    });
    expect(outcome("row_of('dep.dependencies', 'gone').retried", { values: table })).toEqual({
      is: 'undecided',
      needs: ['dep.dependencies'],
    });
    expect(outcome("rows('dep.dependencies').all(r, r.needed == 'hard')", { values: table })).toEqual({
      is: 'undecided',
      needs: ['dep.dependencies.needed'],
    });
  });

  it('is nothing where what is missing does not apply', () => {
    const scope = aScope({ statuses: { 'rec.rpo': 'not-applicable', 'rec.loss': 'open' } });
    const never = () => false;
    const answer = (id: string): Miss => ({ type: 'answer', id });
    expect(needsOf(answer('rec.rpo'), scope, never)).toEqual([]);
    expect(needsOf(answer('rec.loss'), scope, never)).toEqual(['rec.loss']);
    expect(needsOf(answer('rec.gone'), scope, never)).toEqual(['rec.gone']);
  });

  it('is a cell that its own condition leaves out only when it is false', () => {
    const own = row('db', { retried: false });
    const scope = aScope({ row: own, values: table });
    const cell = (column: string, id = 'db', of = 'dep.dependencies'): Miss => ({
      ...{ type: 'cell', table: of, row: id, column },
    });
    const asked: string[] = [];
    const isFalse = (when: string, within: { row?: { row: { id: string } } }) => {
      asked.push(`${when} in ${within.row?.row.id ?? 'no row'}`);
      return true;
    };
    expect(needsOf(cell('attempts'), scope, isFalse)).toEqual([]);
    expect(needsOf(cell('attempts', 'redis'), scope, isFalse)).toEqual([]);
    expect(asked).toEqual(['row.retried in db', 'row.retried in redis']);
    expect(needsOf(cell('attempts'), scope, () => false)).toEqual(['dep.dependencies.attempts']);
    expect(needsOf(cell('attempts', 'gone'), scope, () => true)).toEqual(['dep.dependencies.attempts']);
    expect(needsOf(cell('timeout'), scope, () => true)).toEqual(['dep.dependencies.timeout']);
    expect(needsOf(cell('x', 'db', 'con.notes'), scope, () => true)).toEqual(['con.notes.x']);
    expect(needsOf(cell('x', 'db', 'dep.gone'), scope, () => true)).toEqual(['dep.gone.x']);
  });

  it('is what a fact rests on, or the fact itself', () => {
    const fact = (id: string, said: Said = {}) => needsOf({ type: 'fact', id }, aScope(said), () => false);
    expect(fact('f.budget')).toEqual(['rec.rpo', 'rec.loss']);
    expect(fact('f.budget', { values: { 'rec.rpo': '1 h' } })).toEqual(['rec.loss']);
    expect(fact('f.budget', { values: { 'rec.rpo': '1 h', 'rec.loss': '1 %' } })).toEqual([
      ...['rec.rpo', 'rec.loss'],
    ]);
    expect(fact('f.cycle')).toEqual(['dep.dependencies']);
    expect(fact('f.unheard')).toEqual(['f.unheard']);
    expect(fact('f.budget', { statuses: { 'rec.rpo': 'not-applicable' } })).toEqual(['rec.loss']);
    const facts = [
      { id: 'f.a', type: 'double' as const, inputs: ['f.b', 'dep.dependencies.timeout'] },
      { id: 'f.b', type: 'double' as const, inputs: ['f.a', 'rec.rpo'] },
    ];
    expect(needsOf({ type: 'fact', id: 'f.a' }, { ...aScope(), facts }, () => false)).toEqual([
      ...['rec.rpo', 'dep.dependencies.timeout'],
    ]);
  });

  it('is a question of an archetype only where it was chosen', () => {
    const statuses = { 'wrk.batch': 'not-asked' } as const;
    const needs = (chosen?: readonly string[]) =>
      needsOf(
        { type: 'answer', id: 'wrk.batch' },
        aScope(chosen === undefined ? { statuses } : { statuses, values: { 'arc.archetypes': chosen } }),
        () => true,
      );
    expect(needs(['http-api'])).toEqual([]);
    expect(needs([])).toEqual([]);
    expect(needs(['http-api', 'worker'])).toEqual(['wrk.batch']);
    expect(needs()).toEqual(['wrk.batch']);
  });

  it('is judged without the row where the condition is that of a question', () => {
    const seen: string[] = [];
    const isFalse = (when: string, within: { readonly row?: unknown }) => {
      seen.push(`${when} ${'row' in within ? 'with' : 'without'} a row`);
      return when.includes('arc.state');
    };
    const statuses = { 'rec.rpo': 'not-asked', 'rec.loss': 'not-asked' } as const;
    const answer = (id: string): Miss => ({ type: 'answer', id });
    expect(needsOf(answer('rec.rpo'), aScope({ statuses, row: row('db') }), isFalse)).toEqual([]);
    expect(needsOf(answer('rec.rpo'), aScope({ statuses }), isFalse)).toEqual([]);
    expect(needsOf(answer('rec.loss'), aScope({ statuses }), isFalse)).toEqual(['rec.loss']);
    expect(seen).toEqual(Array.from({ length: 2 }, () => "a.arc.state != 'stateless' without a row"));
  });

  it('ends where conditions go round in a circle', () => {
    const circle = (id: string, when: string): Question => ({
      ...types.questions[4]!,
      id,
      when,
    });
    const questions = [circle('rec.a', 'a.rec.b'), circle('rec.b', 'a.rec.a')];
    const scope = {
      ...aScope({ statuses: { 'rec.a': 'not-asked', 'rec.b': 'not-asked' } }),
      question: (id: string) => questions.find((question) => question.id === id),
    };
    expect(evaluateCondition(condition('a.rec.a'), scope)).toEqual({ is: 'undecided', needs: ['rec.a'] });
  });
});

describe('what a condition sees', () => {
  const partOf = (text: string) => {
    const { logic } = condition(text);
    if (logic.op !== 'part') throw new Error('The condition has several parts.');
    return logic.part;
  };

  it('are answers in base units, facts, and the cells of its row', () => {
    const values = { 'rec.rpo': '5 min', 'con.notes': 'x', 'dep.goals': ['a'], 'con.public': false };
    const misses: Miss[] = [];
    const part = partOf(
      'a.rec.rpo + a.rec.loss + f.budget + f.gone + row.timeout + row.attempts > 1.0 == a.con.public == a.con.notes == a.dep.goals',
    );
    const own = row('db', { timeout: '2 s', needed: 'hard' });
    const context = contextOf(part, aScope({ values, facts: { 'f.budget': 2 }, row: own }), misses);
    expect(context).toMatchObject({
      a: {
        rec: { rpo: 300_000, loss: undefined },
        con: { notes: 'x', public: false },
        dep: { goals: ['a'] },
      },
      f: { budget: 2, gone: undefined },
      row: { id: 'db', timeout: 2000, needed: 'hard' },
    });
    expect(misses).toEqual([
      { type: 'answer', id: 'rec.loss' },
      { type: 'fact', id: 'f.gone' },
      { type: 'cell', table: 'dep.dependencies', row: 'db', column: 'attempts' },
    ]);
    expect(contextOf(partOf('a.con.public'), aScope(), []).row).toEqual({});
  });

  it('is nothing of a value that its question cannot have', () => {
    const missed = (values: Readonly<Record<string, never>> | Said['values'], text: string) => {
      const misses: Miss[] = [];
      contextOf(partOf(text), aScope({ ...(values && { values }) }), misses);
      return misses;
    };
    const miss = (id: string) => [{ type: 'answer', id }];
    expect(missed({ 'rec.rpo': 'soon' }, 'a.rec.rpo > 1.0')).toEqual(miss('rec.rpo'));
    expect(missed({ 'rec.rpo': true }, 'a.rec.rpo > 1.0')).toEqual(miss('rec.rpo'));
    expect(missed({ 'rec.rpo': ['5 min'] }, 'a.rec.rpo > 1.0')).toEqual(miss('rec.rpo'));
    expect(missed({ 'con.notes': [row('a')] }, "a.con.notes == ''")).toEqual(miss('con.notes'));
    expect(missed({ 'dep.goals': [] }, 'a.dep.goals == []')).toEqual([]);
    expect(missed({ 'dep.dependencies': [row('a')] }, 'a.dep.dependencies == []')).toEqual(
      miss('dep.dependencies'),
    );
  });

  it('are months and numbers beyond the bounds of today too', () => {
    expect(judged("a.rec.rpo == q('60 d')", { values: { 'rec.rpo': '2 months' } })).toBe('true');
    const bounded: Question = { ...types.questions[7]!, kind: 'quantity', dimension: 'duration', max: '1 s' };
    const scope = { ...aScope({ values: { 'rec.rpo': '2 h' } }), question: () => bounded };
    expect(evaluateCondition(condition("a.rec.rpo > q('1 h')"), scope)).toEqual({ is: 'true' });
  });

  it('are the functions of a reading', () => {
    const misses: Miss[] = [];
    const reading = readingOf(
      aScope({ values: { ...table, 'dep.goals': ['a', 'b'], 'con.notes': 'x' } }),
      misses,
    );
    expect(['dep.goals', 'con.notes', 'rec.rpo'].map(reading.known)).toEqual([true, true, false]);
    expect(['dep.goals', 'con.notes', 'rec.rpo', 'dep.dependencies'].map(reading.count)).toEqual([
      ...[2, undefined, undefined, 2],
    ]);
    expect(reading.rows('dep.goals')).toBeUndefined();
    expect(reading.rows('gone.gone')).toBeUndefined();
    expect(reading.rows('dep.dependencies')).toMatchObject([{ id: 'redis', timeout: 50 }, { id: 'db' }]);
    expect(reading.rowOf('dep.dependencies', 'redis')).toMatchObject({ id: 'redis', needed: 'hard' });
    expect(reading.rowOf('dep.dependencies', 'gone')).toBeUndefined();
    expect(reading.rowOf('dep.goals', 'a')).toBeUndefined();
    reading.miss({ type: 'fact', id: 'f.a' });
    expect(misses).toEqual([{ type: 'fact', id: 'f.a' }]);
  });

  it('is a cell that is not there, noted while it is read', () => {
    const misses: Miss[] = [];
    const reading = readingOf(aScope({ values: table }), misses);
    const db = reading.rowOf('dep.dependencies', 'db');
    expect(during(reading, () => Reflect.get(db ?? {}, 'timeout') as unknown)).toBeUndefined();
    expect(misses).toEqual([{ type: 'cell', table: 'dep.dependencies', row: 'db', column: 'timeout' }]);
    expect(Object.keys(db ?? {})).toEqual(['id', ...dependencies.columns.map(({ id }) => id)]);
  });
});

describe('the engine under a condition', () => {
  const readingWith = (misses: Miss[]): Reading => readingOf(aScope(), misses);

  it('reads in the innermost reading, and in none outside', () => {
    const outer: Miss[] = [];
    const inner: Miss[] = [];
    const fact = (id: string): Miss => ({ type: 'fact', id });
    during(readingWith(outer), () => {
      during(readingWith(inner), () => noteMiss(fact('f.inner')));
      noteMiss(fact('f.outer'));
    });
    expect([outer, inner]).toEqual([[fact('f.outer')], [fact('f.inner')]]);
    noteMiss(fact('f.none'));
    expect(() => {
      during(readingWith(outer), () => {
        throw new Error('on purpose');
      });
    }).toThrow('on purpose');
    expect(() => running.parse("known('rec.rpo')")({}) as unknown).toThrow(
      'A condition was evaluated outside of a reading.',
    );
  });

  it('throws on what is a bug of ours', () => {
    const bug = new Error('a bug');
    expect(() => engineError(bug)).toThrow(bug);
    expect(engineError(new EvaluationError({ code: 'no_such_key', message: 'x has no value' }))).toEqual({
      code: 'no_such_key',
      message: 'x has no value',
      start: undefined,
    });
  });

  it('knows a literal again', () => {
    expect([quantityLiteral('2 s'), quantityLiteral('2 s'), quantityLiteral('2s')]).toEqual([
      ...[2000, 2000, undefined],
    ]);
  });
});

describe('a condition taken apart', () => {
  const part = (text: string, over: object = {}) => ({
    op: 'part',
    part: { text, answers: [], facts: [], columns: [], strict: true, ...over },
  });

  it('has the parts between its logical signs', () => {
    expect(
      condition("!a.con.public && (f.budget > 1.0 || row.timeout > 2.0) ? known('rec.rpo') : true"),
    ).toEqual({
      text: "!a.con.public && (f.budget > 1.0 || row.timeout > 2.0) ? known('rec.rpo') : true",
      reads: ['con.public', 'rec.rpo'],
      facts: ['f.budget'],
      columns: ['timeout'],
      logic: {
        op: 'if',
        test: {
          op: 'and',
          left: { op: 'not', of: part('a.con.public', { answers: ['con.public'] }) },
          right: {
            op: 'or',
            left: part('f.budget > 1.0', { facts: ['f.budget'] }),
            right: part('row.timeout > 2.0', { columns: ['timeout'] }),
          },
        },
        then: part('known("rec.rpo")'),
        otherwise: part('true'),
      },
    });
  });

  it('says where not all of a part is always read', () => {
    const strict = (text: string) => {
      const { logic } = condition(text);
      return logic.op === 'part' ? logic.part.strict : undefined;
    };
    expect(strict('a.rec.rpo > 1.0')).toBe(true);
    expect(strict('(a.con.public ? 1.0 : a.rec.rpo) > 0.0')).toBe(false);
    expect(strict('(a.con.public || a.con.notes == "") == true')).toBe(false);
    expect(strict('(a.con.public && a.con.notes == "") == true')).toBe(false);
    expect(strict("rows('dep.dependencies').exists(r, true)")).toBe(false);
    expect(strict("a.con.notes.contains('x')")).toBe(true);
  });

  it('is remembered, and may be remembered from before', () => {
    const made = { ...condition('a.con.public'), text: 'a.con.public == true == true' };
    rememberExpressions([made]);
    expect(parseExpression(made.text)).toEqual({ ok: true, value: made });
    expect(rememberedExpressions()).toContainEqual(made);
    parseExpression('a.con.public ==');
    expect(rememberedExpressions().map(({ text }) => text)).not.toContain('a.con.public ==');
  });
});

describe('a view that says it all', () => {
  it('is asked for status, thinness and mentions', () => {
    const view = aView({
      values: { 'con.notes': 'fast' },
      thin: ['con.notes'],
      statuses: { 'rec.rpo': 'unknown' },
    });
    const said: Said = {
      values: { 'con.notes': 'fast' },
      thin: ['con.notes'],
      statuses: { 'rec.rpo': 'unknown' },
    };
    expect(view.status('rec.rpo')).toBe('unknown');
    expect(judged("status('rec.rpo') == 'unknown'", said)).toBe('true');
    expect(judged("status('rec.loss') == 'open'", said)).toBe('true');
    expect(judged("thin('rec.rpo')", said)).toBe('false');
    expect(judged("mentions('con.notes', 'weasel')", said)).toBe('false');
    expect(judged("asked('rec.rpo')", said)).toBe('true');
  });
});
