import { clipLine, padLine, span, type Block, type Line } from '../lines.js';
import { fitOf, type Pen } from '../pen.js';

/** Puts two blocks beside each other with a bar between; the left one takes `width` cells, both take the pen's rows. */
export function sideBySide(
  left: Block,
  right: Block,
  { pen, width }: { readonly pen: Pen; readonly width: number },
): Block {
  const fit = { ...fitOf(pen), width };
  const bar = span(` ${pen.glyphs.bar} `, 'dim');
  const lines = Array.from({ length: pen.rows }, (_, row): Line => [
    ...padLine(clipLine(left.lines[row] ?? [], fit), width),
    bar,
    ...(right.lines[row] ?? []),
  ]);
  return { ...left, lines };
}
