import type { JoinedBank } from '../bank/index.js';
import type { Probe, Session } from '../interview/index.js';
import { aboutOf } from './build-finding.js';
import type { Finding } from './finding.js';

/** How many follow-up questions rules may ask: of one section, and in all. */
const PROBE_LIMITS = { section: 3, all: 12 } as const;

const PREFIX = 'rule.';

/** Picks the follow-up questions of findings, worst first; what was answered or dismissed counts, and is not asked again. */
export function probesOf(findings: readonly Finding[], session: Session): readonly Probe[] {
  const settled = session.saved.probes.filter(({ id }) => id.startsWith(PREFIX)).map(({ id }) => id);
  const asked = settled.map((id) => sectionOf(id, session.bank));
  const waiting = findings.filter((finding) => isWaiting(finding, settled));
  const probes: Probe[] = [];
  for (const finding of waiting) {
    const inSection = asked.filter((section) => section === finding.section).length;
    if (asked.length >= PROBE_LIMITS.all || inSection >= PROBE_LIMITS.section) continue;
    asked.push(finding.section);
    probes.push(probeOf(finding));
  }
  return probes;
}

function isWaiting(finding: Finding, settled: readonly string[]): boolean {
  const ids = [finding.id, ...(finding.merged ?? []).map(({ id }) => id)];
  return finding.waiver === undefined && !ids.some((id) => settled.includes(`${PREFIX}${id}`));
}

function probeOf(finding: Finding): Probe {
  const { id, probe, severity } = finding;
  return { id: `${PREFIX}${id}`, asks: probe, about: aboutOf(finding), severity };
}

function sectionOf(probe: string, bank: JoinedBank): string {
  return bank.rule(probe.split('.')[1] ?? '')?.section ?? '';
}
