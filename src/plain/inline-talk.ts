import { createKeyFeed } from './key-feed.js';
import { askInput, askPick } from './prompts.js';
import { sayLines } from './say-lines.js';
import type { Streams, Talk, Typed } from './talk.js';

const TWICE_WITHIN = 2000;

/** Talks by prompts on a terminal: a line that can be edited, and menus picked with the arrows. */
export function createInlineTalk(streams: Streams & { readonly now: () => number }): Talk {
  const feed = createKeyFeed(streams.stdin);
  const terminal = { ...streams, feed };
  const say = (...said: readonly string[]) => sayLines(streams, said);
  const asking = leavingTwice(streams.now, say);
  const line = (label: string) => asking(() => askInput(terminal, label));
  return {
    mode: 'inline',
    say,
    line,
    pick: (label, menu) =>
      menu.lines.length === 0 ? line(label) : asking(() => askPick(terminal, label, menu)),
    close: feed.close,
  };
}

/** The first Ctrl+C on an empty line asks; a second one within 2 s leaves. */
function leavingTwice(now: () => number, say: Talk['say']) {
  let askedAt: number | undefined;
  return async (ask: () => Promise<Typed>): Promise<Typed> => {
    for (;;) {
      const typed = await ask();
      if (typed.type !== 'cancel') return typed;
      if (askedAt !== undefined && now() - askedAt <= TWICE_WITHIN) return typed;
      askedAt = now();
      say('Ctrl+C again leaves. Every answer is saved.');
    }
  };
}
