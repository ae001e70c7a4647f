import { safeText, textWidth, truncateText, wrapText } from '../kernel/index.js';
import type { Caret } from '../form/index.js';

/** What a piece of text means to the eye; a theme says how it looks. */
export type Tone = 'plain' | 'strong' | 'dim' | 'accent' | 'good' | 'warn' | 'bad';

/** A piece of one line in one tone; it holds no line break and no control character. */
export type Span = { readonly text: string; readonly tone: Tone };

/** One row of the screen. */
export type Line = readonly Span[];

/** A rectangle of rows: where the caret stands in it, and which row must stay visible when it is cut. */
export type Block = { readonly lines: readonly Line[]; readonly caret?: Caret; readonly focus?: number };

/** An empty row. */
export const blank: Line = [];

/** Makes untrusted text one piece of a line. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text: safeText(text).replace(/\n+/g, ' '), tone };
}

/** Makes a block of lines. */
export const block = (...lines: readonly Line[]): Block => ({ lines });

// A screen measures each of its rows several times per key, and most text is plain: there one unit is one cell.
const widthOf = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? text.length : knownWidth(text));

const knownWidths = new Map<string, number>();

function knownWidth(text: string): number {
  const width = knownWidths.get(text) ?? textWidth(text);
  if (knownWidths.size >= 1024) knownWidths.clear();
  if (text.length <= 512) knownWidths.set(text, width);
  return width;
}

/** Says how many cells a line takes. */
export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

/** How text is laid out: the cells of a row, the most rows it may take, and what stands for what was cut. */
export type Fit = { readonly width: number; readonly rows?: number; readonly ellipsis: string };

// A cell holds a handful of code units at most; what lies further out cannot be on the screen.
const UNITS_PER_CELL = 8;

/** Wraps text into rows of one tone; text that needs more than `rows` ends in the ellipsis. */
export function paragraph(text: string, fit: Fit, tone: Tone = 'plain'): readonly Line[] {
  const { width, rows = Infinity, ellipsis } = fit;
  if (text === '' || width < 1 || rows < 1) return [];
  const seen = Number.isFinite(rows) ? text.slice(0, (rows + 1) * (width + 1) * UNITS_PER_CELL) : text;
  const wrapped = wrapText(safeText(seen), width);
  const kept = wrapped.slice(0, rows);
  const isCut = wrapped.length > kept.length;
  return kept.map((row, index) => [
    span(isCut && index === kept.length - 1 ? withEllipsis(row, width, ellipsis) : row, tone),
  ]);
}

const withEllipsis = (row: string, width: number, ellipsis: string): string =>
  truncateText(row, Math.max(0, width - textWidth(ellipsis)), '') + ellipsis;

/** Cuts a line to `width` cells; the ellipsis takes the tone of what it cuts. */
export function clipLine(line: Line, { width, ellipsis }: Fit): Line {
  if (lineWidth(line) <= width) return line;
  const kept: Span[] = [];
  let room = width;
  for (const piece of line) {
    const taken = widthOf(piece.text);
    if (taken < room || (taken === room && piece === line.at(-1))) kept.push(piece);
    else return [...kept, { ...piece, text: withEllipsis(piece.text, room, ellipsis) }];
    room -= taken;
  }
  return kept;
}

/** Fills a line with spaces to `width` cells. */
export function padLine(line: Line, width: number): Line {
  const missing = width - lineWidth(line);
  return missing > 0 ? [...line, span(' '.repeat(missing))] : line;
}

/** Sets one line to the left and one to the right edge of `width` cells; the left one is cut when both do not fit. */
export function spread(left: Line, right: Line, fit: Fit): Line {
  const taken = lineWidth(right);
  if (taken === 0) return clipLine(left, fit);
  const room = fit.width - taken - 1;
  if (room < 1) return clipLine(right, fit);
  return [...padLine(clipLine(left, { ...fit, width: room }), room + 1), ...right];
}

/** Moves a block `by` cells to the right. */
export function indent(inner: Block, by: number): Block {
  const lines = inner.lines.map((line) => (line.length === 0 ? line : [span(' '.repeat(by)), ...line]));
  return { ...inner, lines, ...caretAt(inner, 0, by) };
}

/** Puts blocks under each other; the first caret and the first focus count. */
export function stack(blocks: readonly Block[]): Block {
  let top = 0;
  let caret: Caret | undefined;
  let focus: number | undefined;
  for (const inner of blocks) {
    caret ??= caretAt(inner, top, 0).caret;
    if (inner.focus !== undefined) focus ??= inner.focus + top;
    top += inner.lines.length;
  }
  return {
    lines: blocks.flatMap(({ lines }) => lines),
    ...(caret === undefined ? {} : { caret }),
    ...(focus === undefined ? {} : { focus }),
  };
}

function caretAt({ caret }: Block, rows: number, columns: number): { readonly caret?: Caret } {
  return caret === undefined ? {} : { caret: { row: caret.row + rows, column: caret.column + columns } };
}

/** Cuts a block to `rows` rows around its caret or its focus. */
export function cutTo(inner: Block, rows: number): Block {
  const { lines, caret, focus } = inner;
  if (lines.length <= rows) return inner;
  const held = caret?.row ?? focus ?? 0;
  const from = Math.max(0, Math.min(held - Math.floor(rows / 2), lines.length - rows));
  const shown = lines.slice(from, from + rows);
  const kept = caret !== undefined && caret.row - from < rows ? caretAt(inner, -from, 0) : {};
  return { lines: shown, ...kept, ...(focus === undefined ? {} : { focus: focus - from }) };
}
