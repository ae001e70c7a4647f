import type { JoinedBank, Migration, Rule, Subject } from './bank.js';
import { parseExpression } from './expression.js';
import { checkExpression } from './expression-check.js';
import { conditionsOf, ruleConditions, type Condition } from './join-banks-conditions.js';
import { placeholderFlaws } from './lint-bank-placeholders.js';
import { flawIf, type Flaw } from './lint-bank-problem.js';
import { ruleExampleFlaws } from './lint-bank-values.js';
import { isTable } from './question.js';

/** Conditions that do not parse, or do not fit the types of what they read. */
export function conditionFlaws(joined: JoinedBank): readonly Flaw[] {
  const conditions = [...joined.questions.flatMap(conditionsOf), ...ruleConditions(joined)];
  return conditions.flatMap((condition) => {
    const { subject, path, owner } = condition;
    return problemsOf(condition, joined).map(({ code, message, hint }) => ({
      subject,
      path,
      code,
      message: `${owner}: ${message}`,
      hint: hint ?? 'Correct the condition.',
    }));
  });
}

function problemsOf({ text, row }: Condition, joined: JoinedBank) {
  const expression = parseExpression(text);
  if (!expression.ok) return expression.error;
  const types = { ...joined, ...(row === undefined ? {} : { row }) };
  return checkExpression(expression.value, types);
}

/** What is wrong with the texts, references and examples of one rule. */
export function ruleFlaws(rule: Rule, joined: JoinedBank): readonly Flaw[] {
  const subject: Subject = `rule ${rule.id}`;
  const table = rule.for === undefined ? undefined : joined.question(rule.for);
  const row = table !== undefined && isTable(table) ? table : undefined;
  const texts = (['title', 'why', 'probe'] as const).map((key) => ({
    subject,
    path: [key],
    text: rule[key],
  }));
  return [
    ...texts.flatMap((text) => placeholderFlaws(text, { joined, row })),
    ...ruleExampleFlaws(rule, joined),
    ...flawIf(rule.incidents.length > 3, {
      subject,
      path: ['incidents'],
      code: 'lint-incidents',
      message: `${rule.id} names ${String(rule.incidents.length)} incidents; at most 3 are shown.`,
      hint: 'Keep the three that teach most.',
    }),
    ...archetypeFlaws({ subject, ids: rule.archetypes }, joined),
  ];
}

type Archetypes = { readonly subject: Subject; readonly ids: readonly string[] };

/** Archetypes that no option of the routing question offers. */
export function archetypeFlaws({ subject, ids }: Archetypes, joined: JoinedBank): readonly Flaw[] {
  const routing = joined.question('arc.archetypes');
  if (routing?.kind !== 'many' || routing.options === undefined) return [];
  const known = routing.options.map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({
      subject,
      path: [subject === 'bank' ? 'archetype' : 'archetypes'],
      code: 'lint-archetype',
      message: `${id} is not an archetype.`,
      hint: `Known are ${known.join(', ')}.`,
    }));
}

/** Migrations that start from a version that is not older, or lead to questions that do not exist. */
export function migrationFlaws(joined: JoinedBank): readonly Flaw[] {
  return joined.banks.flatMap(({ id, version }) => {
    const migrations = joined.migrations[id] ?? [];
    return migrations.flatMap((migration, index) =>
      [...late(migration, version), ...lost(migration, migrations.slice(index + 1), joined)].map((said) => ({
        subject: 'bank' as const,
        path: ['migrations', index],
        code: 'lint-migration',
        message: `The migration of ${id} from ${String(migration.from)} ${said}.`,
        hint: 'A migration goes from an older version to questions of the next one.',
      })),
    );
  });
}

function late({ from }: Migration, version: number): readonly string[] {
  return from < version ? [] : [`starts at the present version ${String(version)}, or after it`];
}

function lost(migration: Migration, later: readonly Migration[], joined: JoinedBank): readonly string[] {
  const { rename, split, merge, ask_again } = migration;
  const targets = [
    ...Object.values(rename),
    ...Object.values(split).flat(),
    ...Object.keys(merge),
    ...ask_again,
  ];
  const moved = new Set(later.flatMap(sourcesOf));
  const gone = targets.filter((id) => joined.question(id) === undefined && !moved.has(id));
  return gone.map((id) => `leads to ${id}, which is not a question`);
}

function sourcesOf({ rename, split, merge, drop }: Migration): readonly string[] {
  return [
    ...Object.keys(rename),
    ...Object.keys(split),
    ...Object.values(merge).flat(),
    ...Object.keys(drop),
  ];
}
