import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { program } from '../house/program.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { PATIENCE } from '../helpers/patience.js';

/** One hostile input: what is done to a project, what is run in it, and what must come of it. */
export type HostileRow = {
  readonly input: string;
  /** What stands in the project besides its one spec. */
  readonly given?: (dir: TempDir) => unknown;
  readonly run: readonly string[];
  /** A shell line around the program, which is `"$@"`. */
  readonly shell?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Needs something that only this system has, such as /proc. */
  readonly linux?: true;
  readonly code: number;
  /** What is said to people, on standard error: what, where, what was expected, what to do next. */
  readonly says?: readonly (string | RegExp)[];
  /** What is printed on standard output. */
  readonly prints?: readonly (string | RegExp)[];
  /** A refusal: every file of the project has the bytes it had. */
  readonly refused?: true;
  readonly after?: (dir: TempDir) => void;
};

/** The answers of the one spec that every row starts with. */
export const ANSWERS = `format: 1
name: Limiter
depth: quick
banks:
  core: 1
answers:
  # kept by hand
  arc.tier: T1
`;

/** Where those answers lie. */
export const ANSWERS_FILE = 'specs/limiter/answers.yaml';

// Tab and line feed are the only control characters that text for people may hold; bidirectional overrides may hide what it says.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const STACK = /\n\s+at .+:\d+:\d+/;

/** Runs one row in a project of its own and checks all that it promises. */
export function provesItself(row: HostileRow): void {
  const home = aTempDir();
  const dir = aTempDir();
  dir.write('.spec-interview/config.yaml', 'format: 1\n');
  dir.write(ANSWERS_FILE, ANSWERS);
  row.given?.(dir);
  const before = everything(dir.path);
  const { status, signal, stdout, stderr } = runProgram(row, dir, home);
  const told = `ended with ${String(status ?? signal)}\n--- out\n${stdout.slice(0, 2000)}\n--- err\n${stderr.slice(0, 4000)}`;
  expect(status, told).toBe(row.code);
  for (const text of row.says ?? []) expect(stderr, told).toMatch(text);
  for (const text of row.prints ?? []) expect(stdout, told).toMatch(text);
  expect(stdout + stderr, told).not.toMatch(CONTROLS);
  expect(stderr, told).not.toMatch(STACK);
  if (row.refused === true) expect(everything(dir.path)).toEqual(before);
  for (const [name, text] of everything(dir.path)) expectWhole(name, text);
  row.after?.(dir);
}

function runProgram(row: HostileRow, dir: TempDir, home: TempDir) {
  const command = [process.execPath, program, ...row.run];
  const [file = '', ...args] = row.shell === undefined ? command : ['sh', '-c', row.shell, 'sh', ...command];
  const env = Object.entries({ PATH: process.env['PATH'], HOME: home.path, ...row.env });
  return spawnSync(file, args, {
    cwd: dir.path,
    input: row.stdin ?? '',
    encoding: 'utf8',
    env: Object.fromEntries(env.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    maxBuffer: 64 * 1024 * 1024,
    timeout: PATIENCE,
  });
}

// Nothing half-written is left over, whatever happened.
function expectWhole(name: string, text: string): void {
  expect(name).not.toMatch(/\.tmp$/);
  if (/\/(?:spec|brief|review)\.md$/.test(name)) expect(text, name).not.toContain('\u001b');
}

/** Every file below a folder with its bytes, every link with where it points. */
function everything(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder).flatMap((name): [string, string][] => {
    const path = join(folder, name);
    const entry = lstatSync(path);
    if (entry.isSymbolicLink()) return [[path, `→ ${readlinkSync(path)}`]];
    if (entry.isDirectory()) return [[path, 'folder'], ...everything(path)];
    return [[path, entry.isFile() ? readFileSync(path, 'latin1') : 'neither file nor folder']];
  });
  return new Map(found);
}

/** Makes a folder of the project. */
export function makeFolder(dir: TempDir, name: string): void {
  mkdirSync(dir.join(name), { recursive: true });
}

/** What a row is called in the report. */
export function titleOf({ input, code, says = [], prints = [], refused }: HostileRow): string {
  const said = [...says, ...prints].slice(0, 1).map((text) => `, says ${String(text)}`);
  return `${input} → exit ${String(code)}${said.join('')}${refused === true ? ', nothing changed' : ''}`;
}
