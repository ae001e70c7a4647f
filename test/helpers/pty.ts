import { spawn } from '@lydell/node-pty';
import { parseKeyNames, type Key } from '../../src/form/keys.js';
import { createScreen, screenText, type Screen, type ScreenSize } from './screen.js';
import { PATIENCE } from './patience.js';

/** What a program in a terminal is started with. */
export type PtyOptions = ScreenSize & {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

/** How a program ended. */
export type PtyExit = { readonly code: number; readonly signal: number };

/** A program in a real terminal: what a person sees, and what they can do. */
export type Pty = {
  /** Waits until the screen shows a text, and gives the screen; fails with the screen when it never does. */
  readonly sees: (text: string | RegExp) => Promise<string>;
  /** The same for anything that can be said about a screen; `otherwise` is what a failure says. */
  readonly until: (isSo: (shown: string) => boolean, otherwise: string) => Promise<string>;
  /** Types names of keys (`down enter`), all in one burst; other words are typed as they are. */
  readonly keys: (names: string) => void;
  /** Sends bytes as they are. */
  readonly sends: (bytes: string) => void;
  readonly pastes: (text: string) => void;
  readonly resize: (size: ScreenSize) => void;
  readonly kill: (signal: string) => void;
  /** Kills all that still runs in the terminal, and waits until it has gone and can write no more files. */
  readonly ends: () => Promise<void>;
  readonly text: () => string;
  readonly screen: Screen;
  /** How many characters the program has written so far. */
  readonly bytes: () => number;
  readonly exited: Promise<PtyExit>;
};

const BURIED_WITHIN = 2_000;

/** Starts a program in a terminal of its own; the first word is looked up on the path. */
export function startPty(command: readonly [string, ...string[]], options: PtyOptions): Pty {
  const { columns, rows, env = {}, cwd = process.cwd() } = options;
  const [file, ...args] = command;
  const screen = createScreen({ columns, rows });
  const terminal = spawn(file, args, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { ...plainEnv(), ...env },
  });
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  let count = 0;
  terminal.onData((data) => {
    count += data.length;
    screen.write(data, changed);
  });
  // What a screen answers to a question of the program goes back as input, as in a real terminal.
  screen.onData((reply) => {
    terminal.write(reply);
  });
  let isOver = false;
  const exited = new Promise<PtyExit>((resolve) => {
    terminal.onExit(({ exitCode, signal = 0 }) => {
      isOver = true;
      screen.write('', () => {
        changed();
        resolve({ code: exitCode, signal });
      });
    });
  });
  return {
    sees: (text) =>
      reached({
        ...{ screen, watchers, isOver: () => isOver, otherwise: `The program never showed ${String(text)}.` },
        isSo: (shown) => (typeof text === 'string' ? shown.includes(text) : text.test(shown)),
      }),
    until: (isSo, otherwise) => reached({ screen, watchers, isOver: () => isOver, isSo, otherwise }),
    keys: (names) => {
      terminal.write(parseKeyNames(names).map(bytesOf).join(''));
    },
    sends: (bytes) => {
      terminal.write(bytes);
    },
    pastes: (text) => {
      terminal.write(`\u001b[200~${text}\u001b[201~`);
    },
    resize: (size) => {
      screen.resize(size.columns, size.rows);
      terminal.resize(size.columns, size.rows);
    },
    kill: (signal) => {
      if (!isOver) terminal.kill(signal);
    },
    ends: async () => {
      await killGroup(terminal.pid);
      await exited;
    },
    text: () => screenText(screen),
    screen,
    bytes: () => count,
    exited,
  };
}

// A shell and what it started are one group, named by the shell. What init has not buried yet counts as running, so
// there is an end to waiting.
async function killGroup(leader: number): Promise<void> {
  const end = Date.now() + BURIED_WITHIN;
  while (isSent(-leader, 'SIGKILL') && Date.now() < end) await new Promise(setImmediate);
}

function isSent(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function plainEnv(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
}

type Watched = {
  readonly screen: Screen;
  readonly watchers: Set<() => void>;
  readonly isOver: () => boolean;
  readonly isSo: (shown: string) => boolean;
  readonly otherwise: string;
};

async function reached({ screen, watchers, isOver, isSo, otherwise }: Watched): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (end: (shown: string) => void) => {
      clearTimeout(timer);
      watchers.delete(look);
      end(screenText(screen));
    };
    const fail = (why: string) => (shown: string) => {
      reject(new Error(`${otherwise}${why} The screen shows:\n${shown}`));
    };
    const look = () => {
      if (isSo(screenText(screen))) settle(resolve);
      else if (isOver()) settle(fail(' The program has ended.'));
    };
    const timer = setTimeout(() => {
      settle(fail(''));
    }, PATIENCE);
    watchers.add(look);
    look();
  });
}

const sequences: Readonly<Record<string, string>> = {
  enter: '\r',
  newline: '\n',
  escape: '\u001b',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  'page-up': '\u001b[5~',
  'page-down': '\u001b[6~',
  backspace: '\u007f',
  delete: '\u001b[3~',
  f1: '\u001bOP',
};

/** The bytes a terminal sends for a key. */
export function bytesOf(key: Key): string {
  if (key.type !== 'key') return key.text;
  const known = sequences[key.name];
  if (known !== undefined) return known;
  const [, modifier, base = ''] = /^(ctrl|alt)-(.+)$/.exec(key.name) ?? [];
  if (modifier === 'alt') return `\u001b${sequences[base] ?? base}`;
  if (modifier === 'ctrl' && /^[a-z_]$/.test(base))
    return String.fromCharCode(base.toUpperCase().charCodeAt(0) - 64);
  throw new Error(`No bytes are known for the key ${key.name}.`);
}
