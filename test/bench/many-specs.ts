import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { emptyTemplates } from './empty-templates.js';
import { commandTime } from './measure.js';

/** How long a repository of many specs takes, in milliseconds, with its floor in the same run. */
export type ManySpecs = {
  readonly count: number;
  readonly changed: number;
  readonly floor: number;
  readonly unchanged: number;
  readonly hashing: number;
  readonly check: number;
};

const CASE = 'question-banks/cases/payments.yaml';

/** Where the repository is, and the program that is measured. */
type Measured = { readonly root: string; readonly program: string };

/** Makes a project of `count` specs of the largest case, and renders all of them changed and unchanged. */
export function manySpecs({ root, program }: Measured, count: number): ManySpecs {
  const project = mkdtempSync(path.join(tmpdir(), 'spec-interview-many-'));
  const ours = (...args: readonly string[]) => commandTime([program, ...args], project);
  try {
    mkdirSync(path.join(project, '.spec-interview'));
    writeFileSync(path.join(project, '.spec-interview', 'config.yaml'), 'format: 1\n');
    ours('new', 's0', '--answers', path.join(root, CASE), '--yes');
    const folders = Array.from({ length: count }, (_, at) => path.join(project, 'specs', `s${String(at)}`));
    for (const folder of folders.slice(1)) cpSync(folders[0] ?? '', folder, { recursive: true });
    for (const folder of folders) change(path.join(folder, 'answers.yaml'));
    const changed = ours('regenerate', '--all');
    const fill = emptyTemplates(root);
    const floor = timed(() => {
      for (const folder of folders) parsedAndWritten(folder, fill);
    });
    const unchanged = ours('regenerate', '--all');
    const check = ours('check', '--all');
    const hashing = commandTime(['-e', HASH, project], project);
    return { count, changed, floor, unchanged, hashing, check };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** Changes one figure, on which many sentences and figures of the documents rest. */
function change(file: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('value: 60 req/s', 'value: 65 req/s');
  if (changed === text) throw new Error('The case no longer has the figure that the benchmark changes.');
  writeFileSync(file, changed);
}

function timed(act: () => void): number {
  const since = performance.now();
  act();
  return performance.now() - since;
}

/** The least that rendering could be: the answers parsed, the templates run empty, and the same bytes written with temporary file, fsync and rename. */
function parsedAndWritten(folder: string, fill: () => void): void {
  parse(readFileSync(path.join(folder, 'answers.yaml'), 'utf8'));
  fill();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /\.(md|json)$/.test(each))) {
    const file = path.join(folder, name);
    const text = readFileSync(file);
    createHash('sha256').update(text).digest('hex');
    const temporary = `${file}.floor`;
    const handle = openSync(temporary, 'w');
    writeFileSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, file);
  }
}

const HASH = `
const { createHash } = require('node:crypto'); const fs = require('node:fs'); const path = require('node:path');
for (const name of fs.readdirSync(process.argv[1], { recursive: true })) {
  const file = path.join(process.argv[1], name);
  if (fs.statSync(file).isFile()) createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}`;
