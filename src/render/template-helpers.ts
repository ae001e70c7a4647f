import { markdownCell, markdownCode, markdownText } from './escape.js';

type Options = {
  readonly fn: (context: unknown) => string;
  readonly inverse: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
};

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false);

/** The only functions templates can call; each is pure and escapes what it prints. */
export const HELPERS = {
  /** Prints untrusted text as a Markdown sentence. */
  md: (value: unknown) => markdownText(text(value)),
  /** Prints untrusted text as one Markdown table cell. */
  cell: (value: unknown) => markdownCell(text(value)),
  /** Prints text as inline code. */
  code: (value: unknown) => markdownCode(text(value)),
  /** Prints text in upper case. */
  upper: (value: unknown) => text(value).toUpperCase(),
  /** Prints a number counted in words: `{{count list "answer"}}`. */
  count: (value: unknown, one: unknown, many: unknown) => countText(value, one, many),
  /** Joins a list of texts, escaped, with a separator. */
  join: (value: unknown, separator: unknown) => (Array.isArray(value) ? value.map((item) => markdownText(text(item))).join(typeof separator === 'string' ? separator : ', ') : ''),
  /** Joins a list of ids as inline code. */
  codes: (value: unknown) => (Array.isArray(value) ? value.map((item) => markdownCode(text(item))).join(', ') : ''),
  /** Prints one row of a Markdown table from a list of texts. */
  row: (value: unknown) => (Array.isArray(value) ? `| ${value.map((item) => markdownCell(text(item))).join(' | ')} |` : ''),
  /** Prints the rule under the head of a Markdown table with as many columns as the list has items. */
  rule: (value: unknown) => (Array.isArray(value) ? `| ${value.map(() => '---').join(' | ')} |` : ''),
  /** Shows its block when any of its arguments is filled. */
  when: blockWhen,
  /** Shows its block when both arguments are equal. */
  is: blockIs,
  /** Prints one sentence per line. */
  sentences: (value: unknown) => markdownText(text(value)).replaceAll(/([.!?])\s+(?=[A-Z])/g, '$1\n'),
  /** Makes a text a Markdown quote, line by line. */
  quote: (value: unknown) => text(value).split('\n').map((line) => `> ${markdownText(line)}`).join('\n'),
};

function countText(value: unknown, one: unknown, many: unknown): string {
  const count = Array.isArray(value) ? value.length : Number(value);
  const plural = typeof many === 'string' ? many : `${text(one)}s`;
  return `${String(count)} ${count === 1 ? text(one) : plural}`;
}

function blockWhen(this: unknown, ...all: readonly unknown[]): string {
  const options = all.at(-1) as Options;
  return all.slice(0, -1).some(isFilled) ? options.fn(this) : options.inverse(this);
}

function blockIs(this: unknown, a: unknown, b: unknown, options: Options): string {
  return a === b ? options.fn(this) : options.inverse(this);
}
