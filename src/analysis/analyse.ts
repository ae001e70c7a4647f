import type { AnswerView, JoinedBank } from '../bank/index.js';
import { once, type Problem } from '../kernel/index.js';
import type { Session, Situation, SettledQuestion } from '../interview/index.js';
import { createSignals, thinAnswer, withSignals, type AnswerSignals } from './answer-signals.js';
import { aboutOf, buildFinding } from './build-finding.js';
import { changedSince } from './changes.js';
import type { Analysis, Finding, Thin, Unchecked } from './finding.js';
import { appliesTo, judgeRule, type Verdict } from './judge-rule.js';
import { mergeFindings } from './merge-findings.js';
import { probesOf } from './probes.js';
import { objectionFindings } from './objections.js';
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

/** What the previous call came to: a result for every rule by its rank, and the thin answers by question. */
type Memory = {
  readonly questions: readonly SettledQuestion[];
  readonly results: readonly RuleResult[];
  /** Worked out when it is first asked for: who renders never asks. */
  readonly thin: () => ThinAnswers;
};

type ThinAnswers = { readonly byId: ReadonlyMap<string, Thin>; readonly inOrder: readonly Thin[] };

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
    memory = remembered(plan, moment, { before: memory, signals });
    return assemble(moment, memory);
  };
  return (session, situation) =>
    memory === undefined && saidNothing(session, situation)
      ? beforeAnswers(() => judged(session, situation))
      : judged(session, situation);
}

/** Whether no question has a value, not even one by default. */
function saidNothing({ saved, context, bank }: Session, { view }: Situation): boolean {
  const nothing = saved.answers.size === 0 && context.size === 0;
  return nothing && bank.questions.every(({ id }) => view.value(id) === undefined);
}

/** Nothing said, nothing found; which rules wait for which answers is worked out when somebody asks. */
function beforeAnswers(judged: () => Analysis): Analysis {
  const whole = once(judged);
  return {
    ...{ findings: [], thin: [], probes: [] },
    get broken() {
      return whole().broken;
    },
    get unchecked() {
      return whole().unchecked;
    },
    get decides() {
      return whole().decides;
    },
  };
}

type Known = { readonly before: Memory | undefined; readonly signals: AnswerSignals };

function remembered(plan: RulePlan, moment: Moment, { before, signals }: Known): Memory {
  const { session, situation } = moment;
  const changed = changedSince(before?.questions, situation.questions);
  const thinBefore = before?.thin() ?? NONE_THIN;
  return {
    questions: situation.questions,
    results: resultsOf(plan, moment, before === undefined ? undefined : { before, changed }),
    thin: once(() =>
      thinNow(thinBefore, changed, {
        bank: session.bank,
        judge: (id) => thinAnswer(id, situation.view, signals),
      }),
    ),
  };
}

const NONE_THIN: ThinAnswers = { byId: new Map(), inOrder: [] };

type ThinJudge = { readonly bank: JoinedBank; readonly judge: (id: string) => Thin | undefined };

function thinNow(before: ThinAnswers, changed: readonly string[], { bank, judge }: ThinJudge): ThinAnswers {
  const judged = changed.map((id) => ({ id, thin: judge(id) }));
  if (judged.every(({ id, thin }) => thin === undefined && !before.byId.has(id))) return before;
  const byId = new Map(before.byId);
  for (const { id, thin } of judged) {
    if (thin === undefined) byId.delete(id);
    else byId.set(id, thin);
  }
  return { byId, inOrder: bank.questions.flatMap(({ id }) => byId.get(id) ?? []) };
}

function resultsOf(
  plan: RulePlan,
  moment: Moment,
  known: { readonly before: Memory; readonly changed: readonly string[] } | undefined,
): readonly RuleResult[] {
  if (known === undefined) return plan.rules.map((planned) => resultOf(planned, moment));
  const results = [...known.before.results];
  const again = new Set(known.changed.flatMap((id) => plan.dependants.get(id) ?? []));
  for (const planned of again) results[planned.rank] = resultOf(planned, moment);
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

function assemble({ session, situation, view }: Moment, { results, thin }: Memory): Analysis {
  // Nearly every rule found nothing; this runs after each answer.
  const all: Finding[] = [];
  for (const { findings } of results) if (findings.length > 0) all.push(...findings);
  all.push(...objectionFindings(session, situation));
  const waived = all.map((finding) => withWaiver(finding, session));
  const inOrder = sorted(waived);
  const merged = mergeFindings(inOrder, session);
  const findings = merged.length === inOrder.length ? inOrder : sorted(merged);
  const open = once(() => results.flatMap((result) => result.unchecked));
  const unchecked = once(() => [...open()].sort((a, b) => bySeverity(a.severity, b.severity)));
  const decides = once(() => decidesOf(open(), view, session.bank));
  const broken = once(() => results.flatMap((result) => result.broken));
  return {
    findings,
    probes: probesOf(findings, session),
    get thin() {
      return thin().inOrder;
    },
    get broken() {
      return broken();
    },
    get unchecked() {
      return unchecked();
    },
    get decides() {
      return decides();
    },
  };
}

/** Worst first, then by how many answers are quoted; the sort is stable, so the rest stays in bank order. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const quoted = findings.map((finding) => ({ finding, count: aboutOf(finding).length }));
  return quoted
    .sort((a, b) => bySeverity(a.finding.severity, b.finding.severity) || b.count - a.count)
    .map(({ finding }) => finding);
}
