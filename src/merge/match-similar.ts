import type { Block } from './block.js';

/** Which blocks are the same, in both directions, as far as known. */
export type Links = { readonly there: Map<Block, Block>; readonly back: Map<Block, Block> };
type Pair = { readonly from: Block; readonly to: Block; readonly likeness: number };
type Gap = { readonly from: Block[]; readonly to: Block[] };

// Comparing every block of a gap with every other is only worth it while the gap is small.
const MOST_PAIRS = 400;
const LIKE = 0.5;
const MOSTLY = 0.7;

/** Links what is left over between the same neighbours and alike: a reworded paragraph, a renamed heading. */
export function matchSimilar(
  from: readonly Block[],
  to: readonly Block[],
  how: { readonly links: Links; readonly compared: 'mine' | 'generated' },
): void {
  for (const gap of gapsOf(from, to, how.links).values()) {
    if (gap.from.length * gap.to.length > MOST_PAIRS) continue;
    const alone = gap.from.length === 1 && gap.to.length === 1;
    const pairs = gap.from.flatMap((one) =>
      gap.to.flatMap((other): readonly Pair[] => {
        const likeness = canBeReworded(one, other, how.compared) ? likenessOf(one, other, alone) : 0;
        return likeness < LIKE ? [] : [{ from: one, to: other, likeness }];
      }),
    );
    for (const pair of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
      if (how.links.there.has(pair.from) || how.links.back.has(pair.to)) continue;
      how.links.there.set(pair.from, pair.to);
      how.links.back.set(pair.to, pair.from);
    }
  }
}

/** Groups unlinked blocks by kind and by the linked block before them. */
function gapsOf(from: readonly Block[], to: readonly Block[], links: Links): ReadonlyMap<string, Gap> {
  const places = new Map<Block, number>(from.map((block, index) => [block, index]));
  const gaps = new Map<string, Gap>();
  const gapAt = (key: string): Gap => {
    const known = gaps.get(key) ?? { from: [], to: [] };
    gaps.set(key, known);
    return known;
  };
  let after = -1;
  for (const block of from) {
    if (links.there.has(block)) after = places.get(block) ?? after;
    else gapAt(`${String(after)} ${kindOf(block)}`).from.push(block);
  }
  after = -1;
  for (const block of to) {
    const same = links.back.get(block);
    if (same !== undefined) after = places.get(same) ?? after;
    else if (block.contested === undefined) gapAt(`${String(after)} ${kindOf(block)}`).to.push(block);
  }
  return gaps;
}

function kindOf(block: Block): string {
  return `${block.kind}${String(block.level)}`;
}

function canBeReworded(from: Block, to: Block, compared: 'mine' | 'generated'): boolean {
  if (from.id !== undefined && to.id !== undefined && from.id !== to.id) return false;
  if (compared === 'mine' || (from.kind !== 'item' && from.kind !== 'row')) return true;
  return from.labels[0] === to.labels[0];
}

/** From 0 (nothing in common) to 1; a block that stands alone in its place needs no likeness, unless it is one of many. */
function likenessOf(from: Block, to: Block, alone: boolean): number {
  switch (from.kind) {
    case 'section':
      return alone && from.level === 1 ? 1 : sectionLikeness(from, to, alone);
    case 'item':
    case 'row':
      return shared(words(from.own), words(to.own));
    default:
      return alone ? 1 : shared(words(from.own), words(to.own));
  }
}

/** Sections are alike by what they hold, or by headings that share most words. */
function sectionLikeness(from: Block, to: Block, alone: boolean): number {
  const headings = shared(words(from.own), words(to.own));
  return Math.max(shared(leaves(from), leaves(to)), alone || headings >= MOSTLY ? headings : 0);
}

function leaves(block: Block): readonly string[] {
  return block.children.flatMap((child) => (child.kind === 'section' ? leaves(child) : [child.print]));
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The share of things two lists have in common, counted with repetitions (Dice). */
function shared(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const thing of one) left.set(thing, (left.get(thing) ?? 0) + 1);
  let common = 0;
  for (const thing of other) {
    const count = left.get(thing) ?? 0;
    if (count > 0) common += 1;
    left.set(thing, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
