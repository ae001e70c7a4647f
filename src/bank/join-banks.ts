import { err, ok, type Result } from '../kernel/index.js';
import type { Bank, FactSignature, Incident, JoinedBank, PlaceFinder, Section } from './bank.js';
import { danglingProblems } from './join-banks-dangling.js';
import { duplicateProblems } from './join-banks-duplicates.js';
import { forwardProblems } from './join-banks-forward.js';
import type { Question } from './question.js';

/** Joins banks into one, core first; refuses duplicate ids, references to nothing, and conditions that look forward. */
export function joinBanks(
  banks: readonly Bank[],
  facts: readonly FactSignature[],
  incidents?: readonly Incident[],
): Result<JoinedBank> {
  const joined = assembleBanks(banks, facts);
  const problems = [
    ...duplicateProblems(banks),
    ...danglingProblems(joined, incidents),
    ...forwardProblems(joined),
  ];
  return problems.length > 0 ? err(problems) : ok(joined);
}

/** Joins banks that were checked before (shipped ones, when the product was built) without checking them again. */
export function assembleBanks(banks: readonly Bank[], facts: readonly FactSignature[]): JoinedBank {
  const sections = banks.flatMap((bank) => bank.sections).sort((a, b) => a.order - b.order);
  const questions = inOrder(
    banks.flatMap((bank) => bank.questions),
    sections,
  );
  const rules = banks.flatMap((bank) => bank.rules);
  const terms = banks.flatMap((bank) => bank.terms);
  return {
    banks: banks.map(({ id, version, archetype }) => ({
      id,
      version,
      ...(archetype === undefined ? {} : { archetype }),
    })),
    sections,
    questions,
    rules,
    terms,
    facts,
    question: finder(questions),
    section: finder(sections),
    rule: finder(rules),
    term: finder(terms),
    lexicons: mergedLexicons(banks),
    archetypeOf: (id) => banks.find((bank) => bank.id === id)?.archetype,
    retired_numbers: mergedNumbers(banks),
    migrations: Object.fromEntries(banks.map((bank) => [bank.id, bank.migrations])),
    placeOf: firstPlace(banks),
  };
}

// Both sorts are stable: what stands in one section keeps the order of the banks and of their files.
function inOrder(questions: readonly Question[], sections: readonly Section[]): readonly Question[] {
  const rank = new Map(sections.map((section, index) => [section.id, index]));
  const rankOf = (question: Question): number => rank.get(question.section) ?? sections.length;
  return [...questions].sort((a, b) => rankOf(a) - rankOf(b));
}

function finder<T extends { readonly id: string }>(items: readonly T[]): (id: string) => T | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => byId.get(id);
}

function mergedLexicons(banks: readonly Bank[]): Readonly<Record<string, readonly string[]>> {
  const merged = new Map<string, readonly string[]>();
  for (const [id, words] of banks.flatMap((bank) => Object.entries(bank.lexicons))) {
    merged.set(id, [...new Set([...(merged.get(id) ?? []), ...words])]);
  }
  return Object.fromEntries(merged);
}

function mergedNumbers(banks: readonly Bank[]): Readonly<Record<string, readonly number[]>> {
  const merged = new Map<string, readonly number[]>();
  for (const [code, numbers] of banks.flatMap((bank) => Object.entries(bank.retired_numbers))) {
    merged.set(code, [...(merged.get(code) ?? []), ...numbers]);
  }
  return Object.fromEntries(merged);
}

function firstPlace(banks: readonly Bank[]): PlaceFinder {
  return (subject, path) => {
    for (const bank of banks) {
      const place = bank.placeOf(subject, path);
      if (place !== undefined) return place;
    }
    return undefined;
  };
}
