import type { RepositoryFile } from '../../store/index.js';
import { firstOf, matches, type Place, type Reader } from './proposal.js';

type Tool = { readonly run: string; readonly setup: string };

const TOOLS: Readonly<Record<string, Tool>> = {
  npm: { run: 'npm run', setup: 'npm ci' },
  pnpm: { run: 'pnpm run', setup: 'pnpm install --frozen-lockfile' },
  yarn: { run: 'yarn run', setup: 'yarn install --immutable' },
  bun: { run: 'bun run', setup: 'bun install --frozen-lockfile' },
};
const LOCKFILES: readonly (readonly [string, string])[] = [
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];

/** The names under which each purpose usually hides, the most telling first. */
const PURPOSES: readonly (readonly [string, readonly string[]])[] = [
  ['setup', ['setup', 'bootstrap', 'install']],
  ['build', ['build', 'compile']],
  ['run', ['dev', 'start', 'run', 'serve']],
  ['test', ['test', 'tests']],
  ['lint', ['lint']],
  ['types', ['types', 'typecheck', 'type-check', 'tsc', 'mypy']],
  ['format', ['format', 'fmt', 'prettier']],
  ['all-checks', ['check', 'verify', 'ci', 'all']],
];

type Found = { readonly command: string; readonly place: Place };

/** Reads the commands of the project from its package scripts, its Makefile and its compose file. */
export const readCommands: Reader = (files) => {
  const scripts = scriptsOf(files);
  const targets = targetsOf(files);
  return PURPOSES.flatMap(([purpose, names]) => {
    const found = pick(scripts, names) ?? pick(targets, names) ?? usual(purpose, files);
    if (found === undefined) return [];
    const { command, place } = found;
    return [{ question: 'aia.commands', row: { id: purpose, purpose, command }, place }];
  });
};

function pick(known: ReadonlyMap<string, Found>, names: readonly string[]): Found | undefined {
  return names.map((name) => known.get(name)).find((found) => found !== undefined);
}

function scriptsOf(files: readonly RepositoryFile[]): ReadonlyMap<string, Found> {
  const file = firstOf(files, ['package.json']);
  const scripts = file === undefined ? undefined : field(file.json, 'scripts');
  if (file === undefined || typeof scripts !== 'object' || scripts === null) return new Map();
  const { run } = toolOf(files);
  const names = Object.keys(scripts).filter((name) => /^[\w:.-]+$/.test(name) && name !== 'install');
  return new Map(names.map((name) => [name, { command: `${run} ${name}`, place: scriptPlace(file, name) }]));
}

function scriptPlace(file: RepositoryFile, name: string): Place {
  const from = matches(file, /"scripts"\s*:/)[0]?.place.line ?? 1;
  const lines = matches(file, new RegExp(`"${name.replaceAll('.', '\\.')}"\\s*:`));
  return lines.find(({ place }) => place.line >= from)?.place ?? { path: file.path, line: from };
}

function targetsOf(files: readonly RepositoryFile[]): ReadonlyMap<string, Found> {
  const file = firstOf(files, ['Makefile']);
  const lines = file === undefined ? [] : matches(file, /^([a-z][\w-]*)\s*:(?!=)/);
  return new Map(
    lines.map(({ found, place }) => [found[1] ?? '', { command: `make ${found[1] ?? ''}`, place }]),
  );
}

function usual(purpose: string, files: readonly RepositoryFile[]): Found | undefined {
  if (purpose === 'setup') return lockedSetup(files);
  const compose = firstOf(files, [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yaml',
    'docker-compose.yml',
  ]);
  if (purpose !== 'run' || compose === undefined) return undefined;
  return { command: 'docker compose up', place: { path: compose.path, line: 1 } };
}

function lockedSetup(files: readonly RepositoryFile[]): Found | undefined {
  const lockfile = LOCKFILES.find(([path]) => firstOf(files, [path]) !== undefined)?.[0];
  if (lockfile === undefined || firstOf(files, ['package.json']) === undefined) return undefined;
  return { command: toolOf(files).setup, place: { path: lockfile, line: 1 } };
}

const NPM: Tool = { run: 'npm run', setup: 'npm ci' };

function toolOf(files: readonly RepositoryFile[]): Tool {
  const named = field(firstOf(files, ['package.json'])?.json, 'packageManager');
  const locked = LOCKFILES.find(([path]) => firstOf(files, [path]) !== undefined)?.[1];
  const name = typeof named === 'string' ? (named.split('@')[0] ?? '') : locked;
  return (Object.hasOwn(TOOLS, name ?? '') ? TOOLS[name ?? ''] : undefined) ?? NPM;
}

function field(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null ? new Map(Object.entries(json)).get(key) : undefined;
}
