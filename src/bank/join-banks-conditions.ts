import type { FactSignature, JoinedBank, Subject } from './bank.js';
import { parseExpression, type Expression } from './expression.js';
import { isTable, type Question, type SentencePattern, type TableQuestion } from './question.js';

/** The way from a subject to one of its keys. */
export type KeyPath = readonly (string | number)[];

/** A condition and where it stands; `row` is the table it runs over, `own` whether it may read its own question. */
export type Condition = {
  readonly subject: Subject;
  readonly path: KeyPath;
  readonly owner: string;
  readonly text: string;
  readonly row?: TableQuestion;
  readonly own: boolean;
};

/** The conditions of a question: its own, those of its columns, and those of its sentences. */
export function conditionsOf(question: Question): readonly Condition[] {
  const subject: Subject = `question ${question.id}`;
  const row = isTable(question) ? { row: question } : {};
  const condition = (text: string | undefined, path: KeyPath, own: boolean): readonly Condition[] =>
    text === undefined ? [] : [{ subject, owner: question.id, text, path, own, ...(own ? row : {}) }];
  const columns = isTable(question) ? question.columns : [];
  return [
    ...condition(question.when, ['when'], false),
    ...columns.flatMap((column, at) => condition(column.when, ['columns', at, 'when'], true)),
    ...sentencesOf(question).flatMap(({ sentence, path }) =>
      condition(sentence.when, [...path, 'when'], true),
    ),
  ];
}

/** A sentence pattern and where it stands in its question. */
export type PlacedSentence = { readonly sentence: SentencePattern; readonly path: KeyPath };

/** The sentences of a question, those of its options included. */
export function sentencesOf(question: Question): readonly PlacedSentence[] {
  const own = question.says.map((sentence, at) => ({ sentence, path: ['says', at] }));
  const options = 'options' in question ? (question.options ?? []) : [];
  const theirs = options.flatMap((option, index) =>
    (option.says ?? []).map((sentence, at) => ({ sentence, path: ['options', index, 'says', at] })),
  );
  return [...own, ...theirs];
}

/** The conditions of all rules of a bank. */
export function ruleConditions(joined: JoinedBank): readonly Condition[] {
  return joined.rules.map((rule) => {
    const table = rule.for === undefined ? undefined : joined.question(rule.for);
    return {
      subject: `rule ${rule.id}`,
      owner: rule.id,
      path: ['fires_when'],
      text: rule.fires_when,
      own: true,
      ...(table !== undefined && isTable(table) ? { row: table } : {}),
    };
  });
}

/** One question that a condition reads, itself or through a fact. */
export type Read = { readonly question: string; readonly through?: string };

/** What a condition reads, through facts and their inputs too; nothing where it does not parse. */
export function readsOf(text: string, facts: readonly FactSignature[]): readonly Read[] {
  const expression = parsed(text);
  if (expression === undefined) return [];
  const direct = expression.reads.map((question) => ({ question }));
  const indirect = expression.facts.flatMap((fact) =>
    inputsOf(fact, facts, new Set()).map((question) => ({ question, through: fact })),
  );
  return [...direct, ...indirect];
}

/** Parses a condition; problems of its text are reported by lint. */
export function parsed(text: string): Expression | undefined {
  const expression = parseExpression(text);
  return expression.ok ? expression.value : undefined;
}

function inputsOf(id: string, facts: readonly FactSignature[], seen: Set<string>): readonly string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const inputs = facts.find((fact) => fact.id === id)?.inputs ?? [];
  return inputs.flatMap((input) =>
    input.startsWith('f.') ? inputsOf(input, facts, seen) : [questionPart(input)],
  );
}

// A fact may name a column of a table: `dep.dependencies.timeout`.
function questionPart(input: string): string {
  return input.split('.').slice(0, 2).join('.');
}
