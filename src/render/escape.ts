import { safeText } from '../kernel/index.js';

/** Makes untrusted text inert inside a Markdown sentence: nothing in it can become markup, HTML or a heading. */
export function markdownText(text: string): string {
  const inert = safeText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(/([`*[\]<>|])/g, '\\$1')
    .replaceAll(/(^|[\s(])_|_(?=$|[\s).,;:])/g, (match) => match.replace('_', '\\_'))
    .replaceAll('{{', '{\u200b{')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');
  return inert.split('\n').map(startOfLine).join('\n');
}

/** A line must not begin as a heading, list, quote, rule or fence. */
function startOfLine(line: string): string {
  return line
    .replace(/^(\s*)([#+-])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([-=~]{3,})/, (_, blank: string, run: string) => `${blank}\\${run}`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)~~~/, '$1\\~~~');
}

/** Makes text fit one table cell: inert, on one line. */
export function markdownCell(text: string): string {
  return markdownText(text).replaceAll(/\s*\n\s*/g, '<br>').trim();
}

/** Wraps text as inline code, with as many backticks as it needs. */
export function markdownCode(text: string): string {
  const clean = safeText(text).replaceAll(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return clean === '' ? '' : `${fence}${pad}${clean}${pad}${fence}`;
}
