// `npm run mutants`: breaks the pure layers in small ways, hundreds of times, and counts how often a test notices.
//   npm run mutants                      500 mutants, drawn by a fixed seed from all pure layers in proportion
//   npm run mutants -- src/merge         60 mutants of one layer, folder or file
//   npm run mutants -- src/merge --all   every mutant of it; without a place, every mutant there is
//   --count 200 and --seed 7             another number of mutants, another choice
//   --own                                with the tests of each layer only: quick, and never more than is killed by all
//   --brief                              draws without writing the figures
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pureLayers } from '../../house/layers.js';
import { root } from '../../house/program.js';
import { copyProject } from '../copy.js';
import { draw, layerOf, placesIn } from './draw.js';
import { tools, tryAlone, tryInTurn } from './stryker.js';
import { ALL_TESTS, countByLayer, OWN_TESTS, survivorsOf, writeFigures } from './figures.js';

/** @typedef {import('./draw.js').Place} Place */

const here = import.meta.dirname;
const cache = path.dirname(tools);
const installed = path.join(cache, 'installed-lock.json');
const FLOOR = 80;
const SEED = 20261121;

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
    own: { type: 'boolean', default: false },
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

/** @type {(places: readonly Place[]) => readonly Place[]} */
const drawAsked = (places) => {
  if (values.all) return places;
  const standard = positionals.length === 0 ? 500 : 60;
  return draw(places, Number(values.count ?? standard), Number(values.seed));
};

/** What the figures call this run: everything, or one whole layer; other runs leave the figures as they are. */
const titleOf = () => {
  if (values.brief) return undefined;
  if (positionals.length === 0) return values.own ? OWN_TESTS : ALL_TESTS;
  if (values.own) return undefined;
  const layer = positionals.length === 1 ? /^src\/([a-z]+)\/?$/.exec(positionals[0] ?? '')?.[1] : undefined;
  return layer !== undefined && pureLayers.includes(layer) ? layer : undefined;
};

const main = async () => {
  if (!install()) return false;
  const folder = copyProject();
  try {
    const places = await placesIn(tools, folder, filesAsked());
    const drawn = drawAsked(places);
    const results = (values.own ? tryAlone(folder, drawn) : tryInTurn(folder, drawn)) ?? [];
    if (results.length === 0) {
      process.stderr.write(
        'No mutant was tried. Name a folder or file of a pure layer, such as src/merge, and see that its tests pass.\n',
      );
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
