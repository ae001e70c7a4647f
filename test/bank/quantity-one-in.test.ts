import { describe, expect, it } from 'vitest';
import { oneIn } from '../../src/bank/quantity/read-share.js';

describe('a share of so many', () => {
  it.each([
    ['1 in 1000', '0.1 %'],
    ['1in1000', '0.1 %'],
    ['1 out of 4', '25 %'],
    ['3 OUT OF 4', '75 %'],
    ['1/8', '12.5 %'],
    ['1 / 8', '12.5 %'],
    ['0 in 5', '0 %'],
    ['5 in 5', '100 %'],
    ['7 in 2', '350 %'],
    ['1,000 in 10,000', '10 %'],
    ['1_000 in 10_000', '10 %'],
    ['999999999 in 1000000000', '99.9999999 %'],
    ['1 in 100000000000', '0.000000001 %'],
  ])('is a percentage: %s', (text, share) => {
    expect(oneIn(text)).toBe(share);
  });

  it.each([
    '1 in 3',
    '2/3',
    '1 in 0',
    '1 in 00',
    '1 of 4',
    '1 in',
    'in 4',
    'x 1 in 4',
    '1 in 4 x',
    '1.5 in 4',
    '-1 in 4',
    '1  in 4',
    '1234567890 in 10',
    '1 in 1000000000000000',
  ])('is none where it has no finite one: %s', (text) => {
    expect(oneIn(text)).toBeUndefined();
  });
});
