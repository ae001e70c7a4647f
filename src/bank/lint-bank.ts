import type { Problem } from '../kernel/index.js';
import type { Incident, JoinedBank } from './bank.js';
import { danglingProblems } from './join-banks-dangling.js';
import { placed } from './lint-bank-problem.js';
import { questionFlaws } from './lint-bank-question.js';
import { archetypeFlaws, conditionFlaws, migrationFlaws, ruleFlaws } from './lint-bank-rules.js';
import { sectionFlaws } from './lint-bank-section.js';
import { expectsFlaws, numberFlaws, sentenceFlaws } from './lint-bank-sentences.js';
import { valueFlaws } from './lint-bank-values.js';

/** Checks joined banks for everything a careful reviewer would send back; an empty list is a clean bill. */
export function lintBank(joined: JoinedBank, incidents?: readonly Incident[]): readonly Problem[] {
  const flaws = [
    ...joined.sections.flatMap(sectionFlaws),
    ...joined.questions.flatMap((question) => [
      ...questionFlaws(question),
      ...valueFlaws(question),
      ...sentenceFlaws(question, joined),
    ]),
    ...expectsFlaws(joined),
    ...numberFlaws(joined),
    ...conditionFlaws(joined),
    ...joined.rules.flatMap((rule) => ruleFlaws(rule, joined)),
    ...joined.banks.flatMap(({ archetype }) =>
      archetypeFlaws({ subject: 'bank', ids: archetype === undefined ? [] : [archetype] }, joined),
    ),
    ...migrationFlaws(joined),
  ].map((flaw) => placed(joined, flaw));
  const dangling = incidents === undefined ? [] : danglingProblems(joined, incidents);
  return [...dangling, ...flaws];
}
