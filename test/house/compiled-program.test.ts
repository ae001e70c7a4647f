import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledFile } from '../../bin/load-program.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { ensureBuilt, program, root } from './program.js';

const PATIENCE = 120_000;
const loader = path.join(root, 'bin', 'load-program.js');

beforeAll(ensureBuilt, PATIENCE);

/** Whether V8 takes what was kept, asked of a Node without options. */
function isTaken(dist: string): boolean {
  const script = `
    import { readFileSync } from 'node:fs';
    const { compiledFile, scriptOf } = await import(${JSON.stringify(loader)});
    const dist = ${JSON.stringify(dist)};
    const cachedData = readFileSync(compiledFile(dist));
    process.stdout.write(String(scriptOf(dist, { cachedData }).cachedDataRejected));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return said === 'false';
}

/** A copy of the program beside the banks and templates it belongs to. */
function aCopy() {
  const folder = aTempDir().path;
  for (const name of ['bin', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ['question-banks', 'templates'])
    symlinkSync(path.join(root, name), path.join(folder, name));
  const dist = path.join(folder, 'dist');
  mkdirSync(dist);
  cpSync(path.join(root, 'dist', 'entry.cjs'), path.join(dist, 'entry.cjs'));
  cpSync(compiledFile(path.join(root, 'dist')), compiledFile(dist));
  return { dist, program: path.join(folder, 'bin', 'spec-interview.js') };
}

const formatsOf = (file: string) =>
  execFileSync(process.execPath, [file, 'formats', 'list'], { encoding: 'utf8', cwd: aTempDir().path });

describe('the program that V8 has compiled at build time', () => {
  it('is taken by the Node that built it', () => {
    expect(isTaken(path.join(root, 'dist'))).toBe(true);
  });

  it('is refused beside another text, which runs all the same', () => {
    const copy = aCopy();
    const file = path.join(copy.dist, 'entry.cjs');
    writeFileSync(file, `/* changed */${readFileSync(file, 'utf8')}`);
    expect(isTaken(copy.dist)).toBe(false);
    expect(formatsOf(copy.program)).toBe(formatsOf(program));
  });

  it.each([
    ['cut short', (kept: Buffer) => kept.subarray(0, kept.length / 2)],
    ['empty', () => Buffer.alloc(0)],
  ])('may be %s: the program runs all the same', (_what, spoil) => {
    const copy = aCopy();
    const file = compiledFile(copy.dist);
    writeFileSync(file, spoil(readFileSync(file)));
    expect(formatsOf(copy.program)).toBe(formatsOf(program));
  });

  it('may be missing, as it is for another Node', () => {
    const copy = aCopy();
    rmSync(compiledFile(copy.dist));
    expect(formatsOf(copy.program)).toBe(formatsOf(program));
  });
});
