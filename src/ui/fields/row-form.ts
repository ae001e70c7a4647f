import type { RowField } from '../../form/index.js';
import { textWidth } from '../../kernel/index.js';
import { block, clipLine, indent, padLine, span, stack, type Block, type Line } from '../lines.js';
import { drawRefusal } from '../parts/refusal.js';
import { around, fitOf, narrower, type Beyond, type Pen } from '../pen.js';
import { drawEditor, EDITOR_MARK } from './editor.js';
import { drawPick, focusOf } from './pick.js';

const STAR = ' *';
const LABEL_MAX = 26;
const NOTHING_BEYOND = { above: 0, below: 0 };

/** Draws a small form: one field per line, the focused one open for editing, a refusal under its field. */
export function drawRowForm(fields: readonly RowField[], pen: Pen, beyond: Beyond = NOTHING_BEYOND): Block {
  const longest = Math.max(0, ...fields.map((field) => textWidth(labelOf(field))));
  const column = Math.min(longest, LABEL_MAX, Math.floor(pen.width / 3) + 2) + 2;
  const entries = fields.map((field) => drawField(field, { pen, column }));
  const legend =
    fields.some((field) => field.required) && fields.length > 1 ? [block([span('  * required', 'dim')])] : [];
  const room = Math.max(1, pen.rows - legend.length);
  const drawn = around(entries, focusOf(fields), {
    pen: { ...pen, rows: room },
    beyond,
  });
  return drawn.lines.length + legend.length > pen.rows ? drawn : stack([drawn, ...legend]);
}

const labelOf = ({ label, required }: RowField): string => (required ? label + STAR : label);

type Columns = { readonly pen: Pen; readonly column: number };

function drawField(field: RowField, columns: Columns): Block {
  const { pen, column } = columns;
  const head = labelLine(field, columns);
  const error = indent(drawRefusal(field.error, narrower(pen, 4)), 4);
  if (field.editor !== undefined) {
    const drawn = drawEditor({ ...field.editor, multiline: false }, narrower(pen, column));
    return stack([beside(head, drawn, column), error]);
  }
  if (field.picks.length === 0 || !field.focused) {
    return stack([block(clipLine([...head, span('  '), span(field.text)], fitOf(pen))), error]);
  }
  const inner = narrower({ ...pen, rows: Math.max(1, pen.rows - 1) }, 2);
  const picks = drawPick({ type: 'pick', many: false, lines: field.picks, above: 0, below: 0 }, inner);
  return stack([
    block(clipLine([...head, span('  '), span(field.text, 'dim')], fitOf(pen))),
    indent(picks, 2),
    error,
  ]);
}

// A label that is too long loses letters, never the sign that its field is required.
function labelLine(field: RowField, { pen, column }: Columns): Line {
  const mark = span(field.focused ? `${pen.glyphs.focus} ` : '  ', 'accent');
  const star = field.required ? STAR : '';
  const room = Math.max(1, column - 2 - star.length);
  const [label = span('')] = clipLine([span(field.label, field.focused ? 'strong' : 'dim')], {
    ...fitOf(pen),
    width: room,
  });
  return padLine([mark, label, span(star, 'dim')], column);
}

// The editor's own mark gives way to the label, which carries the mark of the focus.
function beside(head: Line, drawn: Block, column: number): Block {
  const moved = indent(drawn, column);
  const lines = moved.lines.map((line, row) =>
    row === 0 ? [...head, span(' '.repeat(EDITOR_MARK)), ...line.slice(2)] : line,
  );
  return { ...moved, lines };
}
