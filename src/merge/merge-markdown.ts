import { withChildren, type Block } from './block.js';
import { mergeBlock } from './merge-blocks.js';
import { mergeChildren } from './merge-children.js';
import type { Course } from './outcome.js';
import { parseBlocks } from './parse-blocks.js';
import type { MergedText, Texts } from './merged-text.js';
import type { ConflictStyle } from './plan.js';
import { printBlocks } from './print-blocks.js';
import { withEndingsOf } from './lines.js';

/** Merges a Markdown text block by block. */
export function mergeMarkdown(
  texts: Texts,
  how: { readonly conflict: ConflictStyle; readonly wanted: (key: string) => boolean },
): MergedText {
  const read = readOnce();
  const base = read(texts.base);
  const mine = read(texts.mine);
  const generated = read(texts.generated);
  const course: Course = { ...how, ...overall(base, mine) };
  const merged = mergeChildren({ base, mine, generated }, { path: '', course, mergeBlock });
  const result = printBlocks(withChildren(mine, merged.out));
  const newBase = withChildren(generated, merged.base);
  return {
    ...(read(result).print === mine.print ? {} : { text: withEndingsOf(texts.mine, result) }),
    newBase: newBase.print === generated.print ? texts.generated : printBlocks(newBase),
    blocks: merged.reports,
    forms: { base: base.print, mine: mine.print, generated: generated.print },
  };
}

/** Most often two of the texts are the same: each is read once. */
function readOnce(): (text: string) => Block {
  const known = new Map<string, Block>();
  return (text) => {
    const block = known.get(text) ?? parseBlocks(text);
    known.set(text, block);
    return block;
  };
}

/** What has to be known of the whole text before its parts are merged. */
function overall(base: Block, mine: Block): Pick<Course, 'deletedIds' | 'contested'> {
  const kept = new Set(everyBlock(mine).flatMap(({ id }) => id ?? []));
  const ids = everyBlock(base).flatMap(({ id }) => (id === undefined || kept.has(id) ? [] : [id]));
  const contested = everyBlock(mine).flatMap((block) => [...(block.contested ?? [])]);
  return { deletedIds: new Set(ids), contested: new Set(contested) };
}

function everyBlock(block: Block): readonly Block[] {
  return [block, ...block.children.flatMap(everyBlock)];
}
