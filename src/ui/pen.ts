import type { Glyphs } from './glyphs.js';
import { block, cutTo, span, stack, type Block, type Fit, type Line } from './lines.js';

/** What something is drawn with: the signs, and the room it has. */
export type Pen = { readonly glyphs: Glyphs; readonly width: number; readonly rows: number };

/** How text of this pen is wrapped and cut. */
export function fitOf({ glyphs, width }: Pen, rows?: number): Fit {
  return { width, ellipsis: glyphs.ellipsis, ...(rows === undefined ? {} : { rows }) };
}

/** A pen with less width. */
export const narrower = (pen: Pen, by: number): Pen => ({ ...pen, width: Math.max(1, pen.width - by) });

/** What lies out of sight beyond a list. */
export type Beyond = { readonly above: number; readonly below: number };

/** Shows the entries around the one at `focus` that fit into the pen's rows, and counts those that do not. */
export function around(
  entries: readonly Block[],
  focus: number,
  { pen, beyond }: { pen: Pen; beyond: Beyond },
): Block {
  const at = Math.max(0, Math.min(focus, entries.length - 1));
  let from = 0;
  let to = entries.length;
  let taken = entries.reduce((sum, entry) => sum + entry.lines.length, 0);
  const above = () => from + beyond.above;
  const below = () => entries.length - to + beyond.below;
  const cost = () => taken + (above() > 0 ? 1 : 0) + (below() > 0 ? 1 : 0);
  while (cost() > pen.rows && to - from > 1) {
    const dropped = to - 1 - at >= at - from ? (to -= 1) : from++;
    taken -= entries[dropped]?.lines.length ?? 0;
  }
  const shown = stack([
    ...(above() > 0 ? [block(moreLine(pen.glyphs.up, above()))] : []),
    ...entries.slice(from, at),
    { ...stack(entries.slice(at, at + 1)), focus: 0 },
    ...entries.slice(Math.max(at + 1, from), to),
    ...(below() > 0 ? [block(moreLine(pen.glyphs.down, below()))] : []),
  ]);
  return cutTo(shown, pen.rows);
}

/** Shows the rows of a text from `from` on; it never scrolls past the end. */
export function scrolled(lines: readonly Line[], from: number, pen: Pen): Block {
  if (lines.length <= pen.rows) return { lines };
  const start = Math.max(0, Math.min(from, lines.length - pen.rows + 1));
  const top = start > 0 ? [moreLine(pen.glyphs.up, start, 'line')] : [];
  const isEnd = lines.length - start <= pen.rows - top.length;
  const room = pen.rows - top.length - (isEnd ? 0 : 1);
  const below = lines.length - start - room;
  const bottom = isEnd ? [] : [moreLine(pen.glyphs.down, below, 'line')];
  return { lines: [...top, ...lines.slice(start, start + room), ...bottom] };
}

function moreLine(arrow: string, count: number, unit = ''): Line {
  const what = unit === '' ? 'more' : `more ${unit}${count === 1 ? '' : 's'}`;
  return [span(`  ${arrow} ${String(count)} ${what}`, 'dim')];
}

/** A block in a stack that may not fit: those with the lowest `keep` go first, `redraw` makes the last one smaller. */
export type Piece = {
  readonly block: Block;
  readonly keep: number;
  readonly redraw?: (rows: number) => Block;
};

/** Stacks pieces into at most `rows` rows; order is kept, what matters least is left out. */
export function fitPieces(pieces: readonly Piece[], rows: number): Block {
  let kept = pieces.filter((piece) => piece.block.lines.length > 0);
  const height = () => kept.reduce((sum, piece) => sum + piece.block.lines.length, 0);
  while (height() > rows) {
    const leaves = leastKept(kept);
    if (leaves === undefined) break;
    kept = kept.filter((piece) => piece !== leaves);
  }
  const over = height() - rows;
  if (over <= 0) return stack(kept.map((piece) => piece.block));
  const drawn = kept.map((piece) =>
    piece.redraw === undefined ? piece.block : piece.redraw(Math.max(1, piece.block.lines.length - over)),
  );
  return cutTo(stack(drawn), rows);
}

function leastKept(pieces: readonly Piece[]): Piece | undefined {
  const optional = pieces.filter((piece) => Number.isFinite(piece.keep));
  const least = Math.min(...optional.map((piece) => piece.keep));
  return optional.findLast((piece) => piece.keep === least);
}
