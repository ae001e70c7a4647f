import { linesOf } from './lines.js';
import { parseBlocks } from './parse-blocks.js';
import type { MergeType } from './plan.js';

/** Gives what a text says without how it is formatted: two texts with the same normal form differ in no edit. */
export function normalForm(text: string, type: MergeType = 'markdown'): string {
  if (type === 'markdown') return parseBlocks(text).print;
  return linesOf(text)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Says whether two texts have the same normal form; mostly their letters and figures alone tell. */
export function sameForm(a: string, b: string, type: MergeType = 'markdown'): boolean {
  if (a === b) return true;
  return lettersOf(a) === lettersOf(b) && normalForm(a, type) === normalForm(b, type);
}

// Formatting is marks, blanks, the numbers of list items and of signs: no form of a text has other letters and figures than the text.
const lettersOf = (text: string): string =>
  text
    .replaceAll(/(?<!\d)\d{1,9}\\?[.)](?=\s|$)|&#\w{1,8};/g, '')
    .replaceAll(/[^A-Za-z\d]+/g, '')
    .toLowerCase();
