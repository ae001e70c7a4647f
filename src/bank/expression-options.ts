import type { ASTNode } from '@marcbachmann/cel-js';
import { nearest } from '../kernel/index.js';
import type { ConditionTypes } from './expression-types.js';
import type { ExpressionProblem } from './expression.js';
import { isTable, type Column, type Question, type TableQuestion } from './question.js';
import type { ShownStatus } from './view.js';

const STATUSES: readonly ShownStatus[] = [
  'answered',
  'assumed',
  'unknown',
  'not-applicable',
  'deferred',
  'open',
  'not-asked',
  'default',
];

type Names = ReadonlyMap<string, TableQuestion>;
type Search = { readonly types: ConditionTypes; readonly names: Names };

/** Texts compared with a choice, a many or a status that are none of its options: such a comparison could never hold. */
export function misspelledTexts(node: ASTNode, types: ConditionTypes): readonly ExpressionProblem[] {
  return search(node, { types, names: new Map() });
}

function search(node: ASTNode, within: Search): readonly ExpressionProblem[] {
  if (node.op === 'rcall') return searchMethod(node.args, within);
  const below = partsOf(node).flatMap((part) => search(part, within));
  const compares = node.op === '==' || node.op === '!=' || node.op === 'in';
  return compares ? [...compared(node.args, within), ...below] : below;
}

function partsOf(node: Exclude<ASTNode, { op: 'rcall' }>): readonly ASTNode[] {
  switch (node.op) {
    case 'call':
      return node.args[1];
    case '!_':
    case '-_':
      return [node.args];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'value':
    case 'id':
    case 'map':
      return [];
    default:
      return node.args;
  }
}

function searchMethod(
  [, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
  within: Search,
): readonly ExpressionProblem[] {
  const table = tableOf(receiver, within);
  const variable = args[0]?.op === 'id' ? args[0].args : undefined;
  const names =
    table === undefined || variable === undefined
      ? within.names
      : new Map([...within.names, [variable, table]]);
  return [receiver, ...args].flatMap((arg) => search(arg, { ...within, names }));
}

/** The table whose rows a node gives: `rows('t')`, also filtered. */
function tableOf(node: ASTNode, { types }: Search): TableQuestion | undefined {
  if (node.op === 'rcall' && node.args[0] === 'filter')
    return tableOf(node.args[1], { types, names: new Map() });
  if (node.op !== 'call' || !['rows', 'row_of'].includes(node.args[0])) return undefined;
  const id = node.args[1][0];
  const question = id?.op === 'value' ? types.question(String(id.args)) : undefined;
  return question !== undefined && isTable(question) ? question : undefined;
}

function compared([left, right]: readonly [ASTNode, ASTNode], within: Search): readonly ExpressionProblem[] {
  const ofLeft = optionsOf(left, within);
  if (ofLeft !== undefined) return strays(right, ofLeft);
  const ofRight = optionsOf(right, within);
  return ofRight === undefined ? [] : strays(left, ofRight);
}

function strays(node: ASTNode, options: readonly string[]): readonly ExpressionProblem[] {
  if (node.op === 'list') return node.args.flatMap((item) => strays(item, options));
  if (node.op !== 'value' || typeof node.args !== 'string' || options.includes(node.args)) return [];
  const near = nearest(node.args, options, 1)[0];
  return [
    {
      code: 'unknown-option',
      message: `'${node.args}' is none of the options it is compared with.`,
      hint: near === undefined ? `The options are ${options.join(', ')}.` : `Did you mean '${near}'?`,
      column: node.start + 1,
    },
  ];
}

function optionsOf(node: ASTNode, within: Search): readonly string[] | undefined {
  if (node.op === 'call' && node.args[0] === 'status') return STATUSES;
  if (node.op !== '.') return undefined;
  const [left, name] = node.args;
  if (left.op === '.' && left.args[0].op === 'id' && left.args[0].args === 'a') {
    return optionIds(within.types.question(`${left.args[1]}.${name}`));
  }
  const table = left.op === 'id' ? tableNamed(left.args, within) : tableOf(left, within);
  return optionIds(table?.columns.find(({ id }) => id === name));
}

function tableNamed(name: string, { types, names }: Search): TableQuestion | undefined {
  return names.get(name) ?? (name === 'row' ? types.row : undefined);
}

function optionIds(shape: Question | Column | undefined): readonly string[] | undefined {
  if (shape?.kind !== 'choice' && shape?.kind !== 'many') return undefined;
  return shape.options?.map(({ id }) => id);
}
