import { describe, expect, it } from 'vitest';
import { currencyCodes } from '../../src/bank/quantity/currencies.js';
import { isNoun, plural, singular, wordAfter } from '../../src/bank/quantity/noun.js';
import { quoted, slashed, timeWord } from '../../src/bank/quantity/spelling.js';

describe('a word for time', () => {
  it.each([
    ['ns', 'ns nanosecond nanoseconds nanos NS'],
    ['us', 'us μs usec usecs microsecond microseconds micros'],
    ['ms', 'ms msec msecs millisecond milliseconds millis Ms'],
    ['s', 's sec secs second seconds sec. second(s) S'],
    ['min', 'min mins minute minutes min. minute(s)'],
    ['h', 'h hr hrs hour hours hr. Hours'],
    ['d', 'd day days day(s) DAY'],
    ['w', 'w wk wks week weeks'],
    ['month', 'mo mos mth mths mnth month months month(s)'],
    ['year', 'y yr yrs year years annum'],
  ])('is %s: %s', (unit, words) => {
    expect(words.split(' ').map(timeWord)).toEqual(words.split(' ').map(() => unit));
  });

  it('is none else', () => {
    const words = ['m', '', 'sek', 'sec..', 'x day', 'day x', '(s)day', '.sec', 'mon', 'decade'];
    expect(words.map(timeWord)).toEqual(words.map(() => undefined));
  });
});

describe('a unit with its ways of saying per', () => {
  it.each([
    ['req/s', 'req/s'],
    ['req / s', 'req/s'],
    ['req//s', 'req/s'],
    ['req per second', 'req/second'],
    ['req each second', 'req/second'],
    ['req every second', 'req/second'],
    ['req a second', 'req/second'],
    ['req an hour', 'req/hour'],
    ['req in a second', 'req/second'],
    ['req in an hour', 'req/hour'],
    ['req PER Second', 'req/Second'],
    ['per second', '/second'],
    ['req hourly', 'req/hour'],
    ['req daily', 'req/day'],
    ['req nightly', 'req/day'],
    ['req weekly', 'req/week'],
    ['req monthly', 'req/month'],
    ['req yearly', 'req/year'],
    ['req Annually', 'req/year'],
    ['per cent', '%'],
    ['percent', '%'],
    ['percentage', '%'],
    ['pct', '%'],
    ['percent per month', '%/month'],
  ])('%j is %j', (typed, unit) => {
    expect(slashed(typed)).toBe(unit);
  });

  it.each(['superb', 'paper', 'data', 'a', 'can of x', 'req ina second', 'dailyx', 'pctx', 'peach'])(
    '%j says it nowhere inside a word',
    (typed) => {
      expect(slashed(typed)).toBe(typed);
    },
  );
});

describe('a text in quotation marks', () => {
  it('is cut after 39 characters when it has more than 40, and never inside one', () => {
    expect(quoted('x')).toBe('“x”');
    expect(quoted('x'.repeat(40))).toBe(`“${'x'.repeat(40)}”`);
    expect(quoted('x'.repeat(41))).toBe(`“${'x'.repeat(39)}…”`);
    expect(quoted(`${'x'.repeat(38)}😀yy`)).toBe(`“${'x'.repeat(38)}…”`);
    expect(quoted(`${'x'.repeat(37)}😀yy`)).toBe(`“${'x'.repeat(37)}😀…”`);
  });
});

describe('a noun', () => {
  it.each([
    ['pod', 'pods'],
    ['query', 'queries'],
    ['day', 'days'],
    ['key', 'keys'],
    ['batch', 'batches'],
    ['push', 'pushes'],
    ['box', 'boxes'],
    ['quiz', 'quizes'],
    ['address', 'addresses'],
    ['person', 'people'],
    ['child', 'children'],
    ['datum', 'data'],
    ['support ticket', 'support tickets'],
  ])('%s has the plural %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it.each([
    ['pods', 'pod'],
    ['queries', 'query'],
    ['batches', 'batch'],
    ['pushes', 'push'],
    ['boxes', 'box'],
    ['classes', 'class'],
    ['people', 'person'],
    ['children', 'child'],
    ['data', 'datum'],
    ['pod', 'pod'],
    ['class', 'class'],
    ['bus', 'bus'],
    ['analysis', 'analysis'],
    ['bases', 'base'],
  ])('%s has the singular %s', (many, one) => {
    expect(singular(many)).toBe(one);
  });

  it('is meant in the singular, the plural, either of them, and in any case', () => {
    expect(['pod', 'pods', 'Pod', 'PODS', 'pod(s)', 'batch(es)'].map((word) => isNoun(word, 'pod'))).toEqual([
      ...[true, true, true, true, true, false],
    ]);
    expect(['batch(es)', 'batches', 'batch'].map((word) => isNoun(word, 'batches'))).toEqual([
      ...[true, true, true],
    ]);
    expect(['pot', 'podss', 'x pod', 'po', ''].map((word) => isNoun(word, 'pod'))).toEqual([
      ...[false, false, false, false, false],
    ]);
    expect(isNoun('pod', 'Pods')).toBe(true);
  });

  it('agrees with the amount before it', () => {
    const after = (amount: string) => ['calls', 'have', 'are'].map((word) => wordAfter(amount, word));
    expect(after('1')).toEqual(['call', 'has', 'is']);
    expect(after(' 1 ')).toEqual(['call', 'have', 'are']);
    expect(after('1 min')).toEqual(['calls', 'has', 'is']);
    expect(after('1 req/s')).toEqual(['calls', 'have', 'are']);
    expect(after('11 min')).toEqual(['calls', 'have', 'are']);
    expect(
      ['is', 'as', 'was', 'its', 'plus', 'this', 'less', 'classes'].map((word) => wordAfter('1', word)),
    ).toEqual(['is', 'as', 'was', 'its', 'plus', 'this', 'less', 'class']);
  });
});

describe('a word for a currency', () => {
  it.each([
    ['€', ['EUR']],
    ['euro', ['EUR']],
    ['Euros', ['EUR']],
    ['£', ['GBP']],
    ['pound', ['GBP']],
    ['pounds', ['GBP']],
    ['quid', ['GBP']],
    ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']],
    ['dollar', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']],
    ['us$', ['USD']],
    ['$US', ['USD']],
    ['ca$', ['CAD']],
    ['c$', ['CAD']],
    ['au$', ['AUD']],
    ['a$', ['AUD']],
    ['nz$', ['NZD']],
    ['hk$', ['HKD']],
    ['s$', ['SGD']],
    ['R$', ['BRL']],
    ['¥', ['JPY', 'CNY']],
    ['yen', ['JPY']],
    ['yuan', ['CNY']],
    ['rmb', ['CNY']],
    ['₹', ['INR']],
    ['₩', ['KRW']],
    ['₽', ['RUB']],
    ['₺', ['TRY']],
    ['₴', ['UAH']],
    ['₪', ['ILS']],
    ['₫', ['VND']],
    ['₦', ['NGN']],
    ['zł', ['PLN']],
    ['Kč', ['CZK']],
    ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['fr', ['CHF', 'XAF', 'XOF']],
    ['chf', ['CHF']],
    ['Usd', ['USD']],
    ['ZWG', ['ZWG']],
    ['xyz', []],
    ['', []],
  ])('%j stands for %j', (word, codes) => {
    expect(currencyCodes(word)).toEqual(codes);
  });
});
