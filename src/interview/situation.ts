import {
  DEPTHS,
  evaluateCondition,
  isRows,
  isTable,
  parseExpression,
  scopeOver,
  type Answer,
  type AnswerView,
  type Column,
  type Depth,
  type JoinedBank,
  type Question,
  type Row,
  type ShownStatus,
  type TableQuestion,
  type Value,
} from '../bank/index.js';
import { factReading, openFacts, type Facts, type FactSource } from '../facts/index.js';
import { cellStep, type Hidden, type PlanItem, type StepState } from './plan.js';
import { answerOf, isInherited, type Session, type StepId } from './session.js';

/** How a question stands: all that a rule about it can depend on. An answer that nobody touched is the same object. */
export type SettledQuestion = {
  readonly id: string;
  readonly answer: Answer | undefined;
  readonly value: Value | undefined;
  readonly state: StepState;
};

/** What follows from the answers alone: what conditions see, the facts, and every step with its state. */
export type Situation = {
  readonly view: AnswerView;
  readonly facts: Facts;
  readonly plan: readonly PlanItem[];
  readonly item: (id: StepId) => PlanItem | undefined;
  /** Every question of the bank, in the same order whatever was answered. */
  readonly questions: readonly SettledQuestion[];
};

type Settling = {
  readonly session: Session;
  readonly questions: SettledQuestion[];
  readonly values: Map<string, Value>;
  readonly states: Map<string, StepState>;
  readonly view: AnswerView;
  facts: FactSource;
};

const settled = new WeakMap<Session['saved'], { session: Session; situation: Situation }>();

/** Settles a session in question order, so that a condition meets only answers and facts that are already settled. */
export function situationOf(session: Session): Situation {
  const before = settled.get(session.saved);
  if (before !== undefined && sameGround(before.session, session)) return before.situation;
  // Undo holds older sessions; a situation that held theirs would keep every answer of a sitting, 20 kB each.
  const ground = { ...session, past: [], future: [] };
  const situation = settle(ground);
  settled.set(session.saved, { session: ground, situation });
  return situation;
}

function sameGround(a: Session, b: Session): boolean {
  return a.context === b.context && a.bank === b.bank && a.unfit === b.unfit && a.mode === b.mode;
}

function settle(session: Session): Situation {
  const settling = open(session);
  const plan: PlanItem[] = [];
  for (const section of session.bank.sections) {
    const own = session.bank.questions.filter((question) => question.section === section.id);
    const items = own.map((question) => settleQuestion(settling, question));
    plan.push(...items, ...items.flatMap((item) => cellItems(settling, item)));
  }
  const byId = new Map(plan.map((item) => [item.id, item]));
  const { view, facts, questions } = settling;
  return { view, facts: facts.all(), plan, item: (id) => byId.get(id), questions };
}

function open(session: Session): Settling {
  const values = new Map<string, Value>();
  const states = new Map<string, StepState>();
  const perRow = new Map(session.bank.facts.map((fact) => [fact.id, fact.per_row === true]));
  const view: AnswerView = {
    value: (id) => values.get(id),
    status: (id) => shownStatus(states.get(id), answerOf(session, id)),
    asked: (id) => (states.get(id) ?? 'not-asked') !== 'not-asked',
    source: (id) => answerOf(session, id)?.source,
    fact: (id) => factReading(settling.facts.of(id), perRow.get(id) ?? false),
    thin: () => false,
    mentions: () => false,
  };
  const facts = openFacts(view, session.bank);
  const settling: Settling = { session, questions: [], values, states, view, facts };
  return settling;
}

function shownStatus(state: StepState | undefined, answer: Answer | undefined): ShownStatus {
  if (state === undefined) return 'not-asked';
  if (state === 'stale' || state === 'inherited') return answer?.status ?? 'answered';
  return state === 'unfit' ? 'open' : state;
}

function settleQuestion(settling: Settling, question: Question): PlanItem {
  const { session } = settling;
  const hidden = hiddenBy(settling, question);
  const answer = answerOf(session, question.id);
  const visible = hidden === undefined || hidden.type === 'depth';
  const value = visible ? (visibleValue(answer) ?? defaultValue(question, { answer, hidden })) : undefined;
  if (value !== undefined) settling.values.set(question.id, value);
  const state = hidden === undefined ? stateOf(session, question) : 'not-asked';
  settling.states.set(question.id, state);
  settling.questions.push({ id: question.id, answer, value, state });
  return {
    id: question.id,
    question,
    state,
    ...(hidden === undefined ? {} : { hidden }),
    ...(value === undefined ? {} : { value }),
  };
}

function visibleValue(answer: Answer | undefined): Value | undefined {
  if (answer === undefined) return undefined;
  const seen = answer.status === 'answered' || answer.status === 'assumed' || answer.status === 'deferred';
  return seen ? answer.value : undefined;
}

function defaultValue(
  question: Question,
  known: { answer: Answer | undefined; hidden: Hidden | undefined },
): Value | undefined {
  return known.answer === undefined && known.hidden === undefined ? question.default : undefined;
}

function hiddenBy(settling: Settling, question: Question): Hidden | undefined {
  const { session } = settling;
  if (session.mode === 'context' && question.scope !== 'repository') return { type: 'other-scope' };
  const archetype = session.bank.archetypeOf(question.bank);
  if (archetype !== undefined && !isChosen(settling, archetype)) return { type: 'archetype', archetype };
  if (isFalse(settling, question.when)) return { type: 'condition', when: question.when ?? '' };
  if (session.mode === 'context' || isInherited(session, question.id)) return undefined;
  return isDeeper(question.depth, session.saved.depth) ? { type: 'depth', depth: question.depth } : undefined;
}

function isChosen(settling: Settling, archetype: string): boolean {
  const chosen = settling.values.get('arc.archetypes');
  return Array.isArray(chosen) && chosen.includes(archetype);
}

/** Says whether `depth` asks for more than `chosen` does. */
export function isDeeper(depth: Depth, chosen: Depth): boolean {
  return DEPTHS.indexOf(depth) > DEPTHS.indexOf(chosen);
}

function isFalse(
  settling: Settling,
  when: string | undefined,
  row?: { table: TableQuestion; row: Row },
): boolean {
  if (when === undefined) return false;
  const parsed = parseExpression(when);
  if (!parsed.ok) return false;
  const scope = scopeOver(settling.session.bank, settling.view);
  return evaluateCondition(parsed.value, row === undefined ? scope : { ...scope, row }).is === 'false';
}

function stateOf(session: Session, question: Question): StepState {
  if (session.unfit.has(question.id)) return 'unfit';
  if (session.saved.stale.has(question.id)) return 'stale';
  const answer = answerOf(session, question.id);
  if (answer === undefined) return question.default === undefined ? 'open' : 'default';
  return isInherited(session, question.id) ? 'inherited' : answer.status;
}

function cellItems(settling: Settling, item: PlanItem): readonly PlanItem[] {
  const { question, value } = item;
  if (!isTable(question) || !isRows(value) || item.state === 'not-asked' || item.state === 'inherited')
    return [];
  return value.flatMap((row) =>
    question.columns
      .filter((column) => column.ask === 'later' || lacks(row, column))
      .map((column) => cellItem(settling, { question, row, column })),
  );
}

// Whoever writes a row by hand can leave out what the form would have insisted on: it is asked then.
const lacks = (row: Row, column: Column): boolean => column.required && row.cells[column.id] === undefined;

function cellItem(settling: Settling, cell: { question: TableQuestion; row: Row; column: Column }): PlanItem {
  const { question, row, column } = cell;
  const value = row.cells[column.id];
  const hidden = hiddenCell(settling, cell);
  const state: StepState = value !== undefined ? 'answered' : hidden === undefined ? 'open' : 'not-asked';
  return {
    id: cellStep(question.id, row.id, column.id),
    question,
    cell: { row, column },
    state,
    ...(hidden === undefined ? {} : { hidden }),
    ...(value === undefined ? {} : { value }),
  };
}

function hiddenCell(
  settling: Settling,
  cell: { question: TableQuestion; row: Row; column: Column },
): Hidden | undefined {
  const depth = cell.column.depth ?? (cell.column.ask === 'later' ? 'deep' : 'quick');
  if (isDeeper(depth, settling.session.saved.depth)) return { type: 'depth', depth };
  const row = { table: cell.question, row: cell.row };
  return isFalse(settling, cell.column.when, row)
    ? { type: 'condition', when: cell.column.when ?? '' }
    : undefined;
}

/** Gives the joined bank's question of a step id, whether it asks for a question or a cell. */
export function questionOfStep(bank: JoinedBank, step: StepId): Question | undefined {
  return bank.question(step) ?? bank.question(step.split('.').slice(0, 2).join('.'));
}
