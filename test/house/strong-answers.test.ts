import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { checkValue, type Severity } from '../../src/bank/index.js';
import { openSession, situationOf } from '../../src/interview/index.js';
import { readShipped, strongAnswers } from '../render/shipped.js';
import { root } from './program.js';

const { bank } = readShipped(root);
// At the highest tier no finding is lowered.
const examples = strongAnswers(bank);
const top = { status: 'answered' as const, raw: 'T0' };
const strong = { ...examples, answers: new Map([...examples.answers, ['arc.tier', top] as const]) };
const { session, problems } = openSession({ bank, mode: 'spec', saved: strong, context: new Map() });
const analysis = analyse(session, situationOf(session));
const fired = (...severities: readonly Severity[]) =>
  analysis.findings
    .filter(({ severity }) => severities.includes(severity))
    .map(({ id, title }) => `${id}: ${title}`);

describe('the strong examples', () => {
  it('are each a valid answer of their kind', () => {
    const refused = bank.questions.flatMap((question) => {
      const given = strong.answers.get(question.id)?.raw;
      const checked = given === undefined ? undefined : checkValue(question, given);
      return checked?.ok === false ? checked.error.map(({ message }) => `${question.id}: ${message}`) : [];
    });

    expect(strong.answers.size).toBeGreaterThan(300);
    expect(refused).toEqual([]);
  });

  it('open together as one interview of everything', () => {
    expect(problems).toEqual([]);
  });

  it('fire no block and no high finding when they are loaded together', () => {
    console.log(
      `strong examples together: ${String(fired('block').length)} block, ${String(fired('high').length)} high, ${String(fired('med').length)} medium, ${String(analysis.unchecked.length)} undecided`,
    );

    expect(analysis.broken).toEqual([]);
    expect(fired('block', 'high')).toEqual([]);
  });
});
