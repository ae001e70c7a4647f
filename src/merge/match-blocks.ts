import { handle, type Block } from './block.js';
import { matchSimilar, type Links } from './match-similar.js';

/** Which block of the other version is which block of this one. */
export type Match = {
  readonly there: ReadonlyMap<Block, Block>;
  readonly back: ReadonlyMap<Block, Block>;
};

/** Whose version the blocks are compared with: a person may rename an item, a template that does so makes another item. */
export type Compared = 'mine' | 'generated' | 'both-new';

type KeyOf = (block: Block) => string | undefined;

const MOST_LABELS = 6;

/** Finds the same blocks in two lists of siblings: by id, by text, by labels, by code, and last by likeness in the same place. */
export function matchBlocks(from: readonly Block[], to: readonly Block[], compared: Compared): Match {
  if (from === to) return { there: selves(from), back: selves(from) };
  const links: Links = { there: new Map(), back: new Map() };
  if (compared === 'mine') linkContested(from, to, links);
  linkUnique(from, to, { links, keyOf: ({ id }) => id });
  linkEqual(from, to, links);
  for (let depth = MOST_LABELS; depth > 0; depth -= 1)
    linkUnique(from, to, { links, keyOf: (block) => labelKey(block, depth) });
  linkUnique(from, to, { links, keyOf: ({ code }) => code });
  if (compared !== 'both-new') matchSimilar(from, to, { links, compared });
  return links;
}

function selves(blocks: readonly Block[]): ReadonlyMap<Block, Block> {
  return new Map(blocks.map((block) => [block, block]));
}

/** Links two blocks, unless one of them is taken or their ids differ. */
function link(links: Links, from: Block, to: Block): void {
  if (links.there.has(from) || links.back.has(to) || !mayBeSame(from, to)) return;
  links.there.set(from, to);
  links.back.set(to, from);
}

function mayBeSame(from: Block, to: Block): boolean {
  if (from.kind !== to.kind && to.contested === undefined) return false;
  return from.id === undefined || to.id === undefined || from.id === to.id;
}

/** An unresolved conflict is the block that stands between its markers, when it is one block. */
function linkContested(from: readonly Block[], to: readonly Block[], links: Links): void {
  const contested = to.filter((block) => block.contested !== undefined);
  if (contested.length === 0) return;
  for (const block of from) {
    const holder = contested.find((candidate) => candidate.contested?.has(handle(block)) === true);
    if (holder !== undefined) link(links, block, holder);
  }
}

/** Links the blocks whose key occurs once on each side. */
function linkUnique(
  from: readonly Block[],
  to: readonly Block[],
  { links, keyOf }: { readonly links: Links; readonly keyOf: KeyOf },
): void {
  const here = byKey(from, keyOf);
  const there = byKey(to, keyOf);
  for (const [key, blocks] of here) {
    const others = there.get(key) ?? [];
    const [block, ...more] = blocks;
    const [other, ...moreOthers] = others;
    if (block !== undefined && other !== undefined && more.length === 0 && moreOthers.length === 0)
      link(links, block, other);
  }
}

/** Links the blocks that read the same, the first with the first. */
function linkEqual(from: readonly Block[], to: readonly Block[], links: Links): void {
  const free = byKey(
    to.filter((block) => !links.back.has(block)),
    ({ print }) => print,
  );
  for (const block of from) {
    if (links.there.has(block)) continue;
    const other = free.get(`${block.kind} ${block.print}`)?.shift();
    if (other !== undefined) link(links, block, other);
  }
}

function byKey(blocks: readonly Block[], keyOf: KeyOf): Map<string, Block[]> {
  const found = new Map<string, Block[]>();
  for (const block of blocks) {
    const key = keyOf(block);
    if (key === undefined) continue;
    const full = `${block.kind} ${key}`;
    const same = found.get(full);
    if (same === undefined) found.set(full, [block]);
    else same.push(block);
  }
  return found;
}

function labelKey(block: Block, depth: number): string | undefined {
  return block.labels.length < depth ? undefined : block.labels.slice(0, depth).join('\n');
}
