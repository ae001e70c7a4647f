import { checkValue, rawValue, type Value } from '../bank/index.js';
import { stepsOf, type AskingStep, type Step } from '../interview/index.js';
import { problemText } from '../kernel/index.js';
import type { Held } from './held.js';
import { isNone } from './read-answer.js';
import { besides, move, record } from './record.js';
import { firstOf, shapeOf } from './words.js';

/** Records the rows and items that were written but not closed when the interview is left: they were meant to stay. */
export function keepWritten(held: Held): void {
  const { situation, analysis, step: asked } = held.runner.scene();
  for (const step of stepsOf(situation, analysis.probes)) {
    const written = writtenAt(held, step);
    if (written === undefined) continue;
    const elsewhere = asked.type === 'ask' || asked.type === 'probe' ? asked.id !== step.id : true;
    if (elsewhere) move(held, { type: 'go-to', to: step.id });
    keep(held, step, written);
    if (elsewhere) goBack(held, asked);
  }
}

function goBack(held: Held, asked: Step): void {
  if (asked.type === 'ask' || asked.type === 'probe') move(held, { type: 'go-to', to: asked.id });
  else move(held, { type: 'review' });
}

function writtenAt(held: Held, step: AskingStep): Value | undefined {
  const rows = held.rows.get(step.id)?.rows;
  const current = step.type === 'ask' ? step.item.value : undefined;
  if (rows !== undefined) return rows.length > 0 && rows !== current ? rows : undefined;
  const items = held.items.get(step.id) ?? [];
  if (items.length === 0) return undefined;
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
