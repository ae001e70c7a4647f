import type { FieldView } from '../../form/index.js';
import type { Block } from '../lines.js';
import type { Pen } from '../pen.js';
import { drawEditor } from './editor.js';
import { drawList } from './list.js';
import { drawPick } from './pick.js';
import { drawTable } from './table.js';

/** Draws the field of a question, whatever its kind. */
export function drawFieldView(view: FieldView, pen: Pen): Block {
  switch (view.type) {
    case 'editor':
      return drawEditor(view, pen);
    case 'pick':
      return drawPick(view, pen);
    case 'list':
      return drawList(view, pen);
    case 'table':
      return drawTable(view, pen);
  }
}
