import { joined, nearest, type Problem } from '../kernel/index.js';
import type { ExitCode } from './exit-codes.js';
import type { World } from './world.js';

/** What a person gave on the command line: words in order, and options by name. */
export type Given = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
};

/** What a command does. */
export type Run = (world: World, given: Given) => Promise<ExitCode>;

/** One command as help, completion and dispatch see it; `load` brings its code only when it runs. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly options: readonly { readonly flags: string; readonly does: string; readonly many?: boolean }[];
  readonly examples: readonly string[];
  readonly load: () => Promise<{ readonly run: Run }>;
};

/** Gives an option that takes a text. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[camel(name)];
  return typeof value === 'string' ? value : undefined;
}

/** Gives an option that may be repeated, in order. */
export function textsOption(given: Given, name: string): readonly string[] {
  const value = given.options[camel(name)];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** What is wrong with an option that takes one of a few words; nothing when it is one of them or was not given. */
export function wrongChoice(given: Given, name: string, choices: readonly string[]): Problem | undefined {
  const word = textOption(given, name);
  if (word === undefined || choices.includes(word)) return undefined;
  const near = nearest(word, choices, 1)[0];
  const all = `It is one of ${joined(choices)}.`;
  return {
    code: 'unknown-choice',
    message: `--${name} does not know ${JSON.stringify(word)}.`,
    hint: near === undefined ? all : `Did you mean ${near}? ${all}`,
  };
}

/** Says whether a switch was given. */
export function isOn(given: Given, name: string): boolean {
  return given.options[camel(name)] === true;
}

const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
