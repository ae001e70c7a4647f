import type { Screen } from './screen.js';

type Cell = { readonly text: string; readonly width: number; readonly look: string };

const CELL = { width: 8.4, height: 18, baseline: 13.5 };
const PADDING = 16;
const BAR = 28;
const colours = ['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'];
const FOREGROUND = '#d8dee9';
const BACKGROUND = '#1e2430';

/** Draws what a screen shows now as an SVG picture, with its colours: a still for documents. */
export function screenSvg(screen: Screen, title = ''): string {
  const rows = Array.from({ length: screen.rows }, (_, row) => rowSvg(screen, row));
  const width = Math.ceil(screen.cols * CELL.width + 2 * PADDING);
  const height = Math.ceil(screen.rows * CELL.height + 2 * PADDING + BAR);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img"${title === '' ? '' : ` aria-label="${escaped(title)}"`}>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    ...['#e06c75', '#e5c07b', '#98c379'].map(
      (fill, at) => `<circle cx="${String(20 + at * 18)}" cy="18" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve">`,
    ...rows.filter((row) => row !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function rowSvg(screen: Screen, row: number): string {
  const y = BAR + PADDING + row * CELL.height;
  let column = 0;
  const pieces: string[] = [];
  for (const run of runsOf(cellsOf(screen, row))) {
    const text = run.map((cell) => cell.text).join('');
    const cells = run.reduce((sum, cell) => sum + cell.width, 0);
    const shown = text.trim();
    const before = text.length - text.trimStart().length;
    const after = text.length - text.trimEnd().length;
    const x = PADDING + (column + before) * CELL.width;
    const length = (cells - before - after) * CELL.width;
    const look = run[0]?.look ?? '';
    if (shown !== '') {
      const place = `x="${x.toFixed(1)}" y="${(y + CELL.baseline).toFixed(1)}" textLength="${length.toFixed(1)}"`;
      pieces.push(`<text ${place}${look}>${escaped(shown)}</text>`);
    }
    column += cells;
  }
  return pieces.join('\n');
}

function cellsOf(screen: Screen, row: number): readonly Cell[] {
  const { active } = screen.buffer;
  const line = active.getLine(active.baseY + row);
  return Array.from({ length: screen.cols }, (_, column) => line?.getCell(column))
    .filter((cell) => cell !== undefined && cell.getWidth() > 0)
    .map((cell) => ({
      text: cell?.getChars() || ' ',
      width: cell?.getWidth() ?? 1,
      look: cell === undefined ? '' : lookOf(cell),
    }));
}

type BufferCell = NonNullable<
  ReturnType<NonNullable<ReturnType<Screen['buffer']['active']['getLine']>>['getCell']>
>;

const LEVELS = [0, 95, 135, 175, 215, 255];

/** The sixteen colours as this picture draws them; the cube and the greys behind it as every terminal does. */
function paletteColour(index: number): string {
  if (index < 16) return colours[index % 8] ?? FOREGROUND;
  const grey = 8 + 10 * (index - 232);
  const level = (place: number) => LEVELS[Math.floor((index - 16) / 6 ** place) % 6] ?? 0;
  const parts = index >= 232 ? [grey, grey, grey] : [level(2), level(1), level(0)];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function lookOf(cell: BufferCell): string {
  const colour = cell.isFgPalette() ? paletteColour(cell.getFgColor()) : FOREGROUND;
  return [
    colour === FOREGROUND ? '' : ` fill="${colour}"`,
    cell.isBold() ? ' font-weight="700"' : '',
    cell.isDim() ? ' opacity="0.62"' : '',
    cell.isUnderline() ? ' text-decoration="underline"' : '',
  ].join('');
}

// Wide characters stand alone, so that a font with other widths cannot push what follows.
function runsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1)?.at(-1);
    if (last?.look === cell.look && last.width === 1 && cell.width === 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
