import { withChildren, type Block } from './block.js';
import { keyBelow, siblingKeys } from './block-keys.js';
import { parseBlocks } from './parse-blocks.js';
import { printBlocks } from './print-blocks.js';

/** The first base of a file that was made by hand: the blocks that are linked, those that stay the person's, those still to come. */
export type Adoption = {
  readonly base: string;
  readonly linked: readonly string[];
  readonly human: readonly string[];
  readonly missing: readonly string[];
};

/** Links the blocks of a hand-made Markdown text that read as generated ones do; every other block stays the person's own. */
export function adopt(mine: string, generated: string): Adoption {
  const [own, made] = [parseBlocks(mine), parseBlocks(generated)];
  const { children, ...found } = linkBelow(own, made, '');
  return { ...found, base: printBlocks(withChildren(made, children)) };
}

type Found = Omit<Adoption, 'base'> & { readonly children: readonly Block[] };

function linkBelow(mine: Block, generated: Block, path: string): Found {
  const keys = { mine: siblingKeys(mine.children), generated: siblingKeys(generated.children) };
  const free = new Set(mine.children);
  const parts = generated.children.map((block): Found => {
    const key = keyBelow(path, keys.generated.get(block) ?? block.kind);
    const same = mine.children.find((candidate) => free.has(candidate) && isLinked(candidate, block));
    if (same === undefined) return { children: [], linked: [], human: [], missing: [key] };
    free.delete(same);
    if (!holdsOthers(block)) return { children: [block], linked: [key], human: [], missing: [] };
    const inside = linkBelow(same, block, key);
    return { ...inside, children: [withChildren(block, inside.children)], linked: [key, ...inside.linked] };
  });
  const human = [...free].map((block) => keyBelow(path, `yours-${keys.mine.get(block) ?? block.kind}`));
  return {
    children: parts.flatMap(({ children }) => children),
    linked: parts.flatMap(({ linked }) => linked),
    human: [...parts.flatMap((part) => part.human), ...human],
    missing: parts.flatMap(({ missing }) => missing),
  };
}

function isLinked(mine: Block, generated: Block): boolean {
  // A document has one title; another wording of it is the person's edit.
  if (mine.level === 1 && generated.level === 1) return true;
  if (mine.kind !== generated.kind || mine.own !== generated.own || mine.level !== generated.level)
    return false;
  return holdsOthers(generated) || mine.print === generated.print;
}

function holdsOthers(block: Block): boolean {
  return block.kind === 'section' || block.kind === 'table';
}
