import { blockOf, handle, type Block, type BlockDraft } from './block.js';
import { contestedAt } from './conflict.js';
import {
  continues,
  FENCE,
  HEADING,
  HTML,
  INLINE_TAGS,
  QUOTE,
  RULE,
  startsBlock,
  startsTable,
  UNDERLINE,
} from './line-kinds.js';
import { indentOf, isBlank } from './lines.js';

/** A block as read and the line after it. */
export type Read = { readonly draft: BlockDraft; readonly end: number };

/** Reads the one kind of block it knows, if such a block begins at the line. */
export type Reader = (lines: readonly string[], start: number) => Read | undefined;

function readHeading(lines: readonly string[], start: number): Read | undefined {
  const line = lines[start] ?? '';
  if (!HEADING.test(line)) return undefined;
  const level = /#+/.exec(line)?.[0].length ?? 1;
  return { draft: { kind: 'section', lines: [line], level }, end: start + 1 };
}

function readFence(lines: readonly string[], start: number): Read | undefined {
  const fence = FENCE.exec(lines[start] ?? '')?.[1];
  if (fence === undefined) return undefined;
  const closing = new RegExp(`^ {0,3}${fence[0] === '`' ? '`' : '~'}{${String(fence.length)},}[ \\t]*$`);
  let end = start + 1;
  while (end < lines.length && !closing.test(lines[end] ?? '')) end += 1;
  end = Math.min(end + 1, lines.length);
  return { draft: { kind: 'code', lines: lines.slice(start, end) }, end };
}

function readIndentedCode(lines: readonly string[], start: number): Read | undefined {
  const isCode = (at: number): boolean => indentOf(lines[at] ?? '') >= 4;
  if (!isCode(start)) return undefined;
  let end = start + 1;
  for (let at = end; at < lines.length && (isCode(at) || isBlank(lines[at] ?? '')); at += 1)
    if (!isBlank(lines[at] ?? '')) end = at + 1;
  return { draft: { kind: 'code', lines: lines.slice(start, end) }, end };
}

function readRule(lines: readonly string[], start: number): Read | undefined {
  const line = lines[start] ?? '';
  return RULE.test(line) ? { draft: { kind: 'rule', lines: [line] }, end: start + 1 } : undefined;
}

function readQuote(lines: readonly string[], start: number): Read | undefined {
  if (!QUOTE.test(lines[start] ?? '')) return undefined;
  let end = start + 1;
  while (end < lines.length && (QUOTE.test(lines[end] ?? '') || continues(lines, end))) end += 1;
  return { draft: { kind: 'quote', lines: lines.slice(start, end) }, end };
}

function readTable(lines: readonly string[], start: number): Read | undefined {
  if (!startsTable(lines, start)) return undefined;
  const children: Block[] = [];
  let end = start + 2;
  while (end < lines.length) {
    const row = readContestedRow(lines, end) ?? readRow(lines, end);
    if (row === undefined) break;
    children.push(blockOf(row.draft));
    end = row.end;
  }
  return { draft: { kind: 'table', lines: lines.slice(start, start + 2), children }, end };
}

function readRow(lines: readonly string[], at: number): Read | undefined {
  const line = lines[at] ?? '';
  if (!line.includes('|') || startsBlock(lines, at)) return undefined;
  return { draft: { kind: 'row', lines: [line.trim()] }, end: at + 1 };
}

/** A conflict inside a table is one of its rows, if every line of every side is a row. */
function readContestedRow(lines: readonly string[], at: number): Read | undefined {
  const contested = contestedAt(lines, at);
  const inside = contested?.sides.flat().filter((line) => !isBlank(line)) ?? [];
  if (contested === undefined || !inside.every((line) => /^\s*\|/.test(line))) return undefined;
  const rows = inside.map((line) => handle(blockOf({ kind: 'row', lines: [line.trim()] })));
  const draft: BlockDraft = {
    kind: 'conflict',
    lines: lines.slice(at, contested.end),
    contested: new Set(rows),
  };
  return { draft, end: contested.end };
}

function readHtml(lines: readonly string[], start: number): Read | undefined {
  const line = lines[start] ?? '';
  if (!HTML.test(line) || INLINE_TAGS.test(line)) return undefined;
  const isComment = line.trimStart().startsWith('<!--');
  const ends = (at: number): boolean =>
    isComment ? (lines[at] ?? '').includes('-->') : isBlank(lines[at + 1] ?? '');
  let at = start;
  while (at < lines.length - 1 && !ends(at)) at += 1;
  return { draft: { kind: 'html', lines: lines.slice(start, at + 1) }, end: at + 1 };
}

/** Reads a paragraph, or the heading it turns out to be when it is underlined. */
export function readParagraph(lines: readonly string[], start: number): Read {
  let end = start + 1;
  while (end < lines.length && continues(lines, end)) {
    if (UNDERLINE.test(lines[end] ?? '')) return underlined(lines, start, end + 1);
    end += 1;
  }
  if (end < lines.length && UNDERLINE.test(lines[end] ?? '')) return underlined(lines, start, end + 1);
  return { draft: { kind: 'paragraph', lines: lines.slice(start, end) }, end };
}

function underlined(lines: readonly string[], start: number, end: number): Read {
  const level = (lines[end - 1] ?? '').trimStart().startsWith('=') ? 1 : 2;
  return { draft: { kind: 'section', lines: lines.slice(start, end), level }, end };
}

/** Readers of every block that holds no others but rows, in the order they are tried. */
export const LEAF_READERS: readonly Reader[] = [
  readHeading,
  readFence,
  readIndentedCode,
  readRule,
  readQuote,
  readTable,
  readHtml,
];
