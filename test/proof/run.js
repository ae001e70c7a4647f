// `npm run proof`: the long forms of what `npm test` proves in short, and whether the tests notice when a promise is broken.
// `npm run proof -- I14 kills` runs only what has one of these words in its name; the other rows of the summary keep their dates.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { ensureBuilt, root } from '../house/program.js';
import { copyProject } from './copy.js';
import { mutations } from './mutations.js';

/** @typedef {{ what: string, passed: boolean, says: string }} Proof */
/** @typedef {{ file: string, title?: string, env?: Record<string, string> }} Tests */

const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const isWanted = (/** @type {string} */ what) =>
  wanted.length === 0 || wanted.some((word) => what.toLowerCase().includes(word));

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');

/** The tests that do more when they are asked to; each reads its number of rounds from the environment. */
const LONG = [
  {
    what: 'Properties hold for examples that nobody has seen',
    file: 'properties',
    env: { SPEC_INTERVIEW_SEED: 'random' },
  },
  {
    what: '200 kills of a scripted interview lose no answer',
    file: 'test/store/kill.test.ts',
    env: { SPEC_INTERVIEW_KILLS: '200' },
  },
  {
    what: '1,000 fault sequences of a model leave the answers as they are without one',
    file: 'test/llm/fault-sequences.test.ts',
    env: { SPEC_INTERVIEW_FAULT_SEQUENCES: '1000' },
  },
  {
    what: 'a disk that fails at each step of new, answer and regenerate loses no answer',
    file: 'test/hostile/faults.test.ts',
    env: { SPEC_INTERVIEW_FAULT_STRIDE: '1' },
  },
  {
    what: 'a disk that refuses, cuts or cannot be read at each step of resume, context, waive, accept, adopt and upgrade loses nothing',
    file: 'test/hostile/faults-living.test.ts',
    env: { SPEC_INTERVIEW_FAULT_STRIDE: '1' },
  },
  {
    what: 'a disk that is really full, at every page that a small spec takes, keeps no answer from being whole',
    file: 'test/hostile/faults-full-disk.test.ts',
    env: { SPEC_INTERVIEW_FAULT_STRIDE: '1' },
  },
  {
    what: 'a process that dies at each step of regenerate, accept, adopt, answer, waive and upgrade leaves what check reports truthfully and regenerate repairs',
    file: 'test/cli/living-crash.test.ts',
    env: { SPEC_INTERVIEW_CRASHES: '1000' },
  },
  {
    what: '500 real processes that are killed while they interview, regenerate and upgrade leave whole answers, a truthful check, and what regenerate repairs',
    file: 'test/concurrency/kill-nine.test.ts',
    env: { SPEC_INTERVIEW_KILL_NINE: '500' },
  },
  {
    what: '2,000 pairs of hand edit and changed answers over rendered specs lose no sentence of the person',
    file: 'test/merge/merge-rendered.test.ts',
    env: { SPEC_INTERVIEW_PAIRS: '2000' },
  },
  {
    what: 'no answer that is left out of sixteen good specs turns what was said into a mistake',
    file: 'test/precision/left-out.test.ts',
    env: { SPEC_INTERVIEW_LEFT_OUT_STRIDE: '1' },
  },
  {
    what: 'the pictures of the readme show the program as it is',
    file: 'test/journeys/sitting.test.ts',
    env: { SPEC_INTERVIEW_PICTURES: '1' },
  },
  {
    what: 'every number, option and yes of the four cases shows in the spec',
    file: 'test/render/golden-changes.test.ts',
    env: { SPEC_INTERVIEW_CHANGE_STRIDE: '1' },
  },
  {
    what: '1,000,000 random bytes of a terminal leave the form as answerable as it was',
    file: 'test/fuzz/terminal.test.ts',
    env: { SPEC_INTERVIEW_FUZZ: '1000000' },
  },
  {
    what: '10,000 random or spoiled answers, banks, template sets, manifests and incidents each are taken or refused with their place',
    file: 'test/fuzz/data.test.ts',
    env: { SPEC_INTERVIEW_FUZZ: '10000' },
  },
  {
    what: '100,000 random quantities, documents and conditions each are read without a throw',
    file: 'test/fuzz/language.test.ts',
    env: { SPEC_INTERVIEW_FUZZ: '100000' },
  },
  {
    what: 'whatever reads a text of somebody else takes at most twenty times as long for ten times as much of it',
    file: 'test/fuzz/long-text.test.ts',
    env: { SPEC_INTERVIEW_FUZZ: '1000000' },
  },
  {
    what: 'what others wrote steers neither screen, lines, JSON nor files of any command',
    file: 'test/security/sources.test.ts',
    env: { SPEC_INTERVIEW_FUZZ: '1000000' },
  },
  {
    what: '10,000 answers and 2,000 steps of undo and redo in one sitting of four hours keep the heap flat',
    file: 'test/soak/soak.test.ts',
    env: { SPEC_INTERVIEW_SOAK: '10000' },
  },
];

/**
 * @param {string} folder
 * @param {Tests} tests
 */
const runTests = (folder, { file, title = '', env = {} }) => {
  const args = [vitest, 'run', file, '--reporter=dot', ...(title === '' ? [] : ['-t', title])];
  const run = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
    encoding: 'utf8',
  });
  const ran = /Tests .*?\d+ (?:passed|failed)/.test(run.stdout);
  return { green: run.status === 0 && ran, ran };
};

/**
 * Breaks one promise, sees whether its test notices, and puts the file back.
 * @param {string} folder
 * @param {import('./mutations.js').Mutation} mutation
 * @returns {Proof}
 */
const broken = (folder, { line, file, find, replace, test, title }) => {
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  const places = text.split(find).length - 1;
  if (places !== 1)
    return { what: line, passed: false, says: `${file} holds the text ${String(places)} times` };
  writeFileSync(
    target,
    text.replace(find, () => replace),
  );
  const { green, ran } = runTests(folder, { file: test, title });
  writeFileSync(target, text);
  return { what: line, passed: !green && ran, says: green ? 'not noticed' : ran ? 'noticed' : 'no test ran' };
};

/** @returns {Proof[]} */
const proveMutations = () => {
  const folder = copyProject();
  try {
    const chosen = mutations.filter(({ line }) => isWanted(line));
    const places = new Map(chosen.map(({ test, title }) => [`${test} ${title}`, { file: test, title }]));
    const red = [...places.values()].filter((tests) => !runTests(folder, tests).green);
    if (red.length > 0) {
      const says = red.map(({ file, title }) => `${file} ${title}`).join('; ');
      return [{ what: 'The tests pass before anything is broken', passed: false, says }];
    }
    return chosen.map((mutation) => report(broken(folder, mutation)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** @param {Proof} proof */
const report = (proof) => {
  process.stdout.write(`${proof.passed ? 'ok    ' : 'FAILED'} ${proof.what}: ${proof.says}\n`);
  return proof;
};

/** Runs the long forms; those that count note their figures in a file, line by line. */
const proveLong = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-counts-'));
  const proofs = LONG.filter(({ what }) => isWanted(what)).map(({ what, ...tests }, index) => {
    const counts = path.join(folder, String(index));
    writeFileSync(counts, '');
    const { green } = runTests(root, { ...tests, env: { ...tests.env, SPEC_INTERVIEW_COUNTS: counts } });
    const figures = readFileSync(counts, 'utf8').trim().split('\n').join('; ');
    const held = figures === '' ? 'held' : `held: ${figures}`;
    return report({ what, passed: green, says: green ? held : 'did not hold' });
  });
  rmSync(folder, { recursive: true, force: true });
  return proofs;
};

const MATRIX = 'The packed program plays a short life of a spec on Node 20, 22, 24 and 26';

/** Every promised Node plays a short life of a spec with the packed program. */
const proveMatrix = () => {
  const what = MATRIX;
  const run = spawnSync(process.execPath, [path.join(root, 'test', 'matrix', 'run.js')], { cwd: root });
  return report({ what, passed: run.status === 0, says: run.status === 0 ? 'held' : 'did not hold' });
};

const MUTANTS = 'Of 500 sampled mutants of the pure layers, tests notice at least 80 %';

/** Breaks the pure layers in hundreds of small ways; the figures by layer lie in `mutants.md`. */
const proveMutants = () => {
  const what = MUTANTS;
  const script = path.join(root, 'test', 'proof', 'mutants', 'run.js');
  const run = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  const says = /^all: (\d.*)$/m.exec(run.stdout)?.[1];
  return report({ what, passed: run.status === 0, says: says ?? 'none was tried' });
};

const SUMMARY = path.join(root, 'test', 'proof', 'summary.md');

/** The rows of the last summary by what they prove; each says with its day when it was shown. */
const rowsBefore = () =>
  new Map(
    (existsSync(SUMMARY) ? readFileSync(SUMMARY, 'utf8') : '')
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .filter(([, , , , day]) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? ''))
      .map(([, what = '', ...cells]) => [what, `| ${[what, ...cells.slice(0, 3)].join(' | ')} |`]),
  );

/** @param {readonly Proof[]} proofs */
const summary = (proofs) => {
  const date = new Date().toISOString().slice(0, 10);
  const now = new Map(
    proofs.map(({ what, passed, says }) => [
      what,
      `| ${what} | ${says} | ${passed ? 'ok' : 'failed'} | ${date} |`,
    ]),
  );
  const known = new Map([...rowsBefore(), ...now]);
  const order = [...LONG.map(({ what }) => what), MATRIX, MUTANTS, ...mutations.map(({ line }) => line)];
  const rows = order.map((what) => known.get(what) ?? `| ${what} | not run yet | | |`);
  return [
    '# Proof',
    '',
    `Written by \`npm run proof\`, last on ${date}, with Node ${process.version}.`,
    'Each promise with a line of its own was broken on purpose in a copy; its test had to turn red.',
    '',
    '| what | result | | when |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

await ensureBuilt();
const proofs = [
  ...proveLong(),
  ...(isWanted(MATRIX) ? [proveMatrix()] : []),
  ...(isWanted(MUTANTS) ? [proveMutants()] : []),
  ...proveMutations(),
];
const failed = proofs.filter(({ passed }) => !passed).length;
writeFileSync(SUMMARY, await format(summary(proofs), { parser: 'markdown' }));
process.stdout.write(`${String(proofs.length - failed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
