import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadedFiles, runsOf } from '../helpers/loaded-files.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { ensureBuilt, program } from '../house/program.js';

const SDK = 'anthropic-version';
const PROMPTS = 'You are a principal engineer who interviews';

/** Runs the built program; lists every file of ours that Node loaded for it, and how often the prompts ran. */
function loadedBy(dir: TempDir, env: Record<string, string>, args: readonly string[]) {
  const coverage = dir.join(`loaded-${String(readdirSync(dir.path).length)}`);
  spawnSync(process.execPath, [program, ...args], {
    cwd: dir.path,
    env: { PATH: process.env['PATH'], HOME: dir.path, NODE_V8_COVERAGE: coverage, ...env },
    input: 'goto ctx.purpose\nLimits callers.\n.\n',
    encoding: 'utf8',
  });
  return { files: loadedFiles(coverage), prompts: runsOf(coverage, PROMPTS) };
}

const holding = (files: readonly string[], words: string): readonly string[] =>
  files.filter((file) => readFileSync(file, 'utf8').includes(words));

describe('without --ai', () => {
  beforeAll(ensureBuilt, 120_000);

  it.each([
    ['an interview', ['new', 'limiter', '--plain', '--depth', 'quick']],
    ['a headless run', ['new', 'limiter', '--set', 'ctx.purpose=Limits callers.', '--yes']],
    ['a list', ['list']],
    ['the log of a model', ['ai', 'log']],
  ])('%s loads no SDK and runs no module of a model', (_, args) => {
    const key = { ANTHROPIC_API_KEY: 'sk-ant-test-0123456789' };
    const { files, prompts } = loadedBy(aTempDir(), key, args);

    expect(holding(files, PROMPTS)).toHaveLength(1);
    expect(holding(files, SDK)).toEqual([]);
    expect(prompts).toBe(0);
  });

  it('is measured by something that sees both when a model is asked', () => {
    const dir = aTempDir();
    const env = { ANTHROPIC_API_KEY: 'sk-ant-test-0123456789', ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' };
    loadedBy(dir, env, ['ai', 'consent', '--yes']);
    const { files, prompts } = loadedBy(dir, env, ['new', 'limiter', '--plain', '--depth', 'quick', '--ai']);

    expect(holding(files, SDK)).toHaveLength(1);
    expect(prompts).toBe(1);
  });
});
