import { createInterface } from 'node:readline';
import { cleanText } from '../kernel/index.js';
import { numbered, sayLines } from './say-lines.js';
import type { Streams, Talk, Typed } from './talk.js';

/** Talks in lines that only append: for screen readers, serial consoles, dumb terminals and pipes. */
export function createAppendTalk(streams: Streams): Talk {
  const { stdin, stdout } = streams;
  const lines = createLines(stdin);
  stdout.on('error', lines.end);
  const say = (...said: readonly string[]) => sayLines(streams, said);
  const line = (label: string): Promise<Typed> => {
    if (stdin.isTTY) stdout.write(`${label}: `);
    else say(`${label}:`);
    return lines.next();
  };
  return {
    mode: 'append',
    say,
    line,
    pick: (label, menu) => {
      say(...numbered(menu));
      return line(label);
    },
    close: () => {
      lines.end();
      stdout.off('error', lines.end);
    },
  };
}

type Lines = { readonly next: () => Promise<Typed>; readonly end: () => void };

/** Hands out the lines of a stream one by one, whether they came before or after they were asked for. */
function createLines(stdin: NodeJS.ReadStream): Lines {
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  const early: string[] = [];
  let waiting: ((typed: Typed) => void) | undefined;
  let ended = false;
  const hand = (typed: Typed) => {
    const taker = waiting;
    waiting = undefined;
    taker?.(typed);
  };
  reader.on('line', (text) => {
    if (waiting === undefined) early.push(text);
    else hand({ type: 'line', text: cleanText(text) });
  });
  reader.on('close', () => {
    ended = true;
    hand({ type: 'end-of-input' });
  });
  const end = () => reader.close();
  stdin.on('error', end);
  return {
    end,
    next: () => {
      const text = early.shift();
      if (text !== undefined) return Promise.resolve({ type: 'line', text: cleanText(text) });
      if (ended) return Promise.resolve({ type: 'end-of-input' });
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
