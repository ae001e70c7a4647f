import { parseYaml } from '../bank/index.js';
import { ok, type Result } from '../kernel/index.js';
import { opened } from './splice-saved.js';
import { mapEdits } from './splice-yaml.js';
import { isPlainMap, plainRaw, type PlainMap } from './yaml-emit.js';
import { edited } from './yaml-text.js';

/** The parts of an answers file that a newer bank may change, as they are written in it. */
export type Upgradable = {
  readonly banks: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly stale: Readonly<Record<string, unknown>>;
  readonly probes: readonly unknown[];
  readonly waivers: readonly unknown[];
  readonly retired: Readonly<Record<string, unknown>>;
};

const MAPS = ['banks', 'answers', 'stale', 'retired'] as const;
const PARTS = ['banks', 'answers', 'stale', 'probes', 'waivers', 'retired'] as const;

/** Reads from the text of an answers file what an upgrade may change. */
export function readUpgradable(text: string, path: string): Result<Upgradable> {
  const file = parseYaml({ path, text });
  if (!file.ok) return file;
  const top = isPlainMap(file.value.data) ? file.value.data : {};
  const part = (key: (typeof MAPS)[number]): PlainMap => {
    const value = top[key];
    return isPlainMap(value) ? value : {};
  };
  const list = (key: 'probes' | 'waivers'): readonly unknown[] => {
    const value = top[key];
    return Array.isArray(value) ? value : [];
  };
  return ok({
    banks: part('banks'),
    answers: part('answers'),
    stale: part('stale'),
    probes: list('probes'),
    waivers: list('waivers'),
    retired: part('retired'),
  });
}

/** Gives the text of an answers file after an upgrade; every answer that no migration names keeps its lines. */
export function spliceUpgrade(
  text: string,
  { before, after }: { readonly before: Upgradable; readonly after: Upgradable },
): string {
  const change = { before: partsOf(before), after: partsOf(after) };
  const { lines, root, comments } = opened(text, PARTS);
  if (root.type !== 'map') return text;
  const orders = Object.fromEntries(MAPS.map((key) => [key, keysOf(before[key], after[key])]));
  return edited(lines, mapEdits({ lines, comments }, root, { change, order: PARTS, orders }));
}

function partsOf(parts: Upgradable): PlainMap {
  const filled = PARTS.filter((key) => key === 'answers' || Object.keys(parts[key]).length > 0);
  return Object.fromEntries(filled.map((key) => [key, plainRaw(parts[key])]));
}

function keysOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}
