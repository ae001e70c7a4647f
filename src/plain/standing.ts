import { parseOwnerDue } from '../form/index.js';
import type { AskingStep, Standing } from '../interview/index.js';
import { problemText } from '../kernel/index.js';
import type { Held, Next } from './held.js';
import { settled } from './reading.js';
import { besides, record } from './record.js';
import { shapeOf } from './words.js';

/** A status as it was typed: its word, and what stood behind it. */
export type Said = { readonly status: Standing['status']; readonly said: string };

/** Records a status instead of an answer, or says what is missing. */
export async function setStanding(held: Held, step: AskingStep, { status, said }: Said): Promise<Next> {
  const standing =
    status === 'assumed' ? await assumption(held, step, said) : standingOf(held, step, { status, said });
  if (standing === undefined) return 'stay';
  if (typeof standing === 'string') return standing;
  const intent = { type: 'set-status', at: step.id, standing, ...besides(held, step) } as const;
  return record(held, step, { intent });
}

type Told = { readonly status: Exclude<Said['status'], 'assumed'>; readonly said: string };

function standingOf(held: Held, step: AskingStep, { status, said }: Told): Standing | undefined {
  if (status === 'not-applicable') return { status, reason: said };
  if (status === 'deferred') {
    const value = step.type === 'probe' ? undefined : step.item.value;
    return { status, meanwhile: said, ...(value === undefined ? {} : { value }) };
  }
  const read = parseOwnerDue(said, held.now());
  if (read.ok) return { status, ...read.value };
  held.talk.say(problemText(read.error), ESCAPE);
  return undefined;
}

const ESCAPE = 'A backslash before the line makes it an answer.';

async function assumption(held: Held, step: AskingStep, said: string): Promise<Standing | Next | undefined> {
  const current = step.type === 'probe' ? undefined : step.item.value;
  if (said === '' && current !== undefined) return { status: 'assumed', value: current };
  const shape = shapeOf(step);
  if (said === '' || shape.kind === 'table') {
    held.talk.say(
      shape.kind === 'table'
        ? 'Write the rows and record them first; then come back, and assume alone marks them.'
        : 'There is no answer to assume yet. Write it behind the word, for example: assume 15 min.',
    );
    return undefined;
  }
  // No command is carried out while a reading is picked: the line already is one.
  const reading = { held, shape, current, onCommand: () => Promise.resolve('stay' as const) };
  const read = await settled(reading, shape, said);
  if (read.type === 'left') return read.next;
  return read.type === 'value' ? { status: 'assumed', value: read.value } : undefined;
}
