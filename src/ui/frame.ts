import { layoutOf } from '../form/index.js';
import type { FormView, Overlay } from '../form/index.js';
import { drawGrid } from './fields/table.js';
import type { Glyphs } from './glyphs.js';
import { blank, block, clipLine, indent, paragraph, span, stack, type Block, type Line } from './lines.js';
import { BOX_COLUMNS, BOX_ROWS, boxed } from './parts/box.js';
import { drawDialog } from './parts/dialog.js';
import { drawFooter } from './parts/footer.js';
import { drawHeader } from './parts/header.js';
import { sideBySide } from './parts/side-by-side.js';
import { fitOf, fitPieces, scrolled, type Pen } from './pen.js';
import { drawAsk } from './screens/ask.js';
import { drawDepth } from './screens/depth.js';
import { drawFinished } from './screens/finished.js';
import { drawHelp } from './screens/help.js';
import { drawOutline } from './screens/outline.js';
import { paneLines } from './screens/pane.js';
import { drawReview } from './screens/review.js';
import { drawTooSmall, SMALLEST } from './screens/too-small.js';
import { drawWelcome } from './screens/welcome.js';
import { drawWhy } from './screens/why.js';

const MARGIN = 2;
const DIALOG_WIDTH = 76;

/** Lays the whole screen out: exactly as many rows as the terminal has, none wider than it, and the place of the caret. */
export function frameOf(view: FormView, glyphs: Glyphs): Block {
  const { columns, rows } = view;
  const pen: Pen = { glyphs, width: Math.max(0, columns), rows: Math.max(0, rows) };
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return filled(drawTooSmall(pen), pen);
  const header = drawHeader(view, whereOf(view), pen);
  const footer = drawFooter({ notice: view.notice, saved: view.saved, keys: keysOf(view) }, pen);
  const body = { ...pen, rows: rows - header.lines.length - footer.lines.length };
  return stack([header, filled(drawBody(view, body), body), footer]);
}

// What lies outside the screen must not stretch it: every block becomes exactly its rows, cut to its width.
function filled(inner: Block, pen: Pen): Block {
  const lines = Array.from({ length: pen.rows }, (_, row): Line =>
    clipLine(inner.lines[row] ?? blank, fitOf(pen)),
  );
  const { caret } = inner;
  return caret !== undefined && caret.row < pen.rows ? { lines, caret } : { lines };
}

function whereOf({ screen, overlay }: FormView): string {
  switch (overlay.type) {
    case 'help':
      return 'Keys';
    case 'outline':
      return 'Outline';
    case 'pane':
      return 'Findings and figures';
    case 'radius':
      return 'What changes';
    case 'why':
      return 'Why this is asked';
    case 'guide':
      return 'Guide';
    case 'dialog':
    case 'leave':
    case 'none':
      return screenName(screen);
  }
}

function screenName(screen: FormView['screen']): string {
  switch (screen.type) {
    case 'ask':
      return screen.ask.section;
    case 'welcome':
      return '';
    case 'depth':
      return 'Depth';
    case 'review':
      return 'Review';
    case 'finished':
      return 'Done';
  }
}

function keysOf({ overlay, screen, footer }: FormView): FormView['footer'] {
  if (overlay.type === 'dialog' && overlay.dialog.keys.length > 0) return overlay.dialog.keys;
  if (screen.type === 'welcome' && screen.dialog.keys.length > 0) return screen.dialog.keys;
  return footer;
}

function drawBody(view: FormView, pen: Pen): Block {
  const { overlay } = view;
  const inner = { ...pen, width: pen.width - 2 * MARGIN };
  switch (overlay.type) {
    case 'help':
      return indent(drawHelp(overlay, inner), MARGIN);
    case 'outline':
      return indent(drawOutline(overlay, inner), MARGIN);
    case 'pane':
      return indent(scrolled(paneLines(view.pane, inner), overlay.from, inner), MARGIN);
    case 'radius':
    case 'why':
    case 'guide':
      return indent(drawWhy(overlay.parts, overlay.from, inner), MARGIN);
    case 'dialog':
    case 'leave':
    case 'none':
      return drawMain(view, overlay, pen);
  }
}

type Near = Extract<Overlay, { type: 'none' | 'dialog' | 'leave' }>;

function drawMain(view: FormView, overlay: Near, pen: Pen): Block {
  const { main, pane } = layoutOf(view.columns, view.rows);
  const hasPane = pane > 0 && (view.screen.type === 'ask' || view.screen.type === 'review');
  const inner = { ...pen, width: hasPane ? main : pen.width - 2 * MARGIN };
  const left = indent(
    overlay.type === 'none'
      ? drawScreen(hasPane ? keysOnly(view) : view, inner)
      : drawOver(view, overlay, inner),
    MARGIN,
  );
  if (!hasPane) return left;
  return sideBySide(left, drawPane(view, { ...pen, width: pane - 1 }), { pen, width: main + 2 * MARGIN });
}

// Beside the pane the list of rows names them by their key alone: the pane shows all columns.
function keysOnly(view: FormView): FormView {
  const { screen } = view;
  if (screen.type !== 'ask' || screen.ask.field.type !== 'table') return view;
  const { field } = screen.ask;
  const rows = field.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) }));
  const ask = {
    ...screen.ask,
    field: { ...field, rows, columns: field.mode === 'rows' ? [] : field.columns },
  };
  return { ...view, screen: { ...screen, ask } };
}

function drawPane({ screen, pane }: FormView, pen: Pen): Block {
  const grid =
    screen.type === 'ask' && screen.ask.field.type === 'table'
      ? drawGrid(screen.ask.field, { ...pen, rows: Math.floor(pen.rows / 2) })
      : block();
  const top = grid.lines.length > 0 ? [[span('Rows', 'accent')], ...grid.lines, blank] : [];
  // The review itself lists the findings; what they were worked out from stands beside it.
  const beside = screen.type === 'review' ? { ...pane, findings: [] } : pane;
  const lines = [blank, ...top, ...paneLines(beside, pen, pen.rows)];
  if (lines.length <= pen.rows) return { lines };
  return { lines: [...lines.slice(0, pen.rows - 1), [span(`  ${pen.glyphs.down} more`, 'dim')]] };
}

function drawScreen({ screen }: FormView, pen: Pen): Block {
  switch (screen.type) {
    case 'welcome':
      return drawWelcome(screen.dialog, pen);
    case 'depth':
      return drawDepth(screen, pen);
    case 'ask':
      return drawAsk(screen.ask, pen);
    case 'review':
      return drawReview(screen, pen);
    case 'finished':
      return drawFinished(screen.lines, pen);
  }
}

// The question stays in sight above what is asked about it.
function drawOver({ screen }: FormView, overlay: Exclude<Near, { type: 'none' }>, pen: Pen): Block {
  const prompt = screen.type === 'ask' ? paragraph(screen.ask.prompt, fitOf(pen, 2), 'dim') : [];
  const draw = (rows: number) => drawBox(overlay, { ...pen, rows });
  return fitPieces(
    [
      { block: block(blank), keep: 1 },
      { block: block(...prompt), keep: 3 },
      { block: block(...(prompt.length > 0 ? [blank] : [])), keep: 2 },
      { block: draw(pen.rows), keep: Infinity, redraw: draw },
    ],
    pen.rows,
  );
}

function drawBox(overlay: Exclude<Near, { type: 'none' }>, pen: Pen): Block {
  const width = Math.min(pen.width, DIALOG_WIDTH);
  const inner = { ...pen, width: width - BOX_COLUMNS, rows: Math.max(1, pen.rows - BOX_ROWS) };
  const content = overlay.type === 'dialog' ? drawDialog(overlay.dialog, inner) : drawLeave(inner);
  return boxed(content, { ...pen, width });
}

function drawLeave(pen: Pen): Block {
  return block(
    ...paragraph('Leave the interview?', fitOf(pen), 'strong'),
    ...paragraph(
      'Every answer and what is being typed is saved. Ctrl+C again leaves, Esc stays.',
      fitOf(pen, 3),
    ),
  );
}
