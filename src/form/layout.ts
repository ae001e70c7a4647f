/** How the screen is divided, in cells; the face draws by these numbers so that the field is computed for what is shown. */
export type Layout = {
  readonly main: number;
  readonly pane: number;
  readonly fieldRows: number;
  readonly listRows: number;
};

const PANE_FROM = 120;
const GUTTER = 3;
// Header, prompt with two lines of detail, sentence, echo, error, notice, footer and the blank lines between them.
const ASK_CHROME = 14;
const ASK_CHROME_SMALL = 8;
// Header, title, summary and footer of a list that fills the screen.
const LIST_CHROME = 8;

/** Divides a screen of `columns` by `rows`: from 120 columns on, two fifths go to the live pane. */
export function layoutOf(columns: number, rows: number): Layout {
  const pane = columns >= PANE_FROM ? Math.floor(columns * 0.4) : 0;
  const main = pane === 0 ? columns : columns - pane - GUTTER;
  const chrome = rows >= 20 ? ASK_CHROME : ASK_CHROME_SMALL;
  return {
    main: Math.max(1, main - 4),
    pane,
    fieldRows: Math.max(1, rows - chrome),
    listRows: Math.max(1, rows - LIST_CHROME),
  };
}
