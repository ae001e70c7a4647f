// Runs every check of the project, one after the other, also after one has failed; `node test/house/check.js lint types` runs only those.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const docs = 'test/house/docs.js';

/** @typedef {{ name: string, command: readonly [string, ...string[]] }} Step */

/** The build comes before the tests, because some of them play the built program in a terminal. */
/** @type {readonly Step[]} */
const steps = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'dependencies', command: ['depcruise', 'src'] },
  { name: 'unused', command: ['knip'] },
  ...(existsSync(path.join(root, docs)) ? [step('docs', 'node', docs, '--check')] : []),
  { name: 'build', command: ['node', 'esbuild.config.js'] },
  { name: 'tests', command: ['vitest', 'run', '--coverage', '--reporter=default', '--reporter=json'] },
  { name: 'package', command: ['node', 'test/house/package.js'] },
];

/** @type {(name: string, ...command: [string, ...string[]]) => Step} */
function step(name, ...command) {
  return { name, command };
}

const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** @param {Step} step */
const run = ({ name, command: [program, ...args] }) => {
  process.stdout.write(`\n> ${name}: ${[program, ...args].join(' ')}\n`);
  const since = performance.now();
  const PATH = `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
  if (error) process.stdout.write(`${error.message}\n`);
  const result = { name, passed: status === 0, time: seconds(since) };
  process.stdout.write(line(result));
  return result;
};

/** @param {{ name: string, passed: boolean, time: string }} result */
const line = ({ name, passed, time }) => `${passed ? 'ok    ' : 'FAILED'} ${name} (${time})\n`;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
const chosen = wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name));

if (unknown.length > 0) {
  const names = steps.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no step named ${unknown.join(', ')}. The steps are: ${names}\n`);
  process.exitCode = 2;
} else {
  const results = chosen.map(run);
  process.stdout.write(`\n${results.map(line).join('')}`);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
