import type { RuleClass, Severity } from '../bank/index.js';
import type { Probe, Waiver } from '../interview/index.js';
import type { Problem } from '../kernel/index.js';

/** An answer or fact a finding quotes: its id, what was asked, and what was said; a cell's id is `section.table.row.column`. */
export type Quote = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly source?: string;
};

/** A finding that says the same about the same row, and was merged into the one that stands first. */
export type Merged = { readonly id: string; readonly title: string };

/** A rule that fired; `severity` is what counts after tier and provenance, `lowered` says why it is milder than the rule's own. */
export type Finding = {
  readonly id: string;
  readonly rule: string;
  readonly row?: string;
  readonly section: string;
  readonly severity: Severity;
  readonly lowered?: string;
  readonly class: RuleClass;
  readonly title: string;
  readonly why: string;
  readonly probe: string;
  readonly incidents: readonly string[];
  readonly quotes: readonly Quote[];
  readonly merged?: readonly Merged[];
  readonly waiver?: Waiver;
  readonly reopened?: boolean;
};

/** A rule that could not be judged yet, and the answers it needs. */
export type Unchecked = {
  readonly rule: string;
  readonly row?: string;
  readonly severity: Severity;
  readonly needs: readonly string[];
};

/** What is missing in an answer that is too thin to build on. */
export type Thin = {
  readonly id: string;
  readonly missing: readonly string[];
  readonly vague: readonly string[];
};

/** Everything that follows from the answers at one moment; `decides` counts, per unanswered question or cell, the block and high rules that wait for it. */
export type Analysis = {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  readonly thin: readonly Thin[];
  readonly probes: readonly Probe[];
  readonly decides: ReadonlyMap<string, number>;
  readonly broken: readonly Problem[];
};
