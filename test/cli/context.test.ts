import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aWorld } from '../helpers/a-world.js';

const CONTEXT = '.spec-interview/context.yaml';

describe('context without a person', () => {
  it('saves shared answers to context.yaml, renders nothing and exits 0', async () => {
    const world = aWorld();
    const { code, err } = await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
    expect(code).toBe(0);
    expect(err).toContain('1 of ');
    expect(err).toContain(CONTEXT);
    const text = world.dir.read(CONTEXT);
    expect(text).toContain('$schema=./schema/context.json');
    expect(text).toContain('rol.flag_system: Unleash');
    expect(text).not.toContain('depth:');
    expect(text).not.toContain('name:');
    expect(existsSync(world.dir.join('.spec-interview/.lock'))).toBe(false);
    expect(existsSync(world.dir.join('specs'))).toBe(false);
    expect(world.dir.read('.spec-interview/.gitignore')).toContain('.draft.json');
  });

  it('adds to what is there and touches no other line', async () => {
    const world = aWorld();
    await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
    world.dir.write(CONTEXT, `${world.dir.read(CONTEXT)}# ours\n`);
    const before = world.dir.read(CONTEXT).split('\n');
    await world.run('context', '--set', 'aia.reviewers=two people', '--yes');
    const after = world.dir.read(CONTEXT).split('\n');
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(after.join('\n')).toContain('aia.reviewers: two people');
  });

  it('takes answers from a file', async () => {
    const world = aWorld();
    world.dir.write('shared.yaml', 'format: 1\nanswers:\n  aia.file_limit: 250 lines\n');
    const { code, err } = await world.run('context', '--answers', 'shared.yaml');
    expect([code, err]).toEqual([0, expect.stringContaining('settled')]);
    expect(world.dir.read(CONTEXT)).toContain('aia.file_limit: 250 lines');
  });

  it('refuses an answer that belongs to one spec, and writes nothing', async () => {
    const world = aWorld();
    world.dir.write('given.yaml', 'format: 1\nanswers:\n  arc.tier: T1\n');
    const { code, err } = await world.run('context', '--set', 'ctx.purpose=x', '--answers', 'given.yaml');
    expect(code).toBe(2);
    expect(err).toContain('ctx.purpose belongs to one spec');
    expect(err).toContain('arc.tier belongs to one spec');
    expect(existsSync(world.dir.join(CONTEXT))).toBe(false);
  });

  it('refuses a value that does not fit', async () => {
    const { code, err } = await aWorld().run('context', '--set', 'aia.file_limit=many', '--yes');
    expect(code).toBe(2);
    expect(err).toContain('aia.file_limit');
  });

  it('says in one line what to do without a terminal', async () => {
    const { code, err } = await aWorld().run('context');
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('the shared context', () => {
  it('lets every spec inherit what was said', async () => {
    const world = aWorld();
    await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
    await world.run('new', 'Todo', '--set', 'arc.tier=T2', '--yes');
    expect(world.dir.read('specs/todo/answers.yaml')).not.toContain('Unleash');
    expect(world.dir.read('specs/todo/spec.md')).toContain('Unleash');
  });

  it('stops when another process holds the shared context', async () => {
    const world = aWorld();
    const holder = { pid: 1, host: 'elsewhere', started: '2026-11-21T10:00:00Z' };
    world.dir.write('.spec-interview/.lock', JSON.stringify(holder));
    const { code, err } = await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
    expect(code).toBe(2);
    expect(err).toContain('Process 1 on elsewhere');
  });
});
