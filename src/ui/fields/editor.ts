import type { EditorView, PickLine } from '../../form/view.js';
import { padText } from '../../kernel/index.js';
import { clipLine, cutTo, indent, span, stack, type Block, type Line } from '../lines.js';
import { fitOf, narrower, type Pen } from '../pen.js';
import { drawPick } from './pick.js';

/** The cells the mark before every row of an editor takes. */
export const EDITOR_MARK = 2;

/** Draws a text being edited: a prompt mark, or a bar along every row when it may have several. */
export function drawEditor(view: EditorView, pen: Pen): Block {
  const { glyphs } = pen;
  const isEmpty = view.lines.every((text) => text === '') && view.above === 0 && view.below === 0;
  const texts = view.lines.length === 0 ? [''] : view.lines;
  const shown = isEmpty && view.placeholder !== '' ? [view.placeholder] : texts;
  const mark = padText(view.multiline ? glyphs.bar : glyphs.focus, EDITOR_MARK);
  const lines = shown.map((text): Line =>
    clipLine([span(mark, 'accent'), span(text, isEmpty ? 'dim' : 'plain')], fitOf(pen)),
  );
  const caret = { row: view.caret.row, column: Math.min(view.caret.column + EDITOR_MARK, pen.width - 1) };
  return withPicks(withMore({ lines, caret }, view, pen), view.picks ?? [], pen);
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
  const top = above > 0 && room > 0 ? [moreOf(pen.glyphs.up, above)] : [];
  const bottom = below > 0 && room > top.length ? [moreOf(pen.glyphs.down, below)] : [];
  const caret =
    inner.caret === undefined ? {} : { caret: { ...inner.caret, row: inner.caret.row + top.length } };
  return { lines: [...top, ...inner.lines, ...bottom], ...caret };
}

function moreOf(arrow: string, count: number): Line {
  return [span(`  ${arrow} ${String(count)} more line${count === 1 ? '' : 's'}`, 'dim')];
}
