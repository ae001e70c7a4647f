import headless from '@xterm/headless';

// The addon reads its tables from the start of a shared buffer, which holds other things once a program has run for a while.
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** A terminal without a window: it takes what a program writes and keeps what a person would see. */
export type Screen = InstanceType<typeof headless.Terminal>;

/** How large a screen is, in cells. */
export type ScreenSize = { readonly columns: number; readonly rows: number };

/** Makes a screen that measures characters as modern terminals do: emoji families as one cluster of two cells. */
export function createScreen({ columns, rows }: ScreenSize): Screen {
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  screen.loadAddon(new UnicodeGraphemesAddon());
  screen.unicode.activeVersion = '15-graphemes';
  return screen;
}

/** The rows a person sees now, without blanks at their ends. */
export function screenText(screen: Screen): string {
  const { active } = screen.buffer;
  const rows = Array.from({ length: screen.rows }, (_, row) => active.getLine(active.baseY + row));
  return rows.map((row) => row?.translateToString(true, 0, screen.cols) ?? '').join('\n');
}

/** Everything that stands in the normal buffer, scrollback included: what the shell shows after a program has left. */
export function historyText(screen: Screen): string {
  const { normal } = screen.buffer;
  const rows = Array.from(
    { length: normal.length },
    (_, row) => normal.getLine(row)?.translateToString(true) ?? '',
  );
  return rows.join('\n').trimEnd();
}
