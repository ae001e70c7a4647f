import type { Block } from './block.js';
import { keyBelow, siblingKeys } from './block-keys.js';
import { matchBlocks } from './match-blocks.js';
import type { Course, Outcome, Versions } from './outcome.js';
import { weave } from './weave.js';

/** Merges the versions of one block under the key that names it. */
export type MergeBlock = (versions: Versions, key: string, course: Course) => Outcome;

type Surroundings = { readonly path: string; readonly course: Course; readonly mergeBlock: MergeBlock };

type Siblings = {
  readonly base: readonly Block[];
  readonly mine: readonly Block[];
  readonly generated: readonly Block[];
};

/** Merges the children of the versions of one block: each with its own, in the order that both sides can agree on. */
export function mergeChildren(
  versions: Versions,
  { path, course, mergeBlock }: Surroundings,
): { readonly out: readonly Block[]; readonly base: readonly Block[]; readonly reports: Outcome['reports'] } {
  const siblings: Siblings = {
    base: versions.base?.children ?? [],
    mine: versions.mine?.children ?? [],
    generated: versions.generated?.children ?? [],
  };
  const rows = rowsOf(siblings);
  const nameOf = namer(siblings);
  const outcomes = new Map(
    rows.map((row) => [row, mergeBlock(row, keyBelow(path, nameOf(row)), course)] as const),
  );
  const ordered = inOrder(rows, siblings);
  return {
    out: headingsLast(ordered.result.flatMap((row) => outcomes.get(row)?.out ?? [])),
    base: headingsLast(ordered.base.flatMap((row) => outcomes.get(row)?.base ?? [])),
    reports: ordered.result.flatMap((row) => outcomes.get(row)?.reports ?? []),
  };
}

/** Finds which blocks of the three versions are the same; every block is in exactly one row. */
function rowsOf({ base, mine, generated }: Siblings): readonly Versions[] {
  const inMine = matchBlocks(base, mine, 'mine');
  const inGenerated = matchBlocks(base, generated, 'generated');
  const ownMine = mine.filter((block) => !inMine.back.has(block));
  const ownGenerated = generated.filter((block) => !inGenerated.back.has(block));
  const added = matchBlocks(ownMine, ownGenerated, 'both-new');
  return [
    ...base.map((block) => ({
      base: block,
      mine: inMine.there.get(block),
      generated: inGenerated.there.get(block),
    })),
    ...ownMine.map((block) => ({ mine: block, generated: added.there.get(block) })),
    ...ownGenerated.filter((block) => !added.back.has(block)).map((block) => ({ generated: block })),
  ];
}

function namer(siblings: Siblings): (row: Versions) => string {
  const keys = {
    base: siblingKeys(siblings.base),
    mine: siblingKeys(siblings.mine),
    generated: siblingKeys(siblings.generated),
  };
  return ({ base, mine, generated }) => {
    if (generated !== undefined) return keys.generated.get(generated) ?? generated.kind;
    if (base !== undefined) return keys.base.get(base) ?? base.kind;
    return mine === undefined ? 'block' : `yours-${keys.mine.get(mine) ?? mine.kind}`;
  };
}

/** The person's order, unless the answers put the blocks into another one; hand-written blocks stay behind their neighbour. */
function inOrder(
  rows: readonly Versions[],
  siblings: Siblings,
): { readonly result: readonly Versions[]; readonly base: readonly Versions[] } {
  const byBase = rowsIn(rows, siblings.base, 'base');
  const byMine = rowsIn(rows, siblings.mine, 'mine');
  const byGenerated = rowsIn(rows, siblings.generated, 'generated');
  const isOwn = ({ generated }: Versions): boolean => generated === undefined;
  const result = isReordered(byBase, byGenerated)
    ? weave({ primary: byGenerated, secondary: byMine, clings: isOwn })
    : weave({ primary: byMine, secondary: byGenerated, clings: isOwn });
  return { result, base: weave({ primary: byGenerated, secondary: byBase, clings: isOwn }) };
}

function rowsIn(
  rows: readonly Versions[],
  blocks: readonly Block[],
  version: keyof Versions,
): readonly Versions[] {
  const holder = new Map(rows.map((row) => [row[version], row]));
  return blocks.flatMap((block) => holder.get(block) ?? []);
}

function isReordered(byBase: readonly Versions[], byGenerated: readonly Versions[]): boolean {
  const common = byBase.filter(({ mine, generated }) => mine !== undefined && generated !== undefined);
  const places = new Map(common.map((row, index) => [row, index]));
  const order = byGenerated.flatMap((row) => places.get(row) ?? []);
  return order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0));
}

/** Blocks behind a heading would belong to it: what has no heading of its own comes first. */
function headingsLast(blocks: readonly Block[]): readonly Block[] {
  const isSection = (block: Block): boolean => block.kind === 'section';
  return [...blocks.filter((block) => !isSection(block)), ...blocks.filter(isSection)];
}
