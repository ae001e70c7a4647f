import { cleanText } from '../../kernel/index.js';

const bullet = /^\s*(?:[-*+•‣◦–—]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/u;

/** Turns pasted text into items: one per line that says something, without its bullet or number. */
export function itemsOf(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(bullet, '').replaceAll('\t', ' ').trim())
    .filter((line) => line !== '');
}
