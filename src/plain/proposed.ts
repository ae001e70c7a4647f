import type { Proposed } from '../form/index.js';
import type { AskingStep } from '../interview/index.js';
import { wordsOf } from '../runner/index.js';
import type { Held, Next } from './held.js';
import { besides, record } from './record.js';
import { shapeOf } from './words.js';

/** What the repository suggests for a question that nobody answered yet, and what the person's own notes say about it. */
export function suggestionLines(held: Held, step: AskingStep): readonly string[] {
  const proposed = proposedFor(held, step);
  const notes = step.type === 'ask' ? (held.notesFor?.(step.item.question) ?? []) : [];
  const slash = held.talk.mode === 'inline' ? '/' : '';
  return [
    ...notes.map((line) => `Your notes: ${line}`),
    ...(proposed === undefined
      ? []
      : [
          `Read from ${proposed.evidence}: ${wordsOf(held.runner.scene(), shapeOf(step), proposed.value)}`,
          `${slash}take takes that as the answer.`,
        ]),
  ];
}

/** Records what the repository suggests, with where it was read; nothing of it counts before. */
export function takeProposed(held: Held, step: AskingStep): Next {
  const proposed = proposedFor(held, step);
  if (proposed === undefined) {
    held.talk.say('Nothing was read from the repository for this question.');
    return 'stay';
  }
  const { remarks, ...rest } = besides(held, step);
  const read = { source: 'code', evidence: proposed.evidence } as const;
  const intent = { type: 'answer', at: step.id, value: proposed.value, ...rest } as const;
  return record(held, step, { intent: { ...intent, remarks: { ...read, ...remarks } }, echo: '' });
}

function proposedFor({ proposals }: Held, step: AskingStep): Proposed | undefined {
  if (step.type === 'probe' || step.item.cell !== undefined) return undefined;
  const { state, id } = step.item;
  return state === 'open' || state === 'default' ? proposals.get(id) : undefined;
}
