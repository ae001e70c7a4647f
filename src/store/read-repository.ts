import { join } from 'node:path';
import { byCodeUnit } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText } from './file.js';
import { staysInside } from './inside.js';

/** One file or folder of the repository that says something about how it is worked on; a lockfile or folder has no text. */
export type RepositoryFile = {
  readonly path: string;
  readonly text: string;
  /** What a JSON file holds; absent when it is none, or cannot be parsed. */
  readonly json?: unknown;
};

const READ = [
  'package.json',
  'pyproject.toml',
  'go.mod',
  'Makefile',
  'CODEOWNERS',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab-ci.yml',
  'Dockerfile',
];
const NAMED = [
  ...['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'],
  ...['poetry.lock', 'uv.lock', 'Pipfile.lock', 'go.sum', 'Cargo.lock', 'Gemfile.lock', 'composer.lock'],
  ...['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'],
  ...['openapi.yaml', 'openapi.yml', 'openapi.json', 'api/openapi.yaml', 'docs/openapi.yaml'],
  ...['eslint.config.js', 'eslint.config.mjs', 'eslint.config.ts', '.eslintrc.json', '.eslintrc.cjs'],
  ...['.eslintrc.yml', 'prettier.config.js', '.prettierrc', '.prettierrc.json', '.prettierrc.yaml'],
  ...['ruff.toml', '.ruff.toml', '.golangci.yml', '.golangci.yaml', 'rustfmt.toml', 'biome.json'],
  ...['migrations', 'db/migrate', 'db/migrations', 'prisma/migrations', 'alembic/versions'],
  'src/main/resources/db/migration',
];
const WORKFLOWS = '.github/workflows';
const MOST_WORKFLOWS = 30;
const MOST_BYTES = 256_000;

/**
 * Reads the few files of a repository from which answers can be proposed, in order of their paths. Nothing outside the
 * root is read, no file above 256 kB, at most 30 workflows; what cannot be read is as if it were not there.
 */
export function readRepository(disk: Disk, root: string): readonly RepositoryFile[] {
  const workflows = workflowsOf(disk, root);
  const read = [...READ, ...workflows].flatMap((path) => withText(disk, root, path));
  const named = NAMED.filter((path) => isThere(disk, root, path)).map((path) => ({ path, text: '' }));
  return [...read, ...named].sort((a, b) => byCodeUnit(a.path, b.path));
}

function isThere(disk: Disk, root: string, path: string): boolean {
  const full = join(root, path);
  const found = attempt(
    { failed: 'The file is not looked at', path: full },
    () => disk.kind(full) !== undefined && staysInside(disk, root, full),
  );
  return found.ok && found.value;
}

function withText(disk: Disk, root: string, path: string): readonly RepositoryFile[] {
  if (!isThere(disk, root, path)) return [];
  const full = join(root, path);
  const size = attempt({ failed: 'The file is not read', path: full }, () => disk.size(full));
  if (!size.ok || size.value > MOST_BYTES) return [];
  const text = readText(disk, full);
  if (!text.ok || text.value === undefined) return [];
  const json = path.endsWith('.json') ? parsed(text.value) : undefined;
  return [{ path, text: text.value, ...(json === undefined ? {} : { json }) }];
}

function workflowsOf(disk: Disk, root: string): readonly string[] {
  if (!isThere(disk, root, WORKFLOWS)) return [];
  const folder = join(root, WORKFLOWS);
  const listed = attempt({ failed: 'The workflows are not listed', path: folder }, () => disk.list(folder));
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(byCodeUnit)
    .slice(0, MOST_WORKFLOWS)
    .map((name) => `${WORKFLOWS}/${name}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
