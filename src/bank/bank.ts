import type { Place } from '../kernel/index.js';
import type { Depth, Question, Value } from './question.js';

/** How bad it is when a rule fires, worst first. */
export type Severity = 'block' | 'high' | 'med' | 'info';

/** What sort of thing a rule notices. */
export type RuleClass = 'contradiction' | 'risk' | 'numeric' | 'missing';

/** A set of answers (short values by question id) that a rule must judge in a known way. */
export type RuleExample = Readonly<Record<string, Value>>;

/** A condition over answers and facts, with what to say and ask when it holds. */
export type Rule = {
  readonly id: string;
  readonly section: string;
  readonly bank: string;
  readonly severity: Severity;
  readonly class: RuleClass;
  readonly archetypes: readonly string[];
  readonly for?: string;
  readonly fires_when: string;
  readonly title: string;
  readonly why: string;
  readonly probe: string;
  readonly incidents: readonly string[];
  readonly merges_with: readonly string[];
  readonly tier_exempt: boolean;
  readonly examples: {
    readonly fires: RuleExample;
    readonly quiet: RuleExample;
    readonly undecided?: RuleExample;
  };
};

/** What newcomers are told before a section: the kind of failure it prevents, how it comes about, and whom it hit. */
export type Opening = { readonly failure: string; readonly says: string; readonly incident: string };

/** A chapter of the interview and of the spec; `code` heads its requirement ids. */
export type Section = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly order: number;
  readonly intro: string;
  readonly opening?: Opening;
  readonly bank: string;
};

/** A word explained for newcomers. */
export type Term = { readonly id: string; readonly means: string };

/** How answers of an older version of a bank become answers of the next one. */
export type Migration = {
  readonly from: number;
  readonly rename: Readonly<Record<string, string>>;
  readonly map: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly retype: Readonly<Record<string, string>>;
  readonly split: Readonly<Record<string, readonly string[]>>;
  readonly merge: Readonly<Record<string, readonly string[]>>;
  readonly drop: Readonly<Record<string, string>>;
  readonly ask_again: readonly string[];
};

/** A real outage or accident, in our own words. */
export type Incident = {
  readonly id: string;
  readonly org: string;
  readonly year: number;
  readonly title: string;
  readonly story: string;
  readonly lesson: string;
  readonly url: string;
  readonly basis: string;
};

/** What a place is asked for: `question rec.rpo`, `rule backup-interval-above-rpo`. */
export type Subject = `${'section' | 'question' | 'rule' | 'term'} ${string}` | 'bank';

/** Finds where a subject (and the value below it, by path) is written; nothing where it came from no file. */
export type PlaceFinder = (subject: Subject, path?: readonly (string | number)[]) => Place | undefined;

/** One bank as its files say, parsed and checked by itself. */
export type Bank = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly archetype?: string;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly terms: readonly Term[];
  readonly lexicons: Readonly<Record<string, readonly string[]>>;
  readonly retired_numbers: Readonly<Record<string, readonly number[]>>;
  readonly migrations: readonly Migration[];
  readonly placeOf: PlaceFinder;
};

/** The type of a fact as conditions see it; `per_row` facts are maps from row id to that type. */
export type FactSignature = {
  readonly id: string;
  readonly type: 'double' | 'string' | 'bool' | 'list';
  readonly per_row?: boolean;
  readonly inputs: readonly string[];
};

/** All banks of an interview as one: questions in asking order, everything found by id. */
export type JoinedBank = {
  readonly banks: readonly { readonly id: string; readonly version: number; readonly archetype?: string }[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly question: (id: string) => Question | undefined;
  readonly section: (id: string) => Section | undefined;
  readonly rule: (id: string) => Rule | undefined;
  readonly term: (id: string) => Term | undefined;
  readonly terms: readonly Term[];
  readonly lexicons: Readonly<Record<string, readonly string[]>>;
  readonly retired_numbers: Readonly<Record<string, readonly number[]>>;
  readonly archetypeOf: (bank: string) => string | undefined;
  readonly facts: readonly FactSignature[];
  readonly migrations: Readonly<Record<string, readonly Migration[]>>;
  readonly placeOf: PlaceFinder;
};

/** The depths from short to long. */
export const DEPTHS: readonly Depth[] = ['quick', 'standard', 'deep'];

/** The severities from worst to mildest. */
export const SEVERITIES: readonly Severity[] = ['block', 'high', 'med', 'info'];
