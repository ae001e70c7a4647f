import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorsOf, lostIn } from '../../src/llm/index.js';

const ANSWER =
  'We think that the gateway basically must not accept more than 900 req/s per caller; it should answer "429 slow down" ' +
  'within 250 ms and never retry POST /v1/orders. The payment_intent is kept for 30 days, except for EU callers, who may ask for 7 days.';
const TIGHT =
  'The gateway must not accept more than 900 req/s per caller; it should answer "429 slow down" within 250 ms and never retry ' +
  'POST /v1/orders. The payment_intent is kept 30 days, except EU callers, who may ask for 7 days.';

describe('what survives a rewriting', () => {
  it('names numbers, units, identifiers, quoted strings, bounds, negations and modal verbs in their order', () => {
    expect(anchorsOf(ANSWER).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...['modal must', 'negation not', 'bound more than', 'number 900req/s', 'modal should'],
      ...['quoted 429 slow down', 'bound within', 'number 250ms', 'negation never'],
      ...['identifier POST', 'identifier /v1/orders', 'identifier payment_intent', 'number 30days'],
      ...['negation except', 'identifier EU', 'modal may', 'number 7days'],
    ]);
  });

  it('is satisfied with fewer words that say the same', () => {
    expect(lostIn(ANSWER, TIGHT)).toEqual([]);
    expect(lostIn("It can't fail and won't wait.", 'It cannot fail and will not wait.')).toEqual([]);
    expect(lostIn('At most 5 min.', 'at most\n5 min')).toEqual([]);
  });

  it.each([
    ['a number', '900', '9000'],
    ['a unit', '250 ms', '250 s'],
    ['a bound', 'more than', 'less than'],
    ['a negation that is gone', 'must not', 'must'],
    ['a negation that is new', 'may ask', 'may not ask'],
    ['a modal verb', 'should answer', 'must answer'],
    ['a modal verb that is gone', 'should answer', 'answers'],
    ['a quoted string', '429 slow down', '429 Slow down'],
    ['an identifier', 'payment_intent', 'payment_intents'],
    ['a path', '/v1/orders', '/v2/orders'],
    ['an abbreviation', 'EU', 'US'],
    ['an exception', 'except', 'including'],
    ['a word that excludes', 'never', 'rarely'],
  ])('notices a change of %s', (_, from, to) => {
    expect(lostIn(TIGHT, TIGHT.replace(from, to))).not.toEqual([]);
  });

  it('notices numbers that change places', () => {
    expect(lostIn('30 days for us, 7 days for them', '7 days for us, 30 days for them')).toEqual([
      'the number 30days stands elsewhere',
    ]);
    expect(lostIn('We must log, but may not store.', 'We must not log, but may store.')).toHaveLength(1);
  });

  it('notices every anchor that is taken out, wherever it stands', () => {
    const anchors = [
      '12',
      '5 ms',
      '99.95 %',
      'not',
      'never',
      'must',
      'should',
      'at most',
      '"a b"',
      'user_id',
      'rec.rpo',
    ];
    const word = fc.constantFrom('the', 'system', 'keeps', 'orders', 'calmly');
    const part = fc.tuple(fc.constantFrom(...anchors), word).map(([anchor, filler]) => `${anchor} ${filler}`);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat(), (parts, pick) => {
        const at = pick % parts.length;
        const cut = parts.map((each, index) => (index === at ? each.split(' ').at(-1)! : each));

        return (
          lostIn(parts.join(' '), cut.join(' ')).length > 0 &&
          lostIn(parts.join(' '), parts.join('\n')).length === 0
        );
      }),
    );
  });
});
