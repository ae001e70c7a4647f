import { describe, expect, it } from 'vitest';
import { isMostlyVague, vagueWords, wordsIn } from '../../src/analysis/vague-words.js';

const lexicon = ['fast', 'real-time', 'as needed', 'as fast as possible', 'etc.', 'n/a'];

describe('a phrase of a lexicon', () => {
  it.each([
    ['real time', ['real-time']],
    ['real  -  time', ['real-time']],
    ['real\ntime', ['real-time']],
    ['real\u2010time', ['real-time']],
    ['real\u2011time', ['real-time']],
    ['real/time', []],
    ['realtime', []],
    ['time real', []],
    ['real', []],
    ['n/a', ['n/a']],
    ['n / a', []],
    ['n-a', []],
    ['as needed fast', ['as needed', 'fast']],
    ['as fast as possible', ['as fast as possible', 'fast']],
    ['as fast as needed', ['fast', 'as needed']],
    ['As Needed', ['as needed']],
    ['(fast)', ['fast']],
    ['fast-food', ['fast']],
    ['fast_food', []],
    ['fast2', []],
    ['éfast', []],
  ])('stands in %j: %j', (text, words) => {
    expect(wordsIn(text, lexicon)).toEqual(words);
  });

  it('is none of an empty lexicon, and none where a word is empty', () => {
    expect(wordsIn('fast', [])).toEqual([]);
    expect(wordsIn('fast', ['', '-', 'fast'])).toEqual(['fast']);
  });

  it('comes in the order of the text, each once', () => {
    expect(wordsIn('etc fast etc', lexicon)).toEqual(['etc.', 'fast']);
  });
});

describe('a word in quotation marks', () => {
  it.each([
    '"fast"',
    '`fast`',
    '“fast”',
    '„fast“',
    '«fast»',
    '‘fast’',
    "'fast'",
    "say 'fast'",
    "say ('fast')",
    "say,'fast'",
    "say:'fast'",
    '"a" and "fast"',
  ])('is not vague: %s', (text) => {
    expect(vagueWords(text, lexicon)).toEqual([]);
  });

  it.each([
    '"a" fast "b"',
    '"fast',
    'fast"',
    '”fast“',
    "x'fast'",
    "' fast'",
    "'fast",
    '"a\nfast"',
    "don't fast, don't",
    '`a fast',
  ])('is vague where it stands outside of them: %s', (text) => {
    expect(vagueWords(text, lexicon)).toEqual(['fast']);
  });

  it('leaves a gap, so that what stands around it is no phrase', () => {
    expect(vagueWords('as "x" needed', lexicon)).toEqual(['as needed']);
    expect(vagueWords('as"x"needed', lexicon)).toEqual(['as needed']);
  });
});

describe('a sentence with a number', () => {
  it.each([
    ['It is fast at 5 ms', []],
    ['It is fast. 5 ms', ['fast']],
    ['It is fast! 5 ms', ['fast']],
    ['It is fast? 5 ms', ['fast']],
    ['It is fast; 5 ms', ['fast']],
    ['It is fast\n5 ms', ['fast']],
    ['It is fast, 5 ms', []],
    ['It is fast.5 ms', []],
    ['It is "5" and fast', ['fast']],
  ])('has no vague word: %j', (text, words) => {
    expect(vagueWords(text, lexicon)).toEqual(words);
  });
});

describe('a text that is mostly vague', () => {
  it.each([
    ['fast', true],
    ['so fast now', true],
    ['so fast now then', false],
    ['as needed for all of us', true],
    ['as needed for all of us here', false],
    ['fast fast fast of it all the way', false],
    ['slow', false],
    ['…', false],
  ])('%j: %s', (text, mostly) => {
    expect(isMostlyVague(text, lexicon)).toBe(mostly);
  });
});
