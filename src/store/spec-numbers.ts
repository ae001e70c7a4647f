import { join } from 'node:path';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { configPath, parseConfig, readConfig } from './config.js';
import { applyWrites } from './apply-writes.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText } from './file.js';
import { opened } from './splice-saved.js';
import { mapEdits } from './splice-yaml.js';
import { entryLines, type PlainMap } from './yaml-emit.js';
import { edited, linesOf } from './yaml-text.js';

/** Each spec by its slug, with the number that Spec Kit knows it by. */
export type SpecNumbers = ReadonlyMap<string, string>;

/** Gives specs their numbers: those of the settings, as they stand on the disk, or the next that nobody has; nothing is written. */
export function specNumbers(disk: Disk, root: string, slugs: readonly string[]): Result<SpecNumbers> {
  const config = readConfig(disk, root);
  if (!config.ok) return config;
  const known = new Map(Object.entries(config.value.spec_kit));
  // The folders are only looked through when somebody needs a new number.
  const taken = slugs.every((slug) => known.has(slug)) ? ok([]) : takenNumbers(disk, root);
  if (!taken.ok) return taken;
  const all = [...taken.value, ...[...known.values()].filter((number) => !DATED.test(`${number}-`))];
  let last = Math.max(0, ...all.map(Number));
  const next = (): string => {
    last += 1;
    return String(last).padStart(3, '0');
  };
  return ok(new Map(slugs.map((slug) => [slug, known.get(slug) ?? next()])));
}

/** A folder that is named by the minute it was made in counts for nothing. */
const DATED = /^\d{8}-\d{6}-/;

/** The numbers that folders have where Spec Kit looks for them. */
function takenNumbers(disk: Disk, root: string): Result<readonly string[]> {
  const folder = join(root, 'specs');
  return attempt({ failed: 'The numbers of specs are not known', path: folder }, () => {
    if (disk.kind(folder) === undefined) return [];
    const names = disk.list(folder).filter(({ name, kind }) => kind !== 'file' && !DATED.test(name));
    return names.flatMap(({ name }) => /^(\d{3,})-/.exec(name)?.[1] ?? []);
  });
}

/** Writes numbers into the settings, once and for all: what stands there stays, byte for byte. */
export function writeSpecNumbers(disk: Disk, root: string, numbers: SpecNumbers): Result<void> {
  const path = configPath(root);
  const text = readText(disk, path);
  if (!text.ok) return text;
  const config = parseConfig(text.value, path);
  if (!config.ok) return config;
  const known = new Map(Object.entries(config.value.spec_kit));
  const added = [...numbers].filter(([slug]) => !known.has(slug));
  if (added.length === 0) return ok(undefined);
  const after = withNumbers(text.value ?? '', Object.fromEntries(added));
  const written = parseConfig(after, path);
  const holds = written.ok && added.every(([slug, number]) => written.value.spec_kit[slug] === number);
  return holds ? applyWrites(disk, root, [{ path: WRITTEN, text: after }]) : err([notWritten(path, added)]);
}

const WRITTEN = '.spec-interview/config.yaml';

const KEY = 'spec_kit';

function withNumbers(text: string, added: PlainMap): string {
  const { lines, root, comments } = opened(text, [KEY]);
  if (root.type !== 'map') return withLines(text, ['format: 1', ...entryLines(KEY, added, 0)]);
  const own = root.entries.find(({ key }) => key === KEY);
  const before = (own?.value.data ?? {}) as PlainMap;
  const change = {
    before: own === undefined ? {} : { [KEY]: before },
    after: { [KEY]: { ...before, ...added } },
  };
  const order = [...root.entries.map(({ key }) => key).filter((key) => key !== KEY), KEY];
  return edited(lines, mapEdits({ lines, comments }, root, { change, order }));
}

/** A file of comments gets its first settings below them. */
function withLines(text: string, added: readonly string[]): string {
  const { lines, end } = linesOf(text);
  const open = lines.at(-1)?.end === '' ? end : '';
  return `${text}${open}${added.map((line) => `${line}${end}`).join('')}`;
}

function notWritten(file: string, added: readonly (readonly [string, string])[]): Problem {
  const lines = added.map(([slug, number]) => `${slug}: "${number}"`).join(', ');
  return {
    code: 'number-not-written',
    message: 'The number for Spec Kit cannot be written here without changing what stands there.',
    hint: `Add spec_kit: { ${lines} } to it by hand.`,
    place: { file },
  };
}
