import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JoinedBank } from '../../src/bank/index.js';
import { openProposals, proposalsFrom } from '../../src/cli/proposals.js';
import { proposalLines } from '../../src/cli/repository-proposals.js';
import { openWorkspace } from '../../src/cli/workspace.js';
import { createWorld } from '../../src/cli/world.js';
import { createDisk, readRepository, type RepositoryFile } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aSession } from '../helpers/a-session.js';
import { aWorld } from '../helpers/a-world.js';
import { aTempDir } from '../helpers/temp-dir.js';

const bank: JoinedBank = sure(openWorkspace(createWorld(), import.meta.dirname)).bank;

type Given = readonly [path: string, text: string];

const files = (...given: readonly Given[]): readonly RepositoryFile[] => {
  const dir = aTempDir();
  for (const [path, text] of given) dir.write(path, text);
  return readRepository(createDisk(), dir.path);
};

const propose = (...given: readonly Given[]) => proposalsFrom(files(...given), bank);

const cells = (proposal: { readonly value: unknown } | undefined) =>
  (proposal?.value as readonly { readonly id: string; readonly cells: object }[]).map((row) => row.cells);

const PACKAGE = `{
  "engines": { "node": ">=20.20" },
  "packageManager": "pnpm@9.1.0",
  "scripts": {
    "build": "tsc",
    "test": "vitest run",
    "test:e2e": "playwright test",
    "lint": "eslint ."
  }
}`;

describe('proposals from a repository', () => {
  it('proposes nothing for a repository that says nothing', () => {
    expect([...propose()]).toEqual([]);
    expect([...propose(['package.json', 'not json'], ['Dockerfile', '']).keys()]).toEqual([]);
  });

  it('reads commands from package scripts, with the package manager that is named', () => {
    const proposed = propose(['package.json', PACKAGE], ['pnpm-lock.yaml', '']).get('aia.commands');
    expect(cells(proposed)).toEqual([
      { purpose: 'setup', command: 'pnpm install --frozen-lockfile' },
      { purpose: 'build', command: 'pnpm run build' },
      { purpose: 'test', command: 'pnpm run test' },
      { purpose: 'lint', command: 'pnpm run lint' },
    ]);
    expect(proposed?.evidence).toBe('pnpm-lock.yaml:1, package.json:5');
  });

  it.each([
    ['package-lock.json', 'npm ci', 'npm run build'],
    ['yarn.lock', 'yarn install --immutable', 'yarn run build'],
    ['bun.lock', 'bun install --frozen-lockfile', 'bun run build'],
  ])('tells the package manager by %s', (lockfile, setup, build) => {
    const proposed = propose(['package.json', '{"scripts":{"build":"tsc"}}'], [lockfile, '']);
    expect(cells(proposed.get('aia.commands'))).toEqual([
      { purpose: 'setup', command: setup },
      { purpose: 'build', command: build },
    ]);
  });

  it('reads commands from a Makefile and a compose file', () => {
    const proposed = propose(
      ['Makefile', 'V := 1\n.PHONY: test\ntest: build\n\tgo test ./...\n'],
      ['compose.yaml', ''],
    );
    expect(cells(proposed.get('aia.commands'))).toEqual([
      { purpose: 'run', command: 'docker compose up' },
      { purpose: 'test', command: 'make test' },
    ]);
    expect(proposed.get('aia.commands')?.evidence).toBe('compose.yaml:1, Makefile:3');
  });

  it('reads versions and the description of the interface as constraints', () => {
    const proposed = propose(
      ['package.json', PACKAGE],
      ['go.mod', 'module x\n\ngo 1.26\n'],
      ['pyproject.toml', 'requires-python = ">=3.12"\n'],
      ['openapi.yaml', ''],
    ).get('leg.constraints');
    expect(cells(proposed).map((row) => (row as { constraint: string }).constraint)).toEqual([
      'run on Node.js >=20.20',
      'install packages with pnpm 9.1.0',
      'run on Python >=3.12',
      'build with Go 1.26',
      'answer as described in openapi.yaml',
    ]);
    expect(proposed?.evidence).toBe('package.json:2, pyproject.toml:1, go.mod:3');
  });

  it('reads how packages, build actions and base images are pinned, the loosest pin first', () => {
    const pinned = `uses: actions/checkout@${'a'.repeat(40)}`;
    const proposed = propose(
      ['go.sum', ''],
      ['.github/workflows/ci.yml', `steps:\n  - ${pinned}\n  - uses: ./local\n  - uses: a/b@v4\n`],
      ['Dockerfile', `FROM node:20.20.1 AS build\nFROM build\nFROM debian@sha256:${'b'.repeat(64)}\n`],
    ).get('sec.supply_chain');
    expect(cells(proposed)).toEqual([
      { artefact: 'Packages', pin: 'lockfile' },
      { artefact: 'Build actions', pin: 'range' },
      { artefact: 'Base images', pin: 'exact-version' },
    ]);
    expect(proposed?.evidence).toBe('go.sum:1, .github/workflows/ci.yml:4, Dockerfile:1');
  });

  it.each([
    ['FROM node', 'none'],
    ['FROM node:latest', 'none'],
    ['FROM node:20', 'range'],
    ['FROM --platform=linux/amd64 registry.example:5000/node:20.1.2-slim', 'exact-version'],
  ])('reads the pin of %s', (text, pin) => {
    expect(cells(propose(['Dockerfile', text]).get('sec.supply_chain'))).toEqual([
      { artefact: 'Base images', pin },
    ]);
  });

  it('reads environments that pipelines deploy to', () => {
    const proposed = propose(
      ['.gitlab-ci.yml', 'deploy:\n  environment:\n    name: staging\n'],
      ['.github/workflows/deploy.yml', 'jobs:\n  go:\n    environment: production\n'],
    ).get('leg.environments');
    expect(cells(proposed)).toEqual([
      { name: 'production', deploys: 'the pipeline in .github/workflows/deploy.yml' },
      { name: 'staging', deploys: 'the pipeline in .gitlab-ci.yml' },
    ]);
    expect(proposed?.evidence).toBe('.github/workflows/deploy.yml:3, .gitlab-ci.yml:3');
  });

  it.each([
    ['permissions:\n  id-token: write\nrun: npm publish\n', 'short-lived-identity'],
    [
      'permissions:\n  id-token: write\nrun: npm publish\nenv: ${{ secrets.NPM_TOKEN }}\n',
      'long-lived-token',
    ],
    ['run: npm publish\n', undefined],
    ['permissions:\n  id-token: write\n', undefined],
  ])('reads what guards a release (case %#)', (text, guard) => {
    expect(propose(['.github/workflows/release.yml', text]).get('sec.publish_guard')?.value).toBe(guard);
  });

  it('reads owners from CODEOWNERS', () => {
    const proposed = propose(['.github/CODEOWNERS', '# owners\n/docs @writers\n* @shop/ledger @bob\n']);
    expect(proposed.get('ops.owner')).toEqual({
      value: '@shop/ledger',
      evidence: '.github/CODEOWNERS:3',
    });
    expect(proposed.get('aia.reviewers')?.evidence).toBe('.github/CODEOWNERS:2');
  });

  it('reads standards, migrations and levels of tests', () => {
    const proposed = propose(
      ['package.json', PACKAGE],
      ['eslint.config.js', ''],
      ['ruff.toml', ''],
      ['db/migrate/1.sql', ''],
    );
    expect(cells(proposed.get('aia.standards'))).toEqual([
      { rule: 'code passes the rules in eslint.config.js', enforced_by: 'ESLint' },
      { rule: 'code passes the rules in ruff.toml', enforced_by: 'Ruff' },
    ]);
    expect(cells(proposed.get('aia.layout'))).toEqual([
      { folder: 'db/migrate', holds: 'migrations of the database', edited: 'by-hand' },
    ]);
    expect(proposed.get('aia.test_levels')).toEqual({ value: ['end-to-end'], evidence: 'package.json:7' });
  });

  it('leaves out what was answered already', () => {
    const proposed = propose(['CODEOWNERS', '* @shop/ledger\n']);
    const session = aSession(bank).answered('ops.owner', 'the Ledger team').build();
    expect([...openProposals(proposed, session).keys()]).toEqual(['aia.reviewers']);
  });
});

describe('proposals without a person', () => {
  it('are listed with where they were read, and never recorded', async () => {
    const world = aWorld();
    world.dir.write('CODEOWNERS', '* @shop/ledger\n');
    const { code, err } = await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
    expect(code).toBe(0);
    expect(err).toContain('ops.owner: @shop/ledger (read from CODEOWNERS:1)');
    expect(world.dir.read('.spec-interview/context.yaml')).not.toContain('@shop/ledger');
    const quiet = await world.run('context', '--set', 'ops.owner=Ledger', '--yes');
    expect(quiet.err).not.toContain('ops.owner:');
  });

  it('are listed only for questions that are asked, each on one line', () => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', 'format: 1\n');
    dir.write('package.json', PACKAGE);
    dir.write('CODEOWNERS', '* @shop/ledger\n');
    const workspace = sure(openWorkspace(createWorld(), dir.path));
    const listed = (depth: 'quick' | 'standard' | 'deep') =>
      proposalLines(workspace, aSession(workspace.bank).depth(depth).build());
    expect(listed('quick')).toEqual([]);
    expect(listed('standard').map((line) => line.split(':')[0]?.trim())).toEqual([
      'Proposed from the repository, not recorded; confirm with',
      'leg.constraints',
      'ops.owner',
      'aia.commands',
    ]);
    expect(listed('deep').map((line) => line.split(':')[0])).toContain('  aia.test_levels');
    expect(listed('deep').filter((line) => line.includes('\n'))).toEqual([]);
  });

  it('save nothing by themselves', async () => {
    const world = aWorld();
    world.dir.write('CODEOWNERS', '* @shop/ledger\n');
    const { err } = await world.run('context', '--yes');
    expect(err).toContain('Nothing was answered');
    expect(existsSync(world.dir.join('.spec-interview/context.yaml'))).toBe(false);
  });
});
