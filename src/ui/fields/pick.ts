import type { PickLine, PickView } from '../../form/index.js';
import { padText, textWidth } from '../../kernel/index.js';
import { blank, block, clipLine, paragraph, span, stack, type Block, type Line } from '../lines.js';
import { around, fitOf, narrower, type Pen } from '../pen.js';

const GAP = 3;

/** Draws a list to pick from: details beside the labels where all of them fit, else the focused one's below the list. */
export function drawPick(view: PickView, pen: Pen): Block {
  const filter = filterLine(view);
  const list = drawLines(view, { ...pen, rows: Math.max(1, pen.rows - filter.length) });
  return stack([{ lines: filter }, list]);
}

function filterLine({ filter = '', lines, above, below }: PickView): readonly Line[] {
  if (filter === '') return [];
  if (lines.length + above + below > 0) return [[span('  narrowed by ', 'dim'), span(filter, 'strong')]];
  return [[span('  nothing has '), span(filter, 'strong'), span(' in it; Backspace shows more')]];
}

function drawLines(view: PickView, pen: Pen): Block {
  const details = view.lines.some((line) => line.detail !== '');
  const column = Math.max(0, ...view.lines.map((line) => textWidth(line.label))) + GAP;
  const start = lead(view, view.lines[0], pen).width + column;
  const beside = details && view.lines.every((line) => start + textWidth(line.detail) <= pen.width);
  const entries = view.lines.map((line) => block(pickLine(view, line, { pen, column, beside })));
  const focus = focusOf(view.lines);
  if (beside || !details) return around(entries, focus, { pen, beyond: view });
  const below = focusedDetail(view, pen);
  const room = Math.max(1, pen.rows - below.length);
  return stack([around(entries, focus, { pen: { ...pen, rows: room }, beyond: view }), { lines: below }]);
}

/** Says which line of a list has the focus; the first one when none has. */
export function focusOf(lines: readonly { readonly focused: boolean }[]): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.focused),
  );
}

function lead(
  { many }: PickView,
  line: PickLine | undefined,
  { glyphs }: Pen,
): { text: string; width: number } {
  const marks = many ? [glyphs.unchecked, glyphs.checked] : [glyphs.unpicked, glyphs.picked];
  const mark = marks[line?.picked === true ? 1 : 0] ?? '';
  const text = `${padText(line?.digit ?? '', 1)} ${mark} `;
  return { text, width: 2 + textWidth(text) };
}

type PickColumns = { readonly pen: Pen; readonly column: number; readonly beside: boolean };

function pickLine(view: PickView, line: PickLine, { pen, column, beside }: PickColumns): Line {
  const { glyphs } = pen;
  const digit = span(`${padText(line.digit, 1)} `, 'dim');
  const mark = lead(view, line, pen).text.slice(digit.text.length);
  const label = span(beside ? padText(line.label, column) : line.label, line.focused ? 'strong' : 'plain');
  const focus = span(line.focused ? `${glyphs.focus} ` : '  ', 'accent');
  const detail = beside && line.detail !== '' ? [span(line.detail, 'dim')] : [];
  return clipLine([focus, digit, span(mark, line.picked ? 'accent' : 'dim'), label, ...detail], fitOf(pen));
}

// A list that is redrawn on every move must not change its height: it keeps the rows of the longest detail.
function focusedDetail(view: PickView, pen: Pen): readonly Line[] {
  const room = pen.rows - view.lines.length;
  if (room < 1) return [];
  const drawn = view.lines.map((line) => paragraph(line.detail, fitOf(narrower(pen, 4), 2), 'dim'));
  const height = Math.min(Math.max(...drawn.map((lines) => lines.length)), room);
  const shown = drawn[focusOf(view.lines)] ?? [];
  const rows = Array.from({ length: height }, (_, row): Line => [span('    '), ...(shown[row] ?? [])]);
  return room > height ? [blank, ...rows] : rows;
}
