import { isTable, labelOf, type Column, type JoinedBank, type Question } from '../bank/index.js';
import { answerOf, isAsked, isOpen, type PlanItem } from '../interview/index.js';
import { counted, joined } from '../kernel/index.js';
import type { Assumption, Guess, OpenQuestion, SpecDocument } from './document.js';
import { plainText, rowName } from './fill.js';
import { isSaid, questionIdOf, type Ground } from './ground.js';

/** Gives the questions and columns that were asked and have no answer, with whom to ask and until when. */
export function buildOpenQuestions(ground: Ground): readonly OpenQuestion[] {
  const columns = openColumns(ground.situation.plan);
  const touched = touchedBy(ground);
  return ground.situation.plan.flatMap((item) => {
    if (item.cell === undefined) return isUnanswered(item) ? [openQuestion(ground, item, touched)] : [];
    const [first, ...more] = columns.get(columnId(item)) ?? [];
    return first === item ? [openColumn(ground, [first, ...more], touched)] : [];
  });
}

/** One column of one table is one open question, whichever rows lack it; it stands at the first of them. */
function openColumns(plan: readonly PlanItem[]): ReadonlyMap<string, readonly PlanItem[]> {
  const columns = new Map<string, PlanItem[]>();
  for (const item of plan) {
    if (item.cell === undefined || item.state !== 'open') continue;
    const same = columns.get(columnId(item));
    if (same === undefined) columns.set(columnId(item), [item]);
    else same.push(item);
  }
  return columns;
}

const columnId = ({ question, cell }: PlanItem): string => `${question.id}.${cell?.column.id ?? ''}`;

function isUnanswered(item: PlanItem): boolean {
  if (item.state === 'unknown' || item.state === 'deferred') return true;
  return isAsked(item) && isOpen(item) && item.state !== 'default';
}

function openQuestion(ground: Ground, item: PlanItem, touched: Touched): OpenQuestion {
  const answer = answerOf(ground.session, item.id);
  return {
    id: item.id,
    section: item.question.section,
    prompt: item.question.prompt,
    owner: answer?.owner ?? '',
    due: answer?.due ?? '',
    state: stateOf(item),
    meanwhile: answer?.meanwhile ?? '',
    why: item.value === undefined ? (answer?.why ?? '') : '',
    touches: touched(item.id),
    required: item.question.required,
  };
}

function stateOf({ state }: PlanItem): OpenQuestion['state'] {
  return state === 'unknown' || state === 'deferred' || state === 'stale' || state === 'unfit'
    ? state
    : 'open';
}

function openColumn(
  ground: Ground,
  same: readonly [PlanItem, ...PlanItem[]],
  touched: Touched,
): OpenQuestion {
  const [item] = same;
  const { question } = item;
  const names = same.map(({ cell }) => rowName(ground, question.id, cell?.row.id ?? ''));
  return {
    id: columnId(item),
    section: question.section,
    prompt: cellPrompt(question, item.cell?.column, names),
    owner: '',
    due: '',
    state: 'open',
    meanwhile: '',
    why: '',
    touches: touched(question.id),
    required: false,
  };
}

function cellPrompt(question: Question, column: Column | undefined, names: readonly string[]): string {
  const what = (column?.prompt ?? column?.label ?? '').replace(/[?:]$/, '');
  return `${labelOf(question)}: what stands under "${what}" for ${joined(names)}?`;
}

/** Says what an assistant would have to invent for each unanswered question, and which parts that touches. */
export function buildGuesses(ground: Ground, open: readonly OpenQuestion[]): readonly Guess[] {
  return open
    .filter(({ state }) => state !== 'deferred' && state !== 'stale')
    .map(({ id, section, prompt, touches }) => {
      const asked = ground.bank.question(id);
      return {
        id,
        section,
        unspecified: asked === undefined ? prompt.replace(/\?$/, '') : labelOf(asked),
        touches,
      };
    });
}

type Touched = (id: string) => readonly string[];

/** Lists the parts of the spec that an answer feeds: its own section, and those of the questions and rules that read it. */
function touchedBy({ bank, situation }: Ground): Touched {
  const asked = new Set(situation.plan.filter(isAsked).map((item) => item.question.section));
  return (id) => {
    const touched = readingSections(bank, id);
    const own = bank.question(questionIdOf(id))?.section ?? '';
    return bank.sections
      .filter(({ id: section }) => (touched.has(section) || section === own) && asked.has(section))
      .map(({ title }) => title);
  };
}

const readers = new WeakMap<JoinedBank, Map<string, ReadonlySet<string>>>();

/** The sections of the questions and rules that read an answer; a bank never changes, so they are looked for once. */
function readingSections(bank: JoinedBank, id: string): ReadonlySet<string> {
  const known = readers.get(bank) ?? new Map<string, ReadonlySet<string>>();
  readers.set(bank, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const reads = (condition: string | undefined): boolean => condition?.includes(`a.${id}`) === true;
  const questions = bank.questions.filter((question) => reads(question.when));
  const rules = bank.rules.filter((rule) => reads(rule.fires_when) || rule.for === id);
  const sections = new Set([...questions, ...rules].map(({ section }) => section));
  known.set(id, sections);
  return sections;
}

/** Lists what the spec rests on without anybody having confirmed it: assumed answers and defaults of the bank. */
export function buildAssumptions(ground: Ground): readonly Assumption[] {
  return ground.situation.plan.flatMap((item) => {
    if (item.cell !== undefined || item.value === undefined) return [];
    const assumed = isSaid(item) && answerOf(ground.session, item.id)?.status === 'assumed';
    if (!assumed && item.state !== 'default') return [];
    const because = item.state === 'default' ? 'a default of the questions' : 'nobody has confirmed it';
    const text = isTable(item.question)
      ? counted(Array.isArray(item.value) ? item.value.length : 0, 'row')
      : plainText(item.question, item.value, ground);
    return [{ id: item.id, label: labelOf(item.question), text, because }];
  });
}

/** Lists the answers in the file that the spec does not use, each with the reason. */
export function buildUnused(ground: Ground): SpecDocument['unused'] {
  const ids = [...ground.session.saved.answers.keys(), ...ground.session.unfit.keys()];
  return ids.flatMap((id) => {
    const reason = unusedReason(ground, id);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

/** Says why an answer in the file is not used; nothing when it is. */
export function unusedReason(ground: Ground, id: string): string | undefined {
  if (ground.session.unfit.has(id)) return 'its value does not fit the question, and is asked again';
  const item = ground.situation.item(id);
  if (item === undefined) return 'no bank asks it';
  if (item.state === 'not-applicable') return notApplicable(answerOf(ground.session, id)?.reason);
  const hidden = hiddenReason(item.hidden);
  if (hidden !== undefined || item.state === 'unknown') return hidden;
  return Array.isArray(item.value) && item.value.length === 0 ? 'the answer is: none' : undefined;
}

function hiddenReason(hidden: PlanItem['hidden']): string | undefined {
  switch (hidden?.type) {
    case 'archetype':
      return `asked only of a system of the kind ${hidden.archetype}`;
    case 'condition':
      return `not asked, because other answers rule it out: ${hidden.when}`;
    case 'other-scope':
      return 'it belongs to a single specification';
    case 'depth':
    case undefined:
      return undefined;
  }
}

const notApplicable = (reason: string | undefined): string =>
  reason === undefined ? 'not applicable' : `not applicable: ${reason}`;
