import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');

const rendered = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

describe('trace', () => {
  it('T1: names the tests and code of each requirement, and exits 7 on untested ones only when asked', async () => {
    const world = await rendered();
    world.dir.write('test/limit.test.ts', "it('REQ-TRF-001: carries the peak')\n");
    world.dir.write('src/limit.ts', '\n// rate-limiter/REQ-TRF-001\n');
    const { out, code } = await world.run('trace', 'rate-limiter');
    expect(code).toBe(0);
    expect(out).toContain('  REQ-TRF-001 test test/limit.test.ts:1, code src/limit.ts:2\n');
    expect(out).toMatch(/ {2}REQ-TRF-008 nowhere/);
    expect(out).toMatch(/^ {2}REQ-\S+ nowhere \(untested\)$/m);
    expect(out.match(/REQ-TRF-008/g)).toHaveLength(1);
    expect((await world.run('trace', '--fail-on', 'untested')).code).toBe(7);
    expect((await world.run('trace', '--fail-on', 'retired')).code).toBe(0);
    expect((await world.run('trace', '--fail-on', 'rain')).code).toBe(2);
    expect((await world.run('trace', 'nothing')).code).toBe(2);
  });

  it('T2: lists citations of retired, unknown and changed requirements with file and line', async () => {
    const world = await rendered();
    world.dir.write('src/limit.ts', '// REQ-TRF-001\n// REQ-IFC-012\n// REQ-ZZZ-001\n');
    expect((await world.run('trace', '--accept')).err).toContain('accepted as they read now');
    await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
    await world.run('answer', 'rate-limiter', 'ifc.error_hides', '--status', 'unknown');
    await world.run('regenerate', 'rate-limiter');
    const { out, code } = await world.run('trace', '--json', '--fail-on', 'retired');
    expect(code).toBe(7);
    const trace = JSON.parse(out) as Record<'retired' | 'unknown' | 'changed', readonly unknown[]>;
    expect(trace.changed).toEqual([{ id: 'REQ-TRF-001', at: 'src/limit.ts:1' }]);
    expect(trace.retired).toEqual([{ id: 'REQ-IFC-012', at: 'src/limit.ts:2' }]);
    expect(trace.unknown).toEqual([{ id: 'REQ-ZZZ-001', at: 'src/limit.ts:3' }]);
    const read = await world.run('trace');
    expect(read.out).toMatch(/^unknown: src\/limit\.ts:3 cites REQ-ZZZ-001/);
  });

  it('T3: review answers the nine questions of production with requirements, open questions and tests', async () => {
    const world = await rendered();
    world.dir.write('test/limit.test.ts', "it('REQ-TRF-001: carries the peak')\n");
    const { out, code } = await world.run('review', 'rate-limiter', '--json');
    expect(code).toBe(0);
    const { readiness } = JSON.parse(out) as {
      readiness: readonly Record<'requirements' | 'open' | 'tests', readonly string[]>[];
    };
    expect(readiness).toHaveLength(9);
    const required = readiness.flatMap(({ requirements }) => requirements);
    const { specs } = JSON.parse((await world.run('trace', '--json')).out) as {
      specs: readonly { requirements: readonly { id: string }[] }[];
    };
    const known = specs[0]?.requirements.map(({ id }) => id) ?? [];
    expect(required.toSorted()).toEqual(known.toSorted());
    const users = readiness.find(({ requirements }) => requirements.includes('REQ-TRF-001'));
    expect(users?.tests).toEqual(['test/limit.test.ts:1']);
    expect(readiness.flatMap(({ open }) => open)).toContain('leg.environments');
    const text = (await world.run('review', 'rate-limiter')).out;
    expect(text).toMatch(
      /How is it deployed, and taken back\? \d+ requirements?, \d+ tests?, \d+ open questions?/,
    );
    expect(text).toContain('    tests: test/limit.test.ts:1\n');
  });

  it('T3: the file for assistants asks for the full id of each requirement in the title of its test', async () => {
    const world = aWorld();
    await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes', '--format', 'spec,agents');
    expect(world.dir.read('specs/rate-limiter/assistant.md')).toMatch(
      /Put the full id of each requirement into the title of the test that shows it, like `REQ-[^`]+`/,
    );
  });

  it('R2: a preview names the files that cite a requirement which would change', async () => {
    const world = await rendered();
    world.dir.write('src/limit.ts', '// REQ-TRF-001\n// other/REQ-TRF-001 and REQ-TRF-002\n');
    await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
    const { out } = await world.run('regenerate', 'rate-limiter', '--dry-run');
    expect(out).toContain('CITED    src/limit.ts:1 cites REQ-TRF-001');
    const json = JSON.parse((await world.run('regenerate', 'rate-limiter', '--dry-run', '--json')).out) as {
      cited: readonly string[];
    };
    expect(json.cited[0]).toBe('src/limit.ts:1 cites REQ-TRF-001');
  });
});
