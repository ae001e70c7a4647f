// How stryker is run: in a copy of the project, on the drawn places alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pureLayers } from '../../house/layers.js';
import { root } from '../../house/program.js';
import { keyOf, layerOf } from './draw.js';

/** @typedef {import('./draw.js').Place} Place */
/** @typedef {import('./figures.js').Result} Result */

/** Where stryker lies once it is installed. */
export const tools = path.join(root, '.cache', 'mutants', 'node_modules');

/** The tests that need no built program and no other process; what compares golden documents is among them. */
const testsOf = (/** @type {string} */ layer) => `test/${layer}/**/*.test.ts`;
const EVERY_TEST = [...pureLayers.map(testsOf), 'test/house/banks.test.ts'];
/** These start other processes, or render hundreds of changed cases. */
const NEVER = ['precompile', 'golden-places', 'golden-changes'].map((name) => `test/render/${name}.test.ts`);
/** Seconds, or minutes, for a mutant that they seldom decide: they are run for their own layer only. */
const OWN_ONLY = [
  'analysis/coach-and-coverage',
  'analysis/incremental',
  'analysis/report',
  'analysis/rule-examples',
  'analysis/vague-words',
  'merge/merge-properties',
  'merge/merge-rendered',
  'spec/readiness',
].map((name) => `test/${name}.test.ts`);

const patternOf = (/** @type {Place} */ { file, range: { start, end } }) =>
  `${file}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;

/** @type {(folder: string, mutate: readonly string[]) => object} */
const strykerConfig = (folder, mutate) => ({
  mutate,
  plugins: [
    path.join(tools, '@stryker-mutator', 'vitest-runner', 'dist', 'src', 'index.js'),
    path.join(import.meta.dirname, 'sampled.js'),
  ],
  ignorers: ['sampled'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.js', related: true },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  inPlace: true,
  disableTypeChecks: false,
  tsconfigFile: 'tsconfig.none.json',
  ignorePatterns: ['/dist', '/coverage', '/test/golden', '/question-banks', '/templates'],
  // No test of its own layer may load a drawn file: then all mutants of it are left for the tests of all layers.
  allowEmpty: true,
  concurrency: 2,
  dryRunTimeoutMinutes: 30,
  timeoutMS: 20_000,
  timeoutFactor: 3,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: path.join(folder, 'mutants.json') },
  allowConsoleColors: false,
  logLevel: 'warn',
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
});

/**
 * Runs stryker in `folder` on the drawn places with some tests; what it makes besides these places is not counted.
 * @type {(folder: string, drawn: readonly Place[], tests: { include: readonly string[], exclude: readonly string[] }) => readonly Result[] | undefined}
 */
const tryMutants = (folder, drawn, tests) => {
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const vitest = {
    test: { testTimeout: 30_000, setupFiles: ['test/helpers/seeded.ts'], ...tests },
  };
  write('vitest.mutants.config.js', `export default ${JSON.stringify(vitest)};\n`);
  rmSync(path.join(folder, 'mutants.json'), { force: true });
  const config = write('stryker.mutants.json', JSON.stringify(strykerConfig(folder, drawn.map(patternOf))));
  const drawnFile = write('drawn.json', JSON.stringify({ all: drawn.map(({ range }) => range) }));
  const stryker = path.join(tools, '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const run = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, SPEC_INTERVIEW_DRAWN: drawnFile, NO_COLOR: '1' },
  });
  if (run.status !== 0) return undefined;
  // Without a test there is no report.
  if (!existsSync(path.join(folder, 'mutants.json'))) return [];
  const keys = new Set(drawn.map(({ file, range }) => keyOf(file, range)));
  return resultsIn(path.join(folder, 'mutants.json'), keys);
};

const isNoticed = (/** @type {Result} */ { status }) => status === 'Killed' || status === 'Timeout';
const isElsewhere = (/** @type {Result} */ { status }) =>
  status === 'RuntimeError' || status === 'CompileError';

/** Tries each layer with its own tests only; what they notice, others need not. Nothing when the tests of a layer are red. */
export const tryAlone = (/** @type {string} */ folder, /** @type {readonly Place[]} */ drawn) => {
  /** @type {Result[]} */
  const results = [];
  for (const layer of pureLayers) {
    const places = drawn.filter(({ file }) => layerOf(file) === layer);
    if (places.length === 0) continue;
    process.stdout.write(`${layer}: ${String(places.length)} places\n`);
    const tried = tryMutants(folder, places, { include: [testsOf(layer)], exclude: NEVER });
    if (tried === undefined) return undefined;
    results.push(...tried);
  }
  return results;
};

/** Tries each layer with its own tests first, and what they miss with those of all layers: that is much quicker. */
export const tryInTurn = (/** @type {string} */ folder, /** @type {readonly Place[]} */ drawn) => {
  const own = tryAlone(folder, drawn);
  if (own === undefined) return [];
  const settled = own.filter((result) => isNoticed(result) || isElsewhere(result));
  const done = new Set(settled.map(mutantKey));
  const missed = drawn.filter(({ file, range, count }) => {
    const place = keyOf(file, range);
    return settled.filter((result) => placeKey(result) === place).length < count;
  });
  process.stdout.write(
    `${String(settled.length)} settled, ${String(missed.length)} places left for all tests\n`,
  );
  if (missed.length === 0) return settled;
  const all = tryMutants(folder, missed, { include: EVERY_TEST, exclude: [...NEVER, ...OWN_ONLY] });
  return all === undefined ? [] : [...settled, ...all.filter((result) => !done.has(mutantKey(result)))];
};

/** @type {(result: Result) => string} */
const placeKey = ({ file, location: { start, end } }) =>
  keyOf(file, { start: fromZero(start), end: fromZero(end) });

/** @type {(result: Result) => string} */
const mutantKey = (result) => `${placeKey(result)} ${result.mutatorName} ${result.replacement}`;

/** @type {(report: string, wanted: ReadonlySet<string>) => readonly Result[]} */
const resultsIn = (report, wanted) => {
  /** @type {{ files: Record<string, { source: string, mutants: (Omit<Result, 'file'>)[] }> }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .map((mutant) => ({ ...mutant, file, original: textAt(source, mutant.location) }))
      .filter((result) => wanted.has(placeKey(result))),
  );
};

const fromZero = (/** @type {{ line: number, column: number }} */ { line, column }) => ({
  line,
  column: column - 1,
});

/** @type {(source: string, place: import('./sampled.js').Range) => string} */
const textAt = (source, { start, end }) => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
    )
    .join('\n');
};
