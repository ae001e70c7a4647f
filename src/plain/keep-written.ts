import { checkValue, isTable, rawValue, type Value } from '../bank/index.js';
import { stepsOf, type AskingStep, type Step } from '../interview/index.js';
import { problemText } from '../kernel/index.js';
import type { Held, Next } from './held.js';
import { isNone } from './read-answer.js';
import { besides, move, record } from './record.js';
import { begunText } from './row-line.js';
import { firstOf, shapeOf } from './words.js';

/** Records what was meant to stay: rows and items of a question that was left before they were closed, and answers that could not be saved. */
export function keepWritten(held: Held, next: Next): void {
  if (isNothingWritten(held)) return;
  const { situation, analysis, step: asked } = held.runner.scene();
  const isGoingOn = next === 'go-on' || next === 'stay';
  for (const step of stepsOf(situation, analysis.probes)) {
    const written = writtenAt(held, step);
    const isHere = isAt(asked, step);
    if (written === undefined || (isHere && isGoingOn)) continue;
    if (!isHere) move(held, { type: 'go-to', to: step.id });
    keep(held, step, written);
    if (!isHere) goBack(held, asked);
  }
}

const isNothingWritten = ({ rows, items, unsaved }: Held): boolean =>
  rows.size + items.size + unsaved.size === 0;

const isAt = (asked: Step, step: AskingStep): boolean =>
  (asked.type === 'ask' || asked.type === 'probe') && asked.id === step.id;

function goBack(held: Held, asked: Step): void {
  if (asked.type === 'ask' || asked.type === 'probe') move(held, { type: 'go-to', to: asked.id });
  else move(held, { type: 'review' });
}

/** Says which rows were begun and never completed; there is no answer that could hold them. */
export function sayBegun({ talk, runner, begun }: Held): void {
  const scene = runner.scene();
  for (const [id, row] of begun) {
    const shape = scene.session.bank.question(id);
    if (shape === undefined || !isTable(shape)) continue;
    talk.say(`The row that was begun is not complete, so it is not kept: ${begunText(scene, shape, row)}.`);
  }
}

/** Shows the answers that could not be saved to the end, so that they can be given again; says whether there are any. */
export function sayUnsaved({ talk, unsaved }: Held): boolean {
  for (const [id, { shown }] of unsaved) talk.say(`The answer to ${id} is not saved: ${shown}`);
  return unsaved.size > 0;
}

function writtenAt(held: Held, step: AskingStep): Value | undefined {
  const rows = held.rows.get(step.id)?.rows;
  const current = step.type === 'ask' ? step.item.value : undefined;
  if (rows !== undefined) return rows.length > 0 && rows !== current ? rows : undefined;
  const items = held.items.get(step.id) ?? [];
  if (items.length === 0) return held.unsaved.get(step.id)?.value;
  return isNone(items) ? [] : items;
}

function keep(held: Held, step: AskingStep, written: Value): void {
  const checked = checkValue(shapeOf(step), rawValue(written));
  if (!checked.ok) {
    held.talk.say(`What was written is not recorded. ${problemText(firstOf(checked.error))}`);
    return;
  }
  const intent = { type: 'answer', at: step.id, value: written, ...besides(held, step) } as const;
  record(held, step, { intent });
}
