import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerView, Value } from '../../src/bank/index.js';
import { createReader } from '../../src/facts/reader.js';
import { FACTS } from '../../src/facts/registry.js';
import type { FactDefinition } from '../../src/facts/index.js';
import { anyAnswers, sameRate, sameSize, sameTime } from './answers.js';
import { numberOf, shipped } from './shipped.js';

const SEED = 20_260_101;

function watched(values: ReadonlyMap<string, Value>, read: (id: string) => void): AnswerView {
  return {
    value: (id) => {
      read(id);
      return values.get(id);
    },
    status: () => 'answered',
    asked: () => true,
    source: () => undefined,
    fact: () => undefined,
    thin: () => false,
    mentions: () => false,
  };
}

function derived(fact: FactDefinition, values: ReadonlyMap<string, Value>, read: (id: string) => void) {
  return fact.derive(createReader(watched(values, read), shipped, () => []));
}

const types = { double: 'number', string: 'string', bool: 'boolean', list: 'object' };

describe('every fact', () => {
  it('has an id of its own', () => {
    const ids = FACTS.map(({ id }) => id);

    expect(ids.filter((id) => !/^f\.[a-z][a-z0-9_]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(FACTS)('$id names only questions that are asked', (fact) => {
    expect(fact.inputs.filter((id) => shipped.question(id) === undefined)).toEqual([]);
  });

  it.each(FACTS)('$id reads exactly its inputs, whatever was answered', (fact) => {
    const read = new Set<string>();
    fc.assert(
      fc.property(anyAnswers(fact.inputs), (values) => {
        derived(fact, values, (id) => read.add(id));
      }),
      { seed: SEED, numRuns: 120 },
    );

    expect([...read].sort()).toEqual([...fact.inputs].sort());
  });

  it.each(FACTS)('$id gives a printable figure of its type, or none', (fact) => {
    let computed = 0;
    fc.assert(
      fc.property(anyAnswers(fact.inputs), (values) => {
        const figures = derived(fact, values, () => undefined);
        computed += figures.length;
        for (const { value, text, formula, inputs, subject } of figures) {
          expect(typeof value).toBe(types[fact.type]);
          expect(value).not.toBeNaN();
          expect(`${text} ${formula}`).not.toMatch(/undefined|NaN|Infinity/);
          expect(text === '' || formula === '').toBe(false);
          expect(inputs.map((input) => input.text)).not.toContain('');
          expect(subject !== undefined).toBe(fact.per_row === true);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );

    expect(computed).toBeGreaterThan(0);
  });

  it.each(FACTS)('$id is missing while nothing is answered', (fact) => {
    expect(derived(fact, new Map(), () => undefined)).toEqual([]);
  });
});

describe('the unit of an answer', () => {
  const whole = fc.integer({ min: 1, max: 5000 });

  it('never changes what a rate comes to', () => {
    fc.assert(
      fc.property(whole, (perSecond) => {
        const found = sameRate(perSecond).map((rate) =>
          numberOf('f.peak_factor', { 'traffic.peak_rate': rate, 'traffic.average_rate': '1 req/s' }),
        );
        for (const one of found) expect(one).toBeCloseTo(perSecond, 6);
      }),
      { seed: SEED },
    );
  });

  it('never changes what a time comes to', () => {
    fc.assert(
      fc.property(whole, (days) => {
        const found = sameTime(days).map((time) =>
          numberOf('f.deadline_left', { 'dep.caller_deadline': time, 'dep.own_work': '1 s' }),
        );
        for (const one of found) expect(one).toBeCloseTo(found[0] ?? NaN, 3);
      }),
      { seed: SEED },
    );
  });

  it('never changes what a size comes to', () => {
    fc.assert(
      fc.property(whole, (mib) => {
        const found = sameSize(mib).map((size) =>
          numberOf('f.restore_copy', { 'rec.restore_size': size, 'rec.restore_throughput': '1 MiB/s' }),
        );
        for (const one of found) expect(one).toBeCloseTo(mib * 1000, 3);
      }),
      { seed: SEED },
    );
  });
});
