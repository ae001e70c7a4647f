import { block, paragraph, span, type Block, type Line } from '../lines.js';
import { fitOf, narrower, type Pen } from '../pen.js';

/** Draws what was refused: the sign carries the colour, the sentence stays in the text's own, readable on any background. */
export function drawRefusal(text: string, pen: Pen): Block {
  const lines = paragraph(text, fitOf(narrower(pen, 2), 2));
  return block(
    ...lines.map((line, row): Line => [span(row === 0 ? `${pen.glyphs.refused} ` : '  ', 'bad'), ...line]),
  );
}
