import {
  Composer,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type Pair,
} from 'yaml';

/** A place in a text: line and column, both counted from 0. */
export type Spot = { readonly line: number; readonly column: number };

/** A key with its value: the lines it takes, and where its key ends. */
export type Entry = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly keyEnd: number;
  readonly value: Tree;
};

/** One item of a list: the lines it takes. */
export type Item = { readonly from: number; readonly to: number; readonly value: Tree };

/** A value in a file; only maps and lists in block form can be edited line by line, everything else is a leaf. */
export type Tree = { readonly data: unknown; readonly start: Spot; readonly end: Spot } & (
  | { readonly type: 'map'; readonly entries: readonly Entry[] }
  | { readonly type: 'list'; readonly indent: number; readonly items: readonly Item[] }
  | { readonly type: 'leaf' }
);

/** A comment: its line, whether it stands alone there, and its text from `#` on. */
export type Comment = { readonly line: number; readonly alone: boolean; readonly text: string };

/** A parsed file with the place of everything in it. */
export type Parsed = { readonly root: Tree; readonly comments: readonly Comment[] };

type Source = { readonly text: string; readonly lines: LineCounter; readonly document: Document | undefined };

/** Parses a text that is known to be well-formed, keeping where everything stands. */
export function parseTree(text: string): Parsed {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  const source = { text, lines, document };
  const comments: Comment[] = [];
  collect(tokens, (token) => comments.push(commentOf(token, source)));
  return { root: treeOf(document?.contents ?? null, source, 0), comments };
}

function collect(tokens: readonly unknown[], found: (token: CST.SourceToken) => void): void {
  for (const token of tokens) {
    if (typeof token !== 'object' || token === null) continue;
    if ('type' in token && token.type === 'comment') found(token as CST.SourceToken);
    for (const part of ['start', 'props', 'key', 'sep', 'items', 'value', 'end'] as const) {
      const inner = (token as Partial<Record<typeof part, unknown>>)[part];
      if (inner !== undefined) collect(Array.isArray(inner) ? inner : [inner], found);
    }
  }
}

function commentOf({ offset, source }: CST.SourceToken, { text, lines }: Source): Comment {
  const { line, column } = spotAt(lines, offset);
  const alone = text.slice(offset - column, offset).trim() === '';
  return { line, alone, text: source };
}

function spotAt(lines: LineCounter, offset: number): Spot {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) - 1, column: Math.max(col, 1) - 1 };
}

function treeOf(node: unknown, source: Source, at: number): Tree {
  if (isMap<Node, Node>(node) && node.flow !== true && node.items.every((pair) => isPlainKey(pair, source))) {
    return mapOf(node.items, source, rangeOf(node, at)[0]);
  }
  if (isSeq<Node>(node) && node.flow !== true && node.items.every((item) => isPlainItem(item, source)))
    return listOf(node.items, source, rangeOf(node, at)[0]);
  const [start, end] = rangeOf(node, at);
  const last = start + source.text.slice(start, end).trimEnd().length;
  return {
    type: 'leaf',
    data: dataOf(node, source),
    start: spotAt(source.lines, start),
    end: spotAt(source.lines, last),
  };
}

function dataOf(node: unknown, { document }: Source): unknown {
  return isNode(node) && document !== undefined ? (node.toJS(document) as unknown) : null;
}

function rangeOf(node: unknown, at: number): readonly [number, number] {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [at, at];
}

// `? key` and keys that are not plain words are left to whoever wrote them: their map is replaced as a whole.
function isPlainKey(pair: unknown, { text }: Source): boolean {
  if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) return false;
  const start = pair.key.range[0];
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ -]*$/.test(before) && !text.slice(start, pair.key.range[1]).includes('\n');
}

function isPlainItem(node: Node, { text }: Source): boolean {
  const [start] = rangeOf(node, 0);
  return /^ *- *$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

function mapOf(pairs: readonly Pair<Node, Node | null>[], source: Source, start: number): Tree {
  const entries = pairs.map((pair) => entryOf(pair, source));
  const end = entries.reduce((last, { value }) => later(last, value.end), spotAt(source.lines, start));
  return {
    type: 'map',
    data: Object.fromEntries(entries.map(({ key, value }) => [key, value.data])),
    start: spotAt(source.lines, start),
    end,
    entries,
  };
}

function later(a: Spot, b: Spot): Spot {
  return a.line > b.line || (a.line === b.line && a.column > b.column) ? a : b;
}

function entryOf({ key, value }: Pair<Node, Node | null>, source: Source): Entry {
  const [start, end] = rangeOf(key, 0);
  const keyStart = spotAt(source.lines, start);
  const keyEnd = spotAt(source.lines, end);
  const found = treeOf(value, source, end);
  const empty =
    found.type === 'leaf' && found.start.line === found.end.line && found.start.column === found.end.column;
  const inner = empty ? { ...found, start: keyEnd, end: keyEnd } : found;
  return {
    key: keyText(key),
    from: keyStart.line,
    to: Math.max(keyStart.line, inner.end.line),
    indent: keyStart.column,
    keyEnd: keyEnd.column,
    value: inner,
  };
}

function keyText(key: Node): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function listOf(nodes: readonly Node[], source: Source, start: number): Tree {
  const first = spotAt(source.lines, start);
  const items = nodes.map((node) => itemOf(node, source));
  const end = items.reduce((last, { value }) => later(last, value.end), first);
  return {
    type: 'list',
    data: items.map(({ value }) => value.data),
    start: first,
    end,
    indent: first.column,
    items,
  };
}

function itemOf(node: Node, source: Source): Item {
  const value = treeOf(node, source, 0);
  return { from: value.start.line, to: Math.max(value.start.line, value.end.line), value };
}
