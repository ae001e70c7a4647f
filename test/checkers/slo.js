// Holds alert rules against promtool, which also plays their tests; where Debian cannot be reached, against the grammar of PromQL.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parser } from 'lezer-promql';

const kept = path.join(import.meta.dirname, 'node_modules', '.promtool');

/** @type {(program: string, args: readonly string[], cwd?: string) => { status: number | null, output: string }} */
const run = (program, args, cwd) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
};

const fetched = () => {
  const program = path.join(kept, 'usr', 'bin', 'promtool');
  if (existsSync(program)) return program;
  mkdirSync(kept, { recursive: true });
  run('apt-get', ['download', 'prometheus'], kept);
  const archive = readdirSync(kept).find((file) => file.endsWith('.deb'));
  if (archive !== undefined) run('dpkg', ['-x', archive, '.'], kept);
  return existsSync(program) ? program : undefined;
};

/** The program on this machine, or one that is fetched beside the checkers; undefined where there is none. */
export const promtool = () => (run('promtool', ['--version']).status === 0 ? 'promtool' : fetched());

/** @type {(program: string, file: string) => readonly string[]} */
const playedProblems = (program, file) => {
  const cwd = path.dirname(file);
  const checks = [
    ['check', 'rules', '--lint=all', '--lint-fatal', 'slo.rules.yaml'],
    ['test', 'rules', 'slo.rules.test.yaml'],
  ];
  return checks
    .map((args) => run(program, args, cwd))
    .filter(({ status }) => status !== 0)
    .map(({ output }) => `${file}: ${output}`);
};

/** @type {(text: string) => readonly string[]} */
const expressionsOf = (text) =>
  [...text.matchAll(/^ {8}expr: \|-\n((?: {10}.*\n)+)/gm)].map((match) => match[1] ?? '');

/** @type {(file: string) => readonly string[]} */
const grammarProblems = (file) =>
  expressionsOf(readFileSync(file, 'utf8')).flatMap((expression) => {
    let sound = true;
    parser.parse(expression).iterate({
      enter: (/** @type {{ readonly isError: boolean }} */ type) => {
        if (type.isError) sound = false;
      },
    });
    return sound ? [] : [`${file}: is no PromQL: ${expression}`];
  });

/** Says what is wrong with the rules in a file, as far as this machine can tell. */
export const ruleProblems = (/** @type {string} */ file, /** @type {string | undefined} */ program) =>
  program === undefined ? grammarProblems(file) : playedProblems(program, file);
