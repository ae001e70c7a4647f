import type { Session, Situation, StoredProbe, Waiver } from '../interview/index.js';
import type { Finding } from './finding.js';
import { quoteOf } from './quotes.js';

const MODEL = 'model.';

const isObjection = (finding: string): boolean => finding.startsWith(MODEL);

/** The objections of a model that a person accepted for a while, as findings: they are listed as waived, and open again when their answers change. */
export function objectionFindings(session: Session, situation: Situation): readonly Finding[] {
  const { waivers, probes } = session.saved;
  if (waivers.length === 0) return [];
  const answered = new Set(probes.filter(({ answer }) => answer !== undefined).map(({ id }) => id));
  return waivers
    .filter(({ finding }) => isObjection(finding))
    .flatMap((waiver) => {
      const probe = probes.find(({ id }) => id === waiver.finding);
      const isSettled = answered.has(waiver.finding) || answered.has(`rule.${waiver.finding}`);
      return probe === undefined || isSettled ? [] : [objection(probe, waiver, { session, situation })];
    });
}

type Ground = { readonly session: Session; readonly situation: Situation };

// No rule of a bank stands behind an objection, so it never counts for more than med.
function objection(probe: StoredProbe, waiver: Waiver, ground: Ground): Finding {
  return {
    id: waiver.finding,
    rule: 'model',
    section: probe.about[0]?.split('.')[0] ?? '',
    severity: 'med',
    class: 'risk',
    title: probe.asks,
    why: `A model objected (${probe.by ?? 'unnamed'}).`,
    probe: probe.asks,
    incidents: [],
    quotes: probe.about.flatMap((id) => quoteOf(ground, id)),
  };
}
