import { render, type SuspendTerminal } from 'ink';
import { App, type FormStore } from './app.js';
import { asciiGlyphs, unicodeGlyphs } from './glyphs.js';
import type { Looks } from './looks.js';
import { themeFor, type ThemeName } from './theme.js';

/** A form that also learns how large the terminal is. */
export type ResizableForm = FormStore & { readonly resize: (columns: number, rows: number) => unknown };

/** What a face is made of: the form it draws, the terminal, and how it looks. */
export type MountParts = {
  readonly form: ResizableForm;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly theme?: ThemeName;
  /** False when the locale is not UTF-8: signs are then plain ASCII. */
  readonly unicode?: boolean;
};

/** A mounted face: it owns the terminal until it is closed. */
export type Face<Reason> = {
  /** Ends the face and gives the terminal back; the first reason counts. */
  readonly close: (reason: Reason) => void;
  /** Settles when the terminal is restored: with the reason, or with the error that drawing threw. */
  readonly closed: Promise<Reason | undefined>;
  /** Lends the terminal to other work, such as an editor, and draws everything again afterwards. */
  readonly suspend: (work: () => Promise<void>) => Promise<void>;
};

const FRAMES_PER_SECOND = 60;
const HOME_AND_ERASE = '\u001b[H\u001b[J';

/** Draws a form on the alternate screen of a terminal until it is closed; writes nothing while nothing changes. */
export function mount<Reason>(parts: MountParts): Face<Reason> {
  const { form, stdin, stdout, stderr } = parts;
  let lend: SuspendTerminal | undefined;
  let isLent = false;
  let reason: Reason | undefined;
  const app = () => <App form={form} looks={looksOf(parts)} onTerminal={(suspend) => (lend = suspend)} />;
  const fit = () => void form.resize(stdout.columns || 80, stdout.rows || 24);
  // While a window is dragged, frames of the old size are still on their way and the terminal cuts or wraps them: after
  // that nothing is where Ink believes it to be, so every new size starts from an empty screen. Comes before Ink's own.
  const resized = () => {
    if (!isLent) {
      instance.clear();
      stdout.write(HOME_AND_ERASE);
    }
    fit();
    instance.rerender(app());
  };
  fit();
  // Ink reads keys a moment after its first frame: what is typed before that must not meet the line editor of the terminal.
  stdin.setRawMode(true);
  const stopWatching = watchSize(stdout, resized);
  const instance = render(app(), {
    ...{ stdin, stdout, stderr, alternateScreen: true, interactive: true, incrementalRendering: true },
    ...{ exitOnCtrlC: false, patchConsole: false, isScreenReaderEnabled: false, maxFps: FRAMES_PER_SECOND },
    kittyKeyboard: { mode: 'auto' },
  });
  return {
    closed: instance
      .waitUntilExit()
      .finally(() => {
        stopWatching();
        stdin.setRawMode(false);
      })
      .then(() => reason),
    close: (given) => {
      reason ??= given;
      instance.unmount();
    },
    suspend: async (work) => {
      isLent = true;
      await (lend ?? withoutTerminal)(work).finally(() => (isLent = false));
    },
  };
}

/** Calls back for every change of size, also for one that was taken back before Node looked: that one cuts the screen as well. */
function watchSize(stdout: NodeJS.WriteStream, resized: () => void): () => void {
  let isSeen = false;
  const onResize = () => {
    isSeen = true;
    resized();
  };
  const onSignal = () => {
    if (!isSeen) resized();
    isSeen = false;
  };
  stdout.on('resize', onResize);
  process.on('SIGWINCH', onSignal);
  return () => {
    stdout.off('resize', onResize);
    process.off('SIGWINCH', onSignal);
  };
}

const looksOf = ({ theme = 'default', unicode = true, stdout }: MountParts): Looks => ({
  theme: themeFor(theme, stdout.isTTY ? stdout.getColorDepth() : 8),
  glyphs: unicode ? unicodeGlyphs : asciiGlyphs,
});

const withoutTerminal = (work: () => Promise<void>): Promise<void> => work();
