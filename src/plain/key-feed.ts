import { StringDecoder } from 'node:string_decoder';

/** Takes one key after the other; what it gives back is awaited before the next. */
type KeyTaker = (key: string) => unknown;

/** The keys of a person in the order they were typed; what nobody takes yet waits. */
export type KeyFeed = {
  /** Gives the keys to a prompt, from the first that waits, until the prompt lets go. */
  readonly give: (taker: KeyTaker) => () => void;
  /** Gives the terminal back. */
  readonly close: () => void;
};

/** Reads a terminal in raw mode for as long as an interview lasts, so that no key is lost between two prompts. */
export function createKeyFeed(stdin: NodeJS.ReadStream): KeyFeed {
  const decoder = new StringDecoder('utf8');
  const waiting: string[] = [];
  let rest = '';
  let taker: KeyTaker | undefined;
  let isGiving = false;
  const pump = async () => {
    if (isGiving) return;
    isGiving = true;
    while (taker !== undefined && waiting.length > 0) await taker(waiting.shift() ?? '');
    isGiving = false;
  };
  const onData = (bytes: Buffer) => {
    const read = keysIn(rest + decoder.write(bytes));
    waiting.push(...read.keys);
    rest = read.rest;
    void pump();
  };
  setRaw(stdin, true);
  stdin.on('data', onData);
  return {
    give: (given) => {
      taker = given;
      void pump();
      return () => {
        if (taker === given) taker = undefined;
      };
    },
    close: () => {
      stdin.off('data', onData);
      setRaw(stdin, false);
      stdin.pause();
    },
  };
}

function setRaw(stdin: NodeJS.ReadStream, isRaw: boolean): void {
  if (stdin.isTTY) stdin.setRawMode(isRaw);
}

// A sequence of the terminal is one key, and so is every other character; a line feed came from before raw mode.
// eslint-disable-next-line no-control-regex -- keys begin with control characters
const KEY = /^(?:\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[@-~]|[^\u0000-\u001f\u007f[O])|[^])/u;
// eslint-disable-next-line no-control-regex -- keys begin with control characters
const BEGUN = /^\u001b(?:\[[0-9;?]*[ -/]*|O)?$/;

/** Splits what was read into keys; a sequence that has only begun waits for its end. */
export function keysIn(text: string): { readonly keys: readonly string[]; readonly rest: string } {
  const keys: string[] = [];
  let rest = text;
  while (rest !== '' && !BEGUN.test(rest)) {
    const [key = rest] = KEY.exec(rest) ?? [];
    keys.push(key === '\n' ? '\r' : key);
    rest = rest.slice(key.length);
  }
  return { keys, rest };
}
