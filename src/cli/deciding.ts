import { parseTyped, type Value } from '../bank/index.js';
import { decide, evolve, isAsked, situationOf, type Intent, type Session } from '../interview/index.js';
import { err, nearest, ok, type Problem, type Result } from '../kernel/index.js';

/** Reads what a person typed for a question on the command line. */
export function parseFor(session: Session, question: string, text: string): Result<Value> {
  const asked = session.bank.question(question);
  if (asked === undefined) return err([unknownQuestion(session, question)]);
  const parsed = parseTyped(asked, text);
  if (parsed.ok) return parsed;
  return err(parsed.error.map((problem) => ({ ...problem, message: `${question}: ${problem.message}` })));
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
