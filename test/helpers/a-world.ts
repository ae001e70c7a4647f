import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import type { World } from '../../src/cli/world.js';
import type { Disk } from '../../src/store/index.js';
import { aTempDir, type TempDir } from './temp-dir.js';

/** What a run printed and how it ended. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** A project folder in which the product can be run in this process, with its own streams and clock. */
export type AWorld = {
  readonly dir: TempDir;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly runWith: (
    given: { stdin?: string; env?: Record<string, string>; disk?: Disk },
    ...args: readonly string[]
  ) => Promise<Ran>;
};

const NOW = Date.UTC(2026, 10, 21, 12);

/** Makes a project with nothing in it. */
export function aWorld(): AWorld {
  const dir = aTempDir();
  dir.write('.spec-interview/config.yaml', 'format: 1\n');
  const runWith: AWorld['runWith'] = async ({ stdin = '', env = {}, disk }, ...args) => {
    const out = collected();
    const err = collected();
    const world = worldOf(dir.path, { args, stdin, env, out: out.stream, err: err.stream });
    const code = await main(disk === undefined ? world : { ...world, disk });
    return { code, out: out.text(), err: err.text() };
  };
  return { dir, runWith, run: (...args) => runWith({}, ...args) };
}

type Parts = {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly env: Record<string, string>;
  readonly out: PassThrough;
  readonly err: PassThrough;
};

function worldOf(cwd: string, { args, stdin, env, out, err }: Parts): World {
  const input = new PassThrough();
  input.end(stdin);
  return {
    ...{ args, env, cwd, pid: 4242, host: 'here', home: join(cwd, 'home'), version: '0.0.0-test' },
    stdin: input as unknown as NodeJS.ReadStream,
    stdout: out as unknown as NodeJS.WriteStream,
    stderr: err as unknown as NodeJS.WriteStream,
    now: () => NOW,
    packageDir: join(import.meta.dirname, '..', '..'),
    onSignal: () => () => undefined,
  };
}

function collected() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
