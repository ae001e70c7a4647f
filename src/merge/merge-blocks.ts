import { withChildren, type Block } from './block.js';
import { keyBelow } from './block-keys.js';
import { blockLines } from './print-blocks.js';
import { conflictLines } from './conflict.js';
import { mergeChildren, type MergeBlock } from './merge-children.js';
import {
  isConflicting,
  isContested,
  report,
  type Course,
  type Outcome,
  type Reason,
  type Versions,
} from './outcome.js';
import { mergeOwn, type OwnMerge } from './three-way.js';

/** Merges the versions of one block, and everything inside it, under the key that names it. */
export const mergeBlock: MergeBlock = (versions, key, course) => {
  const { base, mine, generated } = versions;
  if (mine === undefined) return mergeAbsent(versions, key, course);
  if (mine.contested !== undefined) return keepUnresolved(versions, key, course);
  if (base !== undefined && generated !== undefined)
    return mergeThree({ base, mine, generated }, key, course);
  if (base !== undefined) return mergeGone({ base, mine }, key, course);
  if (generated !== undefined) return mergeBothNew({ mine, generated }, key, course);
  return { out: mine, reports: [report(key, 'human', versions), ...unresolvedInside(mine, key)] };
};

/** Merges the blocks inside blocks that are the same. */
function mergeInside(versions: Versions, key: string, course: Course): ReturnType<typeof mergeChildren> {
  return mergeChildren(versions, { path: key, course, mergeBlock });
}

function isContainer(block: Block): boolean {
  return block.kind === 'section' || block.kind === 'table';
}

type Three = { readonly base: Block; readonly mine: Block; readonly generated: Block };

function mergeThree(three: Three, key: string, course: Course): Outcome {
  const own = mergeOwn(three.base, three.mine, three.generated);
  const inside = mergeInside(three, key, course);
  if (own.kind === 'conflict' && three.mine.kind === 'section')
    return headingConflict(three, key, { course, inside });
  const clash = three.mine.kind === 'item' && isConflicting(inside.reports);
  if (own.kind === 'conflict' || clash) return conflictOf(three, key, { course, reason: 'conflict' });
  return {
    out: withChildren(chosen(three, own), inside.out),
    base: withChildren(three.generated, inside.base),
    reports: [...ownReport(three, key, own), ...inside.reports],
  };
}

/** The block with the lines that won, spaced as the person has it. */
function chosen({ mine, generated }: Three, own: OwnMerge): Block {
  const { spaced, loose } = mine;
  if (own.kind === 'generated') return { ...generated, spaced, loose };
  return own.kind === 'merged' ? { ...mine, lines: own.lines } : mine;
}

function ownReport(three: Three, key: string, own: OwnMerge): Outcome['reports'] {
  const reason = reasonOf(own);
  return reason === 'same' && isContainer(three.mine) ? [] : [report(key, reason, three)];
}

function reasonOf(own: OwnMerge): Reason {
  if (own.kind === 'generated') return 'taken';
  if (own.kind === 'merged') return 'merged';
  return own.kind === 'mine' && own.edited ? 'kept' : 'same';
}

/** Puts all versions between markers, or keeps the person's; then the old base stays while there is a new text to come back to. */
function conflictOf(
  versions: Versions & { readonly mine: Block },
  key: string,
  { course, reason }: { readonly course: Course; readonly reason: Reason },
): Outcome {
  const { base, mine, generated } = versions;
  const reports = [report(key, reason, versions)];
  if (course.conflict === 'keep') return { out: mine, base: generated && base, reports };
  const lines = conflictLines({
    yours: blockLines(mine),
    base: base === undefined ? [] : blockLines(base),
    generated: generated === undefined ? [] : blockLines(generated),
  });
  return { out: { ...mine, kind: 'conflict', lines, children: [] }, base: generated, reports };
}

/** Two edits of one heading: markers go around the heading alone, and its blocks are merged as ever. */
function headingConflict(
  three: Versions & { readonly mine: Block; readonly generated: Block },
  key: string,
  { course, inside }: { readonly course: Course; readonly inside: ReturnType<typeof mergeInside> },
): Outcome {
  const { base, mine, generated } = three;
  const heads = {
    base: base && withChildren(base, []),
    mine: withChildren(mine, []),
    generated: withChildren(generated, []),
  };
  const clash = conflictOf(heads, key, { course, reason: base === undefined ? 'bothNew' : 'conflict' });
  return {
    out: withChildren({ ...mine, lines: clash.out?.lines ?? mine.lines }, inside.out),
    base: withChildren(clash.base ?? generated, inside.base),
    reports: [...clash.reports, ...inside.reports],
  };
}

/** What stands between markers is nobody's business until a person has resolved it; the blocks inside a marked section go on. */
function keepUnresolved(versions: Versions, key: string, course: Course): Outcome {
  const { base, mine, generated } = versions;
  const reports = [report(key, 'unresolved', versions)];
  if (mine?.kind !== 'section') return { out: mine, base, reports };
  const inside = mergeInside(versions, key, course);
  const head = base ?? generated;
  return {
    out: withChildren(mine, inside.out),
    base: head && withChildren(head, inside.base),
    reports: [...reports, ...inside.reports],
  };
}

function unresolvedInside(block: Block, key: string): Outcome['reports'] {
  return block.children.flatMap((child) =>
    child.contested === undefined
      ? unresolvedInside(child, key)
      : [report(keyBelow(key, 'conflict'), 'unresolved', { mine: child })],
  );
}

/** The answers no longer lead to a block: it goes, unless a person wrote in it. */
function mergeGone(
  versions: { readonly base: Block; readonly mine: Block },
  key: string,
  course: Course,
): Outcome {
  const { base, mine } = versions;
  if (base.print === mine.print) return { reports: [report(key, 'removed', versions)] };
  if (!isContainer(mine)) return conflictOf(versions, key, { course, reason: 'gone' });
  const inside = mergeInside(versions, key, course);
  if (inside.out.length === 0 && base.own === mine.own)
    return { reports: [report(key, 'removed', versions), ...inside.reports] };
  return {
    out: withChildren(mine, inside.out),
    base: inside.base.length === 0 ? undefined : withChildren(base, inside.base),
    reports: [report(key, 'emptied', versions), ...inside.reports],
  };
}

/** Both added the same thing: as one block when it reads the same, else a conflict that has no last text. */
function mergeBothNew(
  versions: { readonly mine: Block; readonly generated: Block },
  key: string,
  course: Course,
): Outcome {
  const { mine, generated } = versions;
  if (!isContainer(mine)) {
    if (mine.print !== generated.print) return conflictOf(versions, key, { course, reason: 'bothNew' });
    return { out: mine, base: generated, reports: [report(key, 'same', versions)] };
  }
  const inside = mergeInside(versions, key, course);
  if (mine.own === generated.own)
    return {
      out: withChildren(mine, inside.out),
      base: withChildren(generated, inside.base),
      reports: inside.reports,
    };
  if (mine.kind === 'section') return headingConflict(versions, key, { course, inside });
  return conflictOf(versions, key, { course, reason: 'bothNew' });
}

/** The person's text lacks the block: deleted blocks stay deleted, new ones come in. */
function mergeAbsent(versions: Versions, key: string, course: Course): Outcome {
  const { base, generated } = versions;
  const known = base ?? generated;
  if (known !== undefined && isContested(known, course))
    return { base, reports: [report(key, 'unresolved', versions)] };
  if (generated === undefined) return { reports: [] };
  const isDeleted = base !== undefined || course.deletedIds.has(generated.id ?? '');
  if (!isDeleted) return arrival(generated, key, course);
  if (!course.wanted(key)) return { base: generated, reports: [report(key, 'withheld', versions)] };
  return { out: generated, base: generated, reports: [report(key, 'restored', versions)] };
}

/** A new section brings its blocks one by one: those a person deleted elsewhere stay deleted. */
function arrival(generated: Block, key: string, course: Course): Outcome {
  const reports = [report(key, 'added', { generated })];
  if (generated.kind !== 'section') return { out: generated, base: generated, reports };
  const inside = mergeInside({ generated }, key, course);
  return {
    out: withChildren(generated, inside.out),
    base: withChildren(generated, inside.base),
    reports: [...reports, ...inside.reports],
  };
}
