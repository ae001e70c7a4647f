import { TypeError, type ASTNode, type Environment } from '@marcbachmann/cel-js';
import type { FactSignature } from './bank.js';
import { createEnvironment, engineError, running } from './expression-engine.js';
import { misspelledTexts } from './expression-options.js';
import { unknownNames } from './expression-names.js';
import { scanned, type Scan } from './expression-scan.js';
import type { ConditionTypes } from './expression-types.js';
import type { Expression, ExpressionProblem } from './expression.js';
import { isTable, type Column, type Question, type TableQuestion } from './question.js';

export type { ConditionTypes } from './expression-types.js';

/** Checks every name, type and option a condition uses against the bank; a sound condition comes to true or false. */
export function checkExpression(expression: Expression, types: ConditionTypes): readonly ExpressionProblem[] {
  const { ast } = running.parse(expression.text);
  const scan = scanned(ast);
  const names = unknownNames(scan, types);
  if (names.length > 0) return names;
  const type = typeProblem(expression.text, environmentFor(scan, types));
  return type === undefined ? misspelledTexts(ast, types) : [type];
}

function typeProblem(text: string, environment: Environment): ExpressionProblem | undefined {
  const checked = environment.check(text);
  if (checked.valid && checked.type === 'bool') return undefined;
  if (checked.valid) {
    return {
      code: 'expression-not-bool',
      message: `The condition comes to ${String(checked.type)}, not to true or false.`,
      hint: 'Compare it with something, for example > 0.8.',
      column: 1,
    };
  }
  const { message, start } = engineError(checked.error);
  return {
    code: 'expression-type',
    message: `The types of the condition do not fit: ${message}.`,
    hint: "Quantities and counts are doubles: write 2.0 or q('250 ms'). Options and texts are strings.",
    column: (start ?? 0) + 1,
  };
}

type Fields = Record<string, string>;

function environmentFor(scan: Scan, types: ConditionTypes): Environment {
  const environment = createEnvironment();
  registerAnswers(environment, [...scan.answers.keys()], types);
  registerFacts(environment, [...scan.facts.keys()], types);
  const tables = [...scan.tables.keys()].map((id) => types.question(id));
  for (const table of new Set([...tables, types.row])) registerRow(environment, table);
  if (types.row !== undefined) environment.registerVariable('row', rowType(types.row.id));
  return registerRowFunctions(environment);
}

function registerAnswers(environment: Environment, ids: readonly string[], types: ConditionTypes): void {
  const sections = new Map<string, Fields>();
  for (const id of ids) {
    const [section = '', name = ''] = id.split('.');
    const question = types.question(id);
    if (question === undefined || isTable(question)) continue;
    sections.set(section, { ...sections.get(section), [name]: celType(question) });
  }
  for (const [section, fields] of sections) environment.registerType(`Section_${section}`, { fields });
  const fields = Object.fromEntries([...sections.keys()].map((section) => [section, `Section_${section}`]));
  environment.registerType('Answers', { fields }).registerVariable('a', 'Answers');
}

function registerFacts(environment: Environment, ids: readonly string[], types: ConditionTypes): void {
  const signatures = ids.flatMap((id) => types.facts.find((fact) => fact.id === id) ?? []);
  const fields = Object.fromEntries(signatures.map((fact) => [fact.id.slice(2), factType(fact)]));
  environment.registerType('Facts', { fields }).registerVariable('f', 'Facts');
}

function factType(fact: FactSignature): string {
  const type = fact.type === 'list' ? 'list<string>' : fact.type;
  return fact.per_row === true ? `map<string, ${type}>` : type;
}

function rowType(table: string): string {
  return `Row_${table.replace('.', '_')}`;
}

function registerRow(environment: Environment, table: Question | undefined): void {
  if (table === undefined || !isTable(table)) return;
  const cells = Object.fromEntries(table.columns.map((column) => [column.id, celType(column)]));
  environment.registerType(rowType(table.id), { fields: { id: 'string', ...cells } });
}

function celType(shape: Exclude<Question, TableQuestion> | Column): string {
  switch (shape.kind) {
    case 'text':
    case 'prose':
    case 'choice':
      return 'string';
    case 'many':
    case 'list':
      return 'list<string>';
    case 'confirm':
      return 'bool';
    case 'quantity':
      return 'double';
  }
}

type Checker = {
  readonly check: (node: unknown, context: unknown) => { readonly name: string };
  readonly getType: (name: string) => unknown;
};
type Macro = { readonly args: readonly { readonly args: unknown }[] };

/** `rows` and `row_of` take their type from the table they name, which only a macro can say. */
function registerRowFunctions(environment: Environment): Environment {
  const typed = (typeOf: (table: string) => string) => (macro: Macro) => ({
    typeCheck: (checker: Checker, _macro: unknown, context: unknown) => {
      for (const argument of macro.args.slice(1)) checkRowId(checker, argument, context);
      return checker.getType(typeOf(rowType(String(macro.args[0]?.args))));
    },
    evaluate: () => undefined,
  });
  return environment
    .registerFunction(
      'rows(ast): dyn',
      typed((row) => `list<${row}>`),
    )
    .registerFunction(
      'row_of(ast, ast): dyn',
      typed((row) => row),
    );
}

function checkRowId(checker: Checker, argument: unknown, context: unknown): void {
  const { name } = checker.check(argument, context);
  if (name === 'string') return;
  throw new TypeError({
    code: 'no_matching_overload',
    message: `row_of() takes the id of a row, not a ${name}`,
    node: argument as ASTNode,
  });
}
