/** Splits a text into lines, whatever its line endings; a byte order mark and trailing blank lines are no content. */
export function linesOf(text: string): readonly string[] {
  const lines = unixText(text).split('\n');
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end -= 1;
  return lines.slice(0, end);
}

/** Gives a text with LF line endings and no byte order mark. */
function unixText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** Gives a text the line endings that `like` uses throughout. */
export function withEndingsOf(like: string, text: string): string {
  const all = like.split('\n').length - 1;
  const windows = like.split('\r\n').length - 1;
  return all > 0 && windows === all ? text.replaceAll('\n', '\r\n') : text;
}

/** Says whether a line holds nothing but blanks. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Counts the blanks a line begins with; a tab stands for four. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

/** Takes up to `width` blanks off the start of a line. */
export function dedented(line: string, width: number): string {
  let taken = 0;
  let at = 0;
  while (taken < width && at < line.length) {
    if (line[at] === ' ') taken += 1;
    else if (line[at] === '\t') taken += 4 - (taken % 4);
    else break;
    at += 1;
  }
  return `${' '.repeat(Math.max(0, taken - width))}${line.slice(at)}`;
}
