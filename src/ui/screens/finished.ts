import { blank, paragraph, type Block } from '../lines.js';
import { fitOf, scrolled, type Pen } from '../pen.js';

/** Draws the last screen: what will be written, and what is still open. */
export function drawFinished(lines: readonly string[], pen: Pen): Block {
  const [first = '', ...rest] = lines;
  const text = rest.flatMap((line) => (line === '' ? [blank] : paragraph(line, fitOf(pen, 4))));
  const head = [blank, ...paragraph(first, fitOf(pen, 2), 'strong'), ...(text.length > 0 ? [blank] : [])];
  return scrolled([...head, ...text], 0, pen);
}
