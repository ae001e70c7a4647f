import type { Finding } from '../analysis/index.js';
import { SEVERITIES, type Severity } from '../bank/index.js';
import type { Session } from '../interview/index.js';
import type { Problem } from '../kernel/index.js';
import type { Requirement } from '../spec/index.js';
import type { StandingLine } from '../store/index.js';

/** What is known of a spec whose documents are rendered: its answers, its requirements and what follows from them. */
export type StandingGround = {
  readonly session: Session;
  readonly requirements: readonly Requirement[];
  readonly findings: readonly Finding[];
  readonly failOn: string;
  /** What hinders other tools from taking over what is rendered. */
  readonly notes: readonly Problem[];
};

/** Says what a check has to say about a spec as long as its answers stay the same; some of it only once a day has passed. */
export function standingLines({
  session,
  requirements,
  findings,
  failOn,
  notes,
}: StandingGround): readonly StandingLine[] {
  const { answers, waivers } = session.saved;
  return [
    ...[...answers].flatMap(([id, { status, due }]) =>
      status === 'unknown' && due !== undefined
        ? [{ text: `overdue: ${id} is still unknown.`, after: due }]
        : [],
    ),
    ...waivers.map(({ finding, until }) => ({
      text: `the waiver of ${finding} has expired.`,
      after: until,
    })),
    ...requirements
      .filter(({ assumed }) => assumed)
      .map(({ id }) => ({ text: `${id} rests on an assumption.` })),
    ...findings.flatMap((finding) => findingLine(finding, failOn)),
    ...notes.map(({ message, hint }) => ({ text: [message, hint ?? ''].join(' ').trimEnd() })),
  ];
}

function findingLine({ severity, title, id, waiver }: Finding, failOn: string): readonly StandingLine[] {
  const fails = reaches(severity, failOn);
  if (!fails && severity !== 'block' && severity !== 'high') return [];
  return [
    {
      text: `${severity}: ${title} [${id}]`,
      ...(waiver === undefined ? {} : { after: waiver.until }),
      ...(fails ? { fails } : {}),
    },
  ];
}

/** Whether a severity is at least as bad as a limit; `none` is reached by nothing. */
export function reaches(severity: Severity, limit: string): boolean {
  const at = SEVERITIES.findIndex((candidate) => candidate === limit);
  return at !== -1 && SEVERITIES.indexOf(severity) <= at;
}
