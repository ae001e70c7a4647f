import type { Block } from '../../src/merge/block.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';

/** A block as a test writes it down: its kind (with the level of a section), its lines, and the blocks inside it. */
export type Outline = readonly (string | readonly string[] | Outline)[];

/** Reads a text and says which blocks it has, each with its own lines as written. */
export function outline(text: string): readonly Outline[] {
  return parseBlocks(text).children.map(outlineOf);
}

/** The first block of a text in full. */
export function firstBlock(text: string): Block {
  return parseBlocks(text).children[0]!;
}

function outlineOf(block: Block): Outline {
  const kind = block.kind === 'section' ? `section ${String(block.level)}` : block.kind;
  return [kind, block.lines, ...block.children.map(outlineOf)];
}
