import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const SPEC = 'specs/rate-limiter/spec.md';
const MANIFEST = 'specs/rate-limiter/.base/manifest.json';

const git = (world: AWorld, ...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
    { cwd: world.dir.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );

const commit = (world: AWorld, message: string) => {
  git(world, 'add', '-A');
  git(world, 'commit', '-q', '-m', message);
};

const edit = (world: AWorld, file: string, change: (text: string) => string) => {
  const path = world.dir.join(file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const repository = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  git(world, 'init', '-q', '-b', 'main');
  commit(world, 'rendered');
  return world;
};

const answer = (world: AWorld, id: string, value: string) => world.run('answer', 'rate-limiter', id, value);

const onBranch = async (world: AWorld, name: string, work: () => Promise<unknown>) => {
  git(world, 'checkout', '-q', '-b', name, 'main');
  await work();
  commit(world, name);
};

/** Two branches that changed different answers and both rendered, with a hand edit on each side; the merge stops in conflicts. */
const torn = async (): Promise<AWorld> => {
  const world = await repository();
  await onBranch(world, 'one', async () => {
    await answer(world, 'traffic.peak_rate', '15k rps');
    await world.run('regenerate', 'rate-limiter');
    edit(world, SPEC, (text) =>
      text.replace('## Purpose and goals\n', '## Purpose and goals\n\nA remark of the first branch.\n'),
    );
  });
  await onBranch(world, 'two', async () => {
    await answer(world, 'rec.rto', '7 min');
    await world.run('regenerate', 'rate-limiter');
    edit(world, SPEC, (text) => `${text}\nA remark of the second branch.\n`);
  });
  expect(() => git(world, 'merge', '-q', 'one')).toThrow();
  return world;
};

describe('two branches', () => {
  it('merge the answers line by line, and one regeneration settles the documents', async () => {
    const world = await repository();
    await onBranch(world, 'one', () => answer(world, 'traffic.peak_rate', '15k rps'));
    await onBranch(world, 'two', () => answer(world, 'rec.rto', '7 min'));
    git(world, 'merge', '-q', '--no-edit', 'one');
    expect((await world.run('check', 'rate-limiter')).code).toBe(3);
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(world.dir.read(SPEC)).toMatch(/15,?000 req\/s/);
    expect(world.dir.read(SPEC)).toContain('7 min');
    expect((await world.run('check', 'rate-limiter')).code).toBe(0);
  });

  it('that both rendered are refused with the way out, and --recover joins them without losing a hand edit', async () => {
    const world = await torn();
    const refused = await world.run('regenerate', 'rate-limiter');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--recover');
    expect((await world.run('check', 'rate-limiter')).code).toBe(2);
    expect((await world.run('regenerate', 'rate-limiter', '--recover')).code).toBe(0);
    const text = world.dir.read(SPEC);
    expect(text).toMatch(/15,?000 req\/s/);
    expect(text).toContain('7 min');
    expect(text).toContain('A remark of the first branch.');
    expect(text).toContain('A remark of the second branch.');
    for (const file of [SPEC, MANIFEST, 'specs/rate-limiter/changes.md', 'specs/rate-limiter/brief.md'])
      expect(world.dir.read(file)).not.toMatch(/^[<=>]{7}/m);
    const { code, out } = await world.run('check', 'rate-limiter');
    expect(out).toContain('edited by hand: spec.md');
    expect(code).toBe(0);
  });

  it('keep what either side retired and accepted', async () => {
    const world = await repository();
    await onBranch(world, 'one', async () => {
      await world.run('answer', 'rate-limiter', 'ifc.error_hides', '--status', 'unknown');
      await world.run('regenerate', 'rate-limiter');
    });
    await onBranch(world, 'two', async () => {
      await answer(world, 'traffic.peak_rate', '15k rps');
      await world.run('regenerate', 'rate-limiter');
      await world.run('trace', '--accept');
    });
    expect(() => git(world, 'merge', '-q', 'one')).toThrow();
    await world.run('regenerate', 'rate-limiter', '--recover');
    const manifest = JSON.parse(world.dir.read(MANIFEST)) as {
      retired: readonly { id: string }[];
      accepted: Record<string, string>;
    };
    expect(manifest.retired.map(({ id }) => id)).toContain('REQ-IFC-012');
    expect(Object.keys(manifest.accepted)).toContain('REQ-TRF-001');
  });

  it('that change one answer differently are reported by line, and nothing is written', async () => {
    const world = await repository();
    await onBranch(world, 'one', () => answer(world, 'rec.rto', '6 min'));
    await onBranch(world, 'two', () => answer(world, 'rec.rto', '7 min'));
    expect(() => git(world, 'merge', '-q', 'one')).toThrow();
    const { code, err } = await world.run('regenerate', 'rate-limiter', '--recover');
    expect(code).toBe(2);
    expect(err).toMatch(/answers\.yaml:\d+:1: A conflict of an unfinished merge begins here/);
  });
});

describe('diff --from', () => {
  it('compares with what was rendered at a revision of git, and refuses what is none', async () => {
    const world = await repository();
    await answer(world, 'traffic.peak_rate', '15k rps');
    await world.run('regenerate', 'rate-limiter');
    commit(world, 'changed');
    expect((await world.run('diff', 'rate-limiter')).out).toContain('0 added, 0 modified, 0 removed');
    const since = await world.run('diff', 'rate-limiter', '--from', 'HEAD~1');
    expect(since.out).toContain('MODIFIED REQ-TRF-001');
    expect((await world.run('diff', 'rate-limiter', '--from', 'nowhere')).err).toContain('Git has no');
    expect((await world.run('diff', 'rate-limiter', '--from=--output=x')).err).toContain('not a revision');
  });
});
