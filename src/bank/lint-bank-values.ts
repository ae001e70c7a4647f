import type { Result } from '../kernel/index.js';
import type { JoinedBank, Rule, RuleExample, Subject } from './bank.js';
import type { KeyPath } from './join-banks-conditions.js';
import type { Flaw } from './lint-bank-problem.js';
import { parseCanonical } from './quantity.js';
import { isTable, type Column, type QuantityShape, type Question } from './question.js';
import { toRaw } from './schema-value.js';
import { checkValue } from './value.js';

type At = { readonly subject: Subject; readonly path: KeyPath; readonly what: string };

/** Values a question writes down (examples, defaults, bounds, units) that are not valid for it. */
export function valueFlaws(question: Question): readonly Flaw[] {
  const subject: Subject = `question ${question.id}`;
  const at = (key: string): At => ({ subject, path: [key], what: `\`${key}\` of ${question.id}` });
  const { strong, default: preset } = question;
  return [
    ...(strong === undefined ? [] : refused(checkValue(question, toRaw(strong)), at('strong'))),
    ...(preset === undefined ? [] : refused(checkValue(question, toRaw(preset)), at('default'))),
    ...(question.kind === 'quantity' ? unitFlaws(question, { ...at(''), path: [] }) : []),
    ...(isTable(question)
      ? question.columns.flatMap((column, index) =>
          columnFlaws(column, { ...at(''), path: ['columns', index] }),
        )
      : []),
  ];
}

function columnFlaws(column: Column, { subject, path }: At): readonly Flaw[] {
  const what = `\`strong\` of the column ${column.id}`;
  const { strong } = column;
  return [
    ...(strong === undefined
      ? []
      : refused(checkValue(column, strong), { subject, path: [...path, 'strong'], what })),
    ...(column.kind === 'quantity' ? unitFlaws(column, { subject, path, what: column.id }) : []),
  ];
}

function unitFlaws(shape: QuantityShape, { subject, path }: At): readonly Flaw[] {
  const { min, max, units = [], ...free } = shape;
  const bounds = Object.entries({ min, max }).flatMap(([key, text]) =>
    text === undefined
      ? []
      : refused(parseCanonical(text, free), { subject, path: [...path, key], what: `\`${key}\`` }),
  );
  const listed = units.flatMap((unit, index) =>
    refused(parseCanonical(`1 ${unit}`, free), {
      subject,
      path: [...path, 'units', index],
      what: `The unit ${unit}`,
    }),
  );
  return [...bounds, ...listed];
}

/** Values in the examples of a rule that name no question, or do not fit theirs. */
export function ruleExampleFlaws(rule: Rule, joined: JoinedBank): readonly Flaw[] {
  const { fires, quiet, undecided } = rule.examples;
  const examples: Readonly<Record<string, RuleExample>> = { fires, quiet, ...(undecided && { undecided }) };
  return Object.entries(examples).flatMap(([name, example]) =>
    Object.entries(example).flatMap(([id, value]) => {
      const at: At = {
        subject: `rule ${rule.id}`,
        path: ['examples', name, id],
        what: `${id} in the example \`${name}\` of ${rule.id}`,
      };
      const question = joined.question(id);
      return question === undefined
        ? [flaw(at, 'is not a question', 'Name a question of the bank.')]
        : refused(checkValue(withoutMinimum(question), toRaw(value)), at);
    }),
  );
}

// An example shows only what its rule looks at, so it may be shorter than a real answer.
function withoutMinimum(question: Question): Question {
  switch (question.kind) {
    case 'table':
      return { ...question, min_rows: 0 };
    case 'list':
    case 'many':
      return { ...question, min_items: 0 };
    default:
      return question;
  }
}

function refused(result: Result<unknown>, at: At): readonly Flaw[] {
  if (result.ok) return [];
  return result.error.map(({ message, hint }) =>
    flaw(at, `is not a valid answer: ${message}`, hint ?? 'Write a value of its kind.'),
  );
}

function flaw({ subject, path, what }: At, said: string, hint: string): Flaw {
  const message = `${what} ${said}${said.endsWith('.') ? '' : '.'}`;
  return { subject, path, code: 'lint-value', message, hint };
}
