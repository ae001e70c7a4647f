import { gherkinText } from './escape-gherkin.js';
import {
  markdownCell,
  markdownCode,
  markdownQuote,
  markdownSentence,
  markdownSentences,
  markdownText,
} from './escape.js';
import { javascriptProperty } from './escape-javascript.js';
import { mermaidText } from './escape-mermaid.js';
import { alertText, yamlNote, yamlText } from './escape-yaml.js';

type Options = {
  readonly fn: (context: unknown) => string;
  readonly inverse: (context: unknown) => string;
};

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false;

/** The only functions templates can call; each is pure, and each but `join` of ids escapes what it prints. */
export const HELPERS = {
  /** Prints untrusted text inside a line. */
  md: (value: unknown) => markdownText(text(value)),
  /** Prints untrusted text at the beginning of a line, with a capital. */
  head: (value: unknown) => markdownText(capital(text(value))),
  /** Prints untrusted text as the end of a sentence, with its stop. */
  full: (value: unknown) => markdownSentence(text(value)),
  /** Prints untrusted text as a sentence: a capital first, a stop last. */
  sentence: (value: unknown) => markdownSentence(capital(text(value))),
  /** Prints untrusted text with one sentence per line. */
  sentences: (value: unknown) => markdownSentences(text(value)),
  /** Prints untrusted text as one table cell. */
  cell: (value: unknown) => markdownCell(text(value)),
  /** Prints text as inline code. */
  code: (value: unknown) => markdownCode(text(value)),
  /** Prints an id of several parts as words: `load-test` gives `load test`. */
  words: (value: unknown) => markdownText(text(value).replaceAll('-', ' ')),
  /** Prints untrusted text as the end of a line of Gherkin. */
  step: (value: unknown) => gherkinText(text(value)),
  /** Prints untrusted text between the quotes of a mermaid label. */
  label: (value: unknown) => mermaidText(text(value)),
  /** Prints untrusted text as a string of YAML that Prometheus expands no further. */
  alert: (value: unknown) => alertText(text(value)),
  /** Prints untrusted text as a string of YAML. */
  string: (value: unknown) => yamlText(text(value)),
  /** The same with a capital first. */
  headline: (value: unknown) => yamlText(capital(text(value))),
  /** Prints untrusted text as a string of YAML whose reader takes it for Markdown. */
  note: (value: unknown) => yamlNote(capital(text(value))),
  /** Prints a property of an object literal of JavaScript with untrusted text: `{{property "path" path 4}}`. */
  property: (name: unknown, value: unknown, indent: unknown) =>
    javascriptProperty(text(name), text(value), typeof indent === 'number' ? indent : 0),
  /** Prints how many there are, in words if a word is given: `{{count list "answer"}}`. */
  count: (value: unknown, one: unknown, many: unknown) => countText(value, one, many),
  /** Joins texts with a separator. */
  join: (value: unknown, separator: unknown) =>
    texts(value)
      .map(markdownText)
      .join(typeof separator === 'string' ? separator : ', '),
  /** Joins ids as inline code. */
  codes: (value: unknown) => texts(value).map(markdownCode).join(', '),
  /** Prints one row of a table from a list of texts. */
  row: (value: unknown) => `| ${texts(value).map(markdownCell).join(' | ')} |`,
  /** Prints the rule under the head of a table with as many columns as the list has items. */
  rule: (value: unknown) =>
    `| ${texts(value)
      .map(() => '---')
      .join(' | ')} |`,
  /** Prints lines as a quote, indented: `{{quote lines 2}}`. */
  quote: (value: unknown, indent: unknown) =>
    markdownQuote(texts(value), typeof indent === 'number' ? indent : 0),
  /** Shows its block when any of its arguments is filled. */
  when: blockWhen,
  /** Shows its block when both arguments are equal. */
  is: blockIs,
};

/** Names such as `user_id` and paths keep their first letter. */
const capital = (value: string): string =>
  /^[a-z][a-z'’-]*(?:[\s,]|$)/.test(value) ? value.charAt(0).toUpperCase() + value.slice(1) : value;

function countText(value: unknown, one: unknown, many: unknown): string {
  const count = Array.isArray(value) ? value.length : Number(value);
  if (typeof one !== 'string') return String(count);
  const plural = typeof many === 'string' ? many : `${one}s`;
  return `${String(count)} ${count === 1 ? one : plural}`;
}

function blockWhen(this: unknown, ...all: readonly unknown[]): string {
  const options = all.at(-1) as Options;
  return all.slice(0, -1).some(isFilled) ? options.fn(this) : options.inverse(this);
}

function blockIs(this: unknown, ...[a, b, options]: readonly [unknown, unknown, Options]): string {
  return a === b ? options.fn(this) : options.inverse(this);
}
