import type { AnswerView } from '../bank/index.js';
import { answerOf, type Session } from '../interview/index.js';

/** How every question stood at one moment: its answer, its visible value and whether it was asked, three marks for each in the order of the bank; compared by identity, because an answer that was not touched is the same object. */
export type Marks = readonly unknown[];

const EACH = 3;

/** Marks how every question of the bank stands. */
export function marksOf(session: Session, view: AnswerView): Marks {
  const marks: unknown[] = [];
  for (const { id } of session.bank.questions) {
    marks.push(answerOf(session, id), view.value(id), view.asked(id));
  }
  return marks;
}

/** The questions that stand otherwise than before; without a before, all of them. */
export function changedSince(session: Session, before: Marks | undefined, now: Marks): readonly string[] {
  const { questions } = session.bank;
  const changed = before === undefined ? questions : questions.filter((_, at) => !isSame(before, now, at));
  return changed.map(({ id }) => id);
}

function isSame(before: Marks, now: Marks, question: number): boolean {
  for (let at = question * EACH; at < (question + 1) * EACH; at += 1) {
    if (before[at] !== now[at]) return false;
  }
  return true;
}
