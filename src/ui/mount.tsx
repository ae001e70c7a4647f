import { render, type SuspendTerminal } from 'ink';
import { App, type FormStore } from './app.js';
import { asciiGlyphs, unicodeGlyphs } from './glyphs.js';
import { themes, type ThemeName } from './theme.js';

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

/** Draws a form on the alternate screen of a terminal until it is closed; writes nothing while nothing changes. */
export function mount<Reason>({
  form,
  stdin,
  stdout,
  stderr,
  theme = 'default',
  unicode = true,
}: MountParts): Face<Reason> {
  const looks = { theme: themes[theme], glyphs: unicode ? unicodeGlyphs : asciiGlyphs };
  let lend: SuspendTerminal | undefined;
  let reason: Reason | undefined;
  const app = <App form={form} looks={looks} onTerminal={(suspend) => (lend = suspend)} />;
  const fit = () => void form.resize(stdout.columns || 80, stdout.rows || 24);
  fit();
  const instance = render(app, {
    ...{ stdin, stdout, stderr, alternateScreen: true, interactive: true, incrementalRendering: true },
    ...{ exitOnCtrlC: false, patchConsole: false, isScreenReaderEnabled: false, maxFps: FRAMES_PER_SECOND },
    kittyKeyboard: { mode: 'auto' },
  });
  stdout.on('resize', fit);
  const closed = instance
    .waitUntilExit()
    .finally(() => stdout.off('resize', fit))
    .then(() => reason);
  return {
    closed,
    close: (given) => {
      reason ??= given;
      instance.unmount();
    },
    suspend: (work) => (lend === undefined ? work() : lend(work)),
  };
}
