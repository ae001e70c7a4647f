// What became of the mutants, counted by layer, and the committed table of it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { pureLayers } from '../../house/layers.js';
import { layerOf } from './draw.js';

/** @typedef {'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError'} Status */
/** @typedef {{ file: string, original: string, replacement: string, mutatorName: string, status: Status, location: import('./sampled.js').Range }} Result */
/** @typedef {Record<'killed' | 'timeout' | 'survived' | 'uncovered' | 'atLoad' | 'broken', number>} Count */
/** @typedef {{ layer: string, count: Count, tried: number, score: number, says: string }} LayerCount */

const figures = path.join(import.meta.dirname, '..', 'mutants.md');

/** What a run over every layer is called in the figures. */
export const ALL_TESTS = 'all layers';
/** The same when each layer had its own tests only. */
export const OWN_TESTS = 'all layers, own tests only';

/** @type {(results: readonly Result[], ...statuses: Status[]) => number} */
const countOf = (results, ...statuses) => results.filter(({ status }) => statuses.includes(status)).length;

/** @type {(layer: string, results: readonly Result[]) => LayerCount} */
const countLayer = (layer, results) => {
  const count = {
    killed: countOf(results, 'Killed'),
    timeout: countOf(results, 'Timeout'),
    survived: countOf(results, 'Survived'),
    uncovered: countOf(results, 'NoCoverage'),
    atLoad: countOf(results, 'Ignored'),
    broken: countOf(results, 'RuntimeError', 'CompileError'),
  };
  const noticed = count.killed + count.timeout;
  const tried = noticed + count.survived + count.uncovered;
  const score = tried === 0 ? 100 : (100 * noticed) / tried;
  const says = `${layer}: ${score.toFixed(1)} % of ${String(tried)} killed, ${String(count.atLoad)} more run at load only`;
  return { layer, count, tried, score, says };
};

/** The counts of every layer that was tried, and of all together at the end. */
export const countByLayer = (/** @type {readonly Result[]} */ results) => {
  const layers = pureLayers
    .map((layer) =>
      countLayer(
        layer,
        results.filter(({ file }) => layerOf(file) === layer),
      ),
    )
    .filter(({ tried, count }) => tried + count.atLoad > 0);
  return layers.length === 1 ? layers : [...layers, countLayer('all', results)];
};

const oneLine = (/** @type {string} */ text) => {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 90 ? `${flat.slice(0, 60)} … ${flat.slice(-25)}` : flat;
};

/** One line for each mutant that no test noticed. */
export const survivorsOf = (/** @type {readonly Result[]} */ results) =>
  results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ file, location, status, original, replacement }) => {
      const place = `${file}:${String(location.start.line)}:${String(location.start.column)}`;
      return `${place} ${status === 'Survived' ? 'survived' : 'is not run'}: ${oneLine(original)} → ${oneLine(replacement)}`;
    });

const HEAD = [
  'drawn from',
  'layer',
  'mutants there',
  'tried',
  'killed',
  'timeout',
  'survived',
  'not run',
  'score',
  'at load only',
  'seed',
  'when',
];

const rowOf = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;

/** The rows of earlier runs, each with what it was drawn from. */
const rowsBefore = () =>
  (existsSync(figures) ? readFileSync(figures, 'utf8') : '')
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .filter((cells) => /^\d{4}-\d{2}-\d{2}$/.test(cells.at(-1) ?? ''));

/**
 * Puts the rows of one run in the place of those of the last run of its name.
 * @param {{ title: string, there: number, counts: readonly LayerCount[], seed: string }} run
 */
export const writeFigures = async ({ title, there, counts, seed }) => {
  const date = new Date().toISOString().slice(0, 10);
  const now = counts.map(({ layer, count, tried, score }) => [
    title,
    layer,
    layer === 'all' || layer === title ? there : '',
    tried,
    count.killed,
    count.timeout,
    count.survived,
    count.uncovered,
    `${score.toFixed(1)} %`,
    count.atLoad,
    seed,
    date,
  ]);
  const order = [ALL_TESTS, OWN_TESTS, ...pureLayers];
  const rows = [...rowsBefore().filter(([from]) => from !== title), ...now].sort(
    ([a], [b]) => order.indexOf(String(a)) - order.indexOf(String(b)),
  );
  const text = [
    '# Mutants',
    '',
    `Written by \`npm run mutants\`, last on ${date}, with Node ${process.version} and stryker.`,
    'A mutant is one small change of the code; a test has to turn red by it.',
    'Each place of the pure layers where stryker finds something to change is as likely to be drawn as any other;',
    'the seed decides, and all mutants of a drawn place are tried.',
    'The score is what was killed or ran out of time, of all that were tried, with those that no test runs counted as missed.',
    'What runs only while a module is loaded is not tried, because every test would have to start anew for it; it is counted beside the score.',
    'The tests are those of the pure layers, the rendered documents in `test/golden` among them.',
    'Where it says own tests only, a mutant met the tests of its own layer and no others, so the score is the least it can be.',
    '',
    rowOf(HEAD),
    rowOf(HEAD.map(() => '---')),
    ...rows.map(rowOf),
    '',
  ].join('\n');
  writeFileSync(figures, await format(text, { parser: 'markdown' }));
};
