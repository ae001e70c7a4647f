import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as passing } from 'node:timers/promises';
import type { main as runMain } from './main.js';
import { createWorld, type World } from './world.js';

const NAMED = ['--archetype', 'http-api,worker', '--tier', 'T1', '--depth', 'deep'];
const SITTING = ['new', 'sitting', '--archetype', 'http-api', '--tier', 'T2', '--depth', 'standard'];
const RUNS: readonly (readonly string[])[] = [
  SITTING,
  ['new', 'lines', ...SITTING.slice(2), '--plain'],
  ['new', 'whole', ...NAMED, '--yes'],
  ['check', '--all'],
  ['regenerate', '--all'],
];

// What somebody types into a first question before they leave: down, up, a letter, a correction, Ctrl+C.
const KEYS = ['\u001b[B', '\u001b[A', 'a', '\u007f', '\u0003'];
const QUIET = 60;

/**
 * Plays what people do most, in a folder of its own and on a terminal that nobody sees, so that V8 has compiled those
 * parts of the program when the build keeps what was compiled.
 */
export async function warmUp(main: typeof runMain): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-interview-'));
  try {
    // A project of its own, whatever lies in the folders above.
    mkdirSync(join(cwd, '.spec-interview'));
    writeFileSync(join(cwd, '.spec-interview', 'config.yaml'), 'format: 1\n');
    for (const args of RUNS) await play(main, { ...createWorld(), args, cwd, home: cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function play(main: typeof runMain, world: World): Promise<void> {
  const { stdin, stdout, type } = terminal();
  const asTerminal = { stdin, stdout, stderr: stdout } as unknown as Pick<
    World,
    'stdin' | 'stdout' | 'stderr'
  >;
  const env = { TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  let isOver = false;
  const over = main({ ...world, ...asTerminal, env }).finally(() => (isOver = true));
  const typing = async () => {
    for (let sent = 0; !isOver; sent += 1) await type(KEYS[sent] ?? '\u0003');
  };
  await Promise.all([over, typing()]);
}

/** A terminal of 80 by 24; a key is typed when the program has written nothing for a moment. */
function terminal() {
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const stdout = Object.assign(new PassThrough(), {
    ...{ isTTY: true, columns: 80, rows: 24, getColorDepth: () => 8 },
  });
  let wrote = Date.now();
  stdout.on('data', () => (wrote = Date.now()));
  const type = async (key: string) => {
    do await passing(QUIET);
    while (Date.now() - wrote < QUIET);
    stdin.write(key);
    wrote = Date.now();
  };
  return { stdin, stdout, type };
}
