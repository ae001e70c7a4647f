import type { Answer, AnswerView, ShownStatus, Value } from '../bank/index.js';
import { answerOf, type Session } from '../interview/index.js';

type Mark = {
  readonly answer: Answer | undefined;
  readonly value: Value | undefined;
  readonly status: ShownStatus;
};

/** How every question stood at one moment, compared by identity: an answer that was not touched is the same object. */
export type Marks = ReadonlyMap<string, Mark>;

/** Marks how every question of the bank stands. */
export function marksOf(session: Session, view: AnswerView): Marks {
  return new Map(session.bank.questions.map(({ id }) => [id, markOf(session, view, id)]));
}

function markOf(session: Session, view: AnswerView, id: string): Mark {
  return { answer: answerOf(session, id), value: view.value(id), status: view.status(id) };
}

/** The questions that stand otherwise than before. */
export function changedSince(before: Marks, now: Marks): readonly string[] {
  const changed: string[] = [];
  for (const [id, mark] of now) {
    const old = before.get(id);
    if (old === undefined || !same(old, mark)) changed.push(id);
  }
  return changed;
}

function same(a: Mark, b: Mark): boolean {
  return a.answer === b.answer && a.value === b.value && a.status === b.status;
}
