import { describe, expect, it } from 'vitest';
import { analysed } from './a-session.js';
import { smallBank } from './small-bank.js';

const found = (lexicon: string, note: string): boolean => {
  const bank = smallBank({ id: 'x', fires_when: `mentions('rec.note', '${lexicon}')` });
  return analysed(bank, { 'rec.note': note }).findings.length > 0;
};

describe('a word that a rule looks for', () => {
  it('is vague only outside of quotes and away from numbers', () => {
    expect(found('vague', 'It is fast.')).toBe(true);
    expect(found('vague', 'It is fast: 5 ms.')).toBe(false);
    expect(found('vague', 'They call it "fast".')).toBe(false);
  });

  it('of any other lexicon is found wherever it stands', () => {
    expect(found('money', 'It is a refund of 5 EUR.')).toBe(true);
    expect(found('money', 'They call it "refund".')).toBe(true);
    expect(found('money', 'It is a gift.')).toBe(false);
  });
});
