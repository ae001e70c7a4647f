import {
  evaluateCondition,
  isRows,
  isTable,
  parseExpression,
  scopeOver,
  type Question,
  type Row,
  type SentencePattern,
  type Value,
} from '../bank/index.js';
import { answerOf, type PlanItem } from '../interview/index.js';
import type { Requirement } from './document.js';
import { fill, type Filled, type Filling } from './fill.js';
import { isSaid, originOf, sourceText, type Ground } from './ground.js';
import { proofOf, type Proof } from './proof.js';
import { requirementId } from './requirement-ids.js';
import { CONDITION_PARTS, earsSentence } from './sentence.js';

/** A requirement together with the parts of its answer that it speaks of: `value`, option ids, or columns of its row. */
export type Spoken = { readonly requirement: Requirement; readonly speaks: ReadonlySet<string> };

/** Gives the requirement sentences of every visible answer, in the order of the interview. */
export function buildRequirements(ground: Ground): readonly Spoken[] {
  return sayOnce(ground.situation.plan.filter(isSaid).flatMap((item) => itemRequirements(ground, item)));
}

/** Gives the requirement sentences that one answer feeds. */
export function questionRequirements(ground: Ground, question: string): readonly Requirement[] {
  const item = ground.situation.item(question);
  if (item === undefined || !isSaid(item)) return [];
  return sayOnce(itemRequirements(ground, item)).map(({ requirement }) => requirement);
}

/** Keeps the reason and origin of an answer in its first sentence only. */
function sayOnce(all: readonly Spoken[]): readonly Spoken[] {
  const told = new Set<string>();
  return all.map(({ requirement, speaks }) => {
    const { answers, rationale, origin } = requirement;
    const reason = `${answers[0] ?? ''} ${rationale}`;
    const place = `${answers[0] ?? ''} ${requirement.row} ${origin}`;
    const once = {
      ...requirement,
      because: told.has(reason) ? '' : rationale,
      origin: told.has(place) ? '' : origin,
      rejected: told.has(answers[0] ?? '') ? [] : requirement.rejected,
    };
    for (const key of [reason, place, answers[0] ?? '']) told.add(key);
    return { requirement: once, speaks };
  });
}

function itemRequirements(ground: Ground, item: PlanItem): readonly Spoken[] {
  const { question, value } = item;
  if (value === undefined) return [];
  if (isTable(question) && isRows(value)) {
    return value.flatMap((row) =>
      question.says.flatMap((pattern) =>
        requirementOf(ground, { question, value, row, pattern, option: '' }),
      ),
    );
  }
  return patternsFor(question, value).flatMap(({ pattern, option }) =>
    requirementOf(ground, { question, value, row: undefined, pattern, option }),
  );
}

type Chosen = { readonly pattern: SentencePattern; readonly option: string };

/** An option's own sentences replace those of its question; options without any share the question's. */
function patternsFor(question: Question, value: Value): readonly Chosen[] {
  const shared = question.says.map((pattern) => ({ pattern, option: '' }));
  if ((question.kind !== 'choice' && question.kind !== 'many') || question.options === undefined)
    return shared;
  const picked = new Set<unknown>([value].flat());
  const all = question.options.filter((option) => picked.has(option.id));
  const own = all.flatMap(({ id, says }) => (says ?? []).map((pattern) => ({ pattern, option: id })));
  return own.length > 0 && all.every((option) => option.says !== undefined) ? own : [...own, ...shared];
}

type Source = Chosen & { readonly question: Question; readonly value: Value; readonly row: Row | undefined };

function requirementOf(ground: Ground, source: Source): readonly Spoken[] {
  if (!applies(ground, source)) return [];
  const filling: Filling = { bank: ground.bank, situation: ground.situation, ...source };
  const filled = partsOf(source.pattern, filling);
  if (filled.some((part) => part.filled.missing.length > 0)) return [];
  const saying = sayingOf(ground, source, filled);
  const requirement = { ...saying, ...proofOf(source.pattern, filling, saying.text) };
  return [{ requirement, speaks: spokenBy(source, filled) }];
}

function sayingOf(ground: Ground, source: Source, filled: readonly Part[]): Omit<Requirement, keyof Proof> {
  const { question, row, pattern } = source;
  const details = [...new Set(filled.flatMap((part) => part.filled.details))];
  const texts = Object.fromEntries(filled.map((part) => [part.name, part.filled.text]));
  const code = ground.bank.section(question.section)?.code ?? question.section.toUpperCase();
  return {
    id: requirementId(code, pattern.number, row?.id),
    section: question.section,
    row: row?.id ?? '',
    ears: pattern.ears,
    text: earsSentence({ shall: '', ...texts }),
    parts: { where: '', while: '', event: '', if: '', shall: '', ...texts },
    normative: details.length === 0,
    detail: details.join('\n'),
    detailLines: details.flatMap((detail) => detail.split('\n')).filter((line) => line.trim() !== ''),
    answers: answersOf(question.id, pattern),
    ...backgroundOf(ground, question.id, row),
  };
}

type Background = Pick<Requirement, 'rationale' | 'because' | 'origin' | 'rejected' | 'assumed'>;

/** What was said about the answer: about a row by the row itself, else by the whole answer. */
function backgroundOf(ground: Ground, id: string, row: Row | undefined): Background {
  const answer = answerOf(ground.session, id);
  const assumed = answer?.status === 'assumed';
  if (row !== undefined) {
    const rationale = row.why ?? '';
    const origin = sourceText(row.source) ?? '';
    return { rationale, because: rationale, origin, rejected: [], assumed };
  }
  const rationale = answer?.why ?? '';
  const rejected = answer?.rejected ?? [];
  return { rationale, because: rationale, origin: originOf(ground, id), rejected, assumed };
}

function applies(ground: Ground, { question, row, pattern }: Source): boolean {
  if (pattern.when === undefined) return true;
  const parsed = parseExpression(pattern.when);
  if (!parsed.ok) return false;
  const scope = scopeOver(ground.bank, ground.situation.view);
  const withRow =
    row !== undefined && isTable(question) ? { ...scope, row: { table: question, row } } : scope;
  return evaluateCondition(parsed.value, withRow).is === 'true';
}

type Part = { readonly name: string; readonly filled: Filled };

function partsOf(pattern: SentencePattern, filling: Filling): readonly Part[] {
  return [...CONDITION_PARTS, 'shall' as const].flatMap((name) => {
    const text = pattern[name];
    return text === undefined ? [] : [{ name, filled: fill(text, filling) }];
  });
}

/** A column that the condition of a sentence fixes is spoken of as well: `row.mode == 'crash'` is said as "is down". */
function spokenBy({ question, pattern, option }: Source, filled: readonly Part[]): ReadonlySet<string> {
  const used = filled.flatMap((part) => part.filled.used).map((name) => name.replace(/^row\./, ''));
  const value = comparedBy(pattern).includes(question.id) ? ['value'] : [];
  return new Set([...used, ...fixedBy(pattern), ...value, ...(option === '' ? [] : [option])]);
}

const fixedBy = oncePerPattern((pattern) => {
  const tested = [...certain(pattern.when ?? '').matchAll(/(!?)\brow\.([a-z0-9_]+)\s*(==|!=|[<>]|in\b)?/g)];
  return tested.flatMap(([, not, column, sign]) =>
    not === '' && (sign === '==' || sign === undefined) && column !== undefined ? [column] : [],
  );
});

/** The questions whose whole answer the condition of a sentence fixes. */
const comparedBy = oncePerPattern((pattern) =>
  [...certain(pattern.when ?? '').matchAll(/a\.([a-z0-9_]+\.[a-z0-9_]+) == /g)].map(
    (match) => match[1] ?? '',
  ),
);

// Of `a || b` nobody knows which one holds, so neither is said by the sentence.
function certain(condition: string): string {
  const outer = condition.replaceAll(/\([^()]*\)/g, (group) => (group.includes('||') ? ' ' : group));
  return outer.includes('||') ? '' : outer;
}

const answersOf = (question: string, pattern: SentencePattern): readonly string[] => [
  ...new Set([question, ...namedBy(pattern)]),
];

const namedBy = oncePerPattern((pattern) => {
  const texts = [pattern.shall, ...CONDITION_PARTS.map((name) => pattern[name] ?? '')];
  return texts.flatMap((text) =>
    [...text.matchAll(/\{a\.([a-z0-9_]+\.[a-z0-9_]+)\}/g)].map((match) => match[1] ?? ''),
  );
});

/** A pattern never changes, so what follows from it alone is worked out once. */
function oncePerPattern(work: (pattern: SentencePattern) => readonly string[]) {
  const known = new WeakMap<SentencePattern, readonly string[]>();
  return (pattern: SentencePattern): readonly string[] => {
    const before = known.get(pattern) ?? work(pattern);
    known.set(pattern, before);
    return before;
  };
}
