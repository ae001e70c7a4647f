import type { WhyPart } from '../../form/index.js';
import { blank, paragraph, span, type Block, type Line } from '../lines.js';
import { fitOf, narrower, scrolled, type Pen } from '../pen.js';

/** Draws why the current question is asked, part by part. */
export function drawWhy(parts: readonly WhyPart[], from: number, pen: Pen): Block {
  const inner = narrower(pen, 2);
  const lines = parts.flatMap(({ title, lines: texts }): readonly Line[] => [
    blank,
    [span(title, 'accent')],
    ...texts.flatMap((text) => paragraph(text, fitOf(inner))).map((line) => [span('  '), ...line]),
  ]);
  return scrolled(lines, from, pen);
}
