import { describe, expect, it } from 'vitest';
import { nines } from '../../src/bank/quantity/read-share.js';

describe('a number of nines', () => {
  it.each([
    ['1 nines', '90 %'],
    ['two nines', '99 %'],
    ['3 nines', '99.9 %'],
    ['3x9', '99.9 %'],
    ['4 9s', '99.99 %'],
    ['Seven Nines', '99.99999 %'],
    ['3.5 nines', '99.95 %'],
    ['three and a half nines', '99.95 %'],
    ['9 nines', '99.9999999 %'],
  ])('is a share: %s', (text, share) => {
    expect(nines(text)).toBe(share);
  });

  it.each([
    '0 nines',
    '12 nines',
    'x3 nines',
    '3 nines more',
    '3.7 nines',
    'eight nines',
    'nines',
    '3  nines',
  ])('is none: %s', (text) => {
    expect(nines(text)).toBeUndefined();
  });
});
