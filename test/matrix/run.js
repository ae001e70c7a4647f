// `npm run matrix`: packs the project as npm would publish it, installs it once, and plays a short life of a spec with every Node it promises.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { installProgram, output } from '../house/installed.js';
import { ensureBuilt, root } from '../house/program.js';

const VERSIONS = ['20', '22', '24', '26'];
const CASE = path.join(root, 'question-banks', 'cases', 'rate-limiter.yaml');

/** @typedef {{ args: readonly string[], code: number, says: RegExp, input?: string, named: string }} Play */

/** A spec from its first answer to its documents; each line says how the run must end and what it must say. */
/** @type {readonly Play[]} */
const PLAYS = [
  { named: '--help', args: ['--help'], code: 0, says: /spec-interview/ },
  { named: 'new', args: ['new', 'Rate limiter', '--answers', CASE, '--yes'], code: 0, says: /written/ },
  { named: 'check', args: ['check', 'rate-limiter'], code: 0, says: /fresh/ },
  {
    named: 'answer',
    args: ['answer', 'rate-limiter', 'traffic.peak_rate', '15000 req/s'],
    code: 0,
    says: /is saved/,
  },
  { named: 'stale', args: ['check', 'rate-limiter'], code: 3, says: /answers changed/ },
  { named: 'regenerate', args: ['regenerate', 'rate-limiter'], code: 0, says: /updated/ },
  {
    named: 'plain',
    args: ['new', 'Todo', '--plain'],
    input: 'goto ctx.purpose\nKeep lists.\n.\nsave\n',
    code: 6,
    says: /resume todo/,
  },
];

/** Where a Node of a major version lies; npm keeps it after the first time. */
const nodeOf = (/** @type {string} */ version) => {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath;
  return output('npx', ['-y', '-p', `node@${version}`, '-c', 'node -p process.execPath'], os.tmpdir());
};

/**
 * @param {{ node: string, program: string, cwd: string }} place
 * @param {Play} play
 */
const played = ({ node, program, cwd }, { args, input = '', code, says }) => {
  const run = spawnSync(node, [program, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const said = run.stdout + run.stderr;
  if (run.status !== code) return `ended with ${String(run.status)}, not ${String(code)}: ${said}`;
  if (/Warning|Something went wrong/.test(run.stderr)) return `said: ${run.stderr}`;
  return says.test(said) ? 'ok' : `never said ${String(says)}: ${said}`;
};

/** @type {(folder: string, program: string, version: string) => string[]} */
const lifeWith = (folder, program, version) => {
  const node = nodeOf(version);
  const cwd = path.join(folder, `project-${version}`);
  mkdirSync(path.join(cwd, '.spec-interview'), { recursive: true });
  const exact = output(node, ['--version'], cwd);
  return [exact, ...PLAYS.map((play) => played({ node, program, cwd }, play))];
};

await ensureBuilt();
const folder = mkdtempSync(path.join(os.tmpdir(), 'spec-interview-matrix-'));
try {
  const program = installProgram(folder);
  const rows = VERSIONS.map((version) => lifeWith(folder, program, version));
  const wrong = rows.flatMap(([version = '', ...cells]) =>
    cells.flatMap((cell, at) => (cell === 'ok' ? [] : [`${version} ${PLAYS[at]?.named ?? ''} ${cell}`])),
  );
  const head = ['node', ...PLAYS.map(({ named }) => named)];
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(line(head) + line(head.map(() => '---')));
  for (const cells of rows)
    process.stdout.write(line(cells.map((cell, at) => (at === 0 || cell === 'ok' ? cell : 'failed'))));
  for (const problem of wrong) process.stdout.write(`${problem}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
