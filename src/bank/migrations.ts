import { joined as inWords } from '../kernel/index.js';
import type { Migration } from './bank.js';
import { parseQuantity } from './quantity.js';
import { isTable, type Question } from './question.js';
import { toRaw } from './schema-value.js';
import { checkValue } from './value.js';

/** An answer that no question asks for any more: what it was, and since when and why. */
export type RetiredAnswer = {
  readonly value: unknown;
  readonly by: string;
  readonly because: string;
};

/** Answers as a file holds them, by question id. */
export type RawAnswers = ReadonlyMap<string, unknown>;

/** Answers after migration; `askAgain` names for each question the retired answers that help to answer it. */
export type Migrated = {
  readonly answers: RawAnswers;
  readonly retired: Readonly<Record<string, RetiredAnswer>>;
  readonly askAgain: Readonly<Record<string, readonly string[]>>;
  readonly renamed: Readonly<Record<string, string>>;
};

/** What to migrate with: the bank's steps, the version the answers were made with, and the questions of today. */
export type MigrationPlan = {
  readonly bank: string;
  readonly from: number;
  readonly migrations: readonly Migration[];
  readonly question: (id: string) => Question | undefined;
};

type State = {
  readonly answers: Map<string, unknown>;
  readonly retired: Map<string, RetiredAnswer>;
  readonly askAgain: Map<string, readonly string[]>;
  readonly renamed: Map<string, string>;
};

type Step = {
  readonly state: State;
  readonly migration: Migration;
  readonly by: string;
  readonly question: MigrationPlan['question'];
};

/** Brings answers of an older bank to the present one, step by step; nothing is lost, what has no place is retired. */
export function migrateAnswers(answers: RawAnswers, plan: MigrationPlan): Migrated {
  const state: State = {
    answers: new Map(answers),
    retired: new Map(),
    askAgain: new Map(),
    renamed: new Map(),
  };
  const due = plan.migrations.filter(({ from }) => from >= plan.from).sort((a, b) => a.from - b.from);
  for (const migration of due) {
    const by = `${plan.bank} ${String(migration.from + 1)}`;
    migrate({ state, migration, by, question: plan.question });
  }
  return {
    answers: state.answers,
    retired: Object.fromEntries(state.retired),
    askAgain: Object.fromEntries(state.askAgain),
    renamed: Object.fromEntries(state.renamed),
  };
}

// The order matters: everything after `rename` speaks of questions by their new ids.
function migrate(step: Step): void {
  const { migration } = step;
  rename(step);
  for (const [id, options] of Object.entries(migration.map)) mapOptions(step, id, options);
  for (const id of Object.keys(migration.retype)) retype(step, id);
  for (const [id, parts] of Object.entries(migration.split)) {
    replace(step, { old: [id], by: parts, because: `split into ${inWords(parts)}` });
  }
  for (const [id, parts] of Object.entries(migration.merge)) {
    replace(step, { old: parts, by: [id], because: `merged into ${id}` });
  }
  for (const [id, because] of Object.entries(migration.drop)) replace(step, { old: [id], by: [], because });
  for (const id of migration.ask_again)
    replace(step, { old: [id], by: [id], because: 'its meaning changed' });
}

// All old answers are taken out before any is put back, so that two questions can swap their ids.
function rename({ state, migration, by }: Step): void {
  const moves = Object.entries(migration.rename).map(([from, to]) => {
    const found = { from, to, has: state.answers.has(from), value: state.answers.get(from) };
    const again = state.askAgain.get(from);
    return { ...found, again };
  });
  for (const { from } of moves) {
    state.answers.delete(from);
    state.askAgain.delete(from);
  }
  for (const { from, to, has, value, again } of moves) {
    noteRenamed(state.renamed, from, to);
    if (again !== undefined) state.askAgain.set(to, again);
    if (!has) continue;
    if (state.answers.has(to)) state.retired.set(from, { value, by, because: `replaced by ${to}` });
    else state.answers.set(to, value);
  }
}

function noteRenamed(renamed: Map<string, string>, from: string, to: string): void {
  for (const [first, last] of renamed) if (last === from) renamed.set(first, to);
  renamed.set(from, to);
}

function mapOptions({ state }: Step, id: string, options: Readonly<Record<string, string>>): void {
  if (!state.answers.has(id)) return;
  const mapped = new Map(Object.entries(options));
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    return isScalar(value) ? (mapped.get(String(value)) ?? value) : value;
  };
  state.answers.set(id, withValue(state.answers.get(id), change));
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function retype(step: Step, id: string): void {
  const { state, question } = step;
  if (!state.answers.has(id)) return;
  const raw = state.answers.get(id);
  const value = isLong(raw) ? raw['value'] : raw;
  if (value === undefined) return;
  const fitting = read(question(id), value);
  if (fitting === undefined) replace(step, { old: [id], by: [id], because: 'it has another kind now' });
  else
    state.answers.set(
      id,
      withValue(raw, () => fitting),
    );
}

function read(question: Question | undefined, value: unknown): unknown {
  if (question === undefined) return undefined;
  if (question.kind === 'quantity' && isScalar(value)) {
    const reading = parseQuantity(String(value), question);
    return reading.type === 'understood' ? reading.text : undefined;
  }
  const checked = checkValue(question, asKind(question, value));
  return checked.ok ? toRaw(checked.value) : undefined;
}

// One text is a list of one; one option is many of one.
function asKind(question: Question, value: unknown): unknown {
  const plural = !isTable(question) && (question.kind === 'list' || question.kind === 'many');
  return plural && isScalar(value) ? [value] : value;
}

type Replacement = {
  readonly old: readonly string[];
  readonly by: readonly string[];
  readonly because: string;
};

function replace(step: Step, { old, by, because }: Replacement): void {
  const { state } = step;
  const answered = old.filter((id) => state.answers.has(id));
  for (const id of old) {
    if (state.answers.has(id)) {
      state.retired.set(id, { value: state.answers.get(id), by: step.by, because });
    }
    state.answers.delete(id);
    state.askAgain.delete(id);
  }
  if (answered.length === 0) return;
  for (const id of by) state.askAgain.set(id, [...(state.askAgain.get(id) ?? []), ...answered]);
}

type LongForm = Readonly<Record<string, unknown>>;

// No kind has a map as its value, so a map is always the long form.
function isLong(raw: unknown): raw is LongForm {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function withValue(raw: unknown, change: (value: unknown) => unknown): unknown {
  if (!isLong(raw)) return change(raw);
  return 'value' in raw ? { ...raw, value: change(raw['value']) } : raw;
}
