import { slug } from '../kernel/index.js';
import type { Block } from './block.js';

const LONGEST = 60;
const TITLE = 'title';

/** Names each of some siblings for people and for `--restore`: by its id or label, else by its kind and number; all differ. */
export function siblingKeys(blocks: readonly Block[]): ReadonlyMap<Block, string> {
  const keys = new Map<Block, string>();
  const taken = new Map<string, number>();
  for (const block of blocks) {
    const wanted = leafKey(block);
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    const isNumbered = wanted === block.kind;
    keys.set(block, isNumbered || count > 1 ? `${wanted}-${String(count)}` : wanted);
  }
  return keys;
}

/** Joins the keys of a block and of the sections around it; the title of the text names nothing. */
export function keyBelow(path: string, key: string): string {
  return path === '' || path === TITLE ? key : `${path}/${key}`;
}

function leafKey(block: Block): string {
  if (block.level === 1) return TITLE;
  if (block.id !== undefined) return block.id.replaceAll(/\s+/g, '-');
  const named = block.kind === 'row' || block.kind === 'item' ? nameOf(block) : block.labels[0];
  const words = block.kind === 'table' ? '' : slug(named ?? '', LONGEST);
  return words === '' ? block.kind : words;
}

function nameOf(block: Block): string {
  return block.kind === 'item' ? (block.code ?? block.own) : block.own;
}
