import { describe, expect, it } from 'vitest';
import {
  asciiSigns,
  byCodeUnit,
  counted,
  freeSlug,
  isPortableName,
  joined,
  nearest,
  slug,
  specSlug,
  withoutEnd,
} from '../../src/kernel/text.js';

describe('slug', () => {
  it('joins the letters and figures of a text, without accents and capitals', () => {
    expect(slug('Mail provider')).toBe('mail-provider');
    expect(slug('  Crème-brûlée: 2 Äpfel! ')).toBe('creme-brulee-2-apfel');
    expect(slug('日本')).toBe('');
    expect(slug('')).toBe('');
  });

  it('has at most the length that is asked for, and no dash where it was cut', () => {
    expect(slug('x'.repeat(41))).toBe('x'.repeat(40));
    expect(slug('abc def', 4)).toBe('abc');
    expect(slug('abc def', 5)).toBe('abc-d');
    expect(slug('abc def', 7)).toBe('abc-def');
  });
});

describe('isPortableName', () => {
  it.each(['con', 'PRN', 'aux.md', 'nul', 'conin$', 'CONOUT$.txt', 'com1', 'lpt9', 'com².x', 'lpt³'])(
    'refuses %s, which is a device on Windows',
    (name) => {
      expect(isPortableName(name)).toBe(false);
    },
  );

  it.each([
    '',
    'a<b',
    'a>b',
    'a:b',
    'a"b',
    'a|b',
    'a?b',
    'a*b',
    'a\\b',
    'a/b',
    'a\u0000',
    'a\u001f',
    'a.',
    'a ',
  ])('refuses %j, which some system cannot write', (name) => {
    expect(isPortableName(name)).toBe(false);
  });

  it.each([
    'a',
    'console',
    'com',
    'com10',
    'comx',
    'lpt',
    'acon',
    'a.con',
    'a b',
    '.a',
    ' a',
    'a.b',
    'aux-1',
    'nulls',
  ])('takes %j', (name) => {
    expect(isPortableName(name)).toBe(true);
  });
});

describe('specSlug', () => {
  it('gives every name a folder that can be written everywhere', () => {
    expect(specSlug('Orders API')).toBe('orders-api');
    expect(specSlug('!?')).toBe('spec');
    expect(specSlug('AUX')).toBe('aux-spec');
    expect(specSlug('Con')).toBe('con-spec');
    expect(specSlug('com 1')).toBe('com-1');
  });
});

describe('freeSlug', () => {
  it('takes the word itself while nobody has it, and else the lowest number', () => {
    expect(freeSlug('Mail', new Set(), 'row')).toBe('mail');
    expect(freeSlug('Mail', new Set(['mail']), 'row')).toBe('mail-2');
    expect(freeSlug('Mail', new Set(['mail', 'mail-2', 'mail-4']), 'row')).toBe('mail-3');
    expect(freeSlug('?', new Set(['mail']), 'row')).toBe('row');
    expect(freeSlug('?', new Set(['row']), 'row')).toBe('row-2');
  });

  it('cuts a long word so that its number fits into forty signs', () => {
    const long = 'x'.repeat(40);
    expect(freeSlug(long, new Set([long]), 'row')).toBe(`${'x'.repeat(38)}-2`);
    const dashed = `${'x'.repeat(37)}-yz`;
    expect(freeSlug(dashed, new Set([dashed]), 'row')).toBe(`${'x'.repeat(37)}-2`);
  });
});

describe('small texts', () => {
  it('lose the signs at their end, and no others', () => {
    expect(withoutEnd('a-b--', '-')).toBe('a-b');
    expect(withoutEnd('a \t', ' \t')).toBe('a');
    expect(withoutEnd('--', '-')).toBe('');
    expect(withoutEnd('', '-')).toBe('');
    expect(withoutEnd('-a', '-')).toBe('-a');
  });

  it('count things in words', () => {
    expect([0, 1, 2].map((count) => counted(count, 'answer'))).toEqual([
      '0 answers',
      '1 answer',
      '2 answers',
    ]);
    expect([1, 2].map((count) => counted(count, 'entry', 'entries'))).toEqual(['1 entry', '2 entries']);
  });

  it('join words as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => joined(words))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(joined(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('are ordered by code unit', () => {
    expect([byCodeUnit('a', 'b'), byCodeUnit('b', 'a'), byCodeUnit('a', 'a')]).toEqual([-1, 1, 0]);
    expect(['b', 'a', 'Z', 'ä', 'a1'].sort(byCodeUnit)).toEqual(['Z', 'a', 'a1', 'b', 'ä']);
  });

  it('have a form in ASCII of as many cells, and keep every other letter', () => {
    expect(asciiSigns('×−–→…•“”‘’≥≤≈')).toBe(`x-->.*""''><~`);
    expect(asciiSigns('2 × “Größe” – 日本')).toBe('2 x "Größe" - 日本');
  });
});

describe('nearest', () => {
  it('finds what is two slips away or less from a short word', () => {
    expect(nearest('nmae', ['name', 'title', 'game'])).toEqual(['name']);
    expect(nearest('abcd', ['abxy', 'axyz'])).toEqual(['abxy']);
    expect(nearest('NAME', ['Name'])).toEqual(['Name']);
    expect(nearest('xyz', ['title'])).toEqual([]);
    expect(nearest('xyz', [])).toEqual([]);
  });

  it('allows a third of the letters of a longer word to be wrong', () => {
    expect(nearest('abcdefghi', ['abcdefxyz'])).toEqual(['abcdefxyz']);
    expect(nearest('abcdefghi', ['abcdewxyz'])).toEqual([]);
    expect(nearest('abcdefgh', ['abcdexyz'])).toEqual([]);
  });

  it('counts letters that are missing, too many or wrong', () => {
    expect(nearest('section', ['sektio', 'ssection', 'skti', 'sektion', 'sectio'], 9)).toEqual([
      'sectio',
      'sektion',
      'ssection',
      'sektio',
    ]);
  });

  it('takes the beginning of a word, and the part behind a point, for near', () => {
    expect(nearest('rec', ['recovery_of_everything'])).toEqual(['recovery_of_everything']);
    expect(nearest('rpo', ['data.rpo', 'datarpo_x'])).toEqual(['data.rpo']);
  });

  it('gives the nearest first, equals in their order, and three at most', () => {
    expect(nearest('aaaa', ['aabb', 'aaab', 'aaac', 'aaaa', 'aaad'])).toEqual(['aaaa', 'aaab', 'aaac']);
    expect(nearest('aaaa', ['aaac', 'aaab'], 1)).toEqual(['aaab']);
  });
});
