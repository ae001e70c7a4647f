import { nearest, type Problem } from '../kernel/index.js';
import type { Incident, JoinedBank, Rule, Section, Subject } from './bank.js';
import {
  conditionsOf,
  parsed,
  readsOf,
  ruleConditions,
  type Condition,
  type KeyPath,
} from './join-banks-conditions.js';
import { isTable, type Question } from './question.js';

type Word = 'section' | 'question' | 'table' | 'rule' | 'term' | 'fact' | 'incident';
type Known = Readonly<Record<Word, ReadonlySet<string> | undefined>>;
type Naming = {
  readonly subject: Subject;
  readonly path: KeyPath;
  readonly word: Word;
  readonly ids: readonly string[];
};

/** Names of questions, tables, facts, terms, sections, rules and incidents that stand for nothing. */
export function danglingProblems(joined: JoinedBank, incidents?: readonly Incident[]): readonly Problem[] {
  const known: Known = {
    section: idsOf(joined.sections),
    question: idsOf(joined.questions),
    table: idsOf(joined.questions.filter(isTable)),
    rule: idsOf(joined.rules),
    term: idsOf(joined.terms),
    fact: idsOf(joined.facts),
    incident: incidents === undefined ? undefined : idsOf(incidents),
  };
  const namings = [
    ...joined.sections.map(namedBySection),
    ...joined.questions.flatMap((question) => namedByQuestion(question, joined)),
    ...joined.rules.flatMap(namedByRule),
    ...ruleConditions(joined).flatMap((condition) => namedByCondition(condition, joined)),
  ];
  return namings.flatMap((naming) => dangling(naming, known, joined));
}

const namedBySection = ({ id, opening }: Section): Naming => ({
  subject: `section ${id}`,
  path: ['opening', 'incident'],
  word: 'incident',
  ids: opening === undefined ? [] : [opening.incident],
});

function namedByQuestion(question: Question, joined: JoinedBank): readonly Naming[] {
  const subject: Subject = `question ${question.id}`;
  return [
    { subject, path: ['id'], word: 'section', ids: [question.section] },
    { subject, path: ['terms'], word: 'term', ids: question.terms },
    { subject, path: ['rests_on'], word: 'question', ids: question.rests_on },
    { subject, path: ['incidents'], word: 'incident', ids: question.incidents },
    ...tableReferences(question).map(({ path, id }): Naming => ({ subject, path, word: 'table', ids: [id] })),
    ...conditionsOf(question).flatMap((condition) => namedByCondition(condition, joined)),
  ];
}

/** The tables a question and its columns take their rows from, and where it says so. */
export function tableReferences(
  question: Question,
): readonly { readonly path: KeyPath; readonly id: string }[] {
  const own = 'of' in question ? [{ path: ['of'], id: question.of }] : [];
  const columns = isTable(question) ? question.columns : [];
  const theirs = columns.flatMap((column, at) =>
    'of' in column ? [{ path: ['columns', at, 'of'], id: column.of }] : [],
  );
  return [...own, ...theirs];
}

function namedByRule(rule: Rule): readonly Naming[] {
  const subject: Subject = `rule ${rule.id}`;
  return [
    { subject, path: ['id'], word: 'section', ids: [rule.section] },
    { subject, path: ['for'], word: 'table', ids: rule.for === undefined ? [] : [rule.for] },
    { subject, path: ['incidents'], word: 'incident', ids: rule.incidents },
    { subject, path: ['merges_with'], word: 'rule', ids: rule.merges_with },
  ];
}

function namedByCondition({ subject, path, text }: Condition, joined: JoinedBank): readonly Naming[] {
  const expression = parsed(text);
  if (expression === undefined) return [];
  const questions = readsOf(text, joined.facts).map((read) => read.question);
  return [
    { subject, path, word: 'question', ids: [...new Set(questions)] },
    { subject, path, word: 'fact', ids: expression.facts },
  ];
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function dangling(naming: Naming, known: Known, joined: JoinedBank): readonly Problem[] {
  const { subject, path, word, ids } = naming;
  const there = known[word];
  if (there === undefined) return [];
  return ids
    .filter((id) => !there.has(id))
    .map((id) => {
      const near = nearest(id, [...there], 1)[0];
      const place = joined.placeOf(subject, path);
      return {
        code: 'dangling-reference',
        message: `The ${subject} names the ${word} ${id}, which does not exist.`,
        hint: near === undefined ? 'Correct the name, or define it.' : `Did you mean ${near}?`,
        ...(place === undefined ? {} : { place }),
      };
    });
}
