import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDisk, parseGlob, readProjectFiles } from '../../src/store/index.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';

const found = (dir: TempDir, skip: readonly string[] = []) =>
  [...readProjectFiles(createDisk(), dir.path, { needle: 'REQ-', skip })].map(({ path }) => path).sort();

describe('reading the files of a project', () => {
  it('leaves out what git ignores, as git itself says', () => {
    const dir = aTempDir();
    const files = [
      ...['a.ts', 'build/a.ts', 'src/build/a.ts', 'src/b.log', 'src/keep.log', 'docs/x/y/z.md', 'docs/z.md'],
      ...[
        'src/gen/a.ts',
        'src/gen2.ts',
        'pack[1].ts',
        'tmp/a.ts',
        'deep/tmp/a.ts',
        'src/a b.ts',
        'note-1.txt',
      ],
    ];
    for (const file of files) dir.write(file, 'REQ-A-001');
    dir.write(
      '.gitignore',
      '# all\n*.log\n!keep.log\n/build/\ndocs/**/z.md\nsrc/gen\ntmp/\nnote-[0-9].txt\n',
    );
    dir.write('src/.gitignore', 'a\\ b.ts\n');
    execFileSync('git', ['init', '-q'], { cwd: dir.path });
    const git = execFileSync('git', ['ls-files', '-o', '--exclude-standard'], {
      cwd: dir.path,
      encoding: 'utf8',
    });
    const expected = git.split('\n').filter((name) => name !== '' && !name.endsWith('.gitignore'));
    expect(found(dir)).toEqual(expected.sort());
  });

  it('follows no link, reads no binary file and none above 2 MB, and skips what it is told to', () => {
    const outside = aTempDir();
    outside.write('secret.ts', 'REQ-A-001');
    const dir = aTempDir();
    symlinkSync(outside.path, dir.join('linked'));
    symlinkSync(outside.join('secret.ts'), dir.join('linked.ts'));
    dir.write('binary.bin', 'REQ-A-001\0');
    dir.write('large.txt', `REQ-A-001${' '.repeat(2_000_000)}`);
    dir.write('other.txt', 'nothing');
    dir.write('specs/a/spec.md', 'REQ-A-001');
    dir.write('src/a.ts', 'REQ-A-001');
    expect(found(dir, ['specs'])).toEqual(['src/a.ts']);
  });

  it('matches globs without ever taking exponential time', () => {
    const glob = parseGlob(`${'*a'.repeat(30)}b`);
    expect(glob('a'.repeat(5_000))).toBe(false);
    expect(parseGlob('**/*.test.*')('test/x/a.test.ts')).toBe(true);
    expect(parseGlob('test/**')('src/test/a.ts')).toBe(false);
    expect(parseGlob('**/*_test.*')('a_test.go')).toBe(true);
  });
});
