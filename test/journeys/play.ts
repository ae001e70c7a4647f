import { bytesOf, type Pty } from '../helpers/pty.js';
import { screenText } from '../helpers/screen.js';
import { parseKeyNames } from '../../src/form/keys.js';
import type { Step } from './transcript.js';
import { PATIENCE } from '../helpers/patience.js';

/** All keys of a question in one write, or one write per key and per stretch of text, each after the screen has moved. */
export type Pace = 'bursts' | 'slowly';

/** Plays questions from the transcript, each when the screen shows it; says which one was not taken. */
export async function play(pty: Pty, steps: readonly Step[], pace: Pace): Promise<void> {
  for (const step of steps) {
    await arrives(pty, step, pace);
    await type(pty, writesOf(step), pace);
    const question = spaced(step.open);
    await pty.until((shown) => !question.test(shown), `The answer to ${step.at} was not taken.`);
  }
}

/** Goes to a question and waits until the screen shows it. */
export async function arrives(
  pty: Pty,
  step: Pick<Step, 'at' | 'go' | 'expect'>,
  pace: Pace = 'bursts',
): Promise<void> {
  if (step.go !== undefined) await type(pty, goTo(step.go), pace);
  const question = spaced(step.expect);
  await pty.until((shown) => question.test(shown), `The question ${step.at} did not come.`);
}

/** Everything a step types, as one text. */
export function bytesOfStep(step: Step): string {
  const before = step.go === undefined ? [] : goTo(step.go);
  return [...before, ...writesOf(step)].join('');
}

/** A text that a screen may break over lines anywhere between words. */
export function spaced(text: string): RegExp {
  const words = text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(words.join(String.raw`\s+`));
}

/** What leads to a question through the outline. */
export const goTo = (filter: string): readonly string[] => ['\u000f', filter, '\r'];

function writesOf({ paste, keys }: Step): readonly string[] {
  const pasted = paste === undefined ? [] : [`\u001b[200~${paste}\u001b[201~`];
  return [...pasted, ...strokes(keys)];
}

function strokes(keys: string): readonly string[] {
  return keys
    .split(/(\{[a-z0-9-]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(.+)\}$/.exec(piece)?.[1];
      return name === undefined ? piece : parseKeyNames(name).map(bytesOf).join('');
    });
}

async function type(pty: Pty, writes: readonly string[], pace: Pace): Promise<void> {
  if (pace === 'bursts') {
    pty.sends(writes.join(''));
    return;
  }
  for (const write of writes) {
    const moved = moves(pty, write);
    pty.sends(write);
    await moved;
  }
}

/** Settles when the program has drawn again. */
async function moves(pty: Pty, typed: string): Promise<void> {
  const look = () => {
    const { cursorX, cursorY } = pty.screen.buffer.active;
    return `${String(cursorX)},${String(cursorY)}\n${screenText(pty.screen)}`;
  };
  const before = look();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      watching.dispose();
      clearTimeout(timer);
      settle();
    };
    const timer = setTimeout(() => {
      end(() => {
        reject(new Error(`Nothing moved after ${JSON.stringify(typed)}. The screen shows:\n${before}`));
      });
    }, PATIENCE);
    const watching = pty.screen.onWriteParsed(() => {
      if (look() !== before) end(resolve);
    });
  });
}
