/** Brings generated Markdown into canonical form: LF, no trailing blanks, one blank line between blocks, one final newline. */
export function canonicalMarkdown(text: string): string {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[ \t]+$/, ''));
  const kept: string[] = [];
  for (const line of lines) {
    if (line === '' && (kept.length === 0 || kept.at(-1) === '')) continue;
    kept.push(line);
  }
  while (kept.at(-1) === '') kept.pop();
  return `${kept.join('\n')}\n`;
}

/** Brings any other generated text into canonical form: LF, no trailing blanks, one final newline. */
export function canonicalText(text: string): string {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[ \t]+$/, ''));
  return `${lines.join('\n').replace(/^\n+/, '').replace(/\n+$/, '')}\n`;
}
