import type { Bank, FactSignature, JoinedBank, Migration, Section } from '../../src/bank/bank.js';
import { assembleBanks } from '../../src/bank/join-banks.js';
import { buildQuestion } from '../../src/bank/parse-bank-build.js';
import { bankFile } from '../../src/bank/schema-bank.js';

/** A question, rule or column as a bank file would write it; what is left out is filled with something plain. */
export type Raw = Readonly<Record<string, unknown>>;

type Parts = {
  readonly id: string;
  readonly version: number;
  readonly archetype?: string;
  readonly sections: readonly Omit<Section, 'bank'>[];
  readonly questions: readonly Raw[];
  readonly rules: readonly Raw[];
  readonly terms: readonly string[];
  readonly lexicons: Readonly<Record<string, readonly string[]>>;
  readonly retired_numbers: Readonly<Record<string, readonly number[]>>;
  readonly migrations: readonly Partial<Migration>[];
  readonly facts: readonly FactSignature[];
};

/** An immutable builder: every call gives a new one. */
export type BankBuilder = {
  readonly section: (id: string, over?: Partial<Omit<Section, 'bank'>>) => BankBuilder;
  readonly question: (...questions: readonly Raw[]) => BankBuilder;
  readonly rule: (...rules: readonly Raw[]) => BankBuilder;
  readonly term: (...ids: readonly string[]) => BankBuilder;
  readonly fact: (...facts: readonly FactSignature[]) => BankBuilder;
  readonly lexicon: (id: string, ...words: readonly string[]) => BankBuilder;
  readonly retired: (code: string, ...numbers: readonly number[]) => BankBuilder;
  readonly migration: (...migrations: readonly Partial<Migration>[]) => BankBuilder;
  readonly named: (
    id: string,
    over?: { readonly version?: number; readonly archetype?: string },
  ) => BankBuilder;
  readonly build: () => Bank;
  readonly joined: (...others: readonly Bank[]) => JoinedBank;
};

/** Starts a bank `core` of version 1; sections come into being with their first question, in that order. */
export function aBank(): BankBuilder {
  return builder({
    id: 'core',
    version: 1,
    sections: [],
    questions: [],
    rules: [],
    terms: [],
    lexicons: {},
    retired_numbers: {},
    migrations: [],
    facts: [],
  });
}

function builder(parts: Parts): BankBuilder {
  const over = (changed: Partial<Parts>): BankBuilder => builder({ ...parts, ...changed });
  return {
    section: (id, given = {}) =>
      over({ sections: [...parts.sections, { ...plainSection(id, parts), ...given }] }),
    question: (...questions) => over({ questions: [...parts.questions, ...questions] }),
    rule: (...rules) => over({ rules: [...parts.rules, ...rules] }),
    term: (...ids) => over({ terms: [...parts.terms, ...ids] }),
    fact: (...facts) => over({ facts: [...parts.facts, ...facts] }),
    lexicon: (id, ...words) => over({ lexicons: { ...parts.lexicons, [id]: words } }),
    retired: (code, ...numbers) => over({ retired_numbers: { ...parts.retired_numbers, [code]: numbers } }),
    migration: (...migrations) => over({ migrations: [...parts.migrations, ...migrations] }),
    named: (id, given = {}) => over({ id, ...given }),
    build: () => build(parts),
    joined: (...others) => assembleBanks([build(parts), ...others], parts.facts),
  };
}

function build(parts: Parts): Bank {
  const entry = bankFile().parse({
    format: 1,
    bank: parts.id,
    version: parts.version,
    questions: parts.questions.map((raw) => ({
      kind: 'text',
      prompt: `What about ${String(raw['id'])}?`,
      why: 'It matters.',
      ...raw,
    })),
    rules: parts.rules.map(plainRule),
    terms: parts.terms.map((id) => ({ id, means: `What ${id} means.` })),
    lexicons: parts.lexicons,
    retired_numbers: parts.retired_numbers,
    migrations: parts.migrations,
  });
  const bank = parts.id;
  const sections = withImplied(parts).map((section) => ({ ...section, bank }));
  return {
    ...entry,
    id: bank,
    title: bank,
    ...(parts.archetype === undefined ? {} : { archetype: parts.archetype }),
    sections,
    questions: entry.questions.map((question) => buildQuestion(question, bank)),
    rules: entry.rules.map((rule) => ({ ...rule, section: sections[0]?.id ?? '', bank })),
    placeOf: () => undefined,
  };
}

function plainRule(raw: Raw): Raw {
  return {
    severity: 'high',
    class: 'risk',
    title: `Something about ${String(raw['id'])}`,
    why: 'It matters.',
    probe: 'What happens then?',
    examples: { fires: {}, quiet: {} },
    ...raw,
  };
}

function withImplied(parts: Parts): readonly Omit<Section, 'bank'>[] {
  const named = parts.questions.map((raw) => String(raw['id']).split('.')[0] ?? '');
  const implied = [...new Set(named)].filter((id) => !parts.sections.some((section) => section.id === id));
  return implied.reduce((sections, id) => [...sections, plainSection(id, { sections })], parts.sections);
}

function plainSection(id: string, { sections }: Pick<Parts, 'sections'>): Omit<Section, 'bank'> {
  return {
    id,
    code: id.toUpperCase().replaceAll('_', '').padEnd(2, 'X').slice(0, 8),
    title: `About ${id}`,
    order: (sections.length + 1) * 10,
    intro: `Questions about ${id}.`,
  };
}
