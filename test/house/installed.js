import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './program.js';

/**
 * Runs a program to its end and gives what it printed; throws what it complained about.
 * @type {(program: string, args: readonly string[], cwd: string) => string}
 */
export const output = (program, args, cwd) => {
  const run = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim();
};

/** Packs the project as npm would publish it, installs it into an empty folder, and gives its program. */
export const installProgram = (/** @type {string} */ folder) => {
  const packed = output('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
  const [tarball] = /** @type {{ filename: string }[]} */ (JSON.parse(packed));
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const from = path.join(folder, tarball?.filename ?? '');
  output('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', from], folder);
  return path.join(folder, 'node_modules', 'spec-interview', 'bin', 'spec-interview.js');
};
