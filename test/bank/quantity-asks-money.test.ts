import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('money', () => {
  const kind: QuantityKind = { dimension: 'money' };
  it.each<[string, string]>([
    [
      '1900',
      'The number has no unit. Which one is it? | 1,900 EUR (1900 EUR) | 1,900 USD (1900 USD) | 1,900 GBP (1900 GBP) | 1,900 EUR per month (1900 EUR/month) | 1,900 USD per month (1900 USD/month) | 1,900 GBP per month (1900 GBP/month)',
    ],
    [
      '0',
      'The number has no unit. Which one is it? | 0 EUR (0 EUR) | 0 USD (0 USD) | 0 GBP (0 GBP) | 0 EUR per month (0 EUR/month) | 0 USD per month (0 USD/month) | 0 GBP per month (0 GBP/month)',
    ],
    [
      '$20',
      'Several currencies are written $. Which one? | 20 USD (20 USD) | 20 CAD (20 CAD) | 20 AUD (20 AUD) | 20 NZD (20 NZD) | 20 SGD (20 SGD) | 20 HKD (20 HKD)',
    ],
    [
      '20 dollars',
      'Several currencies are written dollars. Which one? | 20 USD (20 USD) | 20 CAD (20 CAD) | 20 AUD (20 AUD) | 20 NZD (20 NZD) | 20 SGD (20 SGD) | 20 HKD (20 HKD)',
    ],
    [
      '20 bucks',
      'Several currencies are written bucks. Which one? | 20 USD (20 USD) | 20 CAD (20 CAD) | 20 AUD (20 AUD) | 20 NZD (20 NZD) | 20 SGD (20 SGD) | 20 HKD (20 HKD)',
    ],
    [
      '4 cents',
      'Several currencies are written cents. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
    [
      '4 ct',
      'Several currencies are written ct. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
    [
      '4 cts',
      'Several currencies are written cts. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
    [
      '4 cent',
      'Several currencies are written cent. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
    [
      '4 ¢',
      'Several currencies are written ¢. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
    ['4 eurocents', '0.04 EUR: understood as 0.04 EUR'],
    ['4 euro cent', '0.04 EUR: understood as 0.04 EUR'],
    ['4 eur ct', '0.04 EUR: understood as 0.04 EUR'],
    ['4 us cents', '0.04 USD: understood as 0.04 USD'],
    ['4 usd cents', '0.04 USD: understood as 0.04 USD'],
    ['4 usct', '0.04 USD: understood as 0.04 USD'],
    ['40 pence', '0.4 GBP: understood as 0.4 GBP'],
    ['40 penny', '0.4 GBP: understood as 0.4 GBP'],
    ['¥500', 'Several currencies are written ¥. Which one? | 500 JPY (500 JPY) | 500 CNY (500 CNY)'],
    [
      '100 kr',
      'Several currencies are written kr. Which one? | 100 SEK (100 SEK) | 100 NOK (100 NOK) | 100 DKK (100 DKK) | 100 ISK (100 ISK)',
    ],
    ['5 fr', 'Several currencies are written fr. Which one? | 5 CHF (5 CHF) | 5 XAF (5 XAF) | 5 XOF (5 XOF)'],
    [
      '1.900 EUR',
      'Does the point mark thousands, or the fraction? | 1.9 EUR (1.9 EUR) | 1,900 EUR (1900 EUR)',
    ],
    [
      '40 EUR/week',
      'A price is kept per hour, day, month or year; a week is spread over its days. | about 5.71429 EUR per day (5.71429 EUR/day)',
    ],
    [
      '40 EUR/m',
      'Does m stand for month? A price is kept per hour, day, month or year. | 40 EUR per month (40 EUR/month)',
    ],
    [
      '0.04 EUR per request',
      'Only the amount is kept; the question says what it pays for. Keep it? | 0.04 EUR (0.04 EUR)',
    ],
    [
      '0.04 EUR per 1000',
      '“0.04 EUR per 1000” holds more than one number; a limit that can be tested is one number. Write the worse one, the one the design has to hold at, for example 1000.',
    ],
    [
      '20 XYZ',
      '“XYZ” is not a unit known here; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '20 EUR/month/month',
      '“EUR/month/month” is not a unit known here; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '20 EUR/s',
      '“EUR/s” is not a unit known here; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '20 EUR/min',
      '“EUR/min” is not a unit known here; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ],
    ['20 EUR p.m.', '20 EUR/month: understood as 20 EUR per month'],
    ['20 EUR pm', '20 EUR/month: understood as 20 EUR per month'],
    ['20 EUR p.a.', '20 EUR/year: understood as 20 EUR per year'],
    ['20 EUR pa', '20 EUR/year: understood as 20 EUR per year'],
    ['20 EUR/hour', '20 EUR/h: understood as 20 EUR per hour'],
    ['20 EUR/h', '20 EUR/h: understood as 20 EUR per hour'],
    ['20 EUR/day', '20 EUR/day: understood as 20 EUR per day'],
    ['20 EUR yearly', '20 EUR/year: understood as 20 EUR per year'],
    ['€1900', '1900 EUR: understood as 1,900 EUR'],
    ['€ 1,900', '1900 EUR: understood as 1,900 EUR'],
    [
      '-€5',
      '“-5 EUR” is below zero; an amount of money is zero or more. Write it without the minus, for example 1900 EUR/month.',
    ],
    [
      '€-5',
      '“-5 EUR” is below zero; an amount of money is zero or more. Write it without the minus, for example 1900 EUR/month.',
    ],
    ['EUR 1900/month', '1900 EUR/month: understood as 1,900 EUR per month'],
    ['EUR1900', '1900 EUR: understood as 1,900 EUR'],
    ['€2M', '2000000 EUR: understood as 2,000,000 EUR'],
    ['€2 million', '2000000 EUR: understood as 2,000,000 EUR'],
    ['€2k per month', '2000 EUR/month: understood as 2,000 EUR per month'],
    ['€ 1 200', '1200 EUR: understood as 1,200 EUR'],
    ['€1e3', '1000 EUR: understood as 1,000 EUR'],
    ['£20', '20 GBP: understood as 20 GBP'],
    ['R$ 5', '5 BRL: understood as 5 BRL'],
    ['A$5', '5 AUD: understood as 5 AUD'],
    ['C$5', '5 CAD: understood as 5 CAD'],
    ['zł 5', '5 PLN: understood as 5 PLN'],
    ['5 zł', '5 PLN: understood as 5 PLN'],
    ['5 Kč', '5 CZK: understood as 5 CZK'],
    ['5 quid', '5 GBP: understood as 5 GBP'],
    ['5 yuan', '5 CNY: understood as 5 CNY'],
    ['5 rmb', '5 CNY: understood as 5 CNY'],
    ['5 yen', '5 JPY: understood as 5 JPY'],
    [
      'USDT 5',
      '“USDT 5” has no number at its start; this question takes an amount of money. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '40 cents/week',
      'Several currencies are written cents. Which one? | about 0.0571429 USD per day (0.0571429 USD/day) | about 0.0571429 EUR per day (0.0571429 EUR/day) | about 0.0571429 CAD per day (0.0571429 CAD/day) | about 0.0571429 AUD per day (0.0571429 AUD/day)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('money per month', () => {
  const kind: QuantityKind = { dimension: 'money', units: ['EUR/month'] };
  it.each<[string, string]>([
    ['1900', 'The number has no unit. Which one is it? | 1,900 EUR per month (1900 EUR/month)'],
    ['€1900', 'This question is answered in EUR/month. | 1,900 EUR per month (1900 EUR/month)'],
    ['1900 EUR', 'This question is answered in EUR/month. | 1,900 EUR per month (1900 EUR/month)'],
    ['24000 EUR/year', 'This question is answered in EUR/month. | 2,000 EUR per month (2000 EUR/month)'],
    ['1 EUR/h', 'This question is answered in EUR/month. | 720 EUR per month (720 EUR/month)'],
    ['10 EUR/day', 'This question is answered in EUR/month. | 300 EUR per month (300 EUR/month)'],
    [
      '$5',
      'This question is answered in EUR/month, not in USD. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '5 USD',
      'This question is answered in EUR/month, not in USD. Write one number and its unit, for example 1900 EUR/month.',
    ],
    [
      '¥5',
      'This question is answered in EUR/month, not in JPY. Write one number and its unit, for example 1900 EUR/month.',
    ],
    ['70 EUR/week', 'This question is answered in EUR/month. | 300 EUR per month (300 EUR/month)'],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('money for each call', () => {
  const kind: QuantityKind = { dimension: 'money', noun: 'call' };
  it.each<[string, string]>([
    ['0.04 EUR per call', '0.04 EUR: understood as 0.04 EUR'],
    ['0.04 EUR/calls', '0.04 EUR: understood as 0.04 EUR'],
    [
      '0.04 EUR per request',
      'Only the amount is kept; the question says what it pays for. Keep it? | 0.04 EUR (0.04 EUR)',
    ],
    [
      '4 ct per call',
      'Several currencies are written ct. Which one? | 0.04 USD (0.04 USD) | 0.04 EUR (0.04 EUR) | 0.04 CAD (0.04 CAD) | 0.04 AUD (0.04 AUD)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
