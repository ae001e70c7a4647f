import { during, engineError, type Miss } from './expression-engine.js';
import { needsOf } from './expression-needs.js';
import { contextOf, readingOf, type ConditionScope } from './expression-values.js';
import { parseExpression, runPart, type Expression, type Logic, type Part } from './expression.js';

/** What a condition comes to. Undecided names the question ids, or `section.table.column`, that would decide it; broken is a bug in a bank. */
export type Outcome =
  | { readonly is: 'true' }
  | { readonly is: 'false' }
  | { readonly is: 'undecided'; readonly needs: readonly string[] }
  | { readonly is: 'broken'; readonly message: string };

type Verdict =
  | { readonly is: 'true' }
  | { readonly is: 'false' }
  | { readonly is: 'unknown'; readonly misses: readonly Miss[] }
  | { readonly is: 'broken'; readonly message: string };

const TRUE = { is: 'true' } as const;
const FALSE = { is: 'false' } as const;

// A `when` never looks forward, so conditions about conditions end; a bank that was never joined is cut off here.
const MAX_CHAIN = 16;

/**
 * Evaluates a condition with three outcomes. A side that is true decides `||` and one that is false decides `&&`,
 * whatever is missing on the other; otherwise a missing answer leaves it undecided. When everything missing does not
 * apply, the outcome is false. A missing answer is never taken for false, and an error of the bank never for a missing answer.
 */
export function evaluateCondition(expression: Expression, scope: ConditionScope): Outcome {
  return outcomeOf(expression, scope, 0);
}

function outcomeOf(expression: Expression, scope: ConditionScope, chain: number): Outcome {
  const verdict = judge(expression.logic, scope);
  if (verdict.is !== 'unknown') return verdict;
  const stray = strayQuestion(verdict.misses, scope);
  if (stray !== undefined) return { is: 'broken', message: `${stray} is not a question of the bank.` };
  const isFalse = (when: string, within: ConditionScope) => {
    const parsed = parseExpression(when);
    return parsed.ok && chain < MAX_CHAIN && outcomeOf(parsed.value, within, chain + 1).is === 'false';
  };
  const needs = new Set(verdict.misses.flatMap((miss) => needsOf(miss, scope, isFalse)));
  return needs.size === 0 ? FALSE : { is: 'undecided', needs: [...needs] };
}

function strayQuestion(misses: readonly Miss[], scope: ConditionScope): string | undefined {
  for (const miss of misses) {
    if (miss.type === 'answer' && scope.question(miss.id) === undefined) return miss.id;
  }
  return undefined;
}

function judge(logic: Logic, scope: ConditionScope): Verdict {
  switch (logic.op) {
    case 'part':
      return judgePart(logic.part, scope);
    case 'not':
      return inverse(judge(logic.of, scope));
    case 'and':
      return judgePair({ ...logic, decides: 'false' }, scope);
    case 'or':
      return judgePair({ ...logic, decides: 'true' }, scope);
    case 'if':
      return judgeChoice(logic, scope);
  }
}

function inverse(verdict: Verdict): Verdict {
  if (verdict.is === 'true') return FALSE;
  return verdict.is === 'false' ? TRUE : verdict;
}

type Pair = { readonly left: Logic; readonly right: Logic; readonly decides: 'true' | 'false' };

function judgePair(pair: Pair, scope: ConditionScope): Verdict {
  const left = judge(pair.left, scope);
  if (left.is === pair.decides || left.is === 'broken') return left;
  const right = judge(pair.right, scope);
  if (right.is === pair.decides || right.is === 'broken') return right;
  return left.is === 'unknown' ? joint(left.misses, right) : right;
}

function judgeChoice(logic: Extract<Logic, { op: 'if' }>, scope: ConditionScope): Verdict {
  const test = judge(logic.test, scope);
  if (test.is === 'broken') return test;
  if (test.is === 'true') return judge(logic.then, scope);
  if (test.is === 'false') return judge(logic.otherwise, scope);
  const then = judge(logic.then, scope);
  const otherwise = judge(logic.otherwise, scope);
  if (then.is === 'broken') return then;
  if (otherwise.is === 'broken') return otherwise;
  if (then.is === otherwise.is && then.is !== 'unknown') return then;
  const below = then.is === 'unknown' ? [...test.misses, ...then.misses] : test.misses;
  return joint(below, otherwise);
}

function joint(misses: readonly Miss[], other: Verdict): Verdict {
  return { is: 'unknown', misses: other.is === 'unknown' ? [...misses, ...other.misses] : misses };
}

function judgePart(part: Part, scope: ConditionScope): Verdict {
  const misses: Miss[] = [];
  const context = contextOf(part, scope, misses);
  if (part.strict && misses.length > 0) return { is: 'unknown', misses };
  try {
    const result = during(readingOf(scope, misses), () => runPart(part, context));
    if (typeof result === 'boolean') return result ? TRUE : FALSE;
    return { is: 'broken', message: 'The condition does not come to true or false.' };
  } catch (error) {
    const { code, message } = engineError(error);
    const missed = misses.length > 0 ? misses : missedRows(part, scope);
    if (code === 'no_such_key' && missed.length > 0) return { is: 'unknown', misses: missed };
    return { is: 'broken', message };
  }
}

/** A fact about rows that is there, but not for the row that was asked for. */
function missedRows(part: Part, scope: ConditionScope): readonly Miss[] {
  return part.facts.filter((id) => scope.view.fact(id) instanceof Map).map((id) => ({ type: 'fact', id }));
}
