import {
  isTable,
  parseExpression,
  type Column,
  type Expression,
  type JoinedBank,
  type Question,
  type Rule,
  type TableQuestion,
} from '../bank/index.js';

/** A rule made ready: its condition parsed, its place in the bank's order, and everything its result may depend on. */
export type PlannedRule = {
  readonly rule: Rule;
  readonly rank: number;
  readonly condition: Expression | undefined;
  readonly refused: string | undefined;
  readonly table: TableQuestion | undefined;
  readonly visits: readonly string[];
  readonly dependsOn: ReadonlySet<string>;
};

/** All rules of a bank in the order of its sections, and which of them depend on which question. */
export type RulePlan = {
  readonly rules: readonly PlannedRule[];
  readonly dependants: ReadonlyMap<string, readonly PlannedRule[]>;
};

const plans = new WeakMap<JoinedBank, RulePlan>();

/** Plans the rules of a bank; the same bank gives the same plan. */
export function planRules(bank: JoinedBank): RulePlan {
  const before = plans.get(bank);
  if (before !== undefined) return before;
  const order = new Map(bank.sections.map((section, index) => [section.id, index]));
  const orderOf = (rule: Rule) => order.get(rule.section) ?? bank.sections.length;
  const sorted = [...bank.rules].sort((a, b) => orderOf(a) - orderOf(b));
  const rules = sorted.map((rule, rank) => planRule(bank, rule, rank));
  const plan = { rules, dependants: dependantsOf(rules) };
  plans.set(bank, plan);
  return plan;
}

function dependantsOf(rules: readonly PlannedRule[]): RulePlan['dependants'] {
  const dependants = new Map<string, PlannedRule[]>();
  for (const planned of rules) {
    for (const id of planned.dependsOn) {
      const known = dependants.get(id);
      if (known === undefined) dependants.set(id, [planned]);
      else known.push(planned);
    }
  }
  return dependants;
}

function planRule(bank: JoinedBank, rule: Rule, rank: number): PlannedRule {
  const parsed = parseExpression(rule.fires_when);
  const condition = parsed.ok ? parsed.value : undefined;
  const refused = parsed.ok ? undefined : (parsed.error[0]?.message ?? 'The condition does not parse.');
  const over = rule.for === undefined ? undefined : bank.question(rule.for);
  const table = over !== undefined && isTable(over) ? over : undefined;
  const visits = condition === undefined ? [] : visitsOf(condition);
  return { rule, rank, condition, refused, table, visits, dependsOn: dependsOn(bank, rule, condition) };
}

/** The questions a condition looks at as such (`thin('x')`, `known('x')`, `count('x')`), not only through their values. */
function visitsOf({ text, reads }: Expression): readonly string[] {
  return reads.filter((id) => text.includes(`'${id}'`) || text.includes(`"${id}"`));
}

const ROUTING = ['arc.tier', 'arc.archetypes'];

function dependsOn(bank: JoinedBank, rule: Rule, condition: Expression | undefined): ReadonlySet<string> {
  const said = [rule.title, rule.why, rule.probe].flatMap(namesIn);
  const names = [...(condition?.reads ?? []), ...(condition?.facts ?? []), ...said, ...ROUTING];
  const found = new Set<string>();
  follow(bank, rule.for === undefined ? names : [...names, rule.for], found);
  return found;
}

function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{(a\.[a-z0-9_]+\.[a-z0-9_]+|f\.[a-z0-9_]+)\}/g)];
  return names.map((match) => (match[1] ?? '').replace(/^a\./, ''));
}

/** Follows facts to their inputs, conditions to what they read, and references to the tables they name. */
function follow(bank: JoinedBank, names: readonly string[], found: Set<string>): void {
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const id = name.startsWith('f.') ? name : name.split('.').slice(0, 2).join('.');
    if (found.has(id)) continue;
    found.add(id);
    open.push(...behind(bank, id));
  }
}

function behind(bank: JoinedBank, id: string): readonly string[] {
  if (id.startsWith('f.')) return bank.facts.find((fact) => fact.id === id)?.inputs ?? [];
  const question = bank.question(id);
  if (question === undefined) return [];
  const columns = isTable(question) ? question.columns.flatMap(behindShape) : [];
  return [...behindShape(question), ...columns];
}

function behindShape(shape: Question | Column): readonly string[] {
  const target = 'of' in shape ? [shape.of] : [];
  if (shape.when === undefined) return target;
  const parsed = parseExpression(shape.when);
  return parsed.ok ? [...target, ...parsed.value.reads, ...parsed.value.facts] : target;
}
