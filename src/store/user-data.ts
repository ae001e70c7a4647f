import { join } from 'node:path';
import { byCodeUnit, ok, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText, writeAtomic } from './file.js';

/** What a person's data folder is worked out from. */
export type UserPlace = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** Says where the data of one person lies, outside every repository. */
export function userDataDir({ env, home }: UserPlace): string {
  const given = [env['XDG_DATA_HOME'], env['LOCALAPPDATA']].find((dir) => dir !== undefined && dir !== '');
  return join(given ?? join(home, '.local', 'share'), 'spec-interview');
}

const OWNER_ONLY = 0o600;
const consentFile = (dir: string): string => join(dir, 'consent.json');
const logFile = (dir: string): string => join(dir, 'ai-log.jsonl');
const practiceFile = (dir: string): string => join(dir, 'practice.jsonl');

/** Since when this person lets a model read the answers of a repository; nothing when they never agreed. */
export function readConsent(disk: Disk, dir: string, root: string): string | undefined {
  return consents(disk, dir)[root];
}

/** Keeps that a person agreed, or with `undefined` that they no longer do. */
export function writeConsent(
  disk: Disk,
  dir: string,
  { root, since }: { readonly root: string; readonly since: string | undefined },
): Result<void> {
  const known = Object.entries(consents(disk, dir)).filter(([path]) => path !== root);
  const all = since === undefined ? known : [...known, [root, since] as const];
  const repositories = Object.fromEntries(all.sort(([a], [b]) => byCodeUnit(a, b)));
  const text = `${JSON.stringify({ format: 1, repositories }, null, 2)}\n`;
  return writePrivate(disk, { dir, path: consentFile(dir), text });
}

function consents(disk: Disk, dir: string): Readonly<Record<string, string>> {
  const data = parsed(readOptional(disk, consentFile(dir)));
  if (typeof data !== 'object' || data === null || !('repositories' in data)) return {};
  const { repositories } = data;
  if (typeof repositories !== 'object' || repositories === null) return {};
  const said = Object.entries(repositories).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(said);
}

const MOST = { entries: 60, characters: 1_000_000 };

/** Adds one entry to the log of what was sent and received; the oldest go when it grows beyond 60 entries or a megabyte. */
export function appendLog(disk: Disk, dir: string, entry: unknown): Result<void> {
  const lines = [...logLines(disk, dir), JSON.stringify(entry)].slice(-MOST.entries);
  while (lines.length > 1 && lines.reduce((sum, line) => sum + line.length, 0) > MOST.characters)
    lines.shift();
  return writePrivate(disk, { dir, path: logFile(dir), text: `${lines.join('\n')}\n` });
}

/** Reads the log, oldest first; a line that makes no sense is left out. */
export function readLog(disk: Disk, dir: string): readonly unknown[] {
  return logLines(disk, dir).flatMap((line) => parsed(line) ?? []);
}

/** Removes the log; fine when there is none. */
export function removeLog(disk: Disk, dir: string): Result<void> {
  const path = logFile(dir);
  if (disk.kind(path) === undefined) return ok(undefined);
  return attempt({ failed: 'The log is not removed', path }, () => disk.remove(path));
}

const MOST_EXERCISES = 500;

/** Adds one exercise to what a person practised; the oldest go beyond 500. */
export function appendPractice(disk: Disk, dir: string, exercise: unknown): Result<void> {
  const lines = [...linesOf(disk, practiceFile(dir)), JSON.stringify(exercise)].slice(-MOST_EXERCISES);
  return writePrivate(disk, { dir, path: practiceFile(dir), text: `${lines.join('\n')}\n` });
}

/** Reads what a person practised, oldest first; a line that makes no sense is left out. */
export function readPractice(disk: Disk, dir: string): readonly unknown[] {
  return linesOf(disk, practiceFile(dir)).flatMap((line) => parsed(line) ?? []);
}

const logLines = (disk: Disk, dir: string): string[] => linesOf(disk, logFile(dir));

const linesOf = (disk: Disk, path: string): string[] =>
  readOptional(disk, path)
    .split('\n')
    .filter((line) => line !== '');

function readOptional(disk: Disk, path: string): string {
  const text = readText(disk, path);
  return text.ok ? (text.value ?? '') : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Private = { readonly dir: string; readonly path: string; readonly text: string };

function writePrivate(disk: Disk, { dir, path, text }: Private): Result<void> {
  return attempt({ failed: 'Your own settings are not kept', path }, () => {
    disk.makeFolder(dir);
    writeAtomic(disk, { path, text, mode: OWNER_ONLY });
  });
}
