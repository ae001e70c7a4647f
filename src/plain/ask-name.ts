import type { Held, Next } from './held.js';
import { refused } from './record.js';

/** Asks for the name of a spec that has none. */
export async function askName(held: Held): Promise<Next> {
  held.talk.say(
    'A new spec.',
    'You are asked what an experienced engineer would ask, one question at a time.',
    'Every answer is saved at once. Leave at any moment; resume continues at the first open question.',
    ...(held.guide.on ? [] : ['New to this? Start with --guided, or say guide at any question.']),
    '',
  );
  return renamed(held);
}

/** Asks for a name and records it. */
export async function renamed(held: Held): Promise<Next> {
  const { talk, runner } = held;
  for (;;) {
    const typed = await talk.line('Name of the spec, for example Rate limiter');
    if (typed.type !== 'line') return typed.type;
    const sent = runner.send({ type: 'rename', name: typed.text });
    const next = sent.ok ? 'go-on' : refused(held, sent.error);
    if (next !== 'stay') return next;
  }
}
