import { blank, indent, padLine, span, type Block, type Line } from '../lines.js';
import type { Pen } from '../pen.js';

/** The rows and columns a frame takes from what it holds. */
export const BOX_ROWS = 2;
/** The columns a frame takes from what it holds. */
export const BOX_COLUMNS = 4;

/** Draws a frame around a block, as wide as the pen. */
export function boxed(inner: Block, { glyphs, width }: Pen): Block {
  const [topLeft, topRight, bottomLeft, bottomRight] = glyphs.corners;
  const edge = (left: string, right: string): Line => [
    span(`${left}${glyphs.rule.repeat(Math.max(0, width - 2))}${right}`, 'dim'),
  ];
  const side = span(glyphs.side, 'dim');
  const moved = indent(inner, 2);
  const rows = moved.lines.map((line, at) => {
    const text = at < inner.lines.length && line.length > 0 ? line.slice(1) : blank;
    return [side, span(' '), ...padLine(text, width - BOX_COLUMNS), span(' '), side];
  });
  const caret = moved.caret === undefined ? {} : { caret: { ...moved.caret, row: moved.caret.row + 1 } };
  return { lines: [edge(topLeft, topRight), ...rows, edge(bottomLeft, bottomRight)], ...caret };
}
