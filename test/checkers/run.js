// `npm run check:formats`: holds our files against other people's checkers. They are heavy, so they are installed on first use.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const lock = path.join(here, 'package-lock.json');
const installed = path.join(here, 'node_modules', '.installed-lock.json');

/** @type {(program: string, args: readonly string[], cwd: string) => boolean} */
const passes = (program, args, cwd) => spawnSync(program, args, { cwd, stdio: 'inherit' }).status === 0;

const isInstalled = () =>
  existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8');

const install = () => {
  if (isInstalled()) return true;
  process.stdout.write('Installing the checkers in test/checkers\n');
  if (!passes('npm', ['ci', '--no-audit', '--no-fund'], here)) return false;
  writeFileSync(installed, readFileSync(lock));
  return true;
};

const tool = (/** @type {string} */ name) => path.join(here, 'node_modules', '.bin', name);

/** Each checker: what it looks at, and whether it is content. */
const checkers = [
  {
    name: 'our own Markdown (markdownlint)',
    passes: () =>
      passes(
        tool('markdownlint-cli2'),
        [
          '--config',
          path.join(here, '.markdownlint-cli2.jsonc'),
          '*.md',
          'question-banks/**/*.md',
          'templates/**/*.md',
          'test/**/*.md',
          '#**/node_modules',
          '#test/golden',
        ],
        root,
      ),
  },
];

const results = install()
  ? checkers.map((checker) => {
      process.stdout.write(`\n> ${checker.name}\n`);
      return { name: checker.name, passed: checker.passes() };
    })
  : [{ name: 'installation of the checkers', passed: false }];

process.stdout.write(
  `\n${results.map(({ name, passed }) => `${passed ? 'ok    ' : 'FAILED'} ${name}\n`).join('')}`,
);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
