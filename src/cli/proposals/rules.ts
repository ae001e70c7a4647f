import { slug } from '../../kernel/index.js';
import type { RepositoryFile } from '../../store/index.js';
import { firstOf, matches, type Reader, type Reading } from './proposal.js';

type Standard = { readonly files: readonly string[]; readonly rule: string; readonly enforced_by: string };

const STANDARDS: readonly Standard[] = [
  {
    files: ['eslint.config.js', 'eslint.config.mjs', 'eslint.config.ts', '.eslintrc.json', '.eslintrc.cjs'],
    rule: 'code passes the rules in',
    enforced_by: 'ESLint',
  },
  { files: ['biome.json'], rule: 'code passes the rules in', enforced_by: 'Biome' },
  { files: ['ruff.toml', '.ruff.toml'], rule: 'code passes the rules in', enforced_by: 'Ruff' },
  {
    files: ['.golangci.yml', '.golangci.yaml'],
    rule: 'code passes the rules in',
    enforced_by: 'golangci-lint',
  },
  {
    files: ['prettier.config.js', '.prettierrc', '.prettierrc.json', '.prettierrc.yaml'],
    rule: 'code is formatted as in',
    enforced_by: 'Prettier',
  },
  { files: ['rustfmt.toml'], rule: 'code is formatted as in', enforced_by: 'rustfmt' },
];

/** Reads coding standards from the settings of linters and formatters. */
export const readStandards: Reader = (files) =>
  STANDARDS.flatMap(({ files: names, rule, enforced_by }) => {
    const file = firstOf(files, names);
    if (file === undefined) return [];
    const row = { id: slug(enforced_by), rule: `${rule} ${file.path}`, enforced_by };
    return [{ question: 'aia.standards', row, place: { path: file.path, line: 1 } }];
  });

/** Reads which versions every design has to respect. */
export const readConstraints: Reader = (files) => [
  ...version(files, {
    file: 'package.json',
    pattern: /"node"\s*:\s*"([^"]+)"/,
    runs: (found) => `run on Node.js ${found}`,
  }),
  ...version(files, {
    file: 'package.json',
    pattern: /"packageManager"\s*:\s*"(\w+@[\d.]+)/,
    runs: (found) => `install packages with ${found.replace('@', ' ')}`,
  }),
  ...version(files, {
    file: 'pyproject.toml',
    pattern: /^requires-python\s*=\s*"([^"]+)"/,
    runs: (found) => `run on Python ${found}`,
  }),
  ...version(files, { file: 'go.mod', pattern: /^go (\d[\d.]*)/, runs: (found) => `build with Go ${found}` }),
  ...contract(files),
];

type Version = {
  readonly file: string;
  readonly pattern: RegExp;
  readonly runs: (found: string) => string;
};

function version(
  files: readonly RepositoryFile[],
  { file: name, pattern, runs }: Version,
): readonly Reading[] {
  const file = firstOf(files, [name]);
  const first = file === undefined ? undefined : matches(file, pattern)[0];
  if (first === undefined) return [];
  return [constraint(runs(first.found[1] ?? ''), name, first.place)];
}

function contract(files: readonly RepositoryFile[]): readonly Reading[] {
  const file = files.find(({ path }) => /(^|\/)openapi\.(ya?ml|json)$/.test(path));
  if (file === undefined) return [];
  const text = `answer as described in ${file.path}`;
  return [constraint(text, 'the description of the interface', { path: file.path, line: 1 })];
}

function constraint(text: string, comesFrom: string, place: Reading['place']): Reading {
  const row = { id: slug(text), constraint: text, comes_from: comesFrom, strength: 'hard' };
  return { question: 'leg.constraints', row, place };
}

const MIGRATIONS = /(^|\/)(migrations?|migrate|versions)$/;

/** Reads where the migrations of the database lie. */
export const readLayout: Reader = (files) =>
  files
    .filter(({ path }) => MIGRATIONS.test(path))
    .map(({ path }) => ({
      question: 'aia.layout',
      row: { id: slug(path), folder: path, holds: 'migrations of the database', edited: 'by-hand' },
      place: { path, line: 1 },
    }));

const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['unit', /"test:unit"\s*:/],
  ['property', /"test:(?:property|fuzz)"\s*:/],
  ['contract', /"test:contract"\s*:/],
  ['integration', /"test:(?:integration|int)"\s*:/],
  ['end-to-end', /"test:(?:e2e|end-to-end)"\s*:/],
  ['load', /"test:(?:load|perf)"\s*:/],
];

/** Reads the levels of tests from the names of package scripts. */
export const readTestLevels: Reader = (files) => {
  const file = firstOf(files, ['package.json']);
  if (file === undefined) return [];
  const found = LEVELS.flatMap(([level, pattern]) => {
    const [first] = matches(file, pattern);
    return first === undefined ? [] : [{ level, place: first.place }];
  });
  const [first] = found;
  if (first === undefined) return [];
  return [{ question: 'aia.test_levels', value: found.map(({ level }) => level), place: first.place }];
};
