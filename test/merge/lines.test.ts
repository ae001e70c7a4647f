import { describe, expect, it } from 'vitest';
import { dedented, indentOf, isBlank, linesOf, withEndingsOf } from '../../src/merge/lines.js';

describe('the lines of a text', () => {
  it.each([
    ['a\nb\n', ['a', 'b']],
    ['a\r\nb\rc', ['a', 'b', 'c']],
    ['a\n\n b \n\n \t\n\n', ['a', '', ' b ']],
    ['\n\na', ['', '', 'a']],
    ['\uFEFFa', ['a']],
    ['a\uFEFF\n\uFEFFb', ['a\uFEFF', '\uFEFFb']],
    ['', []],
    [' \n\r\n', []],
  ])('of %j are %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('the line endings of a text', () => {
  it('are those of Windows when every line of the other text ends so', () => {
    expect(withEndingsOf('x\r\n', 'a\nb\n')).toBe('a\r\nb\r\n');
    expect(withEndingsOf('x\r\ny\r\nz', 'a\nb')).toBe('a\r\nb');
  });

  it('stay when the other text has none, others, or both', () => {
    expect(['x', '', 'x\n', 'x\r\ny\n', 'x\ny\r\n'].map((like) => withEndingsOf(like, 'a\nb\n'))).toEqual([
      'a\nb\n',
      'a\nb\n',
      'a\nb\n',
      'a\nb\n',
      'a\nb\n',
    ]);
  });
});

describe('the start of a line', () => {
  it('is blank when nothing else stands there', () => {
    expect(['', ' ', ' \t ', 'a', ' a'].map(isBlank)).toEqual([true, true, true, false, false]);
  });

  it.each([
    ['a', 0],
    ['', 0],
    ['  a  b', 2],
    ['   ', 3],
    ['\ta', 4],
    [' \ta', 4],
    ['   \ta', 4],
    ['    \ta', 8],
    ['\t a', 5],
    ['\t\ta', 8],
    ['\u00A0a', 0],
  ])('of %j is indented by %i', (line, width) => {
    expect(indentOf(line)).toBe(width);
  });

  it.each([
    ['    a', 2, '  a'],
    ['  a', 2, 'a'],
    ['  a', 4, 'a'],
    ['  a', 0, '  a'],
    ['a  b', 2, 'a  b'],
    ['', 2, ''],
    ['   ', 2, ' '],
    [' ', 2, ''],
  ])('loses blanks: %j by %i is %j', (line, width, left) => {
    expect(dedented(line, width)).toBe(left);
  });

  it.each([
    ['\ta', 4, 'a'],
    ['\ta', 2, '  a'],
    [' \ta', 4, 'a'],
    [' \ta', 2, '  a'],
    ['  \ta', 2, '\ta'],
    ['\t\ta', 4, '\ta'],
    ['\t\ta', 6, '  a'],
    ['\t', 2, '  '],
    ['a\t', 2, 'a\t'],
  ])('keeps what a tab reaches beyond: %j by %i is %j', (line, width, left) => {
    expect(dedented(line, width)).toBe(left);
  });
});
