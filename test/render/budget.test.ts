import { describe, expect, it } from 'vitest';
import { fitBudget, type Fitted } from '../../src/render/budget.js';
import type { Output } from '../../src/render/format.js';

const fitted = (text: string, limits: Partial<Output>): Fitted =>
  fitBudget(text, { template: 'a.hbs', path: 'a.md', type: 'markdown', policy: 'generated', ...limits });

/** Items of four words each. */
const items = (count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `- ${name} number ${String(index + 1)}`);

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const parts = (less: readonly string[], more: readonly string[]): string =>
  text('# T', '', '## Less', '', ...less, '', '## More', '', ...more);

const short = (count: number, left: number, name: string): readonly string[] => [
  ...items(left, name),
  `- ${String(count - left)} more in spec.md.`,
];

describe('a text within its budget', () => {
  it('stays as it is, to the last word and line', () => {
    const whole = parts(items(2, 'a'), items(2, 'b'));
    for (const limits of [{}, { max_words: 22 }, { max_lines: 10 }, { max_words: 22, max_lines: 11 }])
      expect(fitted(whole, { ...limits, shorten: ['Less', 'More'] }).text).toBe(whole);
    expect(fitted(whole, { max_words: 22, max_lines: 11 })).toEqual({ text: whole, notes: [] });
  });
});

describe('a text over its budget', () => {
  const order = ['Less', 'More'];

  it('loses the last items of the first part down to eight, then of the next', () => {
    const whole = parts(items(10, 'a'), items(10, 'b'));
    expect(fitted(whole, { max_words: 83, shorten: order })).toEqual({
      text: parts(short(10, 8, 'a'), items(10, 'b')),
      notes: [],
    });
    expect(fitted(whole, { max_words: 82, shorten: order }).text).toBe(
      parts(short(10, 8, 'a'), short(10, 8, 'b')),
    );
  });

  it('goes on to five, three and one, part by part', () => {
    const whole = parts(items(10, 'a'), items(10, 'b'));
    const cut = (words: number): string => fitted(whole, { max_words: words, shorten: order }).text;
    expect(cut(80)).toBe(parts(short(10, 8, 'a'), short(10, 8, 'b')));
    expect(cut(79)).toBe(parts(short(10, 7, 'a'), short(10, 8, 'b')));
    expect(cut(71)).toBe(parts(short(10, 5, 'a'), short(10, 8, 'b')));
    expect(cut(60)).toBe(parts(short(10, 5, 'a'), short(10, 6, 'b')));
    expect(cut(52)).toBe(parts(short(10, 4, 'a'), short(10, 5, 'b')));
    expect(cut(40)).toBe(parts(short(10, 3, 'a'), short(10, 3, 'b')));
    expect(cut(24)).toBe(parts(short(10, 1, 'a'), short(10, 1, 'b')));
  });

  it('loses a whole part with its heading at last', () => {
    const whole = parts(items(3, 'a'), items(3, 'b'));
    expect(fitted(whole, { max_words: 18, shorten: order }).text).toBe(
      text('# T', '', '## More', '', ...short(3, 1, 'b')),
    );
    expect(fitted(whole, { max_words: 5, shorten: order }).text).toBe(text('# T'));
  });

  it('shortens only what its order names, in that order', () => {
    const whole = parts(items(3, 'a'), items(3, 'b'));
    expect(fitted(whole, { max_words: 29, shorten: ['More'] }).text).toBe(
      parts(items(3, 'a'), short(3, 1, 'b')),
    );
    expect(fitted(whole, { max_words: 1, shorten: ['Other'] }).text).toBe(whole);
    expect(fitted(whole, { max_words: 1 }).text).toBe(whole);
    expect(fitted(parts(items(9, 'a'), items(9, 'b')), { max_words: 1, shorten: ['T'] }).text).toBe(
      parts(items(9, 'a'), items(9, 'b')),
    );
  });

  it('takes an item with all its lines, and what stands before the first item stays', () => {
    const whole = text(
      '## A',
      '',
      'Before all.',
      '',
      '- one',
      '  two',
      '',
      '- three',
      '  4 5 6 7 8',
      '',
      'End.',
    );
    expect(fitted(whole, { max_words: 14, shorten: ['A'] }).text).toBe(
      text('## A', '', 'Before all.', '', '- one', '  two', '- 1 more in spec.md.'),
    );
  });

  it('keeps a part without items whole, and counts it', () => {
    const whole = text('## A', '', 'Five words stand here now.', '', '## B', '', ...items(2, 'b'));
    expect(fitted(whole, { max_words: 16, shorten: ['A', 'B'] })).toEqual({
      text: text('## A', '', 'Five words stand here now.'),
      notes: [],
    });
  });

  it('knows headings of six levels, and no other lines, as the start of a part', () => {
    const whole = text('###### A', '', ...items(2, 'a'), '', '#A', '####### A', '- x');
    expect(fitted(whole, { max_words: 3, shorten: ['A'] }).text).toBe('\n');
  });
});

describe('a text that is still too long', () => {
  const longest = 'The longest parts are';

  it('is told with its words, its lines, and its three longest parts', () => {
    const whole = text('one two', '# A', 'x', '# B', 'x x x', '# C', 'x x', '# D', 'x x x x');
    expect(fitted(whole, { max_words: 19, max_lines: 8 })).toEqual({
      text: whole,
      notes: [
        {
          code: 'over-budget',
          message: 'a.md is longer than it should be: 20 words of 19, 9 lines of 8.',
          hint: `${longest} D (6 words), B (5 words), C (4 words).`,
        },
      ],
    });
  });

  it('is told with what is over alone', () => {
    const whole = text('one two three', 'four');
    const said = (limits: Partial<Output>): readonly unknown[] => fitted(whole, limits).notes;
    expect(said({ max_words: 3 })).toEqual([
      {
        code: 'over-budget',
        message: 'a.md is longer than it should be: 4 words of 3.',
        hint: `${longest} the opening (4 words).`,
      },
    ]);
    expect(said({ max_lines: 1, max_words: 4 })).toEqual([
      {
        code: 'over-budget',
        message: 'a.md is longer than it should be: 2 lines of 1.',
        hint: `${longest} the opening (4 words).`,
      },
    ]);
    expect([said({ max_words: 4 }), said({ max_lines: 2 })]).toEqual([[], []]);
  });
});
