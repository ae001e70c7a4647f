import { padText, textWidth } from '../../kernel/index.js';
import { clipLine, span, type Line, type Tone } from '../lines.js';
import { fitOf, type Pen } from '../pen.js';

const GAP = 2;
const LEAST = 6;

/** The widths of columns in cells: as wide as their content, the widest cut first, those at the end left out when none has room. */
export function columnWidths(rows: readonly (readonly string[])[], room: number): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map((row) => textWidth(row[at] ?? ''))),
  );
  const kept = natural.slice(0, Math.max(1, Math.floor((room + GAP) / (LEAST + GAP))));
  const space = Math.max(1, room - GAP * (kept.length - 1));
  return shrunk(kept, space);
}

// Every column gets the same limit; what short columns do not use goes to the long ones.
function shrunk(natural: readonly number[], space: number): readonly number[] {
  let open = natural;
  let left = space;
  for (;;) {
    const limit = Math.floor(left / Math.max(1, open.length));
    const small = open.filter((width) => width <= limit);
    if (small.length === 0 || small.length === open.length)
      return natural.map((width) => Math.min(width, Math.max(1, limit)));
    left -= small.reduce((sum, width) => sum + width, 0);
    open = open.filter((width) => width > limit);
  }
}

/** How a row of cells is drawn. */
export type GridRow = { readonly cells: readonly string[]; readonly first: Tone; readonly others: Tone };

/** Draws one row of a grid by the widths of its columns. */
export function gridLine({ cells, first, others }: GridRow, widths: readonly number[], pen: Pen): Line {
  const fit = fitOf(pen);
  return widths.flatMap((width, at) => {
    const isLast = at === widths.length - 1;
    const [cell = span('')] = clipLine([span(cells[at] ?? '', at === 0 ? first : others)], { ...fit, width });
    return [isLast ? cell : { ...cell, text: padText(cell.text, width + GAP) }];
  });
}
