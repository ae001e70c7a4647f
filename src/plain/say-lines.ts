import { safeText, wrapText } from '../kernel/index.js';
import type { Menu, Streams } from './talk.js';

const NARROWEST = 20;

/** Prints lines that only append: no control character, no escape sequence, wrapped at the width of the terminal. */
export function sayLines({ stdout, columns }: Pick<Streams, 'stdout' | 'columns'>, lines: readonly string[]) {
  const width = Math.max(NARROWEST, columns);
  const wrapped = lines.flatMap((line) => hanging(safeText(line), width));
  stdout.write(wrapped.map((line) => `${line.trimEnd()}\n`).join(''));
}

/** Wraps a line; what follows its first row stands under its text, so that numbers stand out. */
function hanging(line: string, width: number): readonly string[] {
  const indent = /^ *(?:\d+\. )?/.exec(line)?.[0] ?? '';
  if (indent === '' || indent.length > width / 2) return wrapText(line, width);
  const rows = wrapText(line.slice(indent.length), width - indent.length);
  return rows.map((row, index) => `${index === 0 ? indent : ' '.repeat(indent.length)}${row}`);
}

/** The lines of a menu, each with its number. */
export function numbered(menu: Pick<Menu, 'lines'>): readonly string[] {
  return menu.lines.map(({ id, label, detail }, index) => {
    const name = label === id ? label : `${label} (${id})`;
    return `  ${String(index + 1)}. ${name}${detail === undefined || detail === '' ? '' : `: ${detail}`}`;
  });
}
