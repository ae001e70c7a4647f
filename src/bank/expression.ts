import { serialize, type ASTNode } from '@marcbachmann/cel-js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { engineError, LIMITS, running } from './expression-engine.js';
import { scanned, type Scan } from './expression-scan.js';

/** A problem of a condition; `column` counts from 1 in the text of the condition. */
export type ExpressionProblem = Problem & { readonly column: number };

/** A condition, parsed: what it reads by id, and its parts. `reads` are question ids, `facts` are `f.name`, `columns` those of `row`. */
export type Expression = {
  readonly text: string;
  readonly reads: readonly string[];
  readonly facts: readonly string[];
  readonly columns: readonly string[];
  readonly logic: Logic;
};

/** A condition taken apart at `!`, `&&`, `||` and `?:`; the engine sees one part at a time, so an unknown part stays visible. */
export type Logic =
  | { readonly op: 'part'; readonly part: Part }
  | { readonly op: 'not'; readonly of: Logic }
  | { readonly op: 'and' | 'or'; readonly left: Logic; readonly right: Logic }
  | { readonly op: 'if'; readonly test: Logic; readonly then: Logic; readonly otherwise: Logic };

/** One part of a condition: its text, and what it reads; `strict` says that all of it is always read. */
export type Part = {
  readonly text: string;
  readonly answers: readonly string[];
  readonly facts: readonly string[];
  readonly columns: readonly string[];
  readonly strict: boolean;
};

/** The names a part sees: answers by section and name, facts by name, and the row. */
export type PartContext = { readonly a: object; readonly f: object; readonly row: object };

const MAX_REMEMBERED = 10_000;
const remembered = new Map<string, Result<Expression, readonly ExpressionProblem[]>>();

/** Takes conditions that were parsed before, by the build, so that they are not parsed again. */
export function rememberExpressions(expressions: readonly Expression[]): void {
  for (const expression of expressions) remembered.set(expression.text, ok(expression));
}

/** Gives the conditions parsed so far that had no problems, as plain data. */
export function rememberedExpressions(): readonly Expression[] {
  return [...remembered.values()].flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
}

/** Parses a condition, all problems at once; the same text gives the same object, so parsing happens once. */
export function parseExpression(text: string): Result<Expression, readonly ExpressionProblem[]> {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const parsed = parse(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, parsed);
  return parsed;
}

function parse(text: string): Result<Expression, readonly ExpressionProblem[]> {
  if (text.length > LIMITS.maxChars) return err([tooLong(text)]);
  const ast = parseSyntax(text);
  if (!ast.ok) return ast;
  const scan = scanned(ast.value);
  if (scan.problems.length > 0) {
    return err(scan.problems.map(({ at, ...problem }) => ({ ...problem, column: at + 1 })));
  }
  return ok({
    text,
    reads: readsOf(scan),
    facts: [...scan.facts.keys()],
    columns: cellsOf(scan),
    logic: logicOf(ast.value),
  });
}

function readsOf(scan: Scan): readonly string[] {
  const { answers, questions, lengths, tables } = scan;
  return [...new Set([...answers.keys(), ...questions.keys(), ...lengths.keys(), ...tables.keys()])];
}

function cellsOf(scan: Scan): readonly string[] {
  return [...scan.columns.keys()].filter((column) => column !== 'id');
}

function tooLong(text: string): ExpressionProblem {
  return {
    code: 'expression-too-long',
    message: `The condition has ${String(text.length)} characters; at most ${String(LIMITS.maxChars)} are allowed.`,
    hint: 'Split the rule in two, or compute the figure as a fact.',
    column: LIMITS.maxChars + 1,
  };
}

function parseSyntax(text: string): Result<ASTNode, readonly ExpressionProblem[]> {
  try {
    return ok(running.parse(text).ast);
  } catch (error) {
    const { code, message, start } = engineError(error);
    const column = (start ?? 0) + 1;
    return err([code === 'limit_exceeded' ? tooDeep(column) : syntaxProblem(message, column)]);
  }
}

function tooDeep(column: number): ExpressionProblem {
  return {
    code: 'expression-too-deep',
    message: 'The condition is nested too deeply or has too many parts.',
    hint: 'Split the rule in two, or compute the figure as a fact.',
    column,
  };
}

function syntaxProblem(message: string, column: number): ExpressionProblem {
  return {
    code: 'expression-syntax',
    message: `The condition does not parse at column ${String(column)}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
    hint: "A condition looks like a.rec.rpo > q('5 min') && a.arc.tier == 'T0'.",
    column,
  };
}

function logicOf(node: ASTNode): Logic {
  switch (node.op) {
    case '!_':
      return { op: 'not', of: logicOf(node.args) };
    case '&&':
      return { op: 'and', left: logicOf(node.args[0]), right: logicOf(node.args[1]) };
    case '||':
      return { op: 'or', left: logicOf(node.args[0]), right: logicOf(node.args[1]) };
    case '?:':
      return {
        op: 'if',
        test: logicOf(node.args[0]),
        then: logicOf(node.args[1]),
        otherwise: logicOf(node.args[2]),
      };
    default:
      return { op: 'part', part: partOf(node, scanned(node)) };
  }
}

const programs = new Map<string, (context: PartContext) => unknown>();

/** Runs a part of a condition, which is made ready for the engine the first time; throws what the engine throws. */
export function runPart({ text }: Part, context: PartContext): unknown {
  const program = programs.get(text) ?? (running.parse(text) as (context: PartContext) => unknown);
  if (programs.size >= MAX_REMEMBERED) programs.clear();
  programs.set(text, program);
  return program(context);
}

function partOf(node: ASTNode, scan: Scan): Part {
  return {
    text: serialize(node),
    answers: [...scan.answers.keys()],
    facts: [...scan.facts.keys()],
    columns: cellsOf(scan),
    strict: !scan.branches,
  };
}
