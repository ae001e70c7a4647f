import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkUnchanged } from '../../src/cli/check-unchanged.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { ensureBuilt, program, root } from '../house/program.js';

beforeAll(async () => {
  await ensureBuilt();
}, 120_000);

const CASE = 'question-banks/cases/todo-api.yaml';

function run(dir: TempDir, ...args: readonly string[]) {
  return spawnSync(process.execPath, [program, ...args], { cwd: dir.path, encoding: 'utf8' });
}

function aRenderedSpec(config = 'format: 1\n'): TempDir {
  const dir = aTempDir();
  dir.write('.spec-interview/config.yaml', config);
  expect(run(dir, 'new', 'todo', '--answers', `${root}/${CASE}`, '--yes').status).toBe(0);
  return dir;
}

const unchanged = (dir: TempDir, date = '2026-11-21', ...words: readonly string[]) =>
  checkUnchanged({ cwd: dir.path, packageDir: root, words, date });

describe('a check of a spec that did not change', () => {
  it('says from the manifest what a whole check says', () => {
    const dir = aRenderedSpec();
    const whole = run(dir, 'check', '--output', 'text');
    expect(unchanged(dir)).toEqual({ code: whole.status, text: whole.stdout });
    expect(run(dir, 'check').stdout).toBe(whole.stdout);
  });

  it('fails when a stored finding is at least as bad as the project allows', () => {
    const dir = aRenderedSpec('format: 1\nfail_on: med\n');
    const whole = run(dir, 'check', '--output', 'text');
    expect(whole.status).toBe(7);
    expect(unchanged(dir)).toEqual({ code: 7, text: whole.stdout });
  });

  it('compares stored dates with today', () => {
    const dir = aRenderedSpec();
    run(dir, 'answer', 'todo', 'ctx.non_goals', '--status', 'unknown', '--due', '2026-12-01');
    run(dir, 'regenerate', 'todo');
    expect(unchanged(dir, '2026-12-01')?.text).not.toContain('overdue');
    expect(unchanged(dir, '2026-12-02')?.text).toContain('overdue: ctx.non_goals');
  });

  it.each([
    ['an answer', (dir: TempDir) => appendFileSync(dir.join('specs/todo/answers.yaml'), '# later\n')],
    ['a document', (dir: TempDir) => appendFileSync(dir.join('specs/todo/spec.md'), 'A remark.\n')],
    ['a base file', (dir: TempDir) => appendFileSync(dir.join('specs/todo/.base/spec.md'), '\n')],
    ['the settings', (dir: TempDir) => appendFileSync(dir.join('.spec-interview/config.yaml'), '# x\n')],
    ['the context', (dir: TempDir) => dir.write('.spec-interview/context.yaml', 'format: 1\nanswers: {}\n')],
    [
      'a template of the project',
      (dir: TempDir) => mkdirSync(dir.join('.spec-interview/templates/spec'), { recursive: true }),
    ],
    ['the manifest', (dir: TempDir) => dir.write('specs/todo/.base/manifest.json', '{')],
  ])('is made in earnest when %s changed', (_, change) => {
    const dir = aRenderedSpec();
    expect(unchanged(dir)).toBeDefined();
    change(dir);
    expect(unchanged(dir)).toBeUndefined();
  });

  it('is made in earnest when the settings may say where specs lie, and when several specs and none is named', () => {
    expect(unchanged(aRenderedSpec('format: 1\nspecs: specs\n'))).toBeUndefined();
    const dir = aRenderedSpec();
    run(dir, 'new', 'second', '--answers', `${root}/${CASE}`, '--yes');
    expect(unchanged(dir)).toBeUndefined();
    expect(unchanged(dir, '2026-11-21', '--all')?.text).toMatch(/^second: fresh\n[^]*todo: fresh\n/);
    expect(unchanged(dir, '2026-11-21', 'second')?.text).not.toContain('todo');
    expect(unchanged(dir, '2026-11-21', 'third')).toBeUndefined();
  });
});

describe('regenerating a spec that did not change', () => {
  it('says so, writes nothing, and ends as rendering it would', () => {
    const dir = aRenderedSpec();
    const before = statSync(dir.join('specs/todo/.base/manifest.json')).mtimeMs;
    const again = run(dir, 'regenerate', 'todo');
    expect([again.status, again.stderr]).toEqual([
      0,
      'todo: fresh; nothing changed since it was rendered.\n',
    ]);
    expect(statSync(dir.join('specs/todo/.base/manifest.json')).mtimeMs).toBe(before);
  });

  it('renders the other formats when only some were rendered before', () => {
    const dir = aRenderedSpec();
    appendFileSync(dir.join('specs/todo/answers.yaml'), '# later\n');
    run(dir, 'regenerate', 'todo', '--format', 'spec');
    expect(run(dir, 'regenerate', 'todo').stderr).toContain('specs/todo/brief.md');
  });
});
