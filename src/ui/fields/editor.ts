import type { EditorView, PickLine } from '../../form/index.js';
import { cellsOf, padText } from '../../kernel/index.js';
import { clipLine, cutTo, indent, span, stack, type Block, type Line } from '../lines.js';
import { fitOf, narrower, type Pen } from '../pen.js';
import { drawPick } from './pick.js';

/** The cells the mark before every row of an editor takes. */
export const EDITOR_MARK = 2;

/** Draws a text being edited: a prompt mark, or a bar along every row when it may have several. */
export function drawEditor(view: EditorView, pen: Pen): Block {
  const mark = span(padText(view.multiline ? pen.glyphs.bar : pen.glyphs.focus, EDITOR_MARK), 'accent');
  const slid = slide(view, pen.width - EDITOR_MARK);
  const lines = isBlank(view)
    ? [clipLine([mark, span(view.placeholder, 'dim')], fitOf(pen))]
    : slid.texts.map((text): Line => clipLine([mark, span(text)], fitOf(pen)));
  const caret = { row: view.caret.row, column: slid.column + EDITOR_MARK };
  return withPicks(withMore({ lines, caret }, view, pen), view.picks ?? [], pen);
}

const isBlank = ({ lines, above, below }: EditorView): boolean =>
  above === 0 && below === 0 && lines.every((text) => text === '');

type Slid = { readonly texts: readonly string[]; readonly column: number };

// Rows may be longer than the room there is: then they move left until the caret stands inside.
function slide({ lines, caret }: EditorView, room: number): Slid {
  const hidden = caret.column - Math.max(0, room - 1);
  if (hidden <= 0) return { texts: lines, column: caret.column };
  const cuts = lines.map((text) => withoutStart(text, hidden));
  const cut = cuts[caret.row]?.cut ?? hidden;
  return { texts: cuts.map(({ rest }) => rest), column: caret.column - cut };
}

function withoutStart(text: string, cells: number): { readonly rest: string; readonly cut: number } {
  let cut = 0;
  let units = 0;
  for (const cell of cellsOf(text)) {
    if (cut >= cells) break;
    cut += cell.width;
    units += cell.text.length;
  }
  return { rest: text.slice(units), cut };
}

// The readings of an ambiguous text stand right below it.
function withPicks(drawn: Block, lines: readonly PickLine[], pen: Pen): Block {
  const rows = pen.rows - drawn.lines.length;
  if (lines.length === 0 || rows < 1) return drawn;
  const inner = narrower({ ...pen, rows }, EDITOR_MARK);
  const picks = drawPick({ type: 'pick', many: false, lines, above: 0, below: 0 }, inner);
  return stack([drawn, indent(picks, EDITOR_MARK)]);
}

function withMore(drawn: Block, { above, below }: EditorView, pen: Pen): Block {
  const marks = (above > 0 ? 1 : 0) + (below > 0 ? 1 : 0);
  const inner = cutTo(drawn, Math.max(1, pen.rows - marks));
  const room = pen.rows - inner.lines.length;
  const top = above > 0 && room > 0 ? [moreOf(pen.glyphs.up)] : [];
  const bottom = below > 0 && room > top.length ? [moreOf(pen.glyphs.down)] : [];
  return stack([{ lines: top }, inner, { lines: bottom }]);
}

const moreOf = (arrow: string): Line => [span(`  ${arrow} more`, 'dim')];
