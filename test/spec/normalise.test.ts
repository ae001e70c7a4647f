import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, splitsSentence } from '../../src/spec/normalise.js';
import { earsSentence } from '../../src/spec/sentence.js';

type Row = readonly [typed: string, fits: string];

const told = (typed: string, expects: Parameters<typeof normalise>[1]): string => {
  const fit = normalise(typed, expects);
  return fit.fits ? fit.text : 'DETAIL';
};

/** What a verb becomes after these words of its sentence. */
const after = (before: string, typed: string): string => {
  const fit = normalise(typed, 'verb-phrase', before);
  return fit.fits ? `${before}${fit.text}` : 'DETAIL';
};

const verbPhrases: readonly Row[] = [
  ['can refuse it', 'be able to refuse it'],
  ['The system could refuse it', 'be able to refuse it'],
  ['cannot refuse it', 'not refuse it'],
  ['may not refuse it', 'not refuse it'],
  ['may refuse it', 'DETAIL'],
  ['The service might refuse it', 'DETAIL'],
  ['none needed', 'DETAIL'],
  ['Nothing', 'DETAIL'],
  ['none', 'DETAIL'],
  ['retry the call twice', 'retry the call twice'],
  ['Retry the call twice.', 'retry the call twice'],
  ['We will retry the call', 'retry the call'],
  ['we retry the call', 'retry the call'],
  ["We'll retry the call", 'retry the call'],
  ['will retry the call', 'retry the call'],
  ['should retry the call', 'retry the call'],
  ['must retry the call', 'retry the call'],
  ['shall retry the call', 'retry the call'],
  ['to retry the call', 'retry the call'],
  ['It retries the call', 'retry the call'],
  ['The system retries the call', 'retry the call'],
  ['the service will refuse it', 'refuse it'],
  ['The API needs to refuse it', 'refuse it'],
  ['It is going to refuse it', 'refuse it'],
  ['the system has to refuse it', 'refuse it'],
  ['returns 503 and logs the reason', 'return 503 and log the reason'],
  ['Returns 503, then closes the connection', 'return 503, then close the connection'],
  ['caches the answer for 5 s', 'cache the answer for 5 s'],
  ['passes the key on', 'pass the key on'],
  ['process the rest', 'process the rest'],
  ['bypass the cache', 'bypass the cache'],
  ['do not retry', 'not retry'],
  ["don't retry", 'not retry'],
  ["It doesn't retry", 'not retry'],
  ['it will not retry', 'not retry'],
  ['never retries', 'never retry'],
  ['immediately closes the door', 'immediately close the door'],
  ['we have a second queue take over', 'have a second queue take over'],
  ['show "No. Try later." to the user', 'show "No. Try later." to the user'],
  ['answer with `503 Busy.` at once', 'answer with `503 Busy.` at once'],
  ['wait ... and then refuse', 'wait ... and then refuse'],
  ['refuse it, e.g. with 429, at once', 'refuse it, e.g. with 429, at once'],
  ['queue mail, calls, etc.', 'queue mail, calls, etc.'],
  ['keep the edit that arrives last!!', 'keep the edit that arrives last'],
  ['  keep   it  ', 'keep   it'],
  ['POST the event again', 'POST the event again'],
  ['Redis is asked first', 'DETAIL'],
  ['the call is refused', 'DETAIL'],
  ['A user sees a message', 'DETAIL'],
  ['requests are refused', 'DETAIL'],
  ['nothing happens', 'DETAIL'],
  ['Refuse it. Then log it.', 'DETAIL'],
  ['refuse it\nand log it', 'DETAIL'],
  ['- refuse the call\n- log the reason', 'refuse the call and log the reason'],
  ['1. refuse the call\n2. log the reason\n3. alert', 'refuse the call, log the reason and alert'],
  ['...', 'DETAIL'],
];

const clauses: readonly Row[] = [
  ['the store is lost', 'the store is lost'],
  ['The store is lost.', 'the store is lost'],
  ['when the store is lost', 'the store is lost'],
  ['If the store is lost', 'the store is lost'],
  ['As soon as the store is lost', 'the store is lost'],
  ['because bursts must be tolerated', 'bursts must be tolerated'],
  ['that every order has a charge', 'every order has a charge'],
  ['Redis is lost', 'Redis is lost'],
  ['MFA fails', 'MFA fails'],
  ['p99 is above 1.5 s for 2 min', 'p99 is above 1.5 s for 2 min'],
  ['a user on v1.2 signs in', 'a user on v1.2 signs in'],
  ['it fails at 3 a.m. on Sundays', 'it fails at 3 a.m. on Sundays'],
  ['approx. 5 calls fail', 'approx. 5 calls fail'],
  ['I sign in', 'I sign in'],
  ['It fails. Nobody knows why.', 'DETAIL'],
  ['does it fail? it does', 'DETAIL'],
];

const nounPhrases: readonly Row[] = [
  ['The payment provider.', 'the payment provider'],
  ['A nightly export', 'a nightly export'],
  ['Kubernetes 1.33', 'Kubernetes 1.33'],
  ['SOC 2 auditors;', 'SOC 2 auditors'],
  ['Users of the old app', 'users of the old app'],
  ['migrations/**', 'migrations/**'],
  ['- cards, of all kinds\n- wallets', 'cards, of all kinds; wallets'],
  ['Requests that the caller got wrong (4xx)', 'requests that the caller got wrong (4xx)'],
  ['node.js', 'node.js'],
  ['one. two', 'DETAIL'],
];

describe('an answer in a sentence', () => {
  it.each(verbPhrases)('that expects a verb phrase: %j gives %j', (typed, fits) => {
    expect(told(typed, 'verb-phrase')).toBe(fits);
  });

  it.each(clauses)('that expects a clause: %j gives %j', (typed, fits) => {
    expect(told(typed, 'clause')).toBe(fits);
  });

  it.each(nounPhrases)('that expects a noun phrase: %j gives %j', (typed, fits) => {
    expect(told(typed, 'noun-phrase')).toBe(fits);
  });

  it('never throws and never holds a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const fit = normalise(typed, 'verb-phrase');
        expect(fit.fits && /[\r\n]/.test(fit.text)).toBe(false);
      }),
    );
  });
});

describe('splitsSentence', () => {
  it.each(['Dr. No signs in', 'v1.2 of it', 'see e.g. the log', 'wait… then go', 'half (approx. 5) of it'])(
    'takes %j as one sentence',
    (text) => {
      expect(splitsSentence(text)).toBe(false);
    },
  );

  it.each(['One. Two', 'Why? Because', 'Stop! now', 'it fails (often.) then stops', 'a\nb'])(
    'takes %j as more',
    (text) => {
      expect(splitsSentence(text)).toBe(true);
    },
  );
});

describe('earsSentence', () => {
  it.each([
    [{ shall: 'keep it' }, 'The system SHALL keep it.'],
    [{ event: 'a call comes', shall: 'answer' }, 'WHEN a call comes, the system SHALL answer.'],
    [{ while: 'it starts', shall: 'wait' }, 'WHILE it starts, the system SHALL wait.'],
    [{ if: 'Redis is lost', shall: 'go on' }, 'IF Redis is lost, THEN the system SHALL go on.'],
    [{ where: 'a flag is on', shall: 'show it' }, 'WHERE a flag is on, the system SHALL show it.'],
    [
      { while: 'it runs', event: 'a key comes twice', shall: 'act once' },
      'WHILE it runs, WHEN a key comes twice, the system SHALL act once.',
    ],
    [{ shall: 'not retry' }, 'The system SHALL NOT retry.'],
    [{ shall: 'queue mail, etc.' }, 'The system SHALL queue mail, etc.'],
    [{ shall: 'say "no."' }, 'The system SHALL say "no."'],
  ])('builds %j', (parts, sentence) => {
    expect(earsSentence(parts)).toBe(sentence);
  });
});

describe('a verb phrase', () => {
  it.each([
    ['limit what users notice to this: users ', 'cannot pay by card.', 'cannot pay by card'],
    ['users ', 'Users may see an old price', 'may see an old price'],
    ['users ', 'they have to log in again', 'have to log in again'],
    ['users ', 'wait 2 s', 'wait 2 s'],
    ['{row.check} ', 'must not differ', 'must not differ'],
  ])('keeps its own verb after its subject: %s%s', (before, typed, says) => {
    expect(after(before, typed)).toBe(`${before}${says}`);
  });

  it.each([
    ['allow {row.actor} to ', 'can read it', 'allow {row.actor} to read it'],
    ['continue to ', 'will refuse it', 'continue to refuse it'],
    ['never let {row.actor} ', 'can read it', 'never let {row.actor} read it'],
    ['let the operators ', 'may stop it', 'let the operators stop it'],
    ['run of "', 'will refund', 'run of "refund'],
    ['the system does this: ', 'it will answer 503', 'the system does this: answer 503'],
  ])('is what comes after SHALL, to and let: %s%s', (before, typed, says) => {
    expect(after(before, typed)).toBe(says);
  });

  it('after its subject is still no sentence of its own', () => {
    expect(after('users ', 'the page is empty')).toBe('DETAIL');
    expect(after('users ', 'wait. Then they leave.')).toBe('DETAIL');
  });
});
