// `npm run profile`: where the time goes in the rows of the benchmark that wait for a program, by library and by layer.
import { spawn } from '@lydell/node-pty';
import { format } from 'prettier';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as passing } from 'node:timers/promises';
import { bundleProgram, compileProgram, options } from '../../esbuild.config.js';
import { ensureBuilt, root } from '../house/program.js';

/**
 * A node of a profile of V8: a function, its children, and how many samples met each of its lines.
 * @typedef {{ id: number, children?: number[], callFrame: { functionName: string, url: string, lineNumber: number },
 *   positionTicks?: { line: number, ticks: number }[] }} ProfileNode
 * @typedef {{ nodes: ProfileNode[], samples: number[], timeDeltas: number[] }} Profile
 */

const RUNS = Number(process.argv[2] ?? 5);
// Nothing takes that long before the first question is there, so this is the program waiting for a key.
const WAITING = 150_000;

const place = path.join(root, '.cache', 'profile');

/** Builds the product with its names and lines kept, beside everything else it reads. */
const buildReadable = async () => {
  await ensureBuilt();
  rmSync(place, { recursive: true, force: true });
  mkdirSync(path.join(place, 'dist'), { recursive: true });
  await bundleProgram({ ...options, minify: false, metafile: false, outdir: path.join(place, 'dist') });
  for (const name of ['banks.json', 'shipped.json'])
    copyFileSync(path.join(root, 'dist', name), path.join(place, 'dist', name));
  for (const name of ['bin', 'question-banks', 'templates']) cpFolder(name);
  copyFileSync(path.join(root, 'package.json'), path.join(place, 'package.json'));
  await compileProgram(path.join(place, 'dist'));
};

const cpFolder = (/** @type {string} */ name) => {
  if (name !== 'bin') symlinkSync(path.join(root, name), path.join(place, name));
  else {
    mkdirSync(path.join(place, name));
    for (const file of ['spec-interview.js', 'load-program.js', 'package.json'])
      copyFileSync(path.join(root, name, file), path.join(place, name, file));
  }
};

/** @type {Map<string, readonly string[]>} */
const owners = new Map();

/** Which file of ours or of a library stands at each line of a bundled file: the bundler says so in comments. */
const ownersOf = (/** @type {string} */ url) => {
  const known = owners.get(url);
  if (known !== undefined) return known;
  let owner = 'the bundle';
  const lines = readFileSync(fileOf(url), 'utf8')
    .split('\n')
    .map((line) => {
      const file = /^ *\/\/ (?:\.\.\/)*(?:.*?\/)?((?:node_modules|src|bin)\/\S+)$/.exec(line)?.[1];
      if (file !== undefined) owner = groupOf(file);
      return owner;
    });
  owners.set(url, lines);
  return lines;
};

// What V8 had compiled before goes by its bare name.
const isFile = (/** @type {string} */ url) => url.startsWith('file:') || /^[a-z]+\.cjs$/.test(url);
const fileOf = (/** @type {string} */ url) =>
  url.startsWith('file:') ? new URL(url) : path.join(place, 'dist', url);

const groupOf = (/** @type {string} */ file) => {
  const library = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return library ?? `our ${file.split('/')[1] ?? ''}`;
};

const COMPILING = /^(?:compileSourceTextModule|compileForInternalLoader|compileFunction.*)$/;

/** Shares the time of one node out to those who own the lines it was met on. */
const shares = (/** @type {ProfileNode} */ { callFrame, positionTicks }) => {
  const { functionName, url, lineNumber } = callFrame;
  if (functionName === '(garbage collector)') return [{ owner: 'collecting memory', part: 1 }];
  if (COMPILING.test(functionName) || url === 'node:vm' || url.startsWith('node:internal/modules'))
    return [{ owner: 'loading and compiling', part: 1 }];
  if (!isFile(url)) return [{ owner: 'Node', part: 1 }];
  const lines = ownersOf(url);
  const ticks = positionTicks ?? [{ line: lineNumber + 1, ticks: 1 }];
  const all = ticks.reduce((sum, each) => sum + each.ticks, 0);
  return ticks.map(({ line, ticks: met }) => ({ owner: lines[line - 1] ?? 'the bundle', part: met / all }));
};

/** Milliseconds by owner, up to the moment at which the program waits for somebody. */
const timesOf = (/** @type {Profile} */ { nodes, samples, timeDeltas }) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<string, number>} */
  const times = new Map();
  let idle = 0;
  for (const [at, id] of samples.entries()) {
    const node = byId.get(id);
    const taken = timeDeltas[at] ?? 0;
    const isIdle = node?.callFrame.functionName === '(idle)';
    idle = isIdle ? idle + taken : 0;
    if (idle > WAITING) break;
    if (node === undefined || isIdle) continue;
    for (const { owner, part } of shares(node))
      times.set(owner, (times.get(owner) ?? 0) + (taken * part) / 1000);
  }
  return times;
};

/** @param {string} project @param {(flags: readonly string[]) => unknown} run */
const profiled = async (project, run) => {
  const folder = path.join(project, 'profile');
  rmSync(folder, { recursive: true, force: true });
  await run(['--cpu-prof', '--cpu-prof-interval', '100', `--cpu-prof-dir=${folder}`]);
  const [name = ''] = readdirSync(folder);
  /** @type {Profile} */
  const profile = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return timesOf(profile);
};

const program = path.join(place, 'bin', 'spec-interview.js');

/** Runs an interview up to its first question, and leaves it as a person would, so that the profile is written. */
const firstQuestion = (/** @type {string} */ project, /** @type {readonly string[]} */ args) =>
  profiled(project, async (flags) => {
    rmSync(path.join(project, 'specs', 'first'), { recursive: true, force: true });
    const env = /** @type {Record<string, string>} */ ({
      ...process.env,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
    });
    const terminal = spawn(
      process.execPath,
      [...flags, program, 'new', 'first', '--depth', 'quick', ...args],
      {
        ...{ cols: 80, rows: 24, cwd: project, env },
      },
    );
    const ended = new Promise((resolve) => terminal.onExit(resolve));
    await new Promise((resolve) =>
      terminal.onData((data) => data.includes('Which of these') && resolve(true)),
    );
    await passing(500);
    const leaving = setInterval(() => terminal.write('\u0003'), 200);
    await ended;
    clearInterval(leaving);
  });

const command = (/** @type {string} */ project, /** @type {readonly string[]} */ args) =>
  profiled(project, (flags) => spawnSync(process.execPath, [...flags, program, ...args], { cwd: project }));

const mediansOf = (/** @type {readonly Map<string, number>[]} */ runs) => {
  const names = new Set(runs.flatMap((run) => [...run.keys()]));
  return [...names].map((name) => {
    const times = runs.map((run) => run.get(name) ?? 0).sort((a, b) => a - b);
    return { name, time: times[Math.floor(times.length / 2)] ?? 0 };
  });
};

const SMALL = 2.5;

const tableOf = (/** @type {string} */ what, /** @type {readonly Map<string, number>[]} */ runs) => {
  const owned = mediansOf(runs).sort((a, b) => b.time - a.time);
  const all = owned.reduce((sum, { time }) => sum + time, 0);
  const large = owned.filter(({ time }) => time >= SMALL);
  const rest = all - large.reduce((sum, { time }) => sum + time, 0);
  const row = (/** @type {string} */ name, /** @type {number} */ time) =>
    `| ${name} | ${time.toFixed(0)} ms | ${((100 * time) / all).toFixed(0)} % |`;
  const rows = [...large.map(({ name, time }) => row(name, time)), row('everything smaller', rest)];
  return [
    `## ${what}, ${all.toFixed(0)} ms`,
    '',
    '| who | time | share |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

await buildReadable();
const project = mkdtempSync(path.join(tmpdir(), 'spec-interview-profile-'));
const answers = path.join(root, 'question-banks', 'cases', 'payments.yaml');
mkdirSync(path.join(project, '.spec-interview'));
writeFileSync(path.join(project, '.spec-interview', 'config.yaml'), 'format: 1\n');
spawnSync(process.execPath, [program, 'new', 'payments', '--answers', answers, '--yes'], { cwd: project });
const file = path.join(project, 'specs', 'payments', 'answers.yaml');
const change = () => {
  const text = readFileSync(file, 'utf8');
  const [from, to] = text.includes('value: 60 req/s') ? ['60', '65'] : ['65', '60'];
  writeFileSync(file, text.replace(`value: ${from} req/s`, `value: ${to} req/s`));
};

/** @type {readonly { what: string, run: () => Promise<Map<string, number>> }[]} */
const rows = [
  { what: 'new: first question', run: () => firstQuestion(project, []) },
  { what: 'new --plain: first question', run: () => firstQuestion(project, ['--plain']) },
  {
    what: 'check, whole, one deep spec',
    run: () => command(project, ['check', 'payments', '--output', 'text']),
  },
  {
    what: 'regenerate, one deep spec, changed',
    run: () => {
      change();
      return command(project, ['regenerate', 'payments']);
    },
  },
];
/** @type {string[]} */
const tables = [];
for (const { what, run } of rows) {
  const runs = [];
  for (let turn = 0; turn < RUNS; turn += 1) runs.push(await run());
  tables.push(tableOf(what, runs));
  process.stdout.write(`${tables.at(-1) ?? ''}\n`);
}
const intro = [
  '# Where the time goes',
  '',
  'Written by `npm run profile`: time on the processor by library and by layer, medians of some runs under the profiler, which itself costs about a third.',
  'The program is not minified here, so that lines have owners.',
  '',
  `Node ${process.version}.`,
  '',
];
const page = await format([...intro, ...tables].join('\n'), { parser: 'markdown' });
writeFileSync(path.join(root, 'test', 'bench', 'profile.md'), page);
rmSync(project, { recursive: true, force: true });
