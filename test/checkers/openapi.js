// Holds descriptions of interfaces against redocly and swagger-parser: a whole one strictly, a partial one as far as it goes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';

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

/** Says what is wrong with a description, and what it hides under no label. */
export const openapiProblems = async (/** @type {string} */ file) => {
  try {
    await SwaggerParser.validate(file);
    return lintProblems(file);
  } catch (error) {
    return [`${file}: ${String(error)}`];
  }
};

/** Says whether a description is whole. */
export const isWhole = (/** @type {string} */ file) => partialOf(file).length === 0;
