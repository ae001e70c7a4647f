import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMostlyVague, vagueWords, wordsIn } from '../../src/analysis/vague-words.js';

const lexicon = ['fast', 'real-time', 'as needed', 'etc.', 'n/a', 'large', 'many'];

describe('the words of a lexicon', () => {
  it.each([
    ['It is FAST.', ['fast']],
    ['Breakfast is served.', []],
    ['It reacts in real time, or real-time.', ['real-time']],
    ['Scaled as needed', ['as needed']],
    ['Scaled as  needed', ['as needed']],
    ['as we needed', []],
    ['users, orders, etc. and more', ['etc.']],
    ['N/A', ['n/a']],
    ['n a', []],
    ['answer with too_many_requests', []],
    ['fast and fast', ['fast']],
    ['', []],
  ])('are found whole and in any case: %s', (text, words) => {
    expect(wordsIn(text, lexicon)).toEqual(words);
  });

  it('are found wherever they stand between other words', () => {
    const word = fc.constantFrom('one', 'more', 'slow', 'answer', 'wide');
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(...lexicon), fc.array(word), (before, phrase, after) => {
        expect(wordsIn([...before, phrase, ...after].join(' '), lexicon)).toContain(phrase);
      }),
    );
  });
});

describe('vague words', () => {
  it.each([
    ['The page is fast.', ['fast']],
    ['The page "is fast" they say.', []],
    ['The header `fast` is kept.', []],
    ['The page is ‘fast’ or “large”.', []],
    ["The users' page is fast, the users' list is not.", ['fast']],
    ["They said 'fast' once.", []],
    ['An unclosed " makes no quotation of fast.', ['fast']],
    ['Needed as" a mark that stays open.', []],
    ['Say "start\nand fast" later.', ['fast']],
    ['The page is fast (p99 below 200 ms).', []],
    ['The page is fast. It has 3 parts.', ['fast']],
  ])('count unless they are quoted, or their sentence has a number: %s', (text, words) => {
    expect(vagueWords(text, lexicon)).toEqual(words);
  });

  it('carry a text when they are a third of it', () => {
    expect(isMostlyVague('fast', lexicon)).toBe(true);
    expect(isMostlyVague('many old users', lexicon)).toBe(true);
    expect(isMostlyVague('many codes could be found by guessing', lexicon)).toBe(false);
    expect(isMostlyVague('', lexicon)).toBe(false);
  });

  it('are found in megabytes of hostile text without growing slow', () => {
    const megabyte = 1_000_000;
    const hostile = ['"', '“', "'a", ' ', '. ', 'as ', 'é a', '\n'];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(megabyte / piece.length));
      expect(vagueWords(`fast ${text}`, lexicon).length).toBeLessThanOrEqual(1);
    }
  });
});
