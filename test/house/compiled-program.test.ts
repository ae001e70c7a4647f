import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledFile } from '../../bin/load-program.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { ensureBuilt, program, root } from './program.js';

const PATIENCE = 120_000;
const loader = path.join(root, 'bin', 'load-program.js');

beforeAll(ensureBuilt, PATIENCE);

/** Which files of the program V8 takes as they were compiled, asked of a Node without options. */
function takenOf(dist: string): readonly string[] {
  const script = `
    import { readFileSync } from 'node:fs';
    const { compiledFile, openProgram } = await import(${JSON.stringify(loader)});
    const dist = ${JSON.stringify(dist)};
    const program = openProgram(dist, (name) => ({ cachedData: readFileSync(compiledFile(dist, name)) }));
    for (const name of ['entry', 'drawing']) program.load(name);
    const taken = [...program.scripts].filter(([, script]) => script.cachedDataRejected === false);
    process.stdout.write(taken.map(([name]) => name).join());`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  }).split(',');
}

/** A copy of the program beside the banks and templates it belongs to. */
function aCopy() {
  const folder = aTempDir().path;
  for (const name of ['bin', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ['question-banks', 'templates'])
    symlinkSync(path.join(root, name), path.join(folder, name));
  const dist = path.join(folder, 'dist');
  cpSync(path.join(root, 'dist'), dist, { recursive: true });
  return { dist, program: path.join(folder, 'bin', 'spec-interview.js') };
}

const formatsOf = (file: string) =>
  execFileSync(process.execPath, [file, 'formats', 'list'], { encoding: 'utf8', cwd: aTempDir().path });

describe('the program that V8 has compiled at build time', () => {
  it('is taken by the Node that built it', () => {
    expect(takenOf(path.join(root, 'dist'))).toEqual(['entry', 'drawing']);
  });

  it('is refused beside another text, which runs all the same', () => {
    const copy = aCopy();
    const file = path.join(copy.dist, 'entry.cjs');
    writeFileSync(file, `/* changed */${readFileSync(file, 'utf8')}`);
    expect(takenOf(copy.dist)).toEqual(['drawing']);
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
