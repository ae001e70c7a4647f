import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/bank/expression.js';
import { condition } from './expression-fixture.js';

function refusals(text: string): readonly string[] {
  const parsed = parseExpression(text);
  return parsed.ok ? [] : parsed.error.map(({ code, column }) => `${code}@${String(column)}`);
}

describe('parsing a condition', () => {
  it('names every question, fact and column it reads', () => {
    const text =
      "a.rec.rpo > q('5 min') && (known('rec.loss') || status('arc.tier') == 'open') && f.budget < row.timeout " +
      "&& rows('dep.dependencies').exists(r, r.timeout > f.attempts[r.id]) && count('dep.goals') > 1.0 && row.id != ''";
    const { reads, facts, columns } = condition(text);
    expect(reads).toEqual(['rec.rpo', 'rec.loss', 'arc.tier', 'dep.goals', 'dep.dependencies']);
    expect(facts).toEqual(['f.budget', 'f.attempts']);
    expect(columns).toEqual(['timeout']);
  });

  it('reads nothing from inside a text', () => {
    expect(condition("a.con.notes != 'see a.rec.rpo and f.budget'").reads).toEqual(['con.notes']);
  });

  it('gives the same object for the same text', () => {
    expect(parseExpression('a.con.public')).toBe(parseExpression('a.con.public'));
  });

  it.each([
    ['a.rec.rpo >', ['expression-syntax@12']],
    ['', ['expression-syntax@1']],
    ['row.in == 1.0', ['expression-syntax@5']],
    ["a.con.notes == 'open", ['expression-syntax@16']],
    ['a.rec.rpo > 2', ['integer-literal@13']],
    ['a.rec.rpo > -2', ['integer-literal@14']],
    ['a.rec.rpo > 2u', ['expression-literal@13']],
    ['a.rec.rpo == null', ['expression-literal@14']],
    ['size(a.dep.goals) > 2.0', ['refused-function@1']],
    ['a.dep.goals.size() > 2.0', ['refused-function@1']],
    ['has(a.rec.rpo)', ['refused-function@1']],
    ["a.con.notes.matches('(a+)+$')", ['refused-function@1']],
    ["knwon('rec.rpo')", ['unknown-function@1']],
    ['dyn(a.rec.rpo) > 2.0', ['unknown-function@1']],
    ['cel.bind(x, true, x)', ['unknown-name@1', 'unknown-function@1']],
    ['known(a.con.notes)', ['function-arguments@7']],
    ["known('rec.rpo', 'rec.loss')", ['function-arguments@1']],
    ["q('250 parsecs/h') > 1.0 && q('250') > 1.0 && q('quick') > 1.0", ['quantity-literal@49']],
    ['a.rec > 1.0', ['expression-path@1']],
    ['a.rec.rpo.base > 1.0', ['expression-path@1']],
    ["a['rec'].rpo > 1.0", ['expression-path@1', 'expression-form@1']],
    ['b.rec.rpo > 1.0', ['unknown-name@1']],
    ['{}.x', ['expression-form@1']],
    ["rows('dep.dependencies').exists(row, row.timeout > 1.0)", ['expression-path@33']],
  ])('refuses %j with a code and a column', (text, expected) => {
    const found = refusals(text);
    for (const each of expected) expect(found).toContain(each);
  });

  it('says to write 2.0 where an integer stands', () => {
    const parsed = parseExpression('a.rec.rpo > 2');
    expect(parsed.ok ? undefined : parsed.error[0]?.hint).toBe('Write 2.0.');
  });

  it('gives all problems of one condition at once', () => {
    expect(refusals('a.rec.rpo > 2 || siz(a.dep.goals) > 3')).toHaveLength(3);
  });

  it('refuses a condition that is too long, too deep or too large', () => {
    expect(refusals(`a.con.public || ${'x'.repeat(1000)}`)).toEqual(['expression-too-long@1001']);
    expect(refusals(`${'('.repeat(60)}a.con.public${')'.repeat(60)}`)[0]).toMatch(/^expression-too-deep/);
    expect(refusals(Array.from({ length: 300 }, () => 'x').join('+')).join()).toMatch(/^expression-too-deep/);
  });

  it('never throws', () => {
    const words = fc.constantFrom(
      ...[
        'a.rec.rpo',
        'f.budget',
        'row.x',
        '&&',
        '||',
        '!',
        '(',
        ')',
        '?',
        ':',
        "q('1 s')",
        '2',
        '2.0',
        "'",
        '[',
        ']',
        '.',
        'in',
        '>',
        '==',
        'rows(',
        ',',
        'r',
        '.exists(r, ',
        '__proto__',
        'constructor',
        '{',
        '}',
        'b"x"',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const parsed = parseExpression(text);
          expect(parsed.ok || parsed.error.length > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
