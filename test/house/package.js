// Packs the project as npm would publish it, checks what is inside, and starts it from a fresh installation.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { toldOfMachine, wrongContents } from './package-contents.js';

const root = path.join(import.meta.dirname, '..', '..');
/** @typedef {{ filename: string, unpackedSize: number, files: readonly { path: string, size: number, mode: number }[] }} Packed */

/** @type {(program: string, args: readonly string[], cwd?: string) => string} */
const output = (program, args, cwd = root) => execFileSync(program, args, { cwd, encoding: 'utf8' });

/** @type {(program: string, ...args: string[]) => boolean} */
const passes = (program, ...args) => {
  try {
    execFileSync(path.join(root, 'node_modules', '.bin', program), args, { cwd: root, stdio: 'inherit' });
    return true;
  } catch {
    return false;
  }
};

/** @type {(folder: string) => Packed} */
const pack = (folder) => {
  const said = output('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  const [packed] = /** @type {Packed[]} */ (JSON.parse(said));
  if (packed === undefined) throw new Error('npm packed nothing');
  return packed;
};

/** @type {(folder: string, packed: Packed) => readonly string[]} */
const wrongTexts = (folder, { files }) =>
  files.flatMap(({ path: name }) => {
    const text = readFileSync(path.join(folder, 'node_modules', 'spec-interview', name), 'utf8');
    const told = toldOfMachine(text, [root, os.homedir(), folder]);
    return told.map((sign) => `${name} tells of the machine that made it: ${sign}`);
  });

/** @type {(folder: string, tarball: string) => string[]} */
const wrongInstallation = (folder, tarball) => {
  const manifest = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  );
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  output('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', tarball], folder);
  const program = path.join(folder, 'node_modules', '.bin', 'spec-interview');
  const version = output(program, ['--version'], folder).trim();
  const help = output(program, ['--help'], folder);
  return [
    ...(version === manifest.version
      ? []
      : [`the installed program says it is ${version}, not ${manifest.version}`]),
    ...(help.includes('spec-interview') ? [] : ['the installed program prints no help']),
  ];
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'spec-interview-package-'));
try {
  const packed = pack(folder);
  const tarball = path.join(folder, packed.filename);
  const problems = [
    ...wrongContents(packed),
    ...wrongInstallation(folder, tarball),
    ...wrongTexts(folder, packed),
  ];
  if (!passes('publint', '--strict', tarball)) problems.push('publint has something to say');
  if (!passes('attw', '--profile', 'esm-only', tarball)) problems.push('attw has something to say');
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(
    `${packed.files.length} files, ${(packed.unpackedSize / 1e6).toFixed(2)} MB unpacked\n`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
