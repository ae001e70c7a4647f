import { describe, expect, it } from 'vitest';
import { plain } from '../../src/bank/quantity/decimal.js';
import { multiplier, readDigits } from '../../src/bank/quantity/number.js';

/** The number, what else it could be, and what stands behind it. */
const read = (text: string): string => {
  const digits = readDigits(text);
  if (digits.type !== 'number') return digits.type === 'none' ? 'none' : `${digits.type} ${digits.digits}`;
  const other = digits.other === undefined ? '' : ` or ${plain(digits.other)} by the ${digits.doubt ?? ''}`;
  return `${plain(digits.value)}${other}${digits.rest === '' ? '' : ` then ${digits.rest}`}`;
};

describe('the number at the start of a text', () => {
  it.each([
    ['12', '12'],
    ['012', '12'],
    ['12.5', '12.5'],
    ['.5', '0.5'],
    ['-3', '-3'],
    ['- 3', '-3'],
    ['+3', '3'],
    ['12 req/s', '12 then req/s'],
    ['12req/s', '12 then req/s'],
    ['12.', '12'],
    ['12, and more', '12 then and more'],
    ["12's", '12 then s'],
    ['12_', '12'],
    ['1 200', '1200'],
    ['1 200 300 x', '1200300 then x'],
    ['1 200,5', '1200.5'],
    ['1 200.5', '1200.5'],
    ['1 2000', '1 then 2000'],
    ['1234 567', '1234 then 567'],
    ["1'200", '1200'],
    ["1'200.5", '1200.5'],
    ["1'200,5", '1200.5'],
    ["-1'200'300", '-1200300'],
    ['1_200', '1200'],
    ['1_2_3', '123'],
    ['0,5', '0.5'],
    ['0,500', '0.5'],
    ['1,5', '1.5'],
    ['1,55', '1.55'],
    ['1,5555', '1.5555'],
    ['1234,567', '1234.567'],
    ['1,200', '1200 or 1.2 by the comma'],
    ['999,999', '999999 or 999.999 by the comma'],
    ['-1,200', '-1200 or -1.2 by the comma'],
    ['1,200,300', '1200300'],
    ['1,200.5', '1200.5'],
    ['12,34,567', '1234567'],
    ['1,23,45,678.5', '12345678.5'],
    ['1.200', '1.2 or 1200 by the point'],
    ['1.210', '1.21 or 1210 by the point'],
    ['12.340', '12.34 or 12340 by the point'],
    ['123.450', '123.45 or 123450 by the point'],
    ['1234.500', '1234.5'],
    ['1.201', '1.201'],
    ['1.20', '1.2'],
    ['1.2000', '1.2'],
    ['0.200', '0.2'],
    ['1.200.300', '1200300'],
    ['1.200,5', '1200.5'],
    ['1.200.300,55', '1200300.55'],
    ['1e3', '1000'],
    ['1E3', '1000'],
    ['1e+3', '1000'],
    ['1.5e3 x', '1500 then x'],
    ['15e-1', '1.5'],
    ['1,200e3', '1200000'],
    ['1e3x', '1 then e3x'],
    ['0e99', '0'],
    ['0.0e99', '0'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', 'x', '-', '+ x', '.', ',5', "'5", 'x5', '--5'])('is none in %j', (text) => {
    expect(read(text)).toBe('none');
  });

  it.each([
    '1.2.3',
    '1,2,3',
    '1,2000,3',
    '12.34.567',
    '1,20,30',
    "1'20",
    '1__2',
    '1..2',
    '1,200.300.400',
    '1.200,300.4',
  ])('cannot be read in %j', (text) => {
    expect(read(text)).toBe(`unreadable ${text}`);
  });

  it('has at most 18 digits before the point and 12 behind it', () => {
    expect(read('9'.repeat(18))).toBe('9'.repeat(18));
    expect(read('9'.repeat(19))).toBe(`out-of-reach ${'9'.repeat(19)}`);
    expect(read(`000${'9'.repeat(18)}`)).toBe('9'.repeat(18));
    expect(read(`0.${'0'.repeat(11)}1`)).toBe('0.000000000001');
    expect(read(`0.${'0'.repeat(12)}1`)).toBe(`out-of-reach 0.${'0'.repeat(12)}1`);
    expect(read(`0.5${'0'.repeat(30)}`)).toBe('0.5');
    expect(read('0'.repeat(40))).toBe('0');
    expect(read('1e17')).toBe(`1${'0'.repeat(17)}`);
    expect(read('1e18')).toBe('out-of-reach 1');
    expect(read('0.001e20')).toBe(`1${'0'.repeat(17)}`);
    expect(read('0.001e21')).toBe('out-of-reach 0.001');
    expect(read('1e-12')).toBe('0.000000000001');
    expect(read('1e-13')).toBe('out-of-reach 1');
    expect(read('1e400')).toBe('out-of-reach 1');
    expect(read('0.0000000000000000000000000000001e31')).toBe(
      'out-of-reach 0.0000000000000000000000000000001',
    );
    expect(read('0.000000000000000000000000000001e30')).toBe('1');
  });
});

describe('a word that multiplies a number', () => {
  it.each([
    ['k', 3, '', false],
    ['K', 3, '', false],
    ['thousand', 3, '', false],
    ['hundred', 2, '', false],
    ['mn', 6, '', false],
    ['mio', 6, '', false],
    ['mil', 6, '', false],
    ['million', 6, '', false],
    ['Millions', 6, '', false],
    ['bn', 9, '', false],
    ['billion', 9, '', false],
    ['billions', 9, '', false],
    ['trillion', 12, '', false],
    ['m', 6, '', true],
    ['M', 6, '', false],
    ['b', 9, '', true],
    ['B', 9, '', true],
    ['g', 9, '', true],
    ['G', 9, '', true],
    ['t', 12, '', true],
    ['T', 12, '', true],
    ['k req/s', 3, 'req/s', false],
    ['k. req/s', 3, 'req/s', false],
    ['m/day', 6, '/day', true],
    ['million a day', 6, 'a day', false],
    ['krps', 3, 'rps', false],
    ['Krps', 3, 'rps', false],
    ['Mrps', 6, 'rps', false],
    ['k€', 3, '€', false],
    ['M$', 6, '$', false],
    ['k%', 3, '%', false],
    ['M£', 6, '£', false],
    ['kk2', 3, 'k2', false],
    ['ki-b', 3, 'i-b', false],
  ])('%j: ten to the %d', (unit, exponent, rest, doubtful) => {
    expect(multiplier(unit)).toEqual({ exponent, rest, doubtful });
  });

  it.each(['', 'req/s', 'mrps', 'billionaire', ' k', 'x k', 'k1', 'grps', 'trps', 'million-fold'])(
    'is none in %j',
    (unit) => {
      expect(multiplier(unit)).toBeUndefined();
    },
  );
});
