import type { PickView } from '../../form/index.js';
import { drawPick } from '../fields/pick.js';
import { blank, block, paragraph, type Block } from '../lines.js';
import { fitOf, fitPieces, type Pen } from '../pen.js';

/** Draws the choice of how long the interview shall be. */
export function drawDepth(
  { prompt, pick }: { readonly prompt: string; readonly pick: PickView },
  pen: Pen,
): Block {
  const list = (rows: number) => drawPick(pick, { ...pen, rows });
  return fitPieces(
    [
      { block: block(blank), keep: 1 },
      { block: block(...paragraph(prompt, fitOf(pen, 4), 'strong')), keep: Infinity },
      { block: block(blank), keep: 2 },
      { block: list(pen.rows), keep: Infinity, redraw: list },
    ],
    pen.rows,
  );
}
