import { blockOf, handles, MARKER, withChildren, type Block, type BlockDraft } from './block.js';
import { contestedAt } from './conflict.js';
import { continues, ITEM, startsBlock } from './line-kinds.js';
import { dedented, indentOf, isBlank, linesOf } from './lines.js';
import { LEAF_READERS, readParagraph, type Read } from './read-leaves.js';

/** Lists inside lists are read this deep; nobody writes deeper ones, and what lies deeper is text of its item. */
const DEEPEST = 50;

/** Reads a Markdown text into its blocks, as one section of level 0 that holds everything. */
export function parseBlocks(text: string): Block {
  const lines = linesOf(text);
  const front = frontmatterAt(lines);
  const flow = flowOf(lines, front?.end ?? 0, 0);
  const blocks = front === undefined ? flow : [blockOf(front.draft), ...flow];
  return nested(blocks);
}

function frontmatterAt(lines: readonly string[]): Read | undefined {
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return undefined;
  return { draft: { kind: 'frontmatter', lines: lines.slice(0, end + 1) }, end: end + 1 };
}

/** Puts every block under the heading it follows, and every heading under the one above it. */
function nested(blocks: readonly Block[]): Block {
  type Open = { readonly section: Block; readonly children: Block[] };
  const stack: Open[] = [{ section: blockOf({ kind: 'section', lines: [], level: 0 }), children: [] }];
  const close = (): void => {
    const done = stack.pop();
    if (done !== undefined) stack.at(-1)?.children.push(withChildren(done.section, done.children));
  };
  for (const block of blocks) {
    if (block.kind !== 'section') stack.at(-1)?.children.push(block);
    else {
      while (stack.length > 1 && (stack.at(-1)?.section.level ?? 0) >= block.level) close();
      stack.push({ section: block, children: [] });
    }
  }
  while (stack.length > 1) close();
  const root = stack[0];
  return root === undefined
    ? blockOf({ kind: 'section', lines: [] })
    : withChildren(root.section, root.children);
}

/** Reads lines into blocks, headings among them as sections without children. */
function flowOf(lines: readonly string[], from: number, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let at = from;
  let gap = false;
  while (at < lines.length) {
    if (isBlank(lines[at] ?? '')) {
      gap = true;
      at += 1;
      continue;
    }
    const read = readAt(lines, at, depth);
    blocks.push(blockOf({ ...read.draft, spaced: gap }));
    gap = false;
    at = read.end;
  }
  return withListSpacing(blocks);
}

const READERS: readonly ((lines: readonly string[], start: number, depth: number) => Read | undefined)[] = [
  readContested,
  ...LEAF_READERS,
  readItem,
];

function readAt(lines: readonly string[], at: number, depth: number): Read {
  for (const reader of READERS) {
    const read = reader(lines, at, depth);
    if (read !== undefined) return read;
  }
  return readParagraph(lines, at);
}

/** A list is loose when a blank line stands between any two of its items: then its first item is, too. */
function withListSpacing(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'item') return block;
    if (blocks[index - 1]?.kind === 'item') return { ...block, loose: block.spaced };
    const next = blocks[index + 1];
    return { ...block, loose: next?.kind === 'item' && next.spaced };
  });
}

function readContested(lines: readonly string[], start: number, depth: number): Read | undefined {
  const contested = contestedAt(lines, start);
  if (contested === undefined) return undefined;
  const inside = contested.sides.map((side) => flowOf(side, 0, depth));
  return { draft: contestedDraft(lines.slice(start, contested.end), inside), end: contested.end };
}

function contestedDraft(lines: readonly string[], inside: readonly (readonly Block[])[]): BlockDraft {
  const prints = new Set(inside.flat().flatMap(handles));
  const only = inside[0]?.length === 1 ? inside[0][0] : undefined;
  if (only?.kind !== 'section') return { kind: 'conflict', lines, contested: prints };
  return { kind: 'section', lines, says: only.lines, level: only.level, contested: prints };
}

function readItem(lines: readonly string[], start: number, depth: number): Read | undefined {
  const line = lines[start] ?? '';
  if (!ITEM.test(line)) return undefined;
  const lead = indentOf(line);
  const marker = markerOf(line.trimStart());
  const end = itemEnd(lines, start, lead + marker.length);
  const body = lines.slice(start + 1, end).map((text) => dedented(text, lead + marker.length));
  const first = line.trimStart().slice(marker.length);
  const isDeepest = depth === DEEPEST;
  const holdsBlock = !isDeepest && (startsBlock([first], 0) || ITEM.test(first));
  const own = isDeepest ? body.length : holdsBlock ? 0 : ownLength(body);
  return {
    draft: {
      kind: 'item',
      lines: [holdsBlock ? marker.trimEnd() : line.trimStart(), ...body.slice(0, own)],
      indent: marker.length,
      ordered: /^\d/.test(marker),
      children: holdsBlock ? flowOf([first, ...body], 0, depth + 1) : flowOf(body, own, depth + 1),
    },
    end,
  };
}

/** The marker of an item with its blanks: one blank only, when more of them mean code or nothing follows. */
function markerOf(line: string): string {
  const marker = MARKER.exec(line)?.[0] ?? '- ';
  const bare = marker.trimEnd();
  return marker === bare || marker.length - bare.length > 4 || bare === line.trimEnd() ? `${bare} ` : marker;
}

/** An item goes on over indented lines, the blank lines between them, and lines that go on with its paragraph. */
function itemEnd(lines: readonly string[], start: number, indent: number): number {
  let end = start + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    const goesOn = end === at && !ITEM.test(line) && continues(lines, at);
    if (indentOf(line) < indent && !goesOn) break;
    end = at + 1;
  }
  return end;
}

/** How many lines at the start of an item's body still belong to its first paragraph. */
function ownLength(body: readonly string[]): number {
  let length = 0;
  while (length < body.length && continues(body, length)) length += 1;
  return length;
}
