import { isRows, parseTyped, type Value, type ValueContext } from '../bank/index.js';
import {
  answerOf,
  decide,
  evolve,
  isAsked,
  situationOf,
  type Intent,
  type Session,
} from '../interview/index.js';
import { err, nearest, ok, type Problem, type Result } from '../kernel/index.js';

/** Reads what a person typed for a question on the command line; a row that is referred to must be there. */
export function parseFor(session: Session, question: string, text: string): Result<Value> {
  const asked = session.bank.question(question);
  if (asked === undefined) return err([unknownQuestion(session, question)]);
  const rows = { session, question };
  const first = parseTyped(asked, text, referring(rows, undefined));
  const ids = first.ok && isRows(first.value) ? first.value.map(({ id }) => id) : undefined;
  const parsed = ids === undefined ? first : parseTyped(asked, text, referring(rows, ids));
  if (parsed.ok) return parsed;
  return err(parsed.error.map((problem) => ({ ...problem, message: `${question}: ${problem.message}` })));
}

/** The rows that may be referred to; those of the table itself are the ones that are being written. */
function referring(
  { session, question }: { readonly session: Session; readonly question: string },
  own: readonly string[] | undefined,
): ValueContext {
  return { rowsOf: (table) => (table === question ? own : rowIds(session, table)) };
}

/** The ids of the rows of a table as they stand, also when it is not asked now. */
export function rowIds(session: Session, table: string): readonly string[] {
  const value = situationOf(session).view.value(table) ?? answerOf(session, table)?.value;
  return isRows(value) ? value.map(({ id }) => id) : [];
}

/** Puts answers into the order of their questions, so that a row is there before it is referred to. */
export function inBankOrder<T>(
  session: Session,
  items: readonly T[],
  idOf: (item: T) => string,
): readonly T[] {
  const places = new Map(session.bank.questions.map(({ id }, place) => [id, place]));
  const placeOf = (item: T): number => places.get(idOf(item)) ?? -1;
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Lets the interview decide about one question outside a sitting, as if it were being asked now. */
export function decideFor(session: Session, question: string, intent: Intent): Result<Session> {
  const item = situationOf(session).item(question);
  if (item === undefined) return err([unknownQuestion(session, question)]);
  const decided = decide(session, intent, { current: { type: 'ask', id: question, item }, probes: [] });
  return decided.ok ? ok(evolve(session, decided.value)) : err([decided.error]);
}

/** Says that an answer is kept but not used now, and why; nothing when it is asked. */
export function unusedNote(session: Session, question: string): string | undefined {
  const item = situationOf(session).item(question);
  if (item === undefined || isAsked(item)) return undefined;
  if (item.hidden?.type === 'depth')
    return `${question} belongs to the depth ${item.hidden.depth}; the answer is used all the same.`;
  return `${question} is not asked with the answers so far; the answer is kept and not used.`;
}

function unknownQuestion(session: Session, id: string): Problem {
  const near = nearest(
    id,
    session.bank.questions.map((question) => question.id),
    1,
  )[0];
  return {
    code: 'unknown-question',
    message: `No bank asks ${id}.`,
    hint: near === undefined ? 'spec-interview banks list shows every question.' : `Did you mean ${near}?`,
  };
}
