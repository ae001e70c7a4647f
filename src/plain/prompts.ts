import Enquirer from 'enquirer';
import { PassThrough } from 'node:stream';
import type { KeyFeed } from './key-feed.js';
import type { Menu, Streams, Typed } from './talk.js';

/** Where prompts are shown, and where their keys come from. */
export type Terminal = Streams & { readonly feed: KeyFeed };

type Key = { readonly name?: string; readonly ctrl?: boolean };

/** What is used of a running prompt of the library. */
type Running = {
  input: string;
  keypress: (input: string | undefined, key?: Key) => unknown;
  reset: () => unknown;
  cancel: () => unknown;
  once: (event: 'start' | 'close', listener: () => void) => unknown;
};

/** Why a prompt was left without an answer. */
type Way = 'cancel' | 'end-of-input' | 'command';

type Question = Exclude<
  Parameters<Enquirer['prompt']>[0],
  readonly unknown[] | ((...given: never[]) => unknown)
>;

/** The line above the options: with it nothing is picked until the person moves. */
const NOTHING = '+nothing';

/** Asks for one line that can be edited. */
export async function askInput(terminal: Terminal, label: string): Promise<Typed> {
  const said = await prompted(terminal, { type: 'input', name: 'said', message: label });
  return 'way' in said ? { type: said.way === 'command' ? 'cancel' : said.way } : lineOf(said.text);
}

/** Lets one or many of a menu be picked; a slash opens a line for a command. */
export async function askPick(terminal: Terminal, label: string, menu: Menu): Promise<Typed> {
  const message = menu.many ? `${label.replace(/:$/, '')} (space picks, / for a command)` : label;
  const said = await prompted(terminal, { ...pickOf(menu), message, name: 'said' });
  if (!('way' in said)) return lineOf(said.text);
  if (said.way !== 'command') return { type: said.way };
  const typed = await askInput(terminal, 'Command, help lists them');
  return typed.type === 'line' ? lineOf(`/${typed.text.trim().replace(/^\//, '')}`) : typed;
}

const lineOf = (text: string): Typed => ({ type: 'line', text });

type Choice = { readonly enabled?: boolean };

/** The signs of the library in ASCII. */
const ASCII = {
  prefix: { pending: '?', submitted: '*', cancelled: 'x' },
  separator: { pending: '>', submitted: '-', cancelled: '-' },
  ...{ pointer: '>', ellipsis: '...', check: '*', cross: 'x' },
};

const looksFor = ({ unicode = true, colours = true }: Streams) => ({
  ...(unicode ? {} : { symbols: ASCII }),
  ...(colours ? {} : { styles: { enabled: false } }),
});

/** What is picked and where the cursor stands is told by marks, not by colours alone. */
const MARKS = {
  indicator: (_: unknown, choice: Choice) => (choice.enabled === true ? '[x]' : '[ ]'),
  pointer: '>',
};

function pickOf({ many, lines }: Menu) {
  const choices = lines.map(({ id, label, detail }) => ({
    name: id,
    message: label,
    ...(detail === undefined || detail === '' ? {} : { hint: detail }),
  }));
  if (!many)
    return {
      type: 'select' as const,
      choices: [{ name: NOTHING, message: '(pick below, or / for a command)' }, ...choices],
    };
  const none = lines.some(({ id }) => id === 'none') ? [] : [{ name: 'none', message: 'none of these' }];
  return { type: 'multiselect' as const, choices: [...choices, ...none], ...MARKS };
}

/** The library listens to a terminal on which nothing happens: its keys come from the feed, one at a time. */
function silentTerminal(): NodeJS.ReadStream {
  const silent = new PassThrough() as unknown as NodeJS.ReadStream;
  silent.isTTY = true;
  silent.setRawMode = () => silent;
  return silent;
}

type Said = { readonly text: string } | { readonly way: Way };

/** Runs one prompt; the library rejects when it is left, and the reason is the key that was pressed. */
async function prompted(terminal: Terminal, question: Question): Promise<Said> {
  const { stdin, stdout, feed } = terminal;
  const enquirer = new Enquirer<{ said: string | readonly string[] }>();
  let way: Way = 'cancel';
  let leave = (): void => undefined;
  enquirer.once('prompt', (running: Running) => {
    leave = () => {
      way = 'end-of-input';
      running.cancel();
    };
    listen(running, { types: question.type === 'input', onWay: (pressed) => (way = pressed) });
    running.once('start', () => {
      running.once(
        'close',
        feed.give((key) => running.keypress(key)),
      );
    });
  });
  const onEnd = () => leave();
  stdin.once('end', onEnd);
  try {
    const { said } = await enquirer.prompt({
      ...question,
      ...looksFor(terminal),
      stdin: silentTerminal(),
      stdout,
    });
    return {
      text: [said]
        .flat()
        .filter((id) => id !== NOTHING)
        .join(', '),
    };
  } catch {
    return { way };
  } finally {
    stdin.off('end', onEnd);
  }
}

type Listening = { readonly types: boolean; readonly onWay: (way: Way) => void };

/** Ctrl+C clears a line before it leaves, Ctrl+D leaves an empty one, Esc discards nothing, and a slash leaves a menu. */
function listen(running: Running, { types, onWay }: Listening): void {
  const usual = running.keypress.bind(running);
  const left = (way: Way) => {
    onWay(way);
    return running.cancel();
  };
  running.keypress = (input, key = {}) => {
    const typed = types ? running.input : '';
    if (key.name === 'escape') return undefined;
    if (key.ctrl === true && key.name === 'c' && typed !== '') return running.reset();
    const way = wayOf(input, key, types);
    return way === undefined || typed !== '' ? usual(input, key) : left(way);
  };
}

/** What a key on an empty line, or on a menu, leaves the prompt for. */
function wayOf(input: string | undefined, { name, ctrl }: Key, types: boolean): Way | undefined {
  if (ctrl === true) return name === 'c' ? 'cancel' : name === 'd' ? 'end-of-input' : undefined;
  return !types && (input === '/' || input === '?') ? 'command' : undefined;
}
