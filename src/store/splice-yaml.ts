import { longKeys } from './answers-schema.js';
import { commentsIn, replaced, type Ground } from './splice-entry.js';
import { entryLines, isPlainMap, itemLines, samePlain, type Plain, type PlainMap } from './yaml-emit.js';
import { editedLines, type Edit } from './yaml-text.js';
import type { Entry, Item, Tree } from './yaml-tree.js';

/** A value before and after; none means it is not there. */
type Change = {
  readonly before: Plain | undefined;
  readonly after: Plain | undefined;
  readonly order: readonly string[] | undefined;
};

type Rewrite = Change & { readonly after: Plain };

type MapChange = { readonly before: PlainMap; readonly after: PlainMap };

/** How a map changes, its keys in the order they would be written, and the same order for maps inside it. */
export type MapEdit = {
  readonly change: MapChange;
  readonly order: readonly string[];
  readonly orders?: Readonly<Record<string, readonly string[]>>;
};

type MapTree = Extract<Tree, { type: 'map' }>;
type ListTree = Extract<Tree, { type: 'list' }>;

/** Says how the lines of a map change; keys that are in neither state stay as they are. */
export function mapEdits(
  ground: Ground,
  map: MapTree,
  { change, order, orders = {} }: MapEdit,
): readonly Edit[] {
  const { before, after } = change;
  const known = new Map(map.entries.map((entry) => [entry.key, entry]));
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const key of order) {
    const entry = known.get(key);
    const one = { before: before[key], after: after[key], order: orders[key] };
    if (entry !== undefined) edits.push(...entryEdits(ground, entry, one));
    else if (one.after !== undefined && !samePlain(one.before, one.after)) added.push(key);
  }
  return [...edits, ...insertions(map, added, { after, order })];
}

function entryEdits(ground: Ground, entry: Entry, { before, after, order }: Change): readonly Edit[] {
  if (samePlain(before, after)) return [];
  if (after === undefined) return [{ from: entry.from, to: entry.to + 1, lines: [] }];
  return valueEdits(ground, entry, { before, after, order }) ?? [replaced(ground, entry, after)];
}

/** Says how the value of an entry changes inside its own lines; nothing when it has to be written anew. */
function valueEdits(ground: Ground, { value }: Entry, change: Rewrite): readonly Edit[] | undefined {
  const { before, after } = change;
  if (before === undefined && samePlain(value.data, after)) return [];
  if (value.type === 'map') return longEdits(ground, value, change);
  if (value.type === 'list' && isKeyed(after)) return listEdits(ground, value, { before, after });
  return undefined;
}

function longEdits(
  ground: Ground,
  map: MapTree,
  { before, after, order }: Rewrite,
): readonly Edit[] | undefined {
  const isKnown = (key: string): boolean => longKeys().includes(key);
  const keepsMore = map.entries.some(({ key }) => !isKnown(key));
  if (!isPlainMap(after) && !keepsMore) return undefined;
  const written = Object.fromEntries(Object.entries(map.data as PlainMap).filter(([key]) => isKnown(key)));
  const change = { before: before === undefined ? written : asMap(before), after: asMap(after) };
  return mapEdits(ground, map, { change, order: order ?? keysOf(change) });
}

function keysOf({ before, after }: MapChange): readonly string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

const asMap = (value: Plain): PlainMap => (isPlainMap(value) ? value : { value });

function insertions(
  map: MapTree,
  added: readonly string[],
  { after, order }: { after: PlainMap; order: readonly string[] },
): readonly Edit[] {
  const first = map.entries[0];
  if (first === undefined) return [];
  const present = new Map(map.entries.map((entry) => [entry.key, entry]));
  const rank = new Map(order.map((key, index) => [key, index]));
  return added.map((key) => {
    const at = rank.get(key) ?? order.length;
    const previous = order.slice(0, at).findLast((other) => present.has(other));
    const anchor = previous === undefined ? first.from : (present.get(previous)?.to ?? first.from) + 1;
    return { from: anchor, to: anchor, lines: entryLines(key, after[key] ?? '', first.indent) };
  });
}

/** Says whether every item of a list is a map that names itself, and by which key. */
function keyOf(items: readonly unknown[]): 'id' | 'finding' | undefined {
  return (['id', 'finding'] as const).find((key) =>
    items.every((item) => isPlainMap(item) && item[key] !== undefined),
  );
}

function isKeyed(value: Plain | undefined): value is readonly PlainMap[] {
  return Array.isArray(value) && value.length > 0 && keyOf(value) !== undefined;
}

function nameIn(map: unknown, key: string): string {
  const name = isPlainMap(map) ? map[key] : undefined;
  return typeof name === 'string' ? name : JSON.stringify(name);
}

type Keyed = {
  readonly before: ReadonlyMap<string, PlainMap>;
  readonly after: readonly PlainMap[];
  readonly items: ReadonlyMap<string, Item>;
  readonly nameOf: (map: unknown) => string;
};

function listEdits(
  ground: Ground,
  list: ListTree,
  { before, after }: { before: Plain | undefined; after: readonly PlainMap[] },
): readonly Edit[] | undefined {
  const key = keyOf([...after, ...list.items.map(({ value }) => value.data)]);
  if (key === undefined || list.items.length === 0) return undefined;
  const nameOf = (map: unknown): string => nameIn(map, key);
  const items = new Map(list.items.map((item) => [nameOf(item.value.data), item]));
  const written = isKeyed(before)
    ? before
    : (list.items.map(({ value }) => value.data) as readonly PlainMap[]);
  const keyed = { before: new Map(written.map((map) => [nameOf(map), map])), after, items, nameOf };
  const kept = after.filter((map) => items.has(nameOf(map)));
  const inOrder = kept.every(
    (map, index) => index === 0 || startOf(items, nameOf(kept[index - 1])) < startOf(items, nameOf(map)),
  );
  return inOrder ? inPlace(ground, list, keyed) : rearranged(ground, list, keyed);
}

function startOf(items: ReadonlyMap<string, Item>, name: string): number {
  return items.get(name)?.from ?? 0;
}

function inPlace(ground: Ground, list: ListTree, { before, after, items, nameOf }: Keyed): readonly Edit[] {
  const wanted = new Set(after.map(nameOf));
  const gone = [...items].filter(([name]) => !wanted.has(name));
  const edits: Edit[] = gone.map(([, item]) => ({ from: item.from, to: item.to + 1, lines: [] }));
  let anchor = list.start.line;
  for (const map of after) {
    const item = items.get(nameOf(map));
    if (item === undefined) {
      edits.push({ from: anchor, to: anchor, lines: itemLines(map, list.indent) });
    } else {
      edits.push(...itemEdits(ground, list, { item, before: before.get(nameOf(map)), after: map }));
      anchor = item.to + 1;
    }
  }
  return edits;
}

type ItemChange = { readonly item: Item; readonly before: PlainMap | undefined; readonly after: PlainMap };

function itemEdits(ground: Ground, list: ListTree, { item, before, after }: ItemChange): readonly Edit[] {
  if (samePlain(before, after)) return [];
  const inside = item.value.type === 'map' ? rowEdits(ground, item.value, { before, after }) : undefined;
  if (inside !== undefined) return inside;
  const hoisted = commentsIn(ground, item).map((comment) => ' '.repeat(list.indent) + comment.text);
  return [{ from: item.from, to: item.to + 1, lines: [...hoisted, ...itemLines(after, list.indent)] }];
}

function rowEdits(
  ground: Ground,
  map: MapTree,
  { before, after }: Omit<ItemChange, 'item'>,
): readonly Edit[] | undefined {
  const change = { before: before ?? (map.data as PlainMap), after };
  const edits = mapEdits(ground, map, { change, order: keysOf(change) });
  const breaksFirst = edits.some(
    (edit) => edit.from === map.start.line && edit.to > edit.from && edit.lines.length !== 1,
  );
  return breaksFirst ? undefined : edits;
}

// Every item moves with the comments that stand above it.
function rearranged(
  ground: Ground,
  list: ListTree,
  { before, after, items, nameOf }: Keyed,
): readonly Edit[] {
  const chunks = new Map<string, readonly string[]>();
  const top = firstLine(ground, list);
  let from = top;
  for (const [name, item] of items) {
    const map = after.find((candidate) => nameOf(candidate) === name);
    const to = item.to + 1;
    const edits =
      map === undefined
        ? [{ from: item.from, to, lines: [] }]
        : itemEdits(ground, list, { item, before: before.get(name), after: map });
    chunks.set(name, editedLines(ground.lines, { from, to }, edits));
    from = to;
  }
  const moved = after.flatMap((map) => chunks.get(nameOf(map)) ?? itemLines(map, list.indent));
  const left = [...chunks]
    .filter(([name]) => !after.some((map) => nameOf(map) === name))
    .flatMap(([, lines]) => lines);
  return [{ from: top, to: from, lines: [...moved, ...left] }];
}

function firstLine({ comments }: Ground, { start }: ListTree): number {
  const alone = new Set(comments.flatMap((comment) => (comment.alone ? [comment.line] : [])));
  let line = start.line;
  while (alone.has(line - 1)) line -= 1;
  return line;
}
