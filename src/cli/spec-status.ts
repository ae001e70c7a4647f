import { createAnalyst } from '../analysis/index.js';
import { isAsked, isOpen, minutesOf, requiredOpen, situationOf } from '../interview/index.js';
import type { OpenSpec, Workspace } from './workspace.js';
import { changedSources, type StaleReason } from './check-spec.js';
import { openFormats } from './open-formats.js';
import { today } from './today.js';

/** How far one spec is, in figures. */
export type SpecStatus = {
  readonly spec: string;
  readonly name: string;
  readonly depth: string;
  readonly asked: number;
  readonly answered: number;
  readonly open: number;
  /** Why the documents are not what the answers say now; empty when nothing changed since they were written. */
  readonly stale: readonly StaleReason[];
  readonly required_left: readonly string[];
  readonly minutes_left: number;
  readonly findings: Readonly<Record<'block' | 'high' | 'med' | 'info', number>>;
  readonly overdue: readonly string[];
  readonly problems: number;
};

/** Measures one opened spec. */
export function statusOf(workspace: Workspace, spec: OpenSpec): SpecStatus {
  const { session } = spec;
  const situation = situationOf(session);
  const asked = situation.plan.filter(isAsked);
  const open = asked.filter(isOpen);
  const { findings } = createAnalyst(workspace.bank)(session, situation);
  const count = (severity: string) =>
    findings.filter((finding) => finding.severity === severity && finding.waiver === undefined).length;
  return {
    spec: spec.paths.slug,
    name: session.saved.name,
    depth: session.saved.depth,
    asked: asked.length,
    answered: asked.length - open.length,
    open: open.length,
    stale: staleOf(workspace, spec),
    required_left: requiredOpen(situation).map((item) => item.id),
    minutes_left: Math.ceil(minutesOf(open)),
    findings: { block: count('block'), high: count('high'), med: count('med'), info: count('info') },
    overdue: overdueOf(spec, today(workspace.world)),
    problems: spec.problems.length,
  };
}

/** A spec whose templates cannot be read is told by check, which says why. */
function staleOf(workspace: Workspace, { paths, session }: OpenSpec): readonly StaleReason[] {
  const formats = openFormats(workspace, undefined);
  const changed = formats.ok
    ? changedSources({ workspace, paths, session, formats: formats.value })
    : formats;
  return changed.ok ? changed.value : [];
}

function overdueOf({ session }: OpenSpec, date: string): readonly string[] {
  const late = [...session.saved.answers].filter(
    ([, answer]) => answer.status === 'unknown' && answer.due !== undefined && answer.due < date,
  );
  return late.map(([id]) => id);
}
