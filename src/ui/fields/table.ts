import type { TableView } from '../../form/index.js';
import { block, blank, paragraph, span, stack, type Block, type Line } from '../lines.js';
import { around, fitOf, narrower, type Pen } from '../pen.js';
import { drawEditor } from './editor.js';
import { columnWidths, gridLine } from './grid.js';
import { focusOf } from './pick.js';
import { drawRowForm } from './row-form.js';

/** Draws a table: its rows by key, one row as a form, or one row as a line with bars; a question about a row comes below. */
export function drawTable(view: TableView, pen: Pen): Block {
  const question = block(...paragraph(view.question, fitOf(pen, 2), 'warn'));
  const inner = { ...pen, rows: Math.max(1, pen.rows - question.lines.length) };
  return stack([drawMode(view, inner), question]);
}

function drawMode(view: TableView, pen: Pen): Block {
  switch (view.mode) {
    case 'rows':
      return drawRows(view, pen);
    case 'row':
      return titled(view, pen, (inner) => drawRowForm(view.fields, inner, view));
    case 'line':
      return titled(view, pen, (inner) => drawLine(view, inner));
  }
}

function titled(view: TableView, pen: Pen, draw: (pen: Pen) => Block): Block {
  const head = block(...paragraph(view.title, fitOf(pen, 1), 'strong'));
  if (pen.rows < 4) return draw(pen);
  return stack([head, draw({ ...pen, rows: pen.rows - head.lines.length })]);
}

function drawRows(view: TableView, pen: Pen): Block {
  const inner = narrower(pen, 2);
  const widths = columnWidths(
    [view.columns, ...view.rows.filter((row) => !isCommand(row)).map((row) => row.cells)],
    inner.width,
  );
  const isHeaded = pen.rows > 3 && view.rows.length > 0 && view.columns.length > 0;
  const head = isHeaded
    ? [[span('  '), ...gridLine({ cells: view.columns, first: 'dim', others: 'dim' }, widths, inner)]]
    : [];
  const entries = view.rows.map((row) => block(markedRow(row.focused, pen, rowLine(row, widths, inner))));
  const room = { ...pen, rows: Math.max(1, pen.rows - head.length) };
  return stack([block(...head), around(entries, focusOf(view.rows), { pen: room, beyond: view })]);
}

type Row = TableView['rows'][number];

// What can be done with the table stands behind its rows, over the whole width, with a sign of its own.
function rowLine(row: Row, widths: readonly number[], pen: Pen): Line {
  const first = row.focused ? 'strong' : 'plain';
  if (!isCommand(row)) return gridLine({ cells: row.cells, first, others: 'dim' }, widths, pen);
  const sign = row.id === '+done' ? pen.glyphs.state.answered : '+';
  return [span(`${sign} `, 'accent'), span(row.cells[0] ?? '', row.focused ? 'strong' : 'dim')];
}

const markedRow = (focused: boolean, { glyphs }: Pen, line: Line): Line => [
  span(focused ? `${glyphs.focus} ` : '  ', 'accent'),
  ...line,
];

/** Says whether a line of a table is something to do, and not one of its rows. */
const isCommand = ({ id }: Row): boolean => id.startsWith('+');

function drawLine(view: TableView, pen: Pen): Block {
  const editor = view.line === undefined ? block() : drawEditor(view.line, pen);
  const rows = view.rows.filter((row) => !isCommand(row));
  if (rows.length === 0 || pen.rows < 6) return editor;
  return stack([editor, block(blank), drawRows({ ...view, rows }, { ...pen, rows: pen.rows - 3 })]);
}

/** Draws every row and column of a table as a grid, for the pane beside it. */
export function drawGrid(view: TableView, pen: Pen): Block {
  const rows = view.rows.filter((row) => !isCommand(row));
  return rows.length === 0 || view.columns.length < 2 ? block() : drawRows({ ...view, rows }, pen);
}
