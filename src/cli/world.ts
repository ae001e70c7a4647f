import { existsSync, readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Disk } from '../store/index.js';

/** Everything of the machine that a run may touch; made once and handed in. */
export type World = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => number;
  readonly pid: number;
  readonly host: string;
  readonly home: string;
  readonly packageDir: string;
  readonly version: string;
  /** The disk to work on; the one of this machine when left out. */
  readonly disk?: Disk;
  readonly onSignal: (signal: 'SIGTERM' | 'SIGHUP', listener: () => void) => () => void;
};

/** Makes the world of this process; `packageDir` is where banks and templates lie. */
export function createWorld(): World {
  const packageDir = packageDirOf(fileURLToPath(import.meta.url));
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => Date.now(),
    pid: process.pid,
    host: hostname(),
    home: homedir(),
    packageDir,
    version: versionOf(packageDir),
    onSignal: (signal, listener) => {
      process.once(signal, listener);
      return () => void process.removeListener(signal, listener);
    },
  };
}

function packageDirOf(file: string): string {
  const folder = dirname(file);
  return existsSync(join(folder, 'question-banks')) || folder === file ? folder : packageDirOf(folder);
}

function versionOf(packageDir: string): string {
  const data = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  return data.version;
}

/** Says whether the locale writes UTF-8; without any locale it is taken to. */
export function isUnicode(env: World['env']): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale === undefined || /utf-?8/i.test(locale);
}
