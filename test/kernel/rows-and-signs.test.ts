import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  cleanText,
  graphemes,
  nextWord,
  padText,
  previousGrapheme,
  previousWord,
  rowEnds,
  safeText,
  truncateText,
  withoutControls,
  wrapText,
} from '../../src/kernel/graphemes.js';
import { never } from '../../src/kernel/never.js';

/** The rows a text breaks into, spaces kept. */
const rows = (text: string, width: number, hang = 0): readonly string[] => {
  const cells = cellsOf(text);
  const ends = rowEnds(cells, { width, hang });
  return ends.map((end, row) =>
    cells
      .slice(ends[row - 1] ?? 0, end)
      .map((cell) => cell.text)
      .join(''),
  );
};

describe('the rows of a paragraph', () => {
  it('hold spaces past the width only as far as they may hang', () => {
    expect(rows('abc   def', 3, 0)).toEqual(['abc', '   ', 'def']);
    expect(rows('abc   def', 3, 1)).toEqual(['abc ', '  ', 'def']);
    expect(rows('abc   def', 3, 3)).toEqual(['abc   ', 'def']);
    expect(rows('abc   def', 3, Infinity)).toEqual(['abc   ', 'def']);
  });

  it('break behind the last space, or inside a word that is too long', () => {
    expect(rows('ab cd', 5)).toEqual(['ab cd']);
    expect(rows('ab cd', 4)).toEqual(['ab ', 'cd']);
    expect(rows('ab cdefgh', 4)).toEqual(['ab ', 'cdef', 'gh']);
    expect(rows('abcdef', 2)).toEqual(['ab', 'cd', 'ef']);
    expect(rows('', 2)).toEqual(['']);
    expect(rows('漢', 1)).toEqual(['漢']);
  });

  it.each([' ', '\u1680', '\u2000', '\u2006', '\u2008', '\u200a', '\u205f', '\u3000'])(
    'break behind the space %j',
    (space) => {
      expect(rows(`ab${space}cd`, 4)[1]).toBe('cd');
    },
  );

  it('break behind a tab, which takes no cell', () => {
    expect(rows('ab\tcd', 3)).toEqual(['ab\t', 'cd']);
  });

  it.each(['\u00a0', '\u2007', '\u202f', '-', '.'])('do not break behind %j', (sign) => {
    expect(rows(`ab${sign}cd`, 4)).toEqual([`ab${sign}c`, 'd']);
  });

  it('break beside a wide sign', () => {
    expect(rows('ab漢字', 5)).toEqual(['ab漢', '字']);
    expect(rows('漢ab', 3)).toEqual(['漢', 'ab']);
    expect(rows('a👍bc', 4)).toEqual(['a👍', 'bc']);
    expect(rows('ab漢', 3)).toEqual(['ab', '漢']);
  });

  it.each(['）', '」', '』', '。', '、', '！', 'ー', 'ぁ', 'っ', 'ゃ', 'ョ', '々', '”'])(
    'do not break before %s',
    (sign) => {
      expect(rows(`漢字${sign}`, 4)).toEqual(['漢', `字${sign}`]);
    },
  );

  it.each(['（', '「', '『', '“'])('do not break behind %s', (sign) => {
    expect(rows(`漢${sign}字`, 4)[0]).toBe('漢');
  });
});

describe('text on lines', () => {
  it('keeps its blank lines, and loses what stands at an end', () => {
    expect(wrapText('a \n\n  b  ', 10)).toEqual(['a', '', '  b']);
    expect(wrapText('aa bb', 2)).toEqual(['aa', 'bb']);
  });

  it('is cut with another sign, or with none', () => {
    expect(truncateText('hello', 4, '...')).toBe('h...');
    expect(truncateText('hello', 3, '...')).toBe('...');
    expect(truncateText('hello', 2, '...')).toBe('');
    expect(truncateText('hello', 4, '')).toBe('hell');
    expect(truncateText('a\n\nb', 9)).toBe('a b');
    expect(truncateText('漢字', 3)).toBe('漢…');
    expect(truncateText('漢字', 4)).toBe('漢字');
  });

  it('is filled at its end unless it is said otherwise', () => {
    expect([padText('a', 3), padText('a', 3, 'end'), padText('a', 3, 'start')]).toEqual([
      'a  ',
      'a  ',
      '  a',
    ]);
    expect([padText('abc', 3), padText('', 2)]).toEqual(['abc', '  ']);
  });

  it('is split character by character where it is plain', () => {
    expect(graphemes('a\nb~ ')).toEqual(['a', '\n', 'b', '~', ' ']);
    expect(graphemes('a\r\nb')).toEqual(['a', '\r\n', 'b']);
    expect(graphemes('\u007f')).toEqual(['\u007f']);
  });
});

describe('words and clusters', () => {
  it.each([
    ['foo_bar9', 8, 0],
    ['foo-bar', 7, 4],
    ['e\u0301a b', 3, 0],
    ['a  ', 3, 0],
    ['a', 0, 0],
    ['x 👩‍👩‍👧', 10, 0],
  ])('the word before %j at %d begins at %d', (text, from, to) => {
    expect(previousWord(text, from)).toBe(to);
  });

  it.each([
    ['foo_bar9 x', 0, 8],
    ['  foo', 0, 5],
    ['a', 1, 1],
    ['- ', 0, 2],
    ['日本語 x', 0, 3],
  ])('the word in %j after %d ends at %d', (text, from, to) => {
    expect(nextWord(text, from)).toBe(to);
  });

  it('are found without spaces where that is wanted', () => {
    expect([previousWord('a --b', 5, 'not-space'), previousWord('a --b', 5)]).toEqual([2, 4]);
    expect([nextWord('--b c', 0, 'not-space'), nextWord('--b- c', 0)]).toEqual([3, 3]);
  });

  it('begin at the start of the text at the least', () => {
    expect([previousGrapheme('abc', 0), previousGrapheme('abc', -1), previousGrapheme('abc', 1)]).toEqual([
      0, 0, 0,
    ]);
    expect(previousGrapheme('a👍', 3)).toBe(1);
    expect(previousGrapheme('🇩🇪🇫🇷', 8)).toBe(4);
  });
});

describe('text that could steer a terminal', () => {
  it.each([
    ['\u001b[1;31mred', 'red'],
    ['\u001b[?25lx', 'x'],
    ['\u001b[ qx', 'x'],
    ['\u009b0mx', 'x'],
    ['\u001b]0;t\u009cx', 'x'],
    ['\u009d0;t\u0007x', 'x'],
    ['\u001bXt\u001b\\x', 'x'],
    ['\u001b^t\u001b\\x', 'x'],
    ['\u001b_t\u001b\\x', 'x'],
    ['\u0090t\u001b\\x', 'x'],
    ['\u0098t\u009cx', 'x'],
    ['\u009et\u009cx', 'x'],
    ['\u009ft\u009cx', 'x'],
    ['\u001b7x', 'x'],
    ['\u001b#8x', 'x'],
    ['\u001b]0;\u001b[1mx', '0;x'],
    ['a\u2028b\u2029c\rd\r\ne', 'a\nb\nc\nd\ne'],
    ['a\u202ab\u202ec\u2066d\u2069e', 'abcde'],
    ['a\ufdd0b\ufdefc', 'abc'],
    ['\ud800a\udfff', '\ufffda\ufffd'],
    ['a\u0008b\u000bc\u001fd\u007fe\u009ff', 'abcdef'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('is left as it is where it could not', () => {
    const plain = 'a\tb\nc ~\u00a0\u2027\u202f\u2065\u206a\ufdcf\ufdf0👍';
    expect(cleanText(plain)).toBe(plain);
    expect(withoutControls(plain)).toBe(plain);
    expect(safeText('a\tb\tc')).toBe('a b c');
    expect(withoutControls('a\u001b[1mb\r\nc\ud83d')).toBe('a[1mb\nc\ufffd');
  });
});

describe('a case that the types rule out', () => {
  it('is a bug, and shows what came', () => {
    const reach = never as (value: unknown) => never;
    expect(() => reach({ kind: 'new' })).toThrow(new Error('Unexpected case: {"kind":"new"}'));
  });
});
