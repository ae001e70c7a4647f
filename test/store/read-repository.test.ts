import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDisk, readRepository } from '../../src/store/index.js';
import { aTempDir } from '../helpers/temp-dir.js';

const read = (root: string) => readRepository(createDisk(), root);

describe('reading a repository', () => {
  it('reads what it knows in order of paths, and nothing else', () => {
    const dir = aTempDir();
    dir.write('package.json', '{"name":"x"}');
    dir.write('secrets.env', 'KEY=1');
    dir.write('.github/workflows/b.yml', 'b');
    dir.write('.github/workflows/a.yml', 'a');
    dir.write('.github/workflows/notes.txt', 'n');
    dir.write('package-lock.json', '{ "huge": true }');
    mkdirSync(dir.join('db/migrate'), { recursive: true });
    expect(read(dir.path)).toEqual([
      { path: '.github/workflows/a.yml', text: 'a' },
      { path: '.github/workflows/b.yml', text: 'b' },
      { path: 'db/migrate', text: '' },
      { path: 'package-lock.json', text: '' },
      { path: 'package.json', text: '{"name":"x"}', json: { name: 'x' } },
    ]);
  });

  it('takes JSON that cannot be parsed as text only', () => {
    const dir = aTempDir();
    dir.write('package.json', '{ broken');
    expect(read(dir.path)).toEqual([{ path: 'package.json', text: '{ broken' }]);
  });

  it('passes over what is too large, not text, or a folder where a file should be', () => {
    const dir = aTempDir();
    dir.write('Makefile', `test:\n${'x'.repeat(256_001)}`);
    dir.write('Dockerfile', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1'));
    mkdirSync(dir.join('package.json'));
    expect(read(dir.path).map(({ path }) => path)).toEqual(['Dockerfile']);
  });

  it('never follows a link out of the repository', () => {
    const dir = aTempDir();
    const outside = aTempDir();
    outside.write('package.json', '{"scripts":{"test":"leak"}}');
    outside.write('flows/deploy.yml', 'environment: production');
    symlinkSync(outside.join('package.json'), dir.join('package.json'));
    mkdirSync(dir.join('.github'));
    symlinkSync(outside.join('flows'), dir.join('.github/workflows'));
    symlinkSync(dir.join('nowhere'), dir.join('Makefile'));
    expect(read(dir.path)).toEqual([]);
  });

  it('follows a link that stays inside', () => {
    const dir = aTempDir();
    dir.write('build/Makefile.real', 'test:\n');
    symlinkSync('build/Makefile.real', dir.join('Makefile'));
    expect(read(dir.path)).toEqual([{ path: 'Makefile', text: 'test:\n' }]);
  });

  it('reads at most 30 workflows', () => {
    const dir = aTempDir();
    for (let n = 100; n < 140; n += 1) dir.write(`.github/workflows/${String(n)}.yml`, '');
    expect(read(dir.path)).toHaveLength(30);
  });
});
