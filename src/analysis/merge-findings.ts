import type { JoinedBank } from '../bank/index.js';
import type { Session } from '../interview/index.js';
import type { Finding } from './finding.js';
import { stillCovers } from './waivers.js';

/** Merges findings, worst first, where the bank says that their rules say the same; a waived one never hides an open one. */
export function mergeFindings(findings: readonly Finding[], session: Session): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const at = kept.findIndex((first) => belongTogether(first, finding, session));
    const first = kept[at];
    if (first === undefined) kept.push(finding);
    else kept[at] = merged(first, finding);
  }
  return kept;
}

function belongTogether(first: Finding, second: Finding, session: Session): boolean {
  if (!sameRow(first, second, session.bank) || !mergesWith(first.rule, second.rule, session.bank))
    return false;
  if (first.waiver === undefined) return second.waiver === undefined;
  return second.waiver !== undefined || stillCovers(first.waiver, second, session);
}

function sameRow(first: Finding, second: Finding, bank: JoinedBank): boolean {
  return (
    first.row === second.row && (first.row === undefined || tableOf(first, bank) === tableOf(second, bank))
  );
}

const tableOf = ({ rule }: Finding, bank: JoinedBank): string | undefined => bank.rule(rule)?.for;

function mergesWith(first: string, second: string, bank: JoinedBank): boolean {
  const names = (rule: string, other: string) => bank.rule(rule)?.merges_with.includes(other) ?? false;
  return names(first, second) || names(second, first);
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
