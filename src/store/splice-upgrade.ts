import { parseYaml } from '../bank/index.js';
import { ok, type Result } from '../kernel/index.js';
import { opened } from './splice-saved.js';
import { mapEdits } from './splice-yaml.js';
import { isPlainMap, plainRaw, type PlainMap } from './yaml-emit.js';
import { edited, type Edit } from './yaml-text.js';

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

/** What an upgrade changes; `renamed` leads from the old name of an answer to its new one. */
type UpgradeChange = {
  readonly before: Upgradable;
  readonly after: Upgradable;
  readonly renamed: Readonly<Record<string, string>>;
};

/** Gives the text of an answers file after an upgrade; every answer that no migration names keeps its lines, a renamed one its place and its comments. */
export function spliceUpgrade(written: string, upgrade: UpgradeChange): string {
  const { after } = upgrade;
  const { text, before } = renamedInPlace(written, upgrade);
  const change = { before: partsOf(before), after: partsOf(after) };
  const { lines, root, comments } = opened(text, PARTS);
  if (root.type !== 'map') return text;
  const orders = Object.fromEntries(MAPS.map((key) => [key, keysOf(before[key], after[key])]));
  return edited(lines, mapEdits({ lines, comments }, root, { change, order: PARTS, orders }));
}

/** Gives answers their new names where they stand; one whose new name is taken is left to be moved. */
function renamedInPlace(
  text: string,
  { before, after, renamed }: UpgradeChange,
): { readonly text: string; readonly before: Upgradable } {
  const { lines, root } = opened(text, ['answers']);
  const answers = root.type === 'map' ? root.entries.find(({ key }) => key === 'answers')?.value : undefined;
  if (answers?.type !== 'map') return { text, before };
  const moves = answers.entries.flatMap((entry) => {
    const to = renamed[entry.key];
    const isFree = to !== undefined && before.answers[to] === undefined && after.answers[to] !== undefined;
    return isFree ? [{ entry, to }] : [];
  });
  const names = new Map(moves.map(({ entry, to }) => [entry.key, to]));
  const edits = moves.map(({ entry: { key, from, keyEnd }, to }): Edit => {
    const line = lines.lines[from]?.text ?? '';
    return { from, to: from + 1, lines: [line.slice(0, keyEnd).replace(key, to) + line.slice(keyEnd)] };
  });
  const entries = Object.entries(before.answers).map(
    ([id, answer]) => [names.get(id) ?? id, answer] as const,
  );
  return { text: edited(lines, edits), before: { ...before, answers: Object.fromEntries(entries) } };
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
