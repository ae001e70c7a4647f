import type { JoinedBank } from '../bank/index.js';
import type { Session } from '../interview/index.js';
import type { Finding } from './finding.js';
import { stillCovers } from './waivers.js';

/** Merges findings, worst first, where the bank says that their rules say the same; a waived one never hides an open one. */
export function mergeFindings(findings: readonly Finding[], session: Session): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const others = partnersOf(finding.rule, session.bank);
    const fits = (first: Finding) => others.has(first.rule) && belongTogether(first, finding, session);
    const at = others.size === 0 ? -1 : kept.findIndex(fits);
    const first = kept[at];
    if (first === undefined) kept.push(finding);
    else kept[at] = merged(first, finding);
  }
  return kept;
}

function belongTogether(first: Finding, second: Finding, session: Session): boolean {
  if (!sameRow(first, second, session.bank)) return false;
  if (first.waiver === undefined) return second.waiver === undefined;
  return second.waiver !== undefined || stillCovers(first.waiver, second, session);
}

function sameRow(first: Finding, second: Finding, bank: JoinedBank): boolean {
  return (
    first.row === second.row && (first.row === undefined || tableOf(first, bank) === tableOf(second, bank))
  );
}

const tableOf = ({ rule }: Finding, bank: JoinedBank): string | undefined => bank.rule(rule)?.for;

const partners = new WeakMap<JoinedBank, ReadonlyMap<string, ReadonlySet<string>>>();
const NOBODY: ReadonlySet<string> = new Set();

/** The rules one merges with, whichever of the two says so. */
function partnersOf(rule: string, bank: JoinedBank): ReadonlySet<string> {
  const known = partners.get(bank) ?? pairsOf(bank);
  partners.set(bank, known);
  return known.get(rule) ?? NOBODY;
}

function pairsOf(bank: JoinedBank): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  const add = (rule: string, other: string) => pairs.set(rule, (pairs.get(rule) ?? new Set()).add(other));
  for (const rule of bank.rules) {
    for (const other of rule.merges_with) {
      add(rule.id, other);
      add(other, rule.id);
    }
  }
  return pairs;
}

function merged(first: Finding, second: Finding): Finding {
  const known = new Set(first.quotes.map(({ id }) => id));
  return {
    ...first,
    incidents: [...new Set([...first.incidents, ...second.incidents])],
    quotes: [...first.quotes, ...second.quotes.filter(({ id }) => !known.has(id))],
    merged: [...(first.merged ?? []), { id: second.id, title: second.title }],
  };
}
