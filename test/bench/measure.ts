import { spawn as spawnTerminal, type IPty } from '@lydell/node-pty';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program and a reference, measured side by side in one run. */
export type Pairs = { readonly ours: readonly number[]; readonly reference: readonly number[] };

/** The median of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that 99 of 100 numbers do not exceed. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN;
}

/** Takes two measurements by turns, so that a slow moment of the machine hits both. */
export async function pairs(
  count: number,
  ours: () => number | Promise<number>,
  reference: () => number | Promise<number>,
): Promise<Pairs> {
  const taken: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let index = 0; index < count; index += 1) {
    taken.reference.push(await reference());
    taken.ours.push(await ours());
  }
  return taken;
}

/** Runs a command to its end and gives the milliseconds it took. */
export function commandTime(args: readonly string[], cwd: string): number {
  const since = performance.now();
  spawnSync(process.execPath, [...args], { cwd, stdio: 'ignore' });
  return performance.now() - since;
}

/** A program in a terminal, as far as a benchmark needs it. */
export type Terminal = {
  readonly pty: IPty;
  readonly shows: (text: string) => Promise<void>;
  readonly written: () => number;
};

/** Starts a program in a terminal of 80 columns and 24 rows. */
function openTerminal(args: readonly string[], cwd: string): Terminal {
  const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' } as Record<string, string>;
  const pty = spawnTerminal(process.execPath, [...args], { cols: 80, rows: 24, cwd, env });
  let seen = '';
  let count = 0;
  const waiting = new Set<() => void>();
  pty.onData((data) => {
    seen += data;
    count += Buffer.byteLength(data);
    for (const look of waiting) look();
  });
  const shows = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!seen.includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { pty, shows, written: () => count };
}

/** The milliseconds from the start of a program to the sight of a text; the program is ended then. */
export async function timeToSight(args: readonly string[], cwd: string, text: string): Promise<number> {
  const since = performance.now();
  const terminal = openTerminal(args, cwd);
  await terminal.shows(text);
  const taken = performance.now() - since;
  terminal.pty.kill('SIGKILL');
  return taken;
}

/** The memory of a program once it shows a text, in bytes. */
export async function memoryAtSight(args: readonly string[], cwd: string, text: string): Promise<number> {
  const terminal = openTerminal(args, cwd);
  await terminal.shows(text);
  const status = readFileSync(`/proc/${String(terminal.pty.pid)}/status`, 'utf8');
  terminal.pty.kill('SIGKILL');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** What typing took: milliseconds from each character to the first byte of its paint, and the most bytes one cost. */
export type Keys = { readonly times: readonly number[]; readonly bytes: number };

const TURNS = 3;

/** Types into two programs by turns, a fresh one each time, so that a slow moment of the machine hits both. */
export async function byTurns(
  ours: () => Promise<Keys>,
  reference: () => Promise<Keys>,
): Promise<[Keys, Keys]> {
  const [left, right]: [Keys[], Keys[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    left.push(await ours());
    right.push(await reference());
  }
  const together = (taken: readonly Keys[]): Keys => ({
    times: taken.flatMap(({ times }) => times),
    bytes: Math.max(...taken.map(({ bytes }) => bytes)),
  });
  return [together(left), together(right)];
}

/** Types characters into a program, each after the last one was painted and a moment passed. */
export async function keyTimes(
  args: readonly string[],
  cwd: string,
  wanted: { sight: string; keys: number },
): Promise<Keys> {
  const terminal = openTerminal(args, cwd);
  await terminal.shows(wanted.sight);
  const times: number[] = [];
  let bytes = 0;
  for (let index = 0; index < wanted.keys; index += 1) {
    const before = terminal.written();
    const since = performance.now();
    const painted = new Promise<void>((resolve) => {
      const off = terminal.pty.onData(() => {
        off.dispose();
        resolve();
      });
    });
    terminal.pty.write('abcdefgh'[index % 8] ?? 'a');
    await painted;
    times.push(performance.now() - since);
    await new Promise((resolve) => setTimeout(resolve, 20));
    bytes = Math.max(bytes, terminal.written() - before);
  }
  terminal.pty.kill('SIGKILL');
  return { times, bytes };
}
