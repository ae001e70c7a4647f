// `npm run mutants`: breaks the pure layers in small ways, hundreds of times, and counts how often a test notices.
//   npm run mutants                      500 mutants, drawn by a fixed seed from all pure layers in proportion
//   npm run mutants -- src/merge         60 mutants of one layer, folder or file
//   npm run mutants -- src/merge --all   every mutant of it; without a place, every mutant there is
//   --count 200 and --seed 7             another number of mutants, another choice
//   --brief                              draws without writing the figures
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pureLayers } from '../../house/layers.js';
import { root } from '../../house/program.js';
import { copyProject } from '../copy.js';
import { draw, keyOf, layerOf, placesIn } from './draw.js';
import { countByLayer, survivorsOf, writeFigures } from './figures.js';

/** @typedef {import('./draw.js').Place} Place */
/** @typedef {import('./figures.js').Result} Result */

const here = import.meta.dirname;
const cache = path.join(root, '.cache', 'mutants');
const tools = path.join(cache, 'node_modules');
const installed = path.join(cache, 'installed-lock.json');
const FLOOR = 80;
const SEED = 20261121;

/** Whatever imports a pure layer and needs neither the built program nor a terminal; golden documents are among them. */
const TESTS = [...pureLayers.map((layer) => `test/${layer}/**/*.test.ts`), 'test/house/banks.test.ts'];
/** These start other processes, or play what the ones above show already for minutes. */
const NOT = ['test/render/precompile.test.ts', 'test/merge/merge-properties.test.ts'];

const install = () => {
  const lock = readFileSync(path.join(here, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return true;
  process.stdout.write('Installing stryker in .cache/mutants\n');
  mkdirSync(cache, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(path.join(here, name), path.join(cache, name));
  // Its vitest is the one of the project, found on the way up.
  const args = ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  if (spawnSync('npm', args, { cwd: cache, stdio: 'inherit' }).status !== 0) return false;
  writeFileSync(installed, lock);
  return true;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
    count: { type: 'string' },
    seed: { type: 'string', default: String(SEED) },
  },
});

/** The files asked for, of the pure layers. */
const filesAsked = () => {
  const { stdout } = spawnSync('git', ['ls-files', 'src/*.ts'], { cwd: root, encoding: 'utf8' });
  const isAsked = (/** @type {string} */ file) =>
    positionals.length === 0 ||
    positionals.some((start) => `${file}/`.startsWith(`${start.replace(/\/$/, '')}/`));
  return stdout.split('\n').filter((file) => layerOf(file) !== '' && isAsked(file));
};

const patternOf = (/** @type {Place} */ { file, range: { start, end } }) =>
  `${file}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;

/** @type {(folder: string, mutate: readonly string[]) => object} */
const strykerConfig = (folder, mutate) => ({
  mutate,
  plugins: [
    path.join(tools, '@stryker-mutator', 'vitest-runner', 'dist', 'src', 'index.js'),
    path.join(here, 'sampled.js'),
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
  concurrency: 1,
  timeoutMS: 20_000,
  timeoutFactor: 3,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: path.join(folder, 'mutants.json') },
  allowConsoleColors: false,
  logLevel: 'warn',
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
});

/** Runs stryker in `folder` on the drawn places; what it made besides them is not counted. */
const tryMutants = (/** @type {string} */ folder, /** @type {readonly Place[]} */ drawn) => {
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const vitest = {
    test: { testTimeout: 30_000, setupFiles: ['test/helpers/seeded.ts'], include: TESTS, exclude: NOT },
  };
  write('vitest.mutants.config.js', `export default ${JSON.stringify(vitest)};\n`);
  const config = write('stryker.mutants.json', JSON.stringify(strykerConfig(folder, drawn.map(patternOf))));
  const drawnFile = write('drawn.json', JSON.stringify({ all: drawn.map(({ range }) => range) }));
  const stryker = path.join(tools, '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const run = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, SPEC_INTERVIEW_DRAWN: drawnFile, NO_COLOR: '1' },
  });
  if (run.status !== 0) return [];
  return resultsIn(
    path.join(folder, 'mutants.json'),
    new Set(drawn.map(({ file, range }) => keyOf(file, range))),
  );
};

/** @type {(report: string, wanted: ReadonlySet<string>) => readonly Result[]} */
const resultsIn = (report, wanted) => {
  /** @type {{ files: Record<string, { source: string, mutants: (Omit<Result, 'file'>)[] }> }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .map((mutant) => ({ ...mutant, file, original: textAt(source, mutant.location) }))
      .filter(({ location: { start, end } }) =>
        wanted.has(keyOf(file, { start: fromZero(start), end: fromZero(end) })),
      ),
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

/** @type {(places: readonly Place[]) => readonly Place[]} */
const drawAsked = (places) => {
  if (values.all) return places;
  const standard = positionals.length === 0 ? 500 : 60;
  return draw(places, Number(values.count ?? standard), Number(values.seed));
};

/** What the figures call this run: everything, or one whole layer; other runs leave the figures as they are. */
const titleOf = () => {
  if (values.brief) return undefined;
  if (positionals.length === 0) return 'all layers';
  const layer = positionals.length === 1 ? /^src\/([a-z]+)\/?$/.exec(positionals[0] ?? '')?.[1] : undefined;
  return layer !== undefined && pureLayers.includes(layer) ? layer : undefined;
};

const main = async () => {
  if (!install()) return false;
  const folder = copyProject();
  try {
    const places = await placesIn(tools, folder, filesAsked());
    const drawn = drawAsked(places);
    const results = tryMutants(folder, drawn);
    if (results.length === 0) {
      process.stderr.write('No mutant was tried: name a folder or file of a pure layer, such as src/merge\n');
      return false;
    }
    for (const survivor of survivorsOf(results)) process.stdout.write(`${survivor}\n`);
    const counts = countByLayer(results);
    const title = titleOf();
    const there = places.reduce((sum, { count }) => sum + count, 0);
    if (title !== undefined)
      await writeFigures({ title, there, counts, seed: values.all ? 'every one' : values.seed });
    process.stdout.write(counts.map(({ says }) => `${says}\n`).join(''));
    return (counts.at(-1)?.score ?? 0) >= FLOOR;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

process.exitCode = (await main()) ? 0 : 1;
