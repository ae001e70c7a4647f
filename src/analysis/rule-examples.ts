import {
  checkValue,
  rawValue,
  type AnswerView,
  type JoinedBank,
  type Rule,
  type RuleExample,
  type ShownStatus,
  type Value,
} from '../bank/index.js';
import { factReading, openFacts, type FactSource } from '../facts/index.js';
import { openSession, situationOf } from '../interview/index.js';
import type { Problem } from '../kernel/index.js';
import { createSignals, withSignals, type AnswerSignals } from './answer-signals.js';
import { appliesTo, judgeRule, type Verdict } from './judge-rule.js';
import { planRules, type PlannedRule } from './rule-plan.js';

type Name = 'fires' | 'quiet' | 'undecided';
type Trial = { readonly planned: PlannedRule; readonly name: Name; readonly example: RuleExample };

/** Runs the examples inside the rules of a bank: every example that a rule judges otherwise than it says is a problem. */
export function runRuleExamples(bank: JoinedBank): readonly Problem[] {
  const signals = createSignals(bank);
  return planRules(bank).rules.flatMap((planned) =>
    trialsOf(planned).flatMap((trial) => tried(trial, bank, signals)),
  );
}

function trialsOf(planned: PlannedRule): readonly Trial[] {
  const { fires, quiet, undecided } = planned.rule.examples;
  const trials: Trial[] = [
    { planned, name: 'fires', example: fires },
    { planned, name: 'quiet', example: quiet },
  ];
  return undecided === undefined ? trials : [...trials, { planned, name: 'undecided', example: undecided }];
}

function tried(trial: Trial, bank: JoinedBank, signals: AnswerSignals): readonly Problem[] {
  const values = valuesOf(trial, bank);
  if ('code' in values) return [values];
  const view = withSignals(exampleView(trial, bank, values.given), signals);
  const { planned } = trial;
  const verdicts = appliesTo(planned, bank, view) ? judgeRule(planned, bank, view) : [];
  const broken = verdicts.find((verdict) => verdict.is === 'broken');
  if (broken !== undefined) return [problem(trial, bank, `cannot be judged: ${broken.message}`)];
  const came = cameTo(verdicts);
  return came === trial.name ? [] : [problem(trial, bank, `${SAID[came]}${needsText(verdicts, came)}.`)];
}

const SAID: Readonly<Record<Name, string>> = {
  fires: 'makes the rule fire',
  quiet: 'leaves the rule quiet',
  undecided: 'leaves the rule undecided',
};

function cameTo(verdicts: readonly Verdict[]): Name {
  if (verdicts.some((verdict) => verdict.is === 'fired')) return 'fires';
  return verdicts.some((verdict) => verdict.is === 'undecided') ? 'undecided' : 'quiet';
}

function needsText(verdicts: readonly Verdict[], came: Name): string {
  if (came !== 'undecided') return '';
  const needs = verdicts.flatMap((verdict) => (verdict.is === 'undecided' ? verdict.needs : []));
  return `: it needs ${[...new Set(needs)].join(', ')}`;
}

function problem({ planned, name }: Trial, bank: JoinedBank, said: string): Problem {
  const place = bank.placeOf(`rule ${planned.rule.id}`, ['examples', name]);
  return {
    code: 'rule-example',
    message: `The example \`${name}\` of ${planned.rule.id} ${said}`,
    hint: 'Correct the example, or the condition in `fires_when`.',
    ...(place === undefined ? {} : { place }),
  };
}

type Given = ReadonlyMap<string, Value>;

function valuesOf(trial: Trial, bank: JoinedBank): { readonly given: Given } | Problem {
  const given = new Map<string, Value>();
  for (const [id, value] of Object.entries(trial.example)) {
    const question = bank.question(id);
    if (question === undefined) return problem(trial, bank, `answers ${id}, which no bank asks.`);
    const checked = checkValue(question, rawValue(value));
    if (!checked.ok) return problem(trial, bank, `does not fit ${id}: ${checked.error[0]?.message ?? ''}`);
    given.set(id, checked.value);
  }
  return { given };
}

/** A deep interview with these answers and no others: what they name is visible whatever its `when` says. */
function exampleView(trial: Trial, bank: JoinedBank, given: Given): AnswerView {
  const answers = withArchetypes(trial, bank, given);
  const base = situationOf(sessionWith(bank, answers)).view;
  const left = leftUnknown(trial, answers);
  const status = (id: string): ShownStatus =>
    answers.has(id) ? 'answered' : left.has(id) ? 'unknown' : base.status(id);
  const facts = new Map(bank.facts.map((fact) => [fact.id, fact.per_row === true]));
  const view: AnswerView = {
    ...base,
    value: (id) => answers.get(id) ?? (left.has(id) ? undefined : base.value(id)),
    status,
    asked: (id) => status(id) !== 'not-asked',
    source: () => undefined,
    fact: (id) => factReading(source.of(id), facts.get(id) ?? false),
  };
  const source: FactSource = openFacts(view, bank);
  return view;
}

function sessionWith(bank: JoinedBank, given: Given) {
  const answers = new Map(
    [...given].map(([id, value]) => [id, { status: 'answered' as const, raw: rawValue(value) }]),
  );
  const saved = {
    name: '',
    depth: 'deep' as const,
    answers,
    stale: new Map<string, string>(),
    probes: [],
    waivers: [],
  };
  return openSession({ bank, mode: 'spec', saved, context: new Map() }).session;
}

/** Adds the archetypes without which the rule, or a question it reads, would not be there at all. */
function withArchetypes({ planned }: Trial, bank: JoinedBank, given: Given): Given {
  const routing = 'arc.archetypes';
  if (given.has(routing) || bank.question(routing) === undefined) return given;
  const needed = [
    ...archetypesOf(planned.rule, bank),
    ...[...given.keys()].flatMap((id) => bankArchetype(bank, id)),
  ];
  const read = planned.condition?.reads.flatMap((id) => bankArchetype(bank, id)) ?? [];
  const all = [...new Set([...needed, ...read])];
  return all.length === 0 ? given : new Map([[routing, all], ...given]);
}

function archetypesOf(rule: Rule, bank: JoinedBank): readonly string[] {
  const own = bank.archetypeOf(rule.bank);
  const first = rule.archetypes.slice(0, 1);
  return own === undefined ? first : [own, ...first];
}

function bankArchetype(bank: JoinedBank, id: string): readonly string[] {
  const question = bank.question(id);
  const archetype = question === undefined ? undefined : bank.archetypeOf(question.bank);
  return archetype === undefined ? [] : [archetype];
}

/** An example holds values only. Where a rule about something missing fires, what it looks for was asked and left unknown. */
function leftUnknown({ planned, name }: Trial, answers: Given): ReadonlySet<string> {
  if (planned.rule.class !== 'missing' || name !== 'fires') return new Set();
  return new Set(planned.visits.filter((id) => !answers.has(id)));
}
