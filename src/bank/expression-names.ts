import { nearest } from '../kernel/index.js';
import type { ConditionTypes } from './expression-types.js';
import type { Places, Scan } from './expression-scan.js';
import type { ExpressionProblem } from './expression.js';
import { isTable, type Question } from './question.js';

/** Names a condition uses that the bank does not have, or that stand for something of another kind. */
export function unknownNames(scan: Scan, types: ConditionTypes): readonly ExpressionProblem[] {
  return [
    ...each(scan.answers, (id) => unknownQuestion(id, types) ?? tableAsAnswer(types.question(id))),
    ...each(scan.questions, (id) => unknownQuestion(id, types)),
    ...each(scan.lengths, (id) => unknownQuestion(id, types) ?? uncountable(types.question(id))),
    ...each(scan.tables, (id) => unknownQuestion(id, types) ?? notATable(types.question(id))),
    ...each(scan.facts, (id) => unknownFact(id, types)),
    ...each(scan.columns, (column) => unknownColumn(column, types)),
    ...each(scan.lexicons, (id) => unknownLexicon(id, types)),
  ];
}

type Unplaced = Omit<ExpressionProblem, 'column'>;

function each(places: Places, check: (id: string) => Unplaced | undefined): readonly ExpressionProblem[] {
  return [...places].flatMap(([id, at]) => {
    const problem = check(id);
    return problem === undefined ? [] : [{ ...problem, column: at + 1 }];
  });
}

function suggestion(text: string, known: readonly string[]): string {
  const near = nearest(text, known, 1)[0];
  if (near !== undefined) return `Did you mean ${near}?`;
  return known.length > 0 && known.length <= 12
    ? `Known are ${known.join(', ')}.`
    : 'Correct the name, or add it to the bank.';
}

function unknownQuestion(id: string, types: ConditionTypes): Unplaced | undefined {
  if (types.question(id) !== undefined) return undefined;
  const ids = types.questions.map((question) => question.id);
  return { code: 'unknown-question', message: `${id} is not a question.`, hint: suggestion(id, ids) };
}

function tableAsAnswer(question: Question | undefined): Unplaced | undefined {
  if (question === undefined || !isTable(question)) return undefined;
  return {
    code: 'table-as-answer',
    message: `${question.id} is a table and has no value of its own.`,
    hint: `Give the rule for: ${question.id} and read row.column, or write rows('${question.id}') or count('${question.id}').`,
  };
}

function uncountable(question: Question | undefined): Unplaced | undefined {
  if (question === undefined || ['table', 'list', 'many'].includes(question.kind)) return undefined;
  return {
    code: 'uncountable',
    message: `${question.id} is ${question.kind} and cannot be counted.`,
    hint: 'count() takes a table, a list or a many question.',
  };
}

function notATable(question: Question | undefined): Unplaced | undefined {
  if (question === undefined || isTable(question)) return undefined;
  return {
    code: 'not-a-table',
    message: `${question.id} is ${question.kind} and has no rows.`,
    hint: `Read it as a.${question.id}.`,
  };
}

function unknownFact(id: string, types: ConditionTypes): Unplaced | undefined {
  const ids = types.facts.map((fact) => fact.id);
  if (ids.includes(id)) return undefined;
  return { code: 'unknown-fact', message: `${id} is not a fact.`, hint: suggestion(id, ids) };
}

function unknownColumn(column: string, types: ConditionTypes): Unplaced | undefined {
  if (types.row === undefined) {
    return {
      code: 'row-without-table',
      message: `row.${column} is read where there is no row.`,
      hint: "Add for: section.table, or read the rows with rows('section.table').",
    };
  }
  const ids = ['id', ...types.row.columns.map(({ id }) => id)];
  if (ids.includes(column)) return undefined;
  return {
    code: 'unknown-column',
    message: `${column} is not a column of ${types.row.id}.`,
    hint: suggestion(column, ids),
  };
}

function unknownLexicon(id: string, types: ConditionTypes): Unplaced | undefined {
  const ids = Object.keys(types.lexicons);
  if (ids.includes(id)) return undefined;
  return { code: 'unknown-lexicon', message: `${id} is not a lexicon.`, hint: suggestion(id, ids) };
}
