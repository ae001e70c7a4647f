import type { Dialog } from '../../form/index.js';
import { drawRowForm } from '../fields/row-form.js';
import { blank, block, paragraph, type Block } from '../lines.js';
import { drawRefusal } from './refusal.js';
import { fitOf, fitPieces, type Pen } from '../pen.js';

/** Draws a small form with its title, what it is about, its fields and what is wrong with them. */
export function drawDialog(dialog: Dialog, pen: Pen): Block {
  const body = dialog.body.flatMap((text) => (text === '' ? [blank] : paragraph(text, fitOf(pen, 4))));
  const form = (rows: number) => drawRowForm(dialog.fields, { ...pen, rows });
  return fitPieces(
    [
      { block: block(...paragraph(dialog.title, fitOf(pen, 2), 'strong')), keep: Infinity },
      { block: { lines: body }, keep: 2 },
      { block: block(...(dialog.fields.length > 0 ? [blank] : [])), keep: 1 },
      { block: form(pen.rows), keep: Infinity, redraw: form },
      { block: drawRefusal(dialog.error, pen), keep: Infinity },
    ],
    pen.rows,
  );
}
