import type { Dialog } from '../../form/index.js';
import { blank, block, stack, type Block } from '../lines.js';
import { drawDialog } from '../parts/dialog.js';
import type { Pen } from '../pen.js';

/** Draws the first screen: what this is, and the name of the spec. */
export function drawWelcome(dialog: Dialog, pen: Pen): Block {
  if (pen.rows < 8) return drawDialog(dialog, pen);
  return stack([block(blank), drawDialog(dialog, { ...pen, rows: pen.rows - 1 })]);
}
