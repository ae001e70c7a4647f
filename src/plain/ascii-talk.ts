import { asciiSigns } from '../kernel/index.js';
import type { Menu, Talk } from './talk.js';

/** Talks where the locale is not UTF-8: the signs of our own sentences become ASCII, what a person wrote stays. */
export function asciiTalk(talk: Talk): Talk {
  return {
    ...talk,
    say: (...lines) => {
      talk.say(...lines.map(asciiSigns));
    },
    line: (label) => talk.line(asciiSigns(label)),
    pick: (label, menu) => talk.pick(asciiSigns(label), asciiMenu(menu)),
  };
}

const asciiMenu = ({ many, lines }: Menu): Menu => ({
  many,
  lines: lines.map(({ id, label, detail }) => ({
    id,
    label: asciiSigns(label),
    detail: detail === undefined ? undefined : asciiSigns(detail),
  })),
});
