import { valueText, type Value } from '../bank/index.js';
import { answerOf, type AskingStep, type Intent, type Remarks } from '../interview/index.js';
import { problemText, type Problem } from '../kernel/index.js';
import { afterLines } from './after.js';
import type { Held, Next } from './held.js';
import { shapeOf } from './words.js';

/** What goes with an answer beside its value: remarks (those said before stay), and whether it is kept here. */
export function besides(held: Held, step: AskingStep): { remarks?: Remarks; here?: boolean } {
  const remarks = present({ ...saidBefore(held, step), ...held.remarks.get(step.id) });
  const here = keepsHere(held, step);
  return { ...(Object.keys(remarks).length > 0 ? { remarks } : {}), ...(here ? { here } : {}) };
}

/** What was said beside the recorded answer. */
export function saidBefore({ runner }: Held, step: AskingStep): Remarks {
  if (step.type === 'probe' || step.item.cell !== undefined) return {};
  const answer = answerOf(runner.scene().session, step.item.question.id);
  if (answer === undefined) return {};
  const { why, rejected, source, evidence } = answer;
  return present({ why, rejected, source, evidence });
}

/** What was emptied is not said at all. */
function present(said: { readonly [Key in keyof Remarks]: Remarks[Key] | undefined }): Remarks {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Says whether the answer to a shared question is kept for this spec only. */
export function keepsHere({ runner, here }: Held, step: AskingStep): boolean {
  if (step.type === 'probe' || step.item.question.scope !== 'repository') return false;
  const { session } = runner.scene();
  const own = session.mode === 'spec' && session.saved.answers.has(step.item.question.id);
  return own !== here.has(step.id);
}

/** Tells the runner something about the current step, and says what it changed; a refusal is one line. */
export function record(held: Held, step: AskingStep, sent: { intent: Intent; echo?: string }): Next {
  const { runner, talk } = held;
  const before = runner.scene();
  const done = runner.send(sent.intent);
  if (!done.ok) {
    const next = refused(held, done.error);
    if (sent.intent.type === 'answer' && next === 'stay') keepUnsaved(held, step, sent.intent.value);
    return next;
  }
  if (sent.intent.type !== 'skip') dropWritten(held, step);
  held.remarks.delete(step.id);
  held.here.delete(step.id);
  talk.say(...afterLines(held, before, { step, echo: sent.echo ?? '' }));
  return 'go-on';
}

function keepUnsaved({ unsaved, talk }: Held, step: AskingStep, value: Value): void {
  if (!unsaved.has(step.id) && shapeOf(step).kind !== 'table')
    talk.say('An empty line gives the same answer again.');
  unsaved.set(step.id, { value, shown: valueText(shapeOf(step), value) });
}

/** Rows and items are recorded now, or something else stands in their place. A question that is skipped keeps them. */
function dropWritten({ rows, items, unsaved, keepDraft }: Held, step: AskingStep): void {
  const hadRows = rows.delete(step.id);
  const hadItems = items.delete(step.id);
  unsaved.delete(step.id);
  if (hadRows || hadItems) keepDraft();
}

/** Goes somewhere; a refusal is one line. */
export function move(held: Held, intent: Intent): Next {
  const sent = held.runner.send(intent);
  return sent.ok ? 'go-on' : refused(held, sent.error);
}

/** Says why nothing was recorded; when it is to be settled what counts, that comes first. */
export function refused({ runner, talk }: Held, problem: Problem): Next {
  if (problem.code === 'changed-on-disk' && runner.scene().foreign !== undefined) return 'go-on';
  talk.say(problemText(problem));
  return 'stay';
}
