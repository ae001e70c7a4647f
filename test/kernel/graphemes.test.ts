import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  cleanText,
  graphemes,
  nextGrapheme,
  nextWord,
  padText,
  previousGrapheme,
  previousWord,
  safeText,
  textWidth,
  truncateText,
  withoutControls,
  wrapText,
} from '../../src/kernel/graphemes.js';

const family = '👨‍👩‍👧';
const tricky = fc.array(
  fc.constantFrom(
    ...[
      'a',
      'Z',
      ' ',
      '\n',
      '-',
      'é',
      'e\u0301',
      '\u0301',
      '漢',
      'か',
      '。',
      '「',
      family,
      '👩',
      '\u200d',
      '🏽',
    ],
    ...[
      '🇩🇪',
      '🇫',
      'ㄱ',
      '\u1100',
      '\u1161',
      '한',
      'ก',
      'ำ',
      'क',
      '्',
      'ा',
      'ൎ',
      'ع',
      '\u0600',
      '❤️',
      '\ufe0f',
      '1⃣',
    ],
  ),
);
const text = fc.oneof(
  tricky.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const starts = (value: string): readonly number[] => {
  const offsets = [0];
  for (const cluster of graphemes(value)) offsets.push((offsets.at(-1) ?? 0) + cluster.length);
  return offsets;
};

describe('graphemes', () => {
  it.each([
    ['', []],
    ['abc', ['a', 'b', 'c']],
    ['e\u0301x', ['e\u0301', 'x']],
    [`${family}🇩🇪🇫🇷`, [family, '🇩🇪', '🇫🇷']],
  ])('splits %j into what a reader calls characters', (value, expected) => {
    expect(graphemes(value)).toEqual(expected);
  });

  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    [family, 2],
    ['', 0],
  ])('measures %j in cells', (value, width) => {
    expect(textWidth(value)).toBe(width);
    expect(cellsOf(value).reduce((sum, cell) => sum + cell.width, 0)).toBe(width);
  });

  it('steps over the same clusters as a split of the whole text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const offsets = starts(value);
        for (const [index, offset] of offsets.entries()) {
          expect(previousGrapheme(value, offset)).toBe(offsets[Math.max(0, index - 1)]);
          expect(nextGrapheme(value, offset)).toBe(offsets[Math.min(offsets.length - 1, index + 1)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('steps over a cluster longer than one window', () => {
    const long = `a${'\u0301'.repeat(500)}`;
    expect(nextGrapheme(`x${long}y`, 1)).toBe(1 + long.length);
    expect(previousGrapheme(`x${long}y`, 1 + long.length)).toBe(1);
  });
});

describe('words', () => {
  it.each([
    ['one two', 7, 4],
    ['one two ', 8, 4],
    ['one', 3, 0],
    ['--', 2, 0],
    ['foo.bar', 7, 4],
    ['日本 語', 4, 3],
  ])('finds the word before %j at %i', (value, from, to) => {
    expect(previousWord(value, from)).toBe(to);
  });

  it.each([
    ['one two', 0, 3],
    ['one two', 3, 7],
    ['foo.bar', 0, 3],
    ['e\u0301 x', 0, 2],
    ['--', 0, 2],
  ])('finds the end of the word in %j after %i', (value, from, to) => {
    expect(nextWord(value, from)).toBe(to);
  });

  it('takes everything up to a space when asked to', () => {
    expect(previousWord('see foo.bar', 11, 'not-space')).toBe(4);
    expect(nextWord('foo.bar baz', 0, 'not-space')).toBe(7);
  });

  it('stops between clusters and always moves', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom('letters', 'not-space'), (value, seed, part) => {
        const offsets = starts(value);
        const from = offsets[seed % offsets.length] ?? 0;
        const back = previousWord(value, from, part);
        const on = nextWord(value, from, part);
        expect(offsets).toContain(back);
        expect(offsets).toContain(on);
        expect(back < from || from === 0).toBe(true);
        expect(on > from || from === value.length).toBe(true);
      }),
    );
  });
});

describe('truncateText', () => {
  it.each([
    ['hello', 5, 'hello'],
    ['hello', 4, 'hel…'],
    ['hello', 1, '…'],
    ['hello', 0, ''],
    ['', 0, ''],
    ['漢字漢字', 5, '漢字…'],
    ['漢字漢字', 4, '漢…'],
    ['two\nlines', 20, 'two lines'],
    [`${family}${family}`, 3, `${family}…`],
  ])('puts %j into %i cells', (value, width, expected) => {
    expect(truncateText(value, width)).toBe(expected);
  });

  it('never takes more cells than it is given and keeps whole clusters', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 12 }), (value, width) => {
        const cut = truncateText(safeText(value), width);
        expect(textWidth(cut)).toBeLessThanOrEqual(width);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('padText', () => {
  it('fills by cells at either end and leaves longer text alone', () => {
    expect(padText('漢', 4)).toBe('漢  ');
    expect(padText('7', 3, 'start')).toBe('  7');
    expect(padText('long', 2)).toBe('long');
  });
});

describe('wrapText', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two', 80, ['one two']],
    ['one   two', 4, ['one', 'two']],
    ['a\n\nb ', 10, ['a', '', 'b']],
    ['  - item', 20, ['  - item']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['ab cdefgh', 3, ['ab', 'cde', 'fgh']],
    ['漢字かな', 4, ['漢字', 'かな']],
    ['漢字。かな', 4, ['漢', '字。', 'かな']],
    ['see 「漢字」', 6, ['see', '「漢', '字」']],
    ['', 5, ['']],
    ['漢字', 1, ['漢', '字']],
  ])('wraps %j to %i cells', (value, width, expected) => {
    expect(wrapText(value, width)).toEqual(expected);
  });

  it('keeps every visible character, fits every line and leaves no space at its end', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (value, width) => {
        const safe = safeText(value);
        const lines = wrapText(safe, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(safe.replace(/\s/g, ''));
        for (const line of lines) {
          expect(line).toBe(line.trimEnd());
          expect(textWidth(line) <= width || graphemes(line).length === 1).toBe(true);
        }
      }),
    );
  });
});

describe('safeText', () => {
  it.each([
    ['plain\ttext\n', 'plain text\n'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u009b31mred', 'red'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u001bPq\u001b\\x', 'x'],
    ['\u001bcx\u001b(By', 'xy'],
    ['open \u001b]0;never closed', 'open 0;never closed'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000b\u0007c\u007fd\u0085e', 'abcde'],
    ['user\u202Etxt.exe\u2066x\u2069', 'usertxt.exex'],
    ['half \ud83d', 'half \ufffd'],
    ['\u001b\u001b[31m[31m', '[31m'],
    ['👍 fine', '👍 fine'],
  ])('makes %j safe', (value, expected) => {
    expect(safeText(value)).toBe(expected);
  });

  it('leaves nothing that steers a terminal and is stable', () => {
    const parts = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0',
      ';',
      'm',
      '\u0007',
      '\u009b',
      '\\',
      '\r',
      '\n',
      'x',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(parts), (found) => {
        const safe = safeText(found.join(''));
        // eslint-disable-next-line no-control-regex -- asserting that there are none
        expect(safe).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });

  it('keeps tabs in cleaned text, and typed text after an escape', () => {
    expect(cleanText('a\tb\u0001')).toBe('a\tb');
    expect(withoutControls('\u001b[31m')).toBe('[31m');
  });
});

describe('cellsOf', () => {
  it('measures like the whole text for more clusters than it remembers', () => {
    const many = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    expect(cellsOf(many).reduce((sum, cell) => sum + cell.width, 0)).toBe(stringWidth(many));
  });
});
