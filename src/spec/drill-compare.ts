import { analyse, type Analysis } from '../analysis/index.js';
import type { Severity, Value } from '../bank/index.js';
import { situationOf, type Session } from '../interview/index.js';
import { buildSpec } from './build-spec.js';
import { requirementDelta, type RequirementText } from './delta.js';
import type { Drill } from './drill.js';
import { raises } from './drill.js';
import { withStep, type DrillStep } from './drill-step.js';

/** What only one of two answers does: the sentences it gives the spec, and the findings it raises. */
export type Effect = {
  readonly sentences: readonly RequirementText[];
  readonly findings: readonly { readonly id: string; readonly severity: Severity; readonly title: string }[];
};

/** Two answers to one question side by side, everything else being equal. */
export type Comparison = { readonly yours: Effect; readonly seniors: Effect };

/** Says what an answer does that the one of the case does not, and the other way round. */
export function compareAnswers({ sound }: Drill, step: DrillStep, value: Value): Comparison {
  const [seniors, yours] = [sound, withStep(sound, step, value)].map(said);
  if (seniors === undefined || yours === undefined) throw new RangeError('two sessions give two readings');
  const delta = requirementDelta(seniors.requirements, yours.requirements);
  const changed = (side: 'before' | 'after') =>
    delta.modified.map((one) => ({ id: one.id, text: one[side] }));
  return {
    yours: {
      sentences: [...delta.added, ...changed('after')],
      findings: onlyIn(yours.analysis, seniors.analysis),
    },
    seniors: {
      sentences: [...delta.removed, ...changed('before')],
      findings: onlyIn(seniors.analysis, yours.analysis),
    },
  };
}

function said(session: Session) {
  const analysis = analyse(session, situationOf(session));
  return { analysis, requirements: buildSpec(session, analysis).requirements };
}

function onlyIn(some: Analysis, others: Analysis): Effect['findings'] {
  const known = new Set(others.findings.map(({ id }) => id));
  return some.findings
    .filter(({ id }) => !known.has(id))
    .map(({ id, severity, title }) => ({ id, severity, title }));
}

/** An answer that was given in a drill. */
export type DrillAnswer = { readonly step: DrillStep; readonly value: Value };

/** Says by which question the flaw of the draft was caught; nothing when it is still in there. */
export function caughtBy({ draft, flaw }: Drill, answers: readonly DrillAnswer[]): DrillStep | undefined {
  let session = draft;
  let by: DrillStep | undefined;
  for (const { step, value } of answers) {
    session = withStep(session, step, value);
    if (raises(session, flaw.notice)) by = undefined;
    else by ??= step;
  }
  return by;
}
