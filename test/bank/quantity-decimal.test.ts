import { describe, expect, it } from 'vitest';
import {
  cutToKept,
  decimalOf,
  grouped,
  inBase,
  isKept,
  isNegative,
  isZero,
  nearest,
  over,
  plain,
  ratio,
  scaled,
  times,
  toNumber,
} from '../../src/bank/quantity/decimal.js';

describe('an exact decimal', () => {
  it.each([
    ['12', 0, 12n, 0],
    ['12.50', 0, 125n, 1],
    ['-12.5', 0, -125n, 1],
    ['+12.5', 0, 125n, 1],
    ['.5', 0, 5n, 1],
    ['0.00', 0, 0n, 0],
    ['', 0, 0n, 0],
    ['100', 0, 100n, 0],
    ['1.5', 1, 15n, 0],
    ['1.5', 3, 1500n, 0],
    ['15', -1, 15n, 1],
    ['150', -1, 15n, 0],
    ['0.05', -2, 5n, 4],
  ])('is read from %j times ten to the %d', (text, exponent, digits, scale) => {
    expect(decimalOf(text, exponent)).toEqual({ digits, scale });
  });

  it('is written as plain digits', () => {
    expect(plain({ digits: 125n, scale: 0 })).toBe('125');
    expect(plain({ digits: 125n, scale: 1 })).toBe('12.5');
    expect(plain({ digits: 125n, scale: 3 })).toBe('0.125');
    expect(plain({ digits: 125n, scale: 5 })).toBe('0.00125');
    expect(plain({ digits: -125n, scale: 5 })).toBe('-0.00125');
    expect(plain({ digits: 1200n, scale: 2 })).toBe('12');
    expect(plain({ digits: 1200n, scale: 0 })).toBe('1200');
    expect(plain({ digits: 0n, scale: 3 })).toBe('0');
  });

  it('is zero, below zero or above it', () => {
    const signs = [-1n, 0n, 1n].map((digits) => ({ digits, scale: 1 }));
    expect(signs.map(isZero)).toEqual([false, true, false]);
    expect(signs.map(isNegative)).toEqual([true, false, false]);
    expect(signs.map(toNumber)).toEqual([-0.1, 0, 0.1]);
  });

  it('is taken nearest to a double', () => {
    expect(plain(nearest(1234.5, 4))).toBe('1235');
    expect(plain(nearest(0.00123456, 3))).toBe('0.00123');
    expect(plain(nearest(-98765, 2))).toBe('-99000');
    expect(plain(nearest(0, 4))).toBe('0');
    expect(plain(nearest(9.9, 1))).toBe('10');
  });
});

describe('a fraction', () => {
  it('is multiplied and divided', () => {
    expect(ratio(3)).toEqual({ num: 3n, den: 1n });
    expect(ratio(3, 4)).toEqual({ num: 3n, den: 4n });
    expect(times(ratio(2, 3), ratio(5, 7))).toEqual({ num: 10n, den: 21n });
    expect(over(ratio(2, 3), ratio(5, 7))).toEqual({ num: 14n, den: 15n });
  });

  it('scales a decimal, exactly where twelve places hold it', () => {
    const by = (text: string, num: number, den: number, significant?: number) => {
      const { value, exact } = scaled(decimalOf(text), ratio(num, den), significant);
      return `${exact ? '' : 'about '}${plain(value)}`;
    };
    expect(by('5', 1, 2)).toBe('2.5');
    expect(by('1', 1, 4096)).toBe('0.000244140625');
    expect(by('1', 1, 8192)).toBe('about 0.00012207');
    expect(by('1', 1, 3)).toBe('about 0.333333');
    expect(by('2', 1, 3)).toBe('about 0.666667');
    expect(by('-2', 1, 3)).toBe('about -0.666667');
    expect(by('2', 1, 3, 4)).toBe('about 0.6667');
    expect(by('2000000', 1, 3)).toBe('about 666667');
    expect(by('20000000', 1, 3)).toBe('about 6666667');
    expect(by('0', 1, 3)).toBe('0');
    expect(by('1000000', 1, 1)).toBe('1000000');
  });

  it('gives a double in the base unit, powers of ten moved exactly', () => {
    expect(inBase(decimalOf('99.95'), ratio(1, 100))).toBe(0.9995);
    expect(inBase(decimalOf('0.1'), ratio(1000))).toBe(100);
    expect(inBase(decimalOf('7'), ratio(1, 3600))).toBe(0.07 / 36);
    expect(inBase(decimalOf('-3'), ratio(1, 1000))).toBe(-0.003);
  });
});

describe('what is kept of a decimal', () => {
  it('is at most 18 digits before the point and 12 behind it', () => {
    expect(isKept(decimalOf('9'.repeat(18)))).toBe(true);
    expect(isKept(decimalOf(`-${'9'.repeat(18)}`))).toBe(true);
    expect(isKept(decimalOf('9'.repeat(19)))).toBe(false);
    expect(isKept(decimalOf(`0.${'1'.repeat(12)}`))).toBe(true);
    expect(isKept(decimalOf(`0.${'1'.repeat(13)}`))).toBe(false);
    expect(isKept(decimalOf(`-0.${'1'.repeat(12)}`))).toBe(true);
  });

  it('is rounded to twelve places', () => {
    expect(plain(cutToKept(decimalOf(`0.${'1'.repeat(12)}`)))).toBe(`0.${'1'.repeat(12)}`);
    expect(plain(cutToKept(decimalOf(`0.${'1'.repeat(12)}4`)))).toBe(`0.${'1'.repeat(12)}`);
    expect(plain(cutToKept(decimalOf(`0.${'1'.repeat(12)}5`)))).toBe(`0.${'1'.repeat(11)}2`);
    expect(plain(cutToKept(decimalOf(`-0.${'1'.repeat(12)}5`)))).toBe(`-0.${'1'.repeat(11)}2`);
    expect(plain(cutToKept(decimalOf(`0.${'9'.repeat(13)}`)))).toBe('1');
  });

  it('is shown in groups of three', () => {
    expect(
      ['1', '12', '123', '1234', '123456', '1234567', '-123', '-1234', '1234.5678', '0.1234'].map(grouped),
    ).toEqual(['1', '12', '123', '1,234', '123,456', '1,234,567', '-123', '-1,234', '1,234.5678', '0.1234']);
  });
});
