import {
  evaluateCondition,
  isRows,
  parseExpression,
  scopeOver,
  type AnswerView,
  type ConditionScope,
  type JoinedBank,
  type Outcome,
  type Row,
} from '../bank/index.js';
import type { PlannedRule } from './rule-plan.js';
import { watched, type Watch } from './watch.js';

/** What a rule comes to, once or for one row; quiet ones are left out. A fired rule names what was read. */
export type Verdict =
  | { readonly is: 'fired'; readonly row?: Row; readonly read: readonly string[] }
  | { readonly is: 'undecided'; readonly row?: Row; readonly needs: readonly string[] }
  | { readonly is: 'broken'; readonly message: string };

/** The question that holds what is being built; archetype banks and rules go by it. */
const ARCHETYPES = 'arc.archetypes';

/** Says whether a rule is about what is being built: its bank and its own archetypes. */
export function appliesTo(planned: PlannedRule, bank: JoinedBank, view: AnswerView): boolean {
  const { rule } = planned;
  const value = view.value(ARCHETYPES);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const own = bank.archetypeOf(rule.bank);
  if (own !== undefined && !chosen.includes(own)) return false;
  return rule.archetypes.length === 0 || rule.archetypes.some((archetype) => chosen.includes(archetype));
}

/** Judges a rule, once for each row where it stands over a table. */
export function judgeRule(planned: PlannedRule, bank: JoinedBank, view: AnswerView): readonly Verdict[] {
  const watch = watched(view);
  const scope = scopeOver(bank, watch.view);
  if (planned.condition === undefined) return [{ is: 'broken', message: planned.refused ?? '' }];
  if (planned.rule.for === undefined) return verdictOf(planned, { scope, watch });
  const { table } = planned;
  if (table === undefined)
    return [{ is: 'broken', message: `${planned.rule.for} is not a table of the bank.` }];
  const rows = view.value(table.id);
  if (!isRows(rows)) return withoutRows(table.id, scope);
  return rows.flatMap((row) => verdictOf(planned, { scope: { ...scope, row: { table, row } }, watch }));
}

type Judging = { readonly scope: ConditionScope; readonly watch: Watch };

function verdictOf(planned: PlannedRule, { scope, watch }: Judging): readonly Verdict[] {
  if (planned.condition === undefined) return [];
  watch.take();
  const outcome = evaluateCondition(planned.condition, scope);
  const read = watch.take();
  const row = scope.row === undefined ? {} : { row: scope.row.row };
  switch (outcome.is) {
    case 'true':
      return wasLeftOpen(planned, scope.view) ? [] : [{ is: 'fired', ...row, read }];
    case 'false':
      return [];
    default:
      return [notDecided(outcome, row)];
  }
}

function notDecided(
  outcome: Extract<Outcome, { is: 'undecided' | 'broken' }>,
  row: { readonly row?: Row },
): Verdict {
  return outcome.is === 'broken' ? outcome : { ...outcome, ...row };
}

/** A table nobody filled: what it needs is asked of the condition engine, which knows what does not apply. */
function withoutRows(table: string, scope: ConditionScope): readonly Verdict[] {
  const counting = parseExpression(`count('${table}') > 0.0`);
  const outcome = counting.ok ? evaluateCondition(counting.value, scope) : undefined;
  return outcome?.is === 'undecided' ? [outcome] : [];
}

/** A rule about something missing waits until its questions were asked and left: what nobody came to is coverage. */
function wasLeftOpen({ rule, visits }: PlannedRule, view: AnswerView): boolean {
  if (rule.class !== 'missing') return false;
  return visits.some((id) => {
    const status = view.status(id);
    return view.value(id) === undefined && status !== 'unknown' && status !== 'deferred';
  });
}
