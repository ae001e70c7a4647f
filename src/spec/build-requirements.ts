import {
  evaluateCondition,
  isRows,
  isTable,
  parseExpression,
  type JoinedBank,
  type Question,
  type Row,
  type SentencePattern,
  type Value,
} from '../bank/index.js';
import { answerOf, isAsked, type PlanItem, type Session, type Situation } from '../interview/index.js';
import type { Requirement } from './document.js';
import { fill, type Filled, type Filling } from './fill.js';
import { requirementId } from './requirement-ids.js';
import { CONDITION_PARTS, earsSentence } from './sentence.js';

/** What every part of the spec is built from. */
export type Ground = { readonly session: Session; readonly situation: Situation; readonly bank: JoinedBank };

/** Gives the requirement sentences of every visible answer, in the order of the interview. */
export function buildRequirements(ground: Ground): readonly Requirement[] {
  return ground.situation.plan.filter((item) => item.cell === undefined).flatMap((item) => itemRequirements(ground, item));
}

/** Gives the requirement sentences that one answer feeds. */
export function questionRequirements(ground: Ground, question: string): readonly Requirement[] {
  const item = ground.situation.item(question);
  return item === undefined ? [] : itemRequirements(ground, item);
}

function itemRequirements(ground: Ground, item: PlanItem): readonly Requirement[] {
  const { question, value } = item;
  const counts = item.value !== undefined && item.state !== 'default' && (isAsked(item) || item.hidden?.type === 'depth');
  if (value === undefined || !counts) return [];
  if (isTable(question) && isRows(value)) {
    return value.flatMap((row) => patternsOf(question).flatMap((pattern) => requirementOf(ground, { question, value, row, pattern })));
  }
  return patternsFor(question, value).flatMap((pattern) => requirementOf(ground, { question, value, row: undefined, pattern }));
}

const patternsOf = (question: Question): readonly SentencePattern[] => question.says;

function patternsFor(question: Question, value: Value): readonly SentencePattern[] {
  if ((question.kind !== 'choice' && question.kind !== 'many') || question.options === undefined) return question.says;
  const picked = new Set([value].flat());
  const said = question.options.filter((option) => picked.has(option.id)).flatMap((option) => option.says ?? []);
  const all = question.options.filter((option) => picked.has(option.id));
  return said.length > 0 && all.every((option) => option.says !== undefined) ? said : [...said, ...question.says];
}

type Source = {
  readonly question: Question;
  readonly value: Value;
  readonly row: Row | undefined;
  readonly pattern: SentencePattern;
};

function requirementOf(ground: Ground, source: Source): readonly Requirement[] {
  const { question, value, row, pattern } = source;
  if (!applies(ground, source)) return [];
  const filling: Filling = { bank: ground.bank, situation: ground.situation, question, value, row };
  const parts = partsOf(pattern, filling);
  if (parts.some((part) => part.filled.missing.length > 0)) return [];
  const details = [...new Set(parts.flatMap((part) => part.filled.details))];
  const answer = answerOf(ground.session, question.id);
  return [
    {
      id: requirementId(ground.bank.section(question.section)?.code ?? question.section.toUpperCase(), pattern.number, row?.id),
      section: question.section,
      ears: pattern.ears,
      text: earsSentence(Object.fromEntries(parts.map((part) => [part.name, part.filled.text])) as { shall: string }),
      normative: details.length === 0,
      detail: details.join('\n'),
      answers: answersOf(question.id, pattern),
      rationale: row?.why ?? answer?.why ?? '',
      rejected: answer?.rejected ?? [],
      verify: pattern.verify,
      scenario: scenarioOf(pattern, filling),
      drill: drillOf(pattern, filling),
      promise: promiseOf(pattern, filling),
      assumed: answer?.status === 'assumed',
    },
  ];
}

function applies(ground: Ground, { question, row, pattern }: Source): boolean {
  if (pattern.when === undefined) return true;
  const parsed = parseExpression(pattern.when);
  if (!parsed.ok) return false;
  const scope = { ...ground.bank, view: ground.situation.view };
  const withRow = row !== undefined && isTable(question) ? { ...scope, row: { table: question, row } } : scope;
  return evaluateCondition(parsed.value, withRow).is === 'true';
}

type Part = { readonly name: string; readonly filled: Filled };

function partsOf(pattern: SentencePattern, filling: Filling): readonly Part[] {
  const conditions = CONDITION_PARTS.flatMap((name) => {
    const text = pattern[name];
    return text === undefined ? [] : [{ name, filled: fill(text, filling) }];
  });
  return [...conditions, { name: 'shall', filled: fill(pattern.shall, filling) }];
}

function answersOf(question: string, pattern: SentencePattern): readonly string[] {
  const texts = [pattern.shall, ...CONDITION_PARTS.map((name) => pattern[name] ?? '')];
  const named = texts.flatMap((text) => [...text.matchAll(/\{a\.([a-z0-9_]+\.[a-z0-9_]+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set([question, ...named])];
}

function scenarioOf(pattern: SentencePattern, filling: Filling): Requirement['scenario'] {
  if (pattern.scenario === undefined) return undefined;
  const given = pattern.scenario.given === undefined ? undefined : fill(pattern.scenario.given, filling);
  const when = fill(pattern.scenario.when, filling);
  const then = fill(pattern.scenario.then, filling);
  const missing = [given, when, then].some((part) => part !== undefined && part.missing.length > 0);
  return missing ? undefined : { given: given?.text ?? '', when: when.text, then: then.text };
}

function drillOf(pattern: SentencePattern, filling: Filling): Requirement['drill'] {
  if (pattern.drill === undefined) return undefined;
  const broken = fill(pattern.drill.break, filling);
  const observed = fill(pattern.drill.observe, filling);
  if (broken.missing.length + observed.missing.length > 0) return undefined;
  return { break: broken.text, observe: observed.text };
}

function promiseOf(pattern: SentencePattern, filling: Filling): Requirement['promise'] {
  if (pattern.promise === undefined) return undefined;
  const value = typeof filling.value === 'string' ? filling.value : (filling.row?.id ?? '');
  return { kind: pattern.promise, value };
}
