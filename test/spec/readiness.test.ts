import path from 'node:path';
import { expect, it } from 'vitest';
import { buildReadiness } from '../../src/spec/index.js';
import { documentOf, readShipped, strongAnswers } from '../render/shipped.js';

it('T3: every requirement and open question of the shipped banks belongs to one of the nine questions of production', () => {
  const { bank } = readShipped(path.join(import.meta.dirname, '..', '..'));
  const { requirements, openQuestions } = documentOf(bank, strongAnswers(bank));
  const everything = bank.questions.map(({ id }) => ({ ...openQuestions[0]!, id }));
  const nine = buildReadiness(requirements, everything);
  expect(nine.every((one) => one.requirements.length > 0 && one.open.length > 0)).toBe(true);
  expect(nine.flatMap((one) => one.requirements)).toHaveLength(requirements.length);
  // The last question takes what nobody placed: of the shipped banks only what belongs there.
  const last = new Set(nine.at(-1)?.open.map(({ id }) => id.split('.')[0]));
  expect([...last].sort()).toEqual(['aia', 'arc', 'ops', 'rsk', 'tst']);
  const placed = new Set(nine.flatMap((one) => one.open.map(({ id }) => id)));
  expect(everything.filter(({ id }) => !placed.has(id))).toEqual([]);
});
