import type { Value } from '../bank/index.js';
import { problemText } from '../kernel/index.js';
import { meantBy, type Command } from './command.js';
import type { Held, Next } from './held.js';
import { numbered } from './say-lines.js';
import type { Menu } from './talk.js';
import { understand } from './understand.js';
import type { Shape } from '../runner/index.js';

/** The interview goes elsewhere, or ends, before the answer is complete. */
export type Left = { readonly type: 'left'; readonly next: Exclude<Next, 'stay'> };

/** What reading an answer led to. */
export type Reply =
  { readonly type: 'value'; readonly value: Value; readonly echo: string } | { readonly type: 'keep' } | Left;

/** What is read: for which shape, over which recorded value, and who carries out commands meanwhile. */
export type Reading = {
  readonly held: Held;
  readonly shape: Shape;
  readonly current: Value | undefined;
  readonly onCommand: (command: Command) => Promise<Next>;
};

/** A line that is an answer, or part of one. */
export type Input = { readonly type: 'text'; readonly text: string } | Left;

/** Asks for one line of an answer; commands are carried out, and asked again where they change nothing. */
export async function nextInput(reading: Reading, label: string, menu?: Menu): Promise<Input> {
  const { talk } = reading.held;
  for (;;) {
    const typed = menu === undefined ? await talk.line(label) : await talk.pick(label, menu);
    if (typed.type !== 'line') return { type: 'left', next: typed.type };
    const meant = meantBy(typed.text, talk.mode);
    if (meant.type === 'text') return meant;
    const next = await reading.onCommand(meant.command);
    if (next !== 'stay') return { type: 'left', next };
  }
}

/** Asks for one line as it is, without commands; nothing when the input is over. */
export async function rawLine({ held }: Reading, label: string): Promise<string | undefined> {
  const typed = await held.talk.line(label);
  return typed.type === 'line' ? typed.text : undefined;
}

/** What one line came to: a value, or another try. */
export type Settled = Extract<Reply, { type: 'value' }> | Left | { readonly type: 'refused' };

/** Understands one line; an ambiguous quantity is asked about, and what is refused is said. */
export async function settled(reading: Reading, shape: Shape, text: string): Promise<Settled> {
  const { talk, runner } = reading.held;
  let now = understand(runner.scene(), shape, text);
  while (now.type === 'ambiguous') {
    const { choices, message } = now;
    talk.say(message, ...numbered({ lines: choices.map(({ label, text: id }) => ({ id, label })) }));
    const input = await nextInput(reading, 'Number of the reading, or other words');
    if (input.type === 'left') return input;
    const picked = /^\s*\d+\s*$/.test(input.text) ? choices[Number(input.text) - 1] : undefined;
    if (picked !== undefined) return { type: 'value', value: picked.text, echo: '' };
    now = understand(runner.scene(), shape, input.text);
  }
  if (now.type === 'value') return now;
  talk.say(problemText(now.problem));
  return { type: 'refused' };
}
