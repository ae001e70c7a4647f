/** A key that is not text, by the name the key tables use: `enter`, `ctrl-a`, `alt-left`, `f1`. */
export type NamedKey = { readonly type: 'key'; readonly name: KeyName };

/** One thing the user did: a key, typed text without control characters, or a paste as the terminal sent it. */
export type Key =
  | NamedKey
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string };

const plainNames = [
  'enter',
  'newline',
  'escape',
  'tab',
  'shift-tab',
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'page-up',
  'page-down',
  'backspace',
  'delete',
  'f1',
] as const;

/** The name of a key; a modified key is written `ctrl-x`, `alt-x`, `ctrl-alt-x` or `ctrl-shift-x`. */
export type KeyName = (typeof plainNames)[number] | `ctrl-${string}` | `alt-${string}`;

/** What Ink says about a key beside its input; every flag may be absent. */
export type InkKey = {
  readonly upArrow?: boolean;
  readonly downArrow?: boolean;
  readonly leftArrow?: boolean;
  readonly rightArrow?: boolean;
  readonly pageUp?: boolean;
  readonly pageDown?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly return?: boolean;
  readonly escape?: boolean;
  readonly tab?: boolean;
  readonly backspace?: boolean;
  readonly delete?: boolean;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly meta?: boolean;
  readonly super?: boolean;
  readonly hyper?: boolean;
  readonly eventType?: 'press' | 'repeat' | 'release';
};

const flagNames = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const;

/** Builds the event of a named key. */
export const keyNamed = (name: KeyName): NamedKey => ({ type: 'key', name });

/** Turns what Ink hands over for one read into events, in order: one read may hold many keys. */
export function toKeys(input: string, key: InkKey): readonly Key[] {
  // Cmd and Hyper combinations belong to the terminal; a release repeats the press before it.
  if (key.eventType === 'release' || key.super || key.hyper) return [];
  const special = specialKeys(input, key);
  if (special !== undefined) return special;
  if (input === '') return isFunctionKey(key) ? [keyNamed('f1')] : [];
  if (key.ctrl || key.meta) return [keyNamed(modifiedName(input, key))];
  return splitChunk(input);
}

function specialKeys(input: string, key: InkKey): readonly Key[] | undefined {
  // Esc twice in one read comes as one Alt+Esc whose input is the second one.
  if (key.escape) return input === '' ? [keyNamed('escape')] : [keyNamed('escape'), keyNamed('escape')];
  if (key.return) return [keyNamed(isModified(key) ? 'newline' : 'enter')];
  if (key.tab) return [keyNamed(key.shift ? 'shift-tab' : 'tab')];
  const found = flagNames.find(([flag]) => key[flag] === true);
  return found === undefined ? undefined : [keyNamed(movingName(found[1], key))];
}

function movingName(name: (typeof flagNames)[number][1], key: InkKey): KeyName {
  if (key.ctrl) return `ctrl-${name}`;
  return key.meta ? `alt-${name}` : name;
}

const isModified = (key: InkKey): boolean => [key.shift, key.meta, key.ctrl].includes(true);

// Ink names no function key. An empty input without any flag is one of F1 to F4: the others, and the
// keypad, come as sequences with an event type.
const isFunctionKey = (key: InkKey): boolean =>
  !key.ctrl && !key.meta && !key.shift && key.eventType === undefined;

const sameKeys: Readonly<Record<string, KeyName>> = {
  'ctrl-j': 'newline',
  'ctrl-m': 'enter',
  'ctrl-i': 'tab',
  'ctrl-h': 'backspace',
  'ctrl-[': 'escape',
};

function modifiedName(input: string, key: InkKey): KeyName {
  const base = input === ' ' ? 'space' : input.toLowerCase();
  const shift = key.ctrl && key.shift ? 'shift-' : '';
  const name: KeyName = key.ctrl ? `ctrl-${key.meta ? 'alt-' : ''}${shift}${base}` : `alt-${base}`;
  return sameKeys[name] ?? name;
}

// eslint-disable-next-line no-control-regex -- splitting at control characters is the purpose
const pieces = /[\u0000-\u001f\u007f]|[^\u0000-\u001f\u007f]+/g;

function splitChunk(input: string): readonly Key[] {
  const found = input.match(pieces) ?? [];
  return found.map((piece) => controlKey(piece) ?? { type: 'text', text: piece });
}

function controlKey(piece: string): NamedKey | undefined {
  const code = piece.charCodeAt(0);
  if (code === 0x7f) return keyNamed('backspace');
  if (code > 0x1f) return undefined;
  if (code === 0) return keyNamed('ctrl-space');
  const name: KeyName = `ctrl-${String.fromCharCode(code + 64).toLowerCase()}`;
  return keyNamed(sameKeys[name] ?? name);
}

/** Builds the event of a paste. */
export const pasted = (text: string): Key => ({ type: 'paste', text });

/** Reads key names parted by spaces, for tests and tables; a word that names no key is typed: `hello enter`. */
export function parseKeyNames(names: string): readonly Key[] {
  return names.split(/\s+/).filter(Boolean).map(parseKeyName);
}

function parseKeyName(name: string): Key {
  if (name === 'space') return { type: 'text', text: ' ' };
  return isKeyName(name) ? keyNamed(name) : { type: 'text', text: name };
}

function isKeyName(name: string): name is KeyName {
  return (plainNames as readonly string[]).includes(name) || /^(?:ctrl|alt)-./u.test(name);
}
