// bank: what can be asked (questions, rules, terms) and in what shape it is answered; the only home of YAML banks, CEL and units.
// It knows nothing of who is being asked, what was answered, where files lie, or how anything looks, and never will.
export * from './answer.js';
export * from './bank.js';
export * from './question.js';
export * from './label.js';
export type * from './view.js';
export {
  baseOf,
  exampleOf,
  parseCanonical,
  parseQuantity,
  printBase,
  wordAfter,
  type Dimension,
  type Quantity,
  type QuantityChoice,
  type QuantityKind,
  type Reading,
} from './quantity.js';
export {
  parseExpression,
  rememberedExpressions,
  rememberExpressions,
  type Expression,
  type ExpressionProblem,
} from './expression.js';
export { checkExpression, type ConditionTypes } from './expression-check.js';
export { evaluateCondition, type Outcome } from './expression-outcome.js';
export { scopeOver, type ConditionScope } from './expression-values.js';
export { checkValue, type ValueContext } from './value.js';
export { isDay } from './value-cell.js';
export { parseYaml, type SourceFile, type YamlFile } from './yaml-source.js';
export type { YamlPath } from './yaml-source-data.js';
export { parseShape } from './schema-problems.js';
export { strictMap } from './schema.js';
export { parseBank, type BankSource } from './parse-bank.js';
export { assembleBanks, joinBanks } from './join-banks.js';
export { readsOf } from './join-banks-conditions.js';
export { lintBank } from './lint-bank.js';
export { isHeadOnly, rowColumns } from './row-lines.js';
export { parseTyped } from './value-typed.js';
export { rawValue, rowIdFor, rowName, valueText } from './value-text.js';
export { parseIncidents } from './incidents.js';
export {
  answersJsonSchema,
  bankJsonSchema,
  incidentsJsonSchema,
  sectionJsonSchema,
  type JsonSchema,
} from './json-schema.js';
export {
  migrateAnswers,
  type Migrated,
  type MigrationPlan,
  type RawAnswers,
  type RetiredAnswer,
} from './migrations.js';
