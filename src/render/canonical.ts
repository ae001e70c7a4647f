import { withoutEnd } from '../kernel/index.js';

/** Brings generated Markdown into canonical form: LF, no trailing blanks, one blank line between blocks, unpadded tables, one final newline. */
export function canonicalMarkdown(text: string): string {
  const kept: string[] = [];
  let fenced = false;
  for (const line of linesOf(text)) {
    if (/^ *```/.test(line)) fenced = !fenced;
    if (!fenced && line === '' && (kept.length === 0 || kept.at(-1) === '')) continue;
    kept.push(fenced || !line.startsWith('|') ? line : line.replaceAll(/\| {2,}(?=\|)/g, '| '));
  }
  while (kept.at(-1) === '') kept.pop();
  return `${kept.join('\n')}\n`;
}

/** Brings any other generated text into canonical form: LF, no trailing blanks, one final newline. */
export function canonicalText(text: string): string {
  return `${withoutEnd(linesOf(text).join('\n').replace(/^\n+/, ''), '\n')}\n`;
}

function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => withoutEnd(line, ' \t'));
}
