import type { AnswerView, JoinedBank } from '../bank/index.js';
import type { Problem } from '../kernel/index.js';
import type { Session, Situation } from '../interview/index.js';
import { createSignals, thinAnswers, withSignals, type AnswerSignals } from './answer-signals.js';
import { aboutOf, buildFinding } from './build-finding.js';
import { changedSince, marksOf, type Marks } from './changes.js';
import type { Analysis, Finding, Unchecked } from './finding.js';
import { appliesTo, judgeRule, type Verdict } from './judge-rule.js';
import { mergeFindings } from './merge-findings.js';
import { probesOf } from './probes.js';
import { planRules, type PlannedRule, type RulePlan } from './rule-plan.js';
import { bySeverity, severityAtTier } from './severity.js';
import { decidesOf } from './decides.js';
import { withWaiver } from './waivers.js';

/** What one rule came to; kept while nothing it depends on changes. */
type RuleResult = {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  readonly broken: readonly Problem[];
};

type Memory = {
  readonly marks: Marks;
  readonly results: ReadonlyMap<PlannedRule, RuleResult>;
};

type Moment = { readonly session: Session; readonly situation: Situation; readonly view: AnswerView };

/** Says what follows from the answers of a session; every rule is judged anew. */
export function analyse(session: Session, situation: Situation): Analysis {
  return createAnalyst(session.bank)(session, situation);
}

/** Makes an analyst that judges again only the rules whose answers changed since its previous call; its results are those of `analyse`. */
export function createAnalyst(bank: JoinedBank): (session: Session, situation: Situation) => Analysis {
  const signals = createSignals(bank);
  let memory: Memory | undefined;
  const judged = (session: Session, situation: Situation): Analysis => {
    const plan = planRules(bank);
    const moment = { session, situation, view: withSignals(situation.view, signals) };
    const marks = marksOf(session, situation.view);
    const results = resultsOf(plan, moment, memory === undefined ? undefined : { memory, marks });
    memory = { marks, results };
    return assemble(plan, moment, { results, signals });
  };
  return (session, situation) =>
    memory === undefined && saidNothing(session)
      ? beforeAnswers(() => judged(session, situation))
      : judged(session, situation);
}

function saidNothing({ saved, context }: Session): boolean {
  return saved.answers.size === 0 && context.size === 0;
}

/** Nothing said, nothing found; which rules wait for which answers is worked out when somebody asks. */
function beforeAnswers(judged: () => Analysis): Analysis {
  let whole: Analysis | undefined;
  const once = (): Analysis => (whole ??= judged());
  return {
    ...{ findings: [], thin: [], probes: [], broken: [] },
    get unchecked() {
      return once().unchecked;
    },
    get decides() {
      return once().decides;
    },
  };
}

function resultsOf(
  plan: RulePlan,
  moment: Moment,
  before: { readonly memory: Memory; readonly marks: Marks } | undefined,
): ReadonlyMap<PlannedRule, RuleResult> {
  if (before === undefined) return new Map(plan.rules.map((planned) => [planned, resultOf(planned, moment)]));
  const changed = changedSince(before.memory.marks, before.marks);
  const again = new Set(changed.flatMap((id) => plan.dependants.get(id) ?? []));
  const results = new Map(before.memory.results);
  for (const planned of again) results.set(planned, resultOf(planned, moment));
  return results;
}

const QUIET: RuleResult = { findings: [], unchecked: [], broken: [] };

function resultOf(planned: PlannedRule, moment: Moment): RuleResult {
  const { bank } = moment.session;
  if (!appliesTo(planned, bank, moment.view)) return QUIET;
  const verdicts = judgeRule(planned, bank, moment.view);
  if (verdicts.length === 0) return QUIET;
  return {
    findings: verdicts.flatMap((verdict) =>
      verdict.is === 'fired' ? [found(planned, verdict, moment)] : [],
    ),
    unchecked: verdicts.flatMap((verdict) =>
      verdict.is === 'undecided' ? unchecked(planned, verdict, moment) : [],
    ),
    broken: verdicts
      .flatMap((verdict) => (verdict.is === 'broken' ? [broken(planned, verdict, bank)] : []))
      .slice(0, 1),
  };
}

function found(
  planned: PlannedRule,
  { row, read }: Extract<Verdict, { is: 'fired' }>,
  moment: Moment,
): Finding {
  return buildFinding({ planned, row, read, session: moment.session, situation: moment.situation });
}

/** A rule about something missing is never "unchecked": what it waits for is an open question already. */
function unchecked(
  { rule }: PlannedRule,
  { row, needs }: Extract<Verdict, { is: 'undecided' }>,
  { view }: Moment,
): readonly Unchecked[] {
  if (rule.class === 'missing') return [];
  const tier = view.value('arc.tier');
  const severity = severityAtTier(rule, typeof tier === 'string' ? tier : undefined);
  return [{ rule: rule.id, ...(row === undefined ? {} : { row: row.id }), severity, needs }];
}

function broken({ rule }: PlannedRule, { message }: { readonly message: string }, bank: JoinedBank): Problem {
  const place = bank.placeOf(`rule ${rule.id}`, ['fires_when']);
  return {
    code: 'rule-broken',
    message: `The rule ${rule.id} cannot be judged: ${message}`,
    hint: 'The bank is at fault, not an answer. Run: spec-interview banks lint',
    ...(place === undefined ? {} : { place }),
  };
}

type Results = { readonly results: ReadonlyMap<PlannedRule, RuleResult>; readonly signals: AnswerSignals };

function assemble(
  plan: RulePlan,
  { session, situation, view }: Moment,
  { results, signals }: Results,
): Analysis {
  const inOrder = plan.rules.map((planned) => results.get(planned) ?? QUIET);
  const waived = inOrder.flatMap((result) => result.findings.map((finding) => withWaiver(finding, session)));
  const findings = sorted(mergeFindings(sorted(waived), session));
  const open = inOrder.flatMap((result) => result.unchecked);
  return {
    findings,
    unchecked: [...open].sort((a, b) => bySeverity(a.severity, b.severity)),
    thin: thinAnswers(session.bank, situation.view, signals),
    probes: probesOf(findings, session),
    decides: decidesOf(open, view, session.bank),
    broken: inOrder.flatMap((result) => result.broken),
  };
}

/** Worst first, then by how many answers are quoted; the sort is stable, so the rest stays in bank order. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const quoted = findings.map((finding) => ({ finding, count: aboutOf(finding).length }));
  return quoted
    .sort((a, b) => bySeverity(a.finding.severity, b.finding.severity) || b.count - a.count)
    .map(({ finding }) => finding);
}
