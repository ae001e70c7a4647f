import { describe, expect, it } from 'vitest';
import { codeSpans, normalInline } from '../../src/merge/inline.js';

/** Says whether texts read the same, whatever signs they are written with. */
const same = (...texts: readonly string[]): boolean => new Set(texts.map(normalInline)).size === 1;

describe('texts that read the same', () => {
  it('have one normal form, whichever signs stress their words', () => {
    expect(same('an _important_ word', 'an *important* word')).toBe(true);
    expect(same('a **strong** word', 'a __strong__ word')).toBe(true);
    expect(same('***both***', '___both___')).toBe(true);
    expect(same('_outer **inner** outer_', '*outer __inner__ outer*')).toBe(true);
    expect(same('_a_ and _b_', '*a* and *b*', '_a_ and *b*')).toBe(true);
  });

  it('have one normal form, however they are spaced and escaped', () => {
    expect(same('a b', ' a   b ', 'a\nb', 'a\tb')).toBe(true);
    expect(same('plain words  here', 'plain words here')).toBe(true);
    expect(same('snake_case_name', 'snake\\_case\\_name')).toBe(true);
    expect(same('5 * 3', '5 \\* 3')).toBe(true);
    expect(same('a [b]', 'a \\[b\\]')).toBe(true);
    expect(same('see <https://example.org/a_b>', 'see https://example.org/a_b')).toBe(true);
    expect(same('ask <mailto:a@example.org>', 'ask mailto:a@example.org')).toBe(true);
  });

  it('have one normal form, however their code is broken', () => {
    expect(same('run `a\n  b` now', 'run `a b` now')).toBe(true);
  });
});

describe('texts that read differently', () => {
  it('keep their difference', () => {
    expect(same('a _b_', 'a b')).toBe(false);
    expect(same('a _b_', 'a __b__')).toBe(false);
    expect(same('a \\_b\\_', 'a _b_')).toBe(false);
    expect(same('`a_b_`', '`a*b*`')).toBe(false);
    expect(same('`a\\_b`', '`a_b`')).toBe(false);
    expect(same('`a`', 'a')).toBe(false);
    expect(same('`` a ``', '` a `')).toBe(false);
    expect(same('a * b * c', 'a _b_ c')).toBe(false);
    expect(same('snake_case_name', 'snake*case*name')).toBe(false);
    expect(same('<b>', 'b')).toBe(false);
    expect(same('<ftp://a>', 'ftp://a')).toBe(false);
    expect(same('A', 'a')).toBe(false);
  });
});

describe('the normal form', () => {
  it('of text without marks is the text', () => {
    expect(normalInline(' Latency, at most (p99): 250 ms/day - 5 % "so"! ')).toBe(
      'Latency, at most (p99): 250 ms/day - 5 % "so"!',
    );
    expect(normalInline('')).toBe('');
  });

  it('has the signs themselves where they stress nothing', () => {
    expect(normalInline('5 \\* 3 = 15 \\~ x')).toBe('5 * 3 = 15 ~ x');
    expect(normalInline('a * b')).toBe('a * b');
    expect(normalInline('*a')).toBe('*a');
    expect(normalInline('a*')).toBe('a*');
    expect(normalInline('snake_case and _x')).toBe('snake_case and _x');
    expect(normalInline('\\a')).toBe('\\a');
    expect(normalInline('a \\\\ b')).toBe('a \\ b');
  });

  it('has each piece of code in its place, untouched but for blanks', () => {
    expect(normalInline('use `a  b`, then ``c ` d`` and `*e*`')).toBe('use `a b`, then ``c ` d`` and `*e*`');
    expect(normalInline('use \\`a\\` and `b')).toBe('use `a` and `b');
  });
});

describe('code in a text', () => {
  const found = (text: string): readonly string[] =>
    codeSpans(text).map(({ start, end }) => text.slice(start, end));

  it('reaches from some ticks to the next as many', () => {
    expect(found('a `b` c ``d ` e`` f')).toEqual(['`b`', '``d ` e``']);
    expect(found('`a``b`')).toEqual(['`a``b`']);
    expect(found('```a``` `b`')).toEqual(['```a```', '`b`']);
  });

  it('is none without a second run, or where the ticks are escaped', () => {
    expect([found('a `b'), found('a'), found('`a``'), found('\\`a`'), found('')]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(found('\\`a `b`')).toEqual(['`b`']);
  });

  it('does not begin inside other code', () => {
    expect(found('``a `b`` c `d`')).toEqual(['``a `b``', '`d`']);
    expect(found('`a` b `c` d `e')).toEqual(['`a`', '`c`']);
  });
});
