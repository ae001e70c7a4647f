import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../house/program.js';

/** Copies what git knows of the project, and `dist` when it is there, so that breaking the copy breaks nothing; returns its folder. */
export const copyProject = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-proof-'));
  const names = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of names.stdout.split('\0').filter((file) => existsSync(path.join(root, file)))) {
    if (name === '') continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    cpSync(path.join(root, name), path.join(folder, name), { preserveTimestamps: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  if (existsSync(path.join(root, 'dist')))
    cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
  return folder;
};
