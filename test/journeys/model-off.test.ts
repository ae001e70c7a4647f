import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadedFiles } from '../helpers/loaded-files.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { ensureBuilt, program } from '../house/program.js';

/** Runs the built program and lists every file of ours that Node loaded for it. */
function filesLoadedBy(
  dir: TempDir,
  env: Record<string, string>,
  args: readonly string[],
): readonly string[] {
  const coverage = dir.join(`loaded-${String(readdirSync(dir.path).length)}`);
  spawnSync(process.execPath, [program, ...args], {
    cwd: dir.path,
    env: { PATH: process.env['PATH'], HOME: dir.path, NODE_V8_COVERAGE: coverage, ...env },
    input: 'goto ctx.purpose\nLimits callers.\n.\n',
    encoding: 'utf8',
  });
  return loadedFiles(coverage);
}

const holding = (files: readonly string[], words: string): readonly string[] =>
  files.filter((file) => readFileSync(file, 'utf8').includes(words));

const SDK = 'anthropic-version';

describe('without --ai', () => {
  beforeAll(ensureBuilt, 120_000);

  it.each([
    ['an interview', ['new', 'limiter', '--plain', '--depth', 'quick']],
    ['a headless run', ['new', 'limiter', '--set', 'ctx.purpose=Limits callers.', '--yes']],
    ['a list', ['list']],
    ['the log of a model', ['ai', 'log']],
  ])('%s does not load the SDK of a model', (_, args) => {
    const files = filesLoadedBy(aTempDir(), { ANTHROPIC_API_KEY: 'sk-ant-test-0123456789' }, args);

    expect(files.length).toBeGreaterThan(1);
    expect(holding(files, SDK)).toEqual([]);
  });

  it('is measured by something that sees the SDK when a model is asked', () => {
    const dir = aTempDir();
    const env = { ANTHROPIC_API_KEY: 'sk-ant-test-0123456789', ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' };
    filesLoadedBy(dir, env, ['ai', 'consent', '--yes']);
    const files = filesLoadedBy(dir, env, ['new', 'limiter', '--plain', '--depth', 'quick', '--ai']);

    expect(holding(files, SDK)).toHaveLength(1);
  });
});
