import { blank, cutTo, paragraph, type Block } from '../lines.js';
import { fitOf, type Pen } from '../pen.js';

/** The smallest window a question is drawn in. */
export const SMALLEST = { columns: 40, rows: 10 };

/** Says that the window is too small, what it needs, and that nothing is lost; keys wait until it has grown. */
export function drawTooSmall(pen: Pen): Block {
  const here = `${String(pen.width)} x ${String(pen.rows)}`;
  const lines = [
    ...paragraph('The window is too small.', fitOf(pen), 'strong'),
    ...paragraph(`Now ${here}, needed ${String(SMALLEST.columns)} x ${String(SMALLEST.rows)}.`, fitOf(pen)),
    ...paragraph('Nothing is lost.', fitOf(pen)),
  ];
  const space = Math.max(0, Math.floor((pen.rows - lines.length) / 2));
  return cutTo({ lines: [...Array.from({ length: space }, () => blank), ...lines], focus: space }, pen.rows);
}
