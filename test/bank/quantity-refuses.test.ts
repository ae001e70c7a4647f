import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/bank/quantity.js';
import type { QuantityKind } from '../../src/bank/quantity.js';

const kinds = {
  rate: { dimension: 'rate' },
  charges: { dimension: 'rate', noun: 'charge' },
  size: { dimension: 'size' },
  throughput: { dimension: 'throughput' },
  duration: { dimension: 'duration' },
  months: { dimension: 'duration', months: true },
  percent: { dimension: 'percent' },
  growth: { dimension: 'growth' },
  count: { dimension: 'count' },
  pods: { dimension: 'count', noun: 'pod' },
  money: { dimension: 'money' },
  'binary sizes': { dimension: 'size', units: ['MiB', 'GiB'] },
  'requests per second': { dimension: 'rate', units: ['req/s'] },
  'euros per month': { dimension: 'money', units: ['EUR/month'] },
  'a second to an hour': { dimension: 'duration', min: '1 s', max: '1 h' },
} as const satisfies Readonly<Record<string, QuantityKind>>;

const spellings: readonly (readonly [keyof typeof kinds, string, string])[] = [
  ['rate', 'req', 'quantity-no-number'],
  ['rate', 'fast', 'quantity-no-number'],
  ['rate', '', 'quantity-empty'],
  ['rate', 'k', 'quantity-no-number'],
  ['rate', '10-20 rps', 'quantity-several-numbers'],
  ['rate', '10–20 rps', 'quantity-several-numbers'],
  ['rate', 'between 10 and 20 rps', 'quantity-several-numbers'],
  ['rate', '10 to 20 rps', 'quantity-several-numbers'],
  ['rate', '1e400 req/s', 'quantity-out-of-reach'],
  ['rate', '-5 req/s', 'quantity-negative'],
  ['rate', '−5 req/s', 'quantity-negative'],
  ['rate', 'infinity', 'quantity-endless'],
  ['rate', '∞ rps', 'quantity-endless'],
  ['rate', '4 GiB', 'quantity-dimension'],
  ['rate', '250 ms', 'quantity-dimension'],
  ['rate', '1.2.3 rps', 'quantity-unreadable'],
  ['rate', '10² rps', 'quantity-unreadable'],
  ['rate', '3 req/s/pod', 'quantity-unit'],
  ['rate', '900 per', 'quantity-unit'],
  ['rate', '40 rps 900 rps', 'quantity-several-numbers'],
  ['rate', '9 ± 1 rps', 'quantity-several-numbers'],
  ['rate', '1/2 s', 'quantity-several-numbers'],
  ['rate', '999999999999999999999 rps', 'quantity-out-of-reach'],
  ['rate', '0.0000000000001 rps', 'quantity-out-of-reach'],
  ['rate', '0x10 rps', 'quantity-several-numbers'],
  ['rate', '900 rps peak', 'quantity-unit'],
  ['requests per second', '900 msg/s', 'quantity-unit'],
  ['size', '4 GiB/s', 'quantity-dimension'],
  ['size', '4 MB per day', 'quantity-unit'],
  ['duration', '10-20 ms', 'quantity-several-numbers'],
  ['duration', '10 ms to 20 ms', 'quantity-several-numbers'],
  ['duration', '10ms - 20ms', 'quantity-several-numbers'],
  ['duration', '-5 ms', 'quantity-negative'],
  ['duration', '1 quarter', 'quantity-unit'],
  ['duration', '5 req/s', 'quantity-dimension'],
  ['duration', 'never', 'quantity-no-number'],
  ['duration', 'asap', 'quantity-no-number'],
  ['duration', 'instantly', 'quantity-no-number'],
  ['duration', '1 fortnight', 'quantity-unit'],
  ['duration', '3 business days', 'quantity-unit'],
  ['duration', 'monthly', 'quantity-no-number'],
  ['percent', '-1%', 'quantity-negative'],
  ['percent', '8 %/month', 'quantity-dimension'],
  ['percent', '%', 'quantity-no-number'],
  ['count', '-3', 'quantity-negative'],
  ['count', '12 ms', 'quantity-dimension'],
  ['count', '12 %', 'quantity-dimension'],
  ['money', '20 XYZ', 'quantity-unit'],
  ['money', '-5 EUR', 'quantity-negative'],
  ['euros per month', '$1900/month', 'quantity-unit'],
  ['a second to an hour', '500 ms', 'quantity-below-min'],
  ['a second to an hour', '2 h', 'quantity-above-max'],
  ['a second to an hour', '0', 'quantity-below-min'],
];

describe('what is not one quantity', () => {
  it.each(spellings)('as %s, %j is refused', (name, typed, code) => {
    const reading = parseQuantity(typed, kinds[name]);
    if (reading.type !== 'refused') throw new Error(`${typed} is ${reading.type}`);
    expect(reading.problem.code).toBe(code);
    expect(reading.problem.message).not.toBe('');
    expect(reading.problem.hint).toMatch(/\d/);
  });
});
