import { Scalar, stringify } from 'yaml';
import { cleanText } from '../kernel/index.js';

/** A value as it will stand in a file; a `Scalar` is a text that is written as a `|` block. */
export type Plain = string | number | boolean | null | Scalar<string> | readonly Plain[] | PlainMap;

/** A map as it will stand in a file, keys in the order they are written. */
export type PlainMap = { readonly [key: string]: Plain };

/** Says whether a value is a map. */
export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Scalar);
}

/** Text for a file: without control characters, as a `|` block when it has several lines or when that is asked for. */
export function plainText(text: string, form: 'block' | 'shortest' = 'shortest'): Plain {
  const clean = cleanText(text);
  if (form === 'shortest' && !clean.includes('\n')) return clean;
  const body = clean.trimEnd();
  if (body === '') return '';
  const block = new Scalar(`${body}\n`);
  block.type = Scalar.BLOCK_LITERAL;
  return block;
}

/** Whatever a file held, ready to be written again. */
export function plainRaw(raw: unknown): Plain {
  if (typeof raw === 'string') return plainText(raw);
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (Array.isArray(raw)) return raw.map(plainRaw);
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plainRaw(value)]));
}

/** Compares two values by what a reader gets from the file; line breaks at the end of a text do not count. */
export function samePlain(a: unknown, b: unknown): boolean {
  return a === b || comparable(a) === comparable(b);
}

function comparable(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.trimEnd() : inner));
}

const OPTIONS = {
  version: '1.2',
  indent: 2,
  indentSeq: true,
  lineWidth: 0,
  minContentWidth: 0,
  blockQuote: 'literal',
  aliasDuplicateObjects: false,
} as const;

/** The lines of `key: value` at an indent. */
export function entryLines(key: string, value: Plain, indent: number): readonly string[] {
  return linesOf({ [key]: value }, indent);
}

/** The lines of one list item at an indent. */
export function itemLines(value: Plain, indent: number): readonly string[] {
  return linesOf([value], indent);
}

/** What follows a key at an indent: the first line begins with the colon. */
export function valueLines(value: Plain, indent: number): readonly string[] {
  const [first = '', ...rest] = linesOf({ k: value }, 0);
  return [first.slice(1), ...rest.map((line) => indented(line, indent))];
}

function linesOf(value: Plain, indent: number): readonly string[] {
  const text = stringify(value, OPTIONS).replace(/\n$/, '');
  return text.split('\n').map((line) => indented(line, indent));
}

function indented(line: string, indent: number): string {
  return line === '' ? '' : ' '.repeat(indent) + line;
}
