import { contestedAt } from './conflict.js';
import { isBlank } from './lines.js';

export const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
export const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
export const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
export const QUOTE = /^ {0,3}>/;
export const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
export const HTML = /^ {0,3}<(?:!--|\/?[a-z][a-z0-9-]*(?=[\s/>]|$))/i;
const DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
export const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
export const INLINE_TAGS =
  /^ {0,3}<\/?(?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)\b/i;

/** Says whether a table begins at a line: a header and the line of dashes under it. */
export function startsTable(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1] ?? '';
  return (lines[at] ?? '').includes('|') && next.includes('|') && DELIMITER.test(next);
}

/** Says whether a line goes on with the paragraph before it. */
export function continues(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return !isBlank(line) && !startsBlock(lines, at) && !startsTable(lines, at);
}

/** Says whether a line begins a block of its own, even right behind a paragraph. */
export function startsBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return (
    [HEADING, FENCE, RULE, QUOTE].some((pattern) => pattern.test(line)) ||
    (ITEM.test(line) && /^\s*(?:[-*+]|1[.)])\s+\S/.test(line)) ||
    (HTML.test(line) && !INLINE_TAGS.test(line)) ||
    contestedAt(lines, at) !== undefined
  );
}
