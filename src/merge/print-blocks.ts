import type { Block } from './block.js';

/** Writes blocks as Markdown: formatted as each was found, in canonical form where they newly meet. */
export function printBlocks(root: Block): string {
  const lines = blockLines(root);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The lines of a block with everything inside it. */
export function blockLines(block: Block): readonly string[] {
  const inside = childLines(block);
  if (block.kind !== 'item') return [...block.lines, ...spaceBetween(block, inside.length > 0), ...inside];
  const blank = ' '.repeat(block.indent);
  const hanging = inside.map((line) => (line === '' ? '' : `${blank}${line}`));
  const [first = '', ...rest] = block.lines;
  const [head = '', ...tail] = hanging;
  if (isBareMarker(block) && hanging.length > 0)
    return [`${first.padEnd(block.indent)}${head.trimStart()}`, ...tail];
  const own = [first, ...rest.map((line) => (line === '' ? '' : `${blank}${line}`))];
  return [...own, ...spaceBetween(block, hanging.length > 0), ...hanging];
}

function isBareMarker(block: Block): boolean {
  return block.lines.length === 1 && /^(?:[-*+]|\d{1,9}[.)])$/.test((block.lines[0] ?? '').trim());
}

/** The blank line between what a block says itself and its first child. */
function spaceBetween(block: Block, hasInside: boolean): readonly string[] {
  const first = block.children[0];
  if (!hasInside || first === undefined || block.lines.length === 0 || block.kind === 'table') return [];
  const joins = first.kind === 'paragraph' && block.kind === 'item';
  return first.spaced || joins ? [''] : [];
}

function childLines(block: Block): readonly string[] {
  const lines: string[] = [];
  block.children.forEach((child, index) => {
    const before = block.children[index - 1];
    if (before !== undefined && isApart(before, child, block.kind)) lines.push('');
    for (const line of blockLines(child)) lines.push(line);
  });
  return lines;
}

/** Says whether a blank line belongs between two blocks that follow each other. */
function isApart(before: Block, next: Block, within: Block['kind']): boolean {
  if (within === 'table') return false;
  if (before.kind === 'item' && next.kind === 'item') return next.loose || before.ordered !== next.ordered;
  if (next.spaced) return true;
  const touches: readonly string[] = TOUCHING[before.kind] ?? [];
  return !touches.includes(next.kind);
}

// What may follow without a blank line and still be read as a block of its own.
const TOUCHING: Partial<Record<Block['kind'], readonly Block['kind'][]>> = {
  paragraph: ['item', 'code', 'quote', 'table', 'conflict'],
  code: ['item', 'paragraph', 'quote', 'conflict'],
  conflict: ['item', 'paragraph', 'code', 'quote', 'conflict'],
  item: ['conflict'],
};
