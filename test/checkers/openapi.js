// Holds descriptions of interfaces against redocly and swagger-parser: a whole one strictly, a partial one as far as it goes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const redocly = path.join(import.meta.dirname, 'node_modules', '.bin', 'redocly');
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** What a partial description may lack, each with the words of its label. */
const MISSING = /** @type {const} */ ([
  ['no-empty-servers', 'ifc.base_url'],
  ['security-defined', 'ifc.endpoints, auth'],
]);

/** @type {(file: string) => readonly string[]} */
const partialOf = (file) => {
  const list = /^x-partial:\n((?: {2}- .*\n)+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return list.split('\n').filter((line) => line !== '');
};

/** @typedef {{ ruleId: string, message: string, severity: string, location: readonly { pointer?: string }[] }} Found */

/** @type {(file: string, rules: string) => readonly Found[]} */
const lint = (file, rules) => {
  const { stdout } = spawnSync(
    redocly,
    ['lint', `--extends=${rules}`, '--format=json', '--max-problems=999', file],
    {
      env: { ...process.env, ...quiet },
      encoding: 'utf8',
    },
  );
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).problems;
};

/** @type {(file: string) => readonly string[]} */
const lintProblems = (file) => {
  const partial = partialOf(file);
  const found = lint(file, partial.length === 0 ? 'recommended-strict' : 'recommended');
  const labelled = (/** @type {string} */ rule) =>
    MISSING.some(([id, words]) => id === rule && partial.some((line) => line.includes(words)));
  return found
    .filter(({ severity, ruleId }) => severity === 'error' && !labelled(ruleId))
    .map(({ ruleId, message, location }) => `${file}: ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
};

const VALIDATE = `import parser from '@apidevtools/swagger-parser'; await parser.validate(process.argv[1]);`;

/** In a process of its own: beside a pretended browser, such as diagrams need, the parser takes paths for addresses. */
/** @type {(file: string) => readonly string[]} */
const parserProblems = (file) => {
  const args = ['--input-type=module', '--eval', VALIDATE, file];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`${file}: ${stderr}`];
};

/** Says what is wrong with a description, and what it hides under no label. */
export const openapiProblems = (/** @type {string} */ file) => {
  const unread = parserProblems(file);
  return unread.length > 0 ? unread : lintProblems(file);
};

/** Says whether a description is whole. */
export const isWhole = (/** @type {string} */ file) => partialOf(file).length === 0;
