import type { Command } from './command.js';

const WIDTH = 80;

/** The words and options of a command behind `Usage:`, on as many lines as they need. */
export function usageText({ name, words }: Pick<Command, 'name' | 'words'>): string {
  const before = `Usage: spec-interview ${name} `.length;
  return wrapped(['[options]', ...words], WIDTH - before).join(`\n${' '.repeat(before)}`);
}

/** An example as it is typed; one that is too long goes on behind a backslash, before an option or a redirection. */
export function exampleLines(example: string): readonly string[] {
  const parts = wrapped(example.split(/ (?=--|> )/), WIDTH - '      '.length - ' \\'.length);
  return parts.map((part, index) => {
    const start = index === 0 ? '  $ ' : '      ';
    return `${start}${part}${index < parts.length - 1 ? ' \\' : ''}`;
  });
}

function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
