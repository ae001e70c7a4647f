import { describe, expect, it } from 'vitest';
import { listText, normalise, splitsSentence } from '../../src/spec/normalise.js';
import { infinitive, isVerbForm } from '../../src/spec/verbs.js';

describe('the infinitive of a phrase', () => {
  it.each([
    ['retries the call', 'retry the call'],
    ['denies it', 'deny it'],
    ['ties it', 'tie it'],
    ['notifies people', 'notify people'],
    ['passes it on', 'pass it on'],
    ['pushes it', 'push it'],
    ['fetches it', 'fetch it'],
    ['fixes it', 'fix it'],
    ['buzzes twice', 'buzz twice'],
    ['closes it', 'close it'],
    ['caches it', 'cache it'],
    ['goes on', 'go on'],
    ['does it', 'do it'],
    ['has it', 'have it'],
    ['is down', 'be down'],
    ['are down', 'be down'],
    ['dips below', 'dip below'],
    ['flies on', 'fly on'],
    ['plays it', 'play it'],
    ['process it', 'process it'],
    ['focus on it', 'focus on it'],
    ['analysis first', 'analysis first'],
    ['areas first', 'areas first'],
    ['retry it', 'retry it'],
    ['', ''],
  ])('%j is %j', (phrase, said) => {
    expect(infinitive(phrase)).toBe(said);
  });

  it.each([
    ['returns 503 and logs it', 'return 503 and log it'],
    ['returns 503 or logs it', 'return 503 or log it'],
    ['returns 503 then logs it', 'return 503 then log it'],
    ['returns 503 but logs it', 'return 503 but log it'],
    ['returns 503 with logs of it', 'return 503 with logs of it'],
    ['returns 503 and alarms of it', 'return 503 and alarms of it'],
    ['stores keys and values', 'store keys and values'],
    ['never retries and logs it', 'never retry and log it'],
    ['return 503 and logs it', 'return 503 and logs it'],
    ['quickly retries it', 'quickly retries it'],
  ])('goes on with the verbs that follow: %j is %j', (phrase, said) => {
    expect(infinitive(phrase)).toBe(said);
  });
});

describe('a verb', () => {
  it.each(['retry', 'retries it', 'never retry it', 'then retries', 'process', 'passes'])(
    'begins %j',
    (text) => {
      expect(isVerbForm(text)).toBe(true);
    },
  );

  it.each(['', 'the retry', 'never', 'never the call', 'banana', 'bananas', 'analysis', 'quickly retry'])(
    'does not begin %j',
    (text) => {
      expect(isVerbForm(text)).toBe(false);
    },
  );
});

describe('a list in a sentence', () => {
  it.each([
    [[], ''],
    [['one'], 'one'],
    [['one', 'two'], 'one and two'],
    [['one', 'two', 'three'], 'one, two and three'],
    [['one, or so', 'two', 'three'], 'one, or so; two; three'],
    [['one, or so'], 'one, or so'],
  ])('of %j is %j', (items, text) => {
    expect(listText(items)).toBe(text);
  });

  it.each([
    ['* refuse it\n* log it', 'refuse it and log it'],
    ['• refuse it\n• log it', 'refuse it and log it'],
    ['1) refuse it\n2) log it', 'refuse it and log it'],
    ['10. refuse it\n11. log it', 'refuse it and log it'],
    ['- refuse it\r\n\r\n- log it\r\n', 'refuse it and log it'],
    ['- refuse it.\n- log it;', 'refuse it and log it'],
    ['- refuse it', '- refuse it'],
  ])('typed as %j is %j', (typed, text) => {
    expect(normalise(typed, undefined)).toEqual({ fits: true, text });
  });

  it.each(['- refuse it\nlog it', '-refuse it\n-log it', '- a\n-', 'a. refuse it\nb. log it'])(
    'is none in %j',
    (typed) => {
      expect(normalise(typed, undefined)).toEqual({ fits: false });
    },
  );
});

const shaped = (typed: string, expects: Parameters<typeof normalise>[1]): string => {
  const fit = normalise(typed, expects);
  return fit.fits ? fit.text : 'DETAIL';
};

describe('a phrase behind SHALL', () => {
  it.each([
    ['They’ll retry it', 'retry it'],
    ['you should retry it', 'retry it'],
    ['our service retries it', 'retry it'],
    ['this job retries it', 'retry it'],
    ['the worker may retry it', 'DETAIL'],
    ['it can retry it', 'be able to retry it'],
    ['it could retry it', 'be able to retry it'],
    ['it might retry it', 'DETAIL'],
    ['it would retry it', 'retry it'],
    ['it is to retry it', 'retry it'],
    ['we have to retry it', 'retry it'],
    ['it wants to retry it', 'retry it'],
    ['it cannot retry', 'not retry'],
    ["it won't retry", 'not retry'],
    ["it can't retry", 'not retry'],
    ['must not retry', 'not retry'],
    ['does not retry', 'not retry'],
    ['did not retry', 'not retry'],
    ['shouldn’t retry', 'not retry'],
    ['we bananarise it', 'bananarise it'],
    ['we bananarises it', 'bananarise it'],
    ['bananarises it', 'bananarises it'],
    ['Gone it is', 'Gone it is'],
    ['I retry', 'DETAIL'],
    ['an error follows', 'DETAIL'],
    ['every call waits', 'DETAIL'],
    ['no one waits', 'DETAIL'],
    ['if it is down, wait', 'DETAIL'],
    ['old copies are dropped', 'DETAIL'],
    ['copies should go', 'DETAIL'],
    ['gets it', 'gets it'],
  ])('of %j is %j', (typed, said) => {
    expect(shaped(typed, 'verb-phrase')).toBe(said);
  });
});

describe('the end of a phrase', () => {
  it.each([
    ['a cat ,;:', 'a cat'],
    ['a cat…', 'a cat'],
    ['a cat?!', 'a cat'],
    ['cats, dogs, etc', 'cats, dogs, etc.'],
    ['cats, e.g.', 'cats, e.g.'],
    ['cats, i.e', 'cats, i.e.'],
    ['at 3 a.m.', 'at 3 a.m.'],
    ['at 3 p.m', 'at 3 p.m.'],
    ['sketch', 'sketch'],
    ['fetc', 'fetc'],
    ['', 'DETAIL'],
    [' . ', 'DETAIL'],
  ])('of %j is %j', (typed, said) => {
    expect(shaped(typed, 'noun-phrase')).toBe(said);
  });
});

describe('the beginning of a phrase', () => {
  it.each([
    ['The cat', 'the cat'],
    ['THE cat', 'THE cat'],
    ['A cat', 'a cat'],
    ['I see', 'I see'],
    ['Ann sees', 'Ann sees'],
    ['Stale copies', 'stale copies'],
    ['Retries of it', 'retries of it'],
    ['3 cats', '3 cats'],
  ])('%j is %j', (typed, said) => {
    expect(shaped(typed, undefined)).toBe(said);
  });

  it.each([
    ['whenever it fails', 'it fails'],
    ['while it waits', 'it waits'],
    ['where it waits', 'it waits'],
    ['once The call fails', 'the call fails'],
    ['since it waits', 'it waits'],
    ['in case it waits', 'it waits'],
    ['iffy calls fail', 'iffy calls fail'],
    ['it waits when it fails', 'it waits when it fails'],
  ])('of a clause %j is %j', (typed, said) => {
    expect(shaped(typed, 'clause')).toBe(said);
  });
});

describe('the end of a sentence', () => {
  it.each([
    'He said "No. Never." once',
    'He said “No. Never.” once',
    'run `a. b` once',
    'wait.. then go',
    'at 3 p.m. on Sunday',
    'max. 5 calls',
    'no. 5 of it',
    'J. Smith',
    'it ends.',
    'it ends. ',
    'v1.2',
  ])('is not inside %j', (line) => {
    expect(splitsSentence(line)).toBe(false);
  });

  it.each([
    'It ends. It starts',
    'Ends! Starts',
    'Ends (or not.) Starts',
    'Ends [or not?] Starts',
    'a\rb',
    'cat. 5',
  ])('is inside %j', (line) => {
    expect(splitsSentence(line)).toBe(true);
  });
});
