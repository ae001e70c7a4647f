import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';

/** The way from the top of a file to a value in it. */
export type YamlPath = readonly PropertyKey[];

/** Something in a well-formed YAML text that we do not read, and where. */
export type DataFault = {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly offset: number;
};

/** Turns a node into plain data and lists what cannot be read. */
export function nodeToData(node: unknown): { data: unknown; faults: readonly DataFault[] } {
  const faults: DataFault[] = [];
  return { data: toData(node, faults), faults };
}

function toData(node: unknown, faults: DataFault[]): unknown {
  if (isScalar(node)) return scalarData(node, faults);
  if (isSeq(node)) return node.items.map((item) => toData(item, faults));
  if (isMap(node)) return mapData(node, faults);
  if (isAlias(node)) {
    faults.push({
      code: 'yaml-alias',
      message: `The alias *${node.source} is used; aliases are not read.`,
      hint: 'Write the value out, or put the text in quotes.',
      offset: node.range?.[0] ?? 0,
    });
  }
  return null;
}

// Tabs and line breaks are text; every other control character could reach a terminal.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

function scalarData(node: Scalar, faults: DataFault[]): unknown {
  if (typeof node.value === 'string' && CONTROL.test(node.value)) {
    faults.push({
      code: 'yaml-control-character',
      message: 'The text holds a control character.',
      hint: 'Remove it; only line breaks and tabs are allowed.',
      offset: node.range?.[0] ?? 0,
    });
  }
  return node.value ?? null;
}

function mapData(node: YAMLMap, faults: DataFault[]): unknown {
  const entries = new Map<string, unknown>();
  for (const pair of node.items) {
    const key = keyText(pair);
    const fault = keyFault(key, entries);
    if (fault !== undefined) faults.push({ ...fault, offset: startOf(pair.key) ?? startOf(node) ?? 0 });
    const value = toData(pair.value, faults);
    if (key !== undefined && !entries.has(key)) entries.set(key, value);
  }
  return Object.fromEntries(entries);
}

function keyFault(
  key: string | undefined,
  entries: ReadonlyMap<string, unknown>,
): Omit<DataFault, 'offset'> | undefined {
  if (key === undefined) {
    return { code: 'yaml-key', message: 'A key is not a plain word.', hint: 'Write `key: value`.' };
  }
  if (key === '<<') {
    return {
      code: 'yaml-merge-key',
      message: 'The merge key `<<` is used; merging is not read.',
      hint: 'Write the keys out.',
    };
  }
  if (CONTROL.test(key)) {
    return {
      code: 'yaml-control-character',
      message: 'A key holds a control character.',
      hint: 'Remove it.',
    };
  }
  if (!entries.has(key)) return undefined;
  return {
    code: 'yaml-duplicate-key',
    message: `The key ${shortened(key)} is written twice in one map.`,
    hint: 'Keep one of the two.',
  };
}

function shortened(key: string): string {
  return `\`${key.length > 60 ? `${key.slice(0, 60)}…` : key}\``;
}

function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  if (typeof pair.key.value === 'string') return pair.key.value;
  return pair.key.source;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

/** Finds where the value (or its key) at the end of a path begins; as much of the path as exists is followed. */
export function offsetOf(root: unknown, path: YamlPath, part: 'key' | 'value'): number {
  let found = startOf(root) ?? 0;
  let node: unknown = root;
  for (const [index, step] of path.entries()) {
    const { key, value } = stepInto(node, step);
    const wanted = part === 'key' && index === path.length - 1 ? key : (value ?? key);
    const start = startOf(wanted);
    if (start === undefined) return found;
    found = start;
    node = value;
  }
  return found;
}

function stepInto(node: unknown, step: PropertyKey): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return typeof step === 'number' ? { value: node.items[step] } : {};
  return isMap(node) ? (node.items.find((pair) => keyText(pair) === String(step)) ?? {}) : {};
}
