import { describe, expect, it } from 'vitest';
import { printBase } from '../../src/bank/index.js';

const KIB = 1024;

describe('the unit of a computed size', () => {
  it.each([
    [999_900 * KIB, '999,900 KiB'],
    [1_000_000 * KIB, '976.6 MiB'],
    [121_500_000 * KIB, '115.9 GiB'],
  ])('%d bytes are %s: nothing is lost below a million', (bytes, printed) => {
    expect(printBase(bytes, 'size')).toBe(printed);
  });
});
