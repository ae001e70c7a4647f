import { changeText } from '../runner/index.js';
import type { Held, Next } from './held.js';
import { move } from './record.js';
import { short } from './words.js';

/** Undoes or redoes the last recorded change and says what is so again. */
export function travel(held: Held, type: 'undo' | 'redo'): Next {
  const before = held.runner.scene().session;
  const next = move(held, { type });
  if (next !== 'go-on' || held.runner.scene().foreign !== undefined) return next;
  const said = changeText(before, held.runner.scene(), short);
  held.talk.say(type === 'undo' ? `Undone: ${said}.` : `Done again: ${said}.`);
  dropUnchanged(held);
  return next;
}

/** What holds no change of its own would hide the answer that is there now. */
function dropUnchanged({ rows, items, keepDraft }: Held): void {
  for (const [step, { past }] of rows) if (past.length === 0) rows.delete(step);
  for (const [step, written] of items) if (written.length === 0) items.delete(step);
  keepDraft();
}
