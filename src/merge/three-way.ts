import { diff3MergeRegions, diffIndices } from 'node-diff3';
import { MARKER, ownSentences, type Block, type BlockKind } from './block.js';
import { normalInline } from './inline.js';
import { mergedNumbered } from './numbered-item.js';

/** Who wins what a block says itself; `merged` brings the lines that hold both edits. */
export type OwnMerge =
  | { readonly kind: 'mine'; readonly edited: boolean }
  | { readonly kind: 'generated' }
  | { readonly kind: 'merged'; readonly lines: readonly string[] }
  | { readonly kind: 'conflict' };

/** Blocks whose sentences may be merged one by one; in every other kind two edits are a conflict. */
const IN_SENTENCES: readonly BlockKind[] = ['paragraph', 'item'];

/** Merges what three versions of a block say themselves: whoever changed it wins; if both did, sentence by sentence or not at all. */
export function mergeOwn(base: Block, mine: Block, generated: Block): OwnMerge {
  if (base.own === generated.own) return { kind: 'mine', edited: mine.own !== base.own };
  if (mine.own === base.own) return { kind: 'generated' };
  if (mine.own === generated.own) return { kind: 'mine', edited: false };
  const lines = mergedNumbered(base, mine, generated);
  if (lines !== undefined) return { kind: 'merged', lines };
  if (!IN_SENTENCES.includes(mine.kind) || headOf(mine) !== headOf(generated)) return { kind: 'conflict' };
  const sentences = mergedUnits(
    ownSentences(base).map(unit),
    ownSentences(mine).map(unit),
    ownSentences(generated).map(unit),
  );
  return sentences === undefined ? { kind: 'conflict' } : { kind: 'merged', lines: asLines(mine, sentences) };
}

/** A piece of text as written and as compared. */
export type Unit = { readonly raw: string; readonly normal: string };

/** Merges two edits of a list of pieces; nothing when they touch or stand next to each other. */
export function mergedUnits(
  base: readonly Unit[],
  mine: readonly Unit[],
  generated: readonly Unit[],
): readonly string[] | undefined {
  const versions = { a: mine, o: asWritten(base, mine), b: generated };
  const regions = diff3MergeRegions(normals(mine), normals(base), normals(generated));
  const merged: string[] = [];
  for (const region of regions) {
    if (region.stable) {
      const taken = versions[region.buffer].slice(
        region.bufferStart,
        region.bufferStart + region.bufferLength,
      );
      merged.push(...taken.map(({ raw }) => raw));
    } else {
      if (region.aContent.join('\n') !== region.bContent.join('\n')) return undefined;
      merged.push(...mine.slice(region.aStart, region.aStart + region.aLength).map(({ raw }) => raw));
    }
  }
  return merged;
}

/** The pieces of the base, those that the person has too the way they wrote them. */
function asWritten(base: readonly Unit[], mine: readonly Unit[]): readonly Unit[] {
  const changes = diffIndices(normals(base), normals(mine));
  return base.map((piece, at) => {
    const before = changes.filter(({ buffer1: [start, length] }) => start + length <= at);
    const shift = before.reduce((sum, { buffer1, buffer2 }) => sum + buffer2[1] - buffer1[1], 0);
    const own = mine[at + shift];
    return own?.normal === piece.normal ? own : piece;
  });
}

function normals(units: readonly Unit[]): string[] {
  return units.map(({ normal }) => normal);
}

function unit(sentence: string): Unit {
  return { raw: sentence, normal: normalInline(sentence) };
}

/** The marker and checkbox of an item: a change there is no change of a sentence. */
function headOf(block: Block): string {
  return /^(?:-|1\.) (?:\[[ x]\] )?/.exec(block.own)?.[0] ?? '';
}

function asLines(block: Block, sentences: readonly string[]): readonly string[] {
  const lines = sentences.flatMap((sentence) => sentence.split('\n'));
  if (block.kind !== 'item') return lines;
  const marker = (MARKER.exec(block.lines[0] ?? '')?.[0] ?? '- ').padEnd(block.indent);
  return [`${marker}${lines[0] ?? ''}`, ...lines.slice(1)];
}
