import type { Screen } from './screen.js';

type Cell = {
  readonly text: string;
  readonly width: number;
  readonly look: string;
  readonly inverse: boolean;
};

const CELL = { width: 8.4, height: 18, baseline: 13.5 };
const PADDING = 16;
const BAR = 28;
const colours = ['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'];
const FOREGROUND = '#d8dee9';
const BACKGROUND = '#1e2430';

/** What a screen showed at one moment: its size, and its rows as pieces of a picture. */
export type Still = { readonly columns: number; readonly rows: readonly string[] };

/** Takes down what a screen shows now. */
export function stillOf(screen: Screen): Still {
  return {
    columns: screen.cols,
    rows: Array.from({ length: screen.rows }, (_, row) => rowSvg(screen, row)),
  };
}

/** Draws what a screen shows now as an SVG picture, with its colours: a still for documents. */
export function screenSvg(screen: Screen, title = ''): string {
  const still = stillOf(screen);
  return picture(still, { title, body: still.rows.filter((row) => row !== '') });
}

/** One moment of a sitting, and for how many seconds it is shown. */
export type Frame = { readonly still: Still; readonly seconds: number };

/** Draws moments after each other as one SVG that plays without a script, again and again; who wants no motion sees the last. */
export function animatedSvg(frames: readonly Frame[], title: string): string {
  const total = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  const first = frames[0]?.still ?? { columns: 0, rows: [] };
  const ids = new Map<string, string>();
  const rows = frames.flatMap(({ still }) => still.rows.map((text, row) => ({ row, text })));
  for (const { row, text } of rows) {
    const key = `${String(row)}\n${text}`;
    if (text !== '' && !ids.has(key)) ids.set(key, `r${String(row)}-${String(ids.size)}`);
  }
  const defs = [...ids].map(([key, id]) => `<g id="${id}">\n${key.slice(key.indexOf('\n') + 1)}\n</g>`);
  const uses = ({ rows: texts }: Still) =>
    texts
      .flatMap((text, row) => ids.get(`${String(row)}\n${text}`) ?? [])
      .map((id) => `<use href="#${id}"/>`);
  const groups = frames.map(({ still }, at) => `<g class="f f${String(at)}">${uses(still).join('')}</g>`);
  return picture(first, {
    title,
    style: styleOf(frames, total),
    body: ['<defs>', ...defs, '</defs>', ...groups],
  });
}

/** Each moment is visible in its share of the whole, and hidden in the rest. */
function styleOf(frames: readonly Frame[], total: number): readonly string[] {
  const share = (seconds: number) => `${((seconds / total) * 100).toFixed(3)}%`;
  let at = 0;
  const rules = frames.map(({ seconds }, index) => {
    const from = at;
    at += seconds;
    const before = from === 0 ? '' : '0%{visibility:hidden}';
    const after = index === frames.length - 1 ? '' : `${share(at)}{visibility:hidden}`;
    const name = `f${String(index)}`;
    return `@keyframes ${name}{${before}${share(from)}{visibility:visible}${after}}.${name}{animation-name:${name}}`;
  });
  const last = `.f${String(frames.length - 1)}`;
  return [
    `.f{visibility:hidden;animation:${String(total)}s step-end infinite}`,
    ...rules,
    `@media (prefers-reduced-motion:reduce){.f{animation:none}${last}{visibility:visible}}`,
  ];
}

type Picture = {
  readonly title: string;
  readonly style?: readonly string[];
  readonly body: readonly string[];
};

function picture({ columns, rows }: Still, { title, style = [], body }: Picture): string {
  const width = Math.ceil(columns * CELL.width + 2 * PADDING);
  const height = Math.ceil(rows.length * CELL.height + 2 * PADDING + BAR);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img"${title === '' ? '' : ` aria-label="${escaped(title)}"`}>`,
    ...(style.length === 0 ? [] : ['<style>', ...style, '</style>']),
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    ...['#e06c75', '#e5c07b', '#98c379'].map(
      (fill, at) => `<circle cx="${String(20 + at * 18)}" cy="18" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve">`,
    ...body,
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
      if (run[0]?.inverse === true) {
        const box = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${length.toFixed(1)}" height="${String(CELL.height)}"`;
        pieces.push(`<rect ${box} fill="${FOREGROUND}"/>`);
      }
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
      inverse: cell?.isInverse() === 1,
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
  if (cell.isInverse()) return ` fill="${BACKGROUND}" font-weight="700"`;
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
