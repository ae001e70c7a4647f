import { answerOf, sameValue, type Session } from '../interview/index.js';
import { labelOf } from '../bank/index.js';
import type { Scene } from '../runner/index.js';
import type { Held, Next } from './held.js';
import { move } from './record.js';
import { short, wordsOf } from './words.js';

/** Undoes or redoes the last recorded change and says what is so again. */
export function travel(held: Held, type: 'undo' | 'redo'): Next {
  const before = held.runner.scene().session;
  const next = move(held, { type });
  if (next !== 'go-on' || held.runner.scene().foreign !== undefined) return next;
  const said = changeText(before, held.runner.scene());
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

function changeText(before: Session, now: Scene): string {
  const after = now.session;
  const changed = after.bank.questions.find(
    ({ id }) => !sameValue(answerOf(before, id), answerOf(after, id)),
  );
  if (changed !== undefined) return answerText(now, changed.id);
  if (before.saved.depth !== after.saved.depth) return `the depth is ${after.saved.depth}`;
  if (before.saved.name !== after.saved.name)
    return `the name is ${after.saved.name === '' ? 'open' : after.saved.name}`;
  if (before.saved.probes !== after.saved.probes) return 'a follow-up question';
  if (before.saved.waivers !== after.saved.waivers) return 'a waiver';
  return 'which answers are to be looked at';
}

function answerText(scene: Scene, id: string): string {
  const question = scene.session.bank.question(id);
  const answer = answerOf(scene.session, id);
  const label = question === undefined ? id : labelOf(question);
  if (question === undefined || answer === undefined) return `${label} is open`;
  if (answer.value === undefined) return `${label} is ${answer.status}`;
  return `${label} is ${short(wordsOf(scene, question, answer.value))}`;
}
