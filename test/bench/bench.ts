import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { aSlowModel } from './a-slow-model.js';
import { allFormats } from './all-formats.js';
import { analysisRatio } from './analysis.js';
import { commitTime, judgeTime } from './growth.js';
import { manySpecs, type ManySpecs } from './many-specs.js';
import { rivals, type Rival } from './rivals.js';
import {
  byTurns,
  commandTime,
  keyTimes,
  median,
  memoryAtSight,
  p99,
  pairs,
  timeToSight,
  type Pairs,
} from './measure.js';

type Row = {
  readonly what: string;
  readonly reference: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  /** The ratio that is promised; nothing where the row only shows how it grows. */
  readonly budget?: number;
  readonly pairs: number;
};

const root = process.cwd();
const [, , program = '', pairsAsked = '9', sizesAsked = '10,100,1000'] = process.argv;
const bench = path.join(root, '.cache', 'bench');
const count = Number(pairsAsked);
const sizes = sizesAsked.split(',').map(Number);

const project = mkdtempSync(path.join(tmpdir(), 'spec-interview-bench-'));
mkdirSync(path.join(project, '.spec-interview'));
writeFileSync(path.join(project, '.spec-interview', 'config.yaml'), 'format: 1\n');
commandTime(
  [
    program,
    'new',
    'limiter',
    '--answers',
    path.join(root, 'question-banks/cases/rate-limiter.yaml'),
    '--yes',
  ],
  project,
);

const nodeAlone = () => commandTime(['-e', '0'], project);
const bareInk = path.join(bench, 'bare-ink.mjs');
const many = path.join(bench, 'many-questions.mjs');

// No promise limits this one: it is here so that a slow format is seen.
const FORMATS_BUDGET = 30;

const timed = (what: string, reference: string, budget: number, taken: Pairs): Row => ({
  ...{ what, reference, budget, unit: 'ms', pairs: taken.ours.length },
  ours: median(taken.ours),
  theirs: median(taken.reference),
});

async function rows(): Promise<readonly Row[]> {
  const our =
    (...args: readonly string[]) =>
    () =>
      commandTime([program, ...args], project);
  const asked = () => timeToSight([program, 'new', 'first', '--depth', 'quick'], project, 'Which of these');
  const plain = () =>
    timeToSight([program, 'new', 'first', '--depth', 'quick', '--plain'], project, 'Which of these');
  const prompt = () => timeToSight([path.join(bench, 'bare-enquirer.mjs')], project, 'ready');
  const ink = () => timeToSight([bareInk], project, 'ready');
  const keysOf = (...args: readonly string[]) =>
    keyTimes(args, project, { sight: args[0] === many ? 'What is answer 0' : 'ready', keys: 200 });
  const [ourKeys, inkKeys] = await byTurns(
    () => keysOf(many),
    () => keysOf(bareInk),
  );
  const [manyKeys, fewKeys] = await byTurns(
    () => keysOf(many, '10000'),
    () => keysOf(many, '100'),
  );
  const service = await aSlowModel();
  const askedKeys = await keyTimes([many, '1000', service.url], project, {
    sight: 'What is answer 0',
    keys: 250,
  });
  service.close();
  // The first second belongs to loading the client library, which happens once.
  const whileAsked = askedKeys.times.slice(50);
  const memory = await pairs(
    Math.min(count, 5),
    () => memoryAtSight([program, 'new', 'first', '--depth', 'quick'], project, 'Which of these'),
    () => memoryAtSight([bareInk], project, 'ready'),
  );
  const analysis = analysisRatio(root, count);
  return [
    timed('--version', 'node -e 0', 1.3, await pairs(count, our('--version'), nodeAlone)),
    timed('--help', 'node -e 0', 1.3, await pairs(count, our('--help'), nodeAlone)),
    timed('check, nothing changed', 'node -e 0', 1.5, await pairs(count, our('check', '--all'), nodeAlone)),
    timed('new: first question', 'bare Ink', 1.3, await pairs(count, asked, ink)),
    timed('new --plain: first question', 'bare enquirer', 1.6, await pairs(count, plain, prompt)),
    {
      ...{
        what: 'key to paint, p99, 1,000 questions',
        reference: 'bare Ink field',
        budget: 1.5,
        unit: 'ms',
        pairs: ourKeys.times.length,
      },
      ours: p99(ourKeys.times),
      theirs: p99(inkKeys.times),
    },
    {
      ...{ what: 'key to paint, median, 10,000 questions', reference: '100 questions' },
      ...{ budget: 1.3, unit: 'ms', pairs: manyKeys.times.length },
      ...{ ours: median(manyKeys.times), theirs: median(fewKeys.times) },
    },
    {
      ...{ what: 'committing one answer of 1,000', reference: 'ten times one of 100' },
      ...{ budget: 1, unit: 'ms', pairs: 20, ours: commitTime(1000), theirs: commitTime(100) * 10 },
    },
    {
      ...{ what: 'judging one answer by 1,000 rules', reference: 'ten times by 100' },
      ...{ budget: 1, unit: 'ms', pairs: 20, ours: judgeTime(1000), theirs: judgeTime(100) * 10 },
    },
    {
      ...{ what: 'key to paint, p99, while a model answers', reference: 'the same without one' },
      ...{ budget: 1.3, unit: 'ms', pairs: 200, ours: p99(whileAsked), theirs: p99(ourKeys.times) },
    },
    {
      ...{ what: 'bytes written per key, most', reference: '1,024 bytes', budget: 1, unit: 'B', pairs: 200 },
      ours: ourKeys.bytes,
      theirs: 1024,
    },
    {
      ...{
        what: 'analysis after one answer, deep',
        reference: 'only the rules that read it',
        budget: 2,
        unit: 'ms',
        pairs: analysis.ours.length,
      },
      ours: median(analysis.ours),
      theirs: median(analysis.reference),
    },
    {
      ...{
        what: 'memory at the first question',
        reference: 'bare Ink',
        budget: 1.4,
        unit: 'MiB',
        pairs: memory.ours.length,
      },
      ours: median(memory.ours) / 2 ** 20,
      theirs: median(memory.reference) / 2 ** 20,
    },
    timed(
      'every format of the largest case',
      'writing the same bytes',
      FORMATS_BUDGET,
      allFormats(root, count),
    ),
    timed(
      'check, whole, one deep spec',
      'node -e 0',
      4.5,
      await pairs(count, our('check', '--all', '--output', 'text'), nodeAlone),
    ),
  ];
}

// What is promised of all specs is promised of so many; before that, starting and a program that is still cold count.
const MANY = 1_000;

function rowsOf({ count, changed, floor, unchanged, hashing, check }: ManySpecs): readonly Row[] {
  const row = { unit: 'ms', pairs: 1 };
  const promised = (budget: number) => (count < MANY ? {} : { budget });
  const specs = `${String(count)} specs`;
  return [
    {
      ...row,
      ...{ what: `regenerate --all, ${specs}, all changed`, reference: 'parse and write' },
      ...{ ours: changed, theirs: floor, ...promised(3) },
    },
    {
      ...row,
      ...{ what: `regenerate --all, ${specs}, nothing changed`, reference: 'read and hash' },
      ...{ ours: unchanged, theirs: hashing, ...promised(4) },
    },
    {
      ...row,
      ...{ what: `check --all, ${specs}, nothing changed`, reference: 'read and hash' },
      ...{ ours: check, theirs: hashing, ...promised(4) },
    },
  ];
}

/** What one more spec costs in the largest repository, against the smallest: no more means linear. */
function growthOf(repositories: readonly ManySpecs[]): readonly Row[] {
  const [small, large] = [repositories[0], repositories.at(-1)];
  if (small === undefined || large === undefined || small === large) return [];
  const row = { unit: 'ms', budget: 1.1, pairs: 1, reference: `of ${String(small.count)}` };
  const each = (what: string, time: (specs: ManySpecs) => number): Row => ({
    ...{ ...row, what: `${what}, each of ${String(large.count)} specs` },
    ...{ ours: time(large) / large.count, theirs: time(small) / small.count },
  });
  return [
    each('regenerate --all, all changed', ({ changed }) => changed),
    each('check --all', ({ check }) => check),
  ];
}

/** What our libraries and banks alone take before anything can be asked, beside the whole of ours. */
async function floors(): Promise<readonly Rival[]> {
  const first = (...face: readonly string[]) =>
    timeToSight([program, 'new', 'first', '--depth', 'quick', ...face], project, 'Which of these');
  const floor = (file: string) => timeToSight([path.join(bench, file)], project, 'ready');
  const row = async (what: string, face: readonly string[], file: string): Promise<Rival> => ({
    ...{ what, rival: 'our libraries and banks, and nothing else' },
    taken: await pairs(
      count,
      () => first(...face),
      () => floor(file),
    ),
  });
  return [
    await row('new: first question', [], 'floor-ink.mjs'),
    await row('new --plain: first question', ['--plain'], 'floor-enquirer.mjs'),
  ];
}

const besideUs = ({ what, rival, taken }: Rival) => ({
  ...{ what, rival, ours: median(taken.ours), theirs: median(taken.reference) },
});

function print(all: readonly Row[]): void {
  const line = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  line(['what', 'ours', 'reference', 'ratio', 'budget', 'pairs', '']);
  line(['---', '---', '---', '---', '---', '---', '---']);
  for (const row of all) {
    const ratio = row.ours / row.theirs;
    const size = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ${row.unit}`;
    line([
      row.what,
      size(row.ours),
      `${size(row.theirs)} (${row.reference})`,
      ratio.toFixed(2),
      row.budget === undefined ? '' : String(row.budget),
      String(row.pairs),
      row.budget === undefined ? '' : ratio <= row.budget ? 'ok' : 'over',
    ]);
  }
}

function printRivals(all: readonly Rival[]): void {
  if (all.length > 0) process.stdout.write('\n| what | ours | beside | ratio |\n| --- | --- | --- | --- |\n');
  for (const { what, rival, taken } of all) {
    const [ours, theirs] = [median(taken.ours), median(taken.reference)];
    const cells = [
      what,
      `${ours.toFixed(0)} ms`,
      `${theirs.toFixed(0)} ms (${rival})`,
      (ours / theirs).toFixed(2),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

// Without pairs only repositories are measured: `npm run bench -- 0 1000`.
const single = count === 0 ? [] : await rows();
const beside =
  count === 0 ? [] : await rivals(path.join(root, '.cache', 'rivals'), { program, project, count });
const others = count === 0 ? [] : [...beside, ...(await floors())];
const repositories = sizes.map((specs) => manySpecs({ root, program }, specs));
const all = [...single, ...repositories.flatMap(rowsOf), ...growthOf(repositories)];
print(all);
printRivals(others);
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const measured = all.map((row) => ({
  ...row,
  ratio: Math.round((row.ours / row.theirs) * 100) / 100,
  ...(row.budget === undefined ? {} : { ok: row.ours / row.theirs <= row.budget }),
}));
if (count > 0)
  writeFileSync(
    path.join(root, 'test/bench/latest.json'),
    `${JSON.stringify({ machine, rows: measured, rivals: others.map(besideUs) }, null, 2)}\n`,
  );
rmSync(project, { recursive: true, force: true });
