import {
  isRows,
  isTable,
  labelOf,
  optionLabel,
  rowName,
  valueText,
  type Column,
  type Question,
  type Row,
  type TableShape,
  type Value,
  type ValueShape,
} from '../bank/index.js';
import { answerOf, sameValue, type Session } from '../interview/index.js';
import type { Scene } from './scene.js';

/** What is asked for: a question, one column of it, or prose for a follow-up. */
export type Shape = Question | Column | ValueShape | TableShape;

/** A row that others refer to, with the name people know it by. */
export type RowRef = { readonly id: string; readonly name: string };

const refs = new WeakMap<readonly Row[], readonly RowRef[]>();

/** The rows of a table as they stand now; the same rows give the same list. */
export function rowRefs({ session, situation }: Scene, table: string): readonly RowRef[] {
  const question = session.bank.question(table);
  const value = situation.view.value(table);
  if (question === undefined || !isTable(question) || !isRows(value)) return [];
  const known = refs.get(value) ?? value.map((row) => ({ id: row.id, name: rowName(question, row) }));
  refs.set(value, known);
  return known;
}

/** A value in words; references by the name of their row. */
export function wordsOf(scene: Scene, shape: Shape, value: Value): string {
  if ((shape.kind === 'choice' || shape.kind === 'many') && shape.of !== undefined) {
    const rows = rowRefs(scene, shape.of);
    const ids = [value].flat().filter((id) => typeof id === 'string');
    if (ids.length === 0) return 'none';
    return ids.map((id) => rows.find((row) => row.id === id)?.name ?? id).join(', ');
  }
  if (shape.kind === 'choice' && typeof value === 'string') return optionLabel(shape as Column, value);
  return valueText(shape, value);
}

/** Says in one line what a step of undo or redo brought back; values are printed by `shown`, which may shorten them. */
export function changeText(before: Session, now: Scene, shown: (text: string) => string): string {
  const { session: after } = now;
  const changed = after.bank.questions.find(
    ({ id }) => !sameValue(answerOf(before, id), answerOf(after, id)),
  );
  if (changed !== undefined) return answerText(now, changed, shown);
  if (before.saved.depth !== after.saved.depth) return `the depth is ${after.saved.depth}`;
  if (before.saved.name !== after.saved.name)
    return `the name is ${after.saved.name === '' ? 'open' : after.saved.name}`;
  if (before.saved.probes !== after.saved.probes) return 'a follow-up question';
  if (before.saved.waivers !== after.saved.waivers) return 'a waiver';
  return 'which answers are to be looked at';
}

function answerText(scene: Scene, question: Question, shown: (text: string) => string): string {
  const answer = answerOf(scene.session, question.id);
  const label = labelOf(question);
  if (answer === undefined) return `${label} is open`;
  if (answer.value === undefined) return `${label} is ${answer.status}`;
  return `${label} is ${shown(wordsOf(scene, question, answer.value))}`;
}
