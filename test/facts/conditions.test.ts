import { describe, expect, it } from 'vitest';
import {
  checkExpression,
  evaluateCondition,
  parseExpression,
  type Expression,
} from '../../src/bank/index.js';
import { factReading, factSignatures, openFacts } from '../../src/facts/index.js';
import { shipped, viewOf, type Given } from './shipped.js';

function expressionOf(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function judged(text: string, given: Given) {
  const view = viewOf(given);
  const facts = openFacts(view, shipped);
  const perRow = new Map(factSignatures.map((fact) => [fact.id, fact.per_row === true]));
  const fact = (id: string) => factReading(facts.of(id), perRow.get(id) ?? false);
  return evaluateCondition(expressionOf(text), { ...shipped, view: { ...view, fact } });
}

const queue = (capacity: string): Given => ({
  'rec.outage_assumed': '1 h',
  'wrk.backlog': [{ id: 'mail', queue: 'mail', arrival: '500 msg/s', capacity }],
});

describe('conditions read facts', () => {
  it('as numbers in base units', () => {
    const text = "f.budget_time < q('45 min')";

    expect(judged(text, { 'rec.slo': '99.9 %' })).toEqual({ is: 'true' });
    expect(judged(text, { 'rec.slo': '99 %' })).toEqual({ is: 'false' });
  });

  it('by row, also where the figure has no end', () => {
    const text = "f.drain_time['mail'] > q('2 h')";

    expect(judged(text, queue('800 msg/s'))).toEqual({ is: 'false' });
    expect(judged(text, queue('500 msg/s'))).toEqual({ is: 'true' });
  });

  it('and are undecided, naming what is missing, while a fact is', () => {
    expect(judged("f.budget_time < q('45 min')", {})).toEqual({ is: 'undecided', needs: ['rec.slo'] });
  });

  it('with an upper bound that can convict but not acquit', () => {
    const rows = (availability: string) => [
      { id: 'a', name: 'a', needed: 'hard', availability },
      { id: 'b', name: 'b', needed: 'hard' },
    ];
    const text = 'f.availability_at_most < a.rec.slo || f.availability_ceiling < a.rec.slo';
    const given = (availability: string) => ({ 'rec.slo': '99.9 %', 'dep.dependencies': rows(availability) });

    expect(judged(text, given('99 %'))).toEqual({ is: 'true' });
    expect(judged(text, given('99.99 %'))).toMatchObject({ is: 'undecided' });
  });

  it.each(factSignatures)('of the declared type: $id', ({ id, type, per_row }) => {
    const value = per_row === true ? `${id}['x']` : id;
    const test = {
      double: `${value} > 1.0`,
      bool: value,
      list: `'x' in ${value}`,
      string: `${value} == 'x'`,
    };

    expect(checkExpression(expressionOf(test[type]), shipped)).toEqual([]);
  });
});
