import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toldOfMachine, wrongContents } from './package-contents.js';
import { ensureBuilt, root } from './program.js';

type Packed = Parameters<typeof wrongContents>[0];

const PATIENCE = 120_000;
let packed: Packed;

beforeAll(async () => {
  await ensureBuilt();
  const args = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const said = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [first] = JSON.parse(said) as [Packed];
  packed = first;
}, PATIENCE);

describe('the package that npm would publish', () => {
  it('holds what it needs and nothing else', () => {
    expect(packed.files.length).toBeGreaterThan(100);
    expect(wrongContents(packed)).toEqual([]);
  });

  it.each([
    'dist/entry.cjs.map',
    'dist/warm-up.js',
    'test/house/package.js',
    'src/cli/main.ts',
    'question-banks/core/.draft.json',
    'templates/spec/notes.txt',
    '.env',
    'dist/compile-banks.js',
    'THIRD-PARTY.md',
    'node_modules/zod/package.json',
  ])('would be refused with %s in it', (name) => {
    const more = { ...packed, files: [...packed.files, { path: name, size: 1 }] };
    expect(wrongContents(more)).toEqual([`${name} does not belong in the package`]);
  });

  it('would be refused without its notices, with a file that can be run, and when it grows', () => {
    const files = packed.files
      .filter((file) => file.path !== 'dist/THIRD-PARTY-NOTICES.txt')
      .map((file) => (file.path === 'dist/entry.cjs' ? { ...file, mode: 0o755 } : file));
    const compiled = files
      .filter((file) => file.path.endsWith('.bin'))
      .reduce((sum, { size }) => sum + size, 0);
    expect(compiled).toBeGreaterThan(1e6);
    expect(wrongContents({ files, unpackedSize: compiled + 9e6 })).toEqual([
      'dist/THIRD-PARTY-NOTICES.txt is missing from the package',
      'dist/entry.cjs can be run',
      'the package takes 9000000 bytes',
    ]);
  });

  it('would be refused when what V8 compiled grows', () => {
    const files = [...packed.files, { path: 'dist/entry-1.2.3-x64.bin', size: 4e6 }];
    const [said, ...more] = wrongContents({ files, unpackedSize: packed.unpackedSize + 4e6 });
    expect(said).toMatch(/^what V8 compiled takes \d{7} bytes$/);
    expect(more).toEqual([]);
  });

  it('tells nothing of the machine that made it', () => {
    const told = packed.files.flatMap((file) =>
      toldOfMachine(readFileSync(path.join(root, file.path), 'utf8'), [root, os.homedir(), os.tmpdir()]).map(
        (sign) => `${file.path}: ${sign}`,
      ),
    );
    expect(told).toEqual([]);
    expect(toldOfMachine(`at ${path.join(root, 'src/cli/entry.ts')}`, [root])).toEqual([root]);
    expect(toldOfMachine('require("/home/someone/x.js")\n//# sourceMappingURL=x', [])).toHaveLength(2);
  });
});
