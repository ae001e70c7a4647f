import { safeText } from '../kernel/index.js';

/** Makes untrusted text inert inside one Markdown line; `code` between single backticks stays code, which holds no markup. */
export function markdownText(text: string): string {
  if (INERT.test(text)) return text;
  const line = safeText(text).replaceAll(/\s+/g, ' ').trim();
  const pieces = line.split(CODE);
  return startOfLine(
    pieces.map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : escaped(piece))).join(''),
  );
}

// Most lines hold nothing that Markdown, a link or a terminal could take for a sign; they need no closer look.
const INERT = /^[A-Za-z](?: ?[A-Za-z0-9,;:'"%()+=-]|\.(?= |$))*$/;

const CODE = /(?<!`)`([^`\s](?:[^`]*[^`\s])?)`(?!`)/;

// Addresses become links by themselves, and a backslash inside one belongs to it: they stand as links, or as code.
// A mail address begins where its run of letters begins; tried at every letter, a word of 1 MB took minutes.
const ADDRESS =
  /((?:https?:\/\/|www\.)[^\s<>"'`]*[^\s<>"'`.,;:!?()[\]*~|\\]|(?<![\w.+-])[\w.+-]*\w@(?:[\w-]+\.)+[\w-]*[a-z0-9])/i;

function escaped(text: string): string {
  const pieces = text.split(ADDRESS);
  return pieces.map((piece, index) => (index % 2 === 1 ? address(piece) : escapedWords(piece))).join('');
}

function address(text: string): string {
  const plain = !/^www/i.test(text) && !/[`*[\]|~\\]/.test(text);
  return plain ? `<${text}>` : `\`${text}\``;
}

function escapedWords(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[`*[\]<>|~]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#?\w+;)/g, '\\&')
    .replace(/ (#+)$/, ' \\$1');
}

/** A line must not begin as a heading, list, rule, fence or setext underline. */
function startOfLine(line: string): string {
  return line
    .replace(/^(#{1,6}|[+-])(?=\s|$)/, '\\$1')
    .replace(/^([-=]{2,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Makes text fit one table cell: inert, on one line. */
export function markdownCell(text: string): string {
  return markdownText(text).replaceAll(/(?<!\\)\|/g, '\\|');
}

/** Makes text inert and closed: it ends with a stop, whatever was typed. */
export function markdownSentence(text: string): string {
  const line = safeText(text).replaceAll(/\s+/g, ' ').trim();
  const end = line === '' || /[.!?…:]["”’')\]]?$/u.test(line) ? '' : '.';
  return markdownText(`${line}${end}`);
}

// Not after an initial or a common abbreviation.
const SENTENCE_END =
  /(?<!\b(?:e\.g|i\.e|Dr|Mr|Ms|Mrs|St|No|Nr|vs|cf|approx|[A-Z]))([.!?]["”)]?)\s+(?=["“(]?\p{Lu})/gu;

/** Splits text into lines of one sentence each, every one of them inert. */
export function markdownSentences(text: string): string {
  return safeText(text)
    .replaceAll(SENTENCE_END, '$1\n')
    .split('\n')
    .map(markdownText)
    .filter((line) => line !== '')
    .join('\n');
}

/** Wraps text as inline code, with as many backticks as it needs. */
export function markdownCode(text: string): string {
  const clean = safeText(text).replaceAll(/\s+/g, ' ').trim();
  if (clean === '') return '';
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** Makes lines a Markdown quote, indented by `indent` blanks. */
export function markdownQuote(lines: readonly string[], indent: number): string {
  const blank = ' '.repeat(indent);
  return lines.map((line) => `${blank}> ${markdownText(line)}`).join('\n');
}
