import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { built } from '../journeys/spec-interview.js';
import { aStaleProject, besideOthers, runProgram } from './processes.js';

const PATIENCE = 120_000;
const TEN = Array.from({ length: 10 }, (_, at) => at);

beforeAll(built, PATIENCE);

describe('processes that work at once', { timeout: PATIENCE }, () => {
  it('R7: ten regenerate --all at once leave what check calls fresh, and each says who was before it', async () => {
    const dir = aStaleProject(['One', 'Two']);
    const before = dir.read('specs/one/answers.yaml');
    expect(runProgram(dir, 'check', '--all').code).toBe(3);
    const ended = await Promise.all(TEN.map(() => besideOthers(dir, ['regenerate', '--all'])));
    for (const { code, err } of ended) {
      expect([0, 2, 6], err).toContain(code);
      if (code === 2) expect(err).toMatch(/Process \d+ on .* works on this spec/);
      expect(err).not.toMatch(/Something went wrong|\n\s+at /);
    }
    expect(dir.read('specs/one/answers.yaml')).toBe(before);
    for (const slug of ['one', 'two']) {
      expect(dir.read(`specs/${slug}/spec.md`)).toContain('two people share');
      expect(existsSync(dir.join('specs', slug, '.lock'))).toBe(false);
      const left = readdirSync(dir.join('specs', slug), { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    const { code, out } = runProgram(dir, 'check', '--all');
    expect(code, out).toBe(0);
  });

  it('I1: answers given at once by four processes are all saved, or refused by name and not saved at all', async () => {
    const dir = aStaleProject(['One']);
    const given = TEN.slice(0, 4).map((at) => ['ctx.purpose', `Purpose of process ${String(at)}.`]);
    const ended = await Promise.all(given.map((words) => besideOthers(dir, ['answer', 'one', ...words])));
    const saved = given.filter((_, at) => ended[at]?.code === 0).map(([, text]) => text);
    expect(saved.length).toBeGreaterThan(0);
    for (const { code, err } of ended)
      if (code !== 0) expect(err).toMatch(/works on this spec|changed the file since/);
    const text = dir.read('specs/one/answers.yaml');
    expect(saved.filter((said = '') => text.includes(said))).toHaveLength(1);
    expect(runProgram(dir, 'check', 'one').code).toBe(3);
  });
});
