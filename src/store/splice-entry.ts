import { valueLines, type Plain } from './yaml-emit.js';
import type { Edit, Lines } from './yaml-text.js';
import type { Comment, Entry } from './yaml-tree.js';

/** The file that is edited. */
export type Ground = { readonly lines: Lines; readonly comments: readonly Comment[] };

/** The edit that writes the value of an entry anew; its own comment stays on its line, comments inside move above it. */
export function replaced(ground: Ground, entry: Entry, after: Plain): Edit {
  const line = ground.lines.lines[entry.from]?.text ?? '';
  const [first = '', ...rest] = valueLines(after, entry.indent);
  const inside = commentsIn(ground, entry);
  const { value } = entry;
  const inline =
    value.type === 'leaf' &&
    rest.length === 0 &&
    value.start.line === entry.from &&
    value.end.line === entry.from &&
    value.start.column > entry.keyEnd;
  if (inline) {
    const text = line.slice(0, value.start.column) + first.slice(2) + line.slice(value.end.column);
    return { from: entry.from, to: entry.to + 1, lines: [text] };
  }
  const own = ground.comments.find((comment) => comment.line === entry.from && !comment.alone);
  const text = line.slice(0, entry.keyEnd) + first + (own === undefined ? '' : `  ${own.text}`);
  const hoisted = inside.map((comment) => ' '.repeat(entry.indent) + comment.text);
  return { from: entry.from, to: entry.to + 1, lines: [...hoisted, text, ...rest] };
}

/** The comments inside a span of lines, its first line excepted. */
export function commentsIn(
  { comments }: Ground,
  { from, to }: { from: number; to: number },
): readonly Comment[] {
  return comments.filter(({ line }) => line > from && line <= to);
}
