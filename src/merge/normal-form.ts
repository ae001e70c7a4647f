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
