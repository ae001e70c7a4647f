import type { Miss } from './expression-engine.js';
import type { ConditionScope } from './expression-values.js';
import { isRows, isTable, type Question, type Row } from './question.js';

/** Judges another condition in the same scope: says whether it is false. */
export type IsFalse = (when: string, scope: ConditionScope) => boolean;

/** What is needed to decide after a miss, by id: question ids, or `section.table.column` for a cell; nothing when what is missing does not apply. */
export function needsOf(miss: Miss, scope: ConditionScope, isFalse: IsFalse): readonly string[] {
  switch (miss.type) {
    case 'answer':
      return applies(miss.id, scope, isFalse) ? [miss.id] : [];
    case 'cell':
      return cellApplies(miss, scope, isFalse) ? [`${miss.table}.${miss.column}`] : [];
    case 'fact':
      return factNeeds(miss.id, scope, isFalse);
  }
}

function applies(id: string, scope: ConditionScope, isFalse: IsFalse): boolean {
  const status = scope.view.status(id);
  if (status === 'not-applicable') return false;
  const question = scope.question(id);
  if (status !== 'not-asked' || question === undefined) return true;
  if (isOfAbsentArchetype(question, scope)) return false;
  return question.when === undefined || !isFalse(question.when, withoutRow(scope));
}

function isOfAbsentArchetype(question: Question, scope: ConditionScope): boolean {
  const archetype = scope.archetypeOf?.(question.bank);
  const chosen = scope.view.value('arc.archetypes');
  if (archetype === undefined || !Array.isArray(chosen)) return false;
  return !chosen.some((item) => item === archetype);
}

function withoutRow(scope: ConditionScope): ConditionScope {
  const { row, ...rest } = scope;
  return row === undefined ? scope : rest;
}

function cellApplies(
  miss: Extract<Miss, { type: 'cell' }>,
  scope: ConditionScope,
  isFalse: IsFalse,
): boolean {
  const table = scope.question(miss.table);
  if (table === undefined || !isTable(table)) return true;
  const when = table.columns.find(({ id }) => id === miss.column)?.when;
  const row = when === undefined ? undefined : rowOf(miss, scope);
  return when === undefined || row === undefined || !isFalse(when, { ...scope, row: { table, row } });
}

function rowOf(miss: Extract<Miss, { type: 'cell' }>, scope: ConditionScope): Row | undefined {
  const own = scope.row;
  if (own?.table.id === miss.table && own.row.id === miss.row) return own.row;
  const value = scope.view.value(miss.table);
  return isRows(value) ? value.find((row) => row.id === miss.row) : undefined;
}

function factNeeds(id: string, scope: ConditionScope, isFalse: IsFalse): readonly string[] {
  const inputs = [...inputsOf(id, scope, new Set())];
  if (inputs.length === 0) return [id];
  const missing = inputs.filter((input) => scope.view.value(questionOf(input)) === undefined);
  if (missing.length === 0) return inputs;
  return missing.filter((input) => applies(questionOf(input), scope, isFalse));
}

function inputsOf(id: string, scope: ConditionScope, seen: Set<string>): ReadonlySet<string> {
  seen.add(id);
  const inputs = scope.facts?.find((fact) => fact.id === id)?.inputs ?? [];
  const found = new Set<string>();
  for (const input of inputs) {
    const below = input.startsWith('f.') && !seen.has(input) ? inputsOf(input, scope, seen) : [];
    for (const deeper of below) found.add(deeper);
    if (!input.startsWith('f.')) found.add(input);
  }
  return found;
}

/** An input may name a column, `section.table.column`; its question is the first two parts. */
function questionOf(input: string): string {
  return input.split('.').slice(0, 2).join('.');
}
