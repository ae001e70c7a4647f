import { isTable, labelOf } from '../bank/index.js';
import { answerOf, isAsked, isOpen, type PlanItem } from '../interview/index.js';
import { cellText } from './build-chapters.js';
import type { Ground } from './build-requirements.js';
import type { Guess, OpenQuestion, SpecDocument } from './document.js';

/** Gives the questions that were asked and have no answer, with whom to ask and until when. */
export function buildOpenQuestions(ground: Ground): readonly OpenQuestion[] {
  return ground.situation.plan.filter((item) => isUnanswered(item)).map((item) => openQuestion(ground, item));
}

function isUnanswered(item: PlanItem): boolean {
  if (item.cell !== undefined) return false;
  if (item.state === 'unknown' || item.state === 'deferred') return true;
  return isAsked(item) && isOpen(item) && item.state !== 'default' && item.state !== 'stale';
}

function openQuestion(ground: Ground, item: PlanItem): OpenQuestion {
  const answer = answerOf(ground.session, item.id);
  return {
    id: item.id,
    section: item.question.section,
    prompt: item.question.prompt,
    owner: answer?.owner ?? '',
    due: answer?.due ?? '',
    state: item.state === 'unknown' || item.state === 'deferred' ? item.state : 'open',
    meanwhile: answer?.meanwhile ?? '',
    touches: touchedBy(ground, item.id),
    required: item.question.required,
  };
}

/** Says what an assistant would have to invent for each unanswered question, and which parts that touches. */
export function buildGuesses(ground: Ground, open: readonly OpenQuestion[]): readonly Guess[] {
  return open
    .filter((question) => question.state !== 'deferred')
    .map((question) => {
      const asked = ground.bank.question(question.id);
      const unspecified = asked === undefined ? question.prompt : labelOf(asked);
      return { id: question.id, section: question.section, unspecified, touches: question.touches };
    });
}

/** Lists the parts of the spec that an answer feeds: its own section, and those of the questions and rules that read it. */
function touchedBy(ground: Ground, id: string): readonly string[] {
  const own = ground.bank.question(id)?.section;
  const readers = ground.bank.questions.filter((question) => question.when?.includes(`a.${id}`) === true);
  const rules = ground.bank.rules.filter((rule) => rule.fires_when.includes(`a.${id}`) || rule.for === id);
  const sections = [own, ...readers.map((question) => question.section), ...rules.map((rule) => rule.section)];
  const titles = ground.bank.sections.filter((section) => sections.includes(section.id)).map((section) => section.title);
  return [...new Set(titles)];
}

/** Lists what the spec rests on without anybody having confirmed it: assumed answers and defaults of the bank. */
export function buildAssumptions(ground: Ground): SpecDocument['assumptions'] {
  return ground.situation.plan.flatMap((item) => {
    if (item.cell !== undefined || item.value === undefined || isTable(item.question)) return [];
    const assumed = item.state === 'assumed' || item.state === 'default';
    if (!assumed || typeof item.value === 'object') return [];
    const because = item.state === 'default' ? 'default of the question bank' : 'nobody has confirmed it';
    return [{ id: item.id, label: labelOf(item.question), text: cellText(ground, item.question, item.value), because }];
  });
}

/** Lists the answers in the file that the spec does not use, each with the reason. */
export function buildUnused(ground: Ground): SpecDocument['unused'] {
  return [...ground.session.saved.answers.keys()].flatMap((id) => {
    const item = ground.situation.item(id);
    if (item === undefined) return [{ id, reason: 'no bank asks it' }];
    const reason = reasonOf(item);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

function reasonOf(item: PlanItem): string | undefined {
  if (item.hidden?.type === 'archetype') return `only asked for the archetype ${item.hidden.archetype}`;
  if (item.hidden?.type === 'condition') return `not asked while its condition is false: ${item.hidden.when}`;
  return item.state === 'not-applicable' ? 'not applicable' : undefined;
}
