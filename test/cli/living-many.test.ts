import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOver } from '../../src/cli/show-progress.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');

const twoSpecs = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
  await world.run('new', 'One', '--answers', LIMITER, '--depth', 'deep', '--yes');
  await world.run('new', 'Two', '--answers', LIMITER, '--depth', 'deep', '--yes');
  return world;
};

describe('many specs', () => {
  it('a changed shared answer makes every spec stale that inherited it, and one run renders them all', async () => {
    const world = await twoSpecs();
    expect((await world.run('check', '--all')).code).toBe(0);
    await world.run('context', '--set', 'rol.flag_system=LaunchDarkly', '--yes');
    const { code, out } = await world.run('check', '--all');
    expect(code).toBe(3);
    expect(out).toContain('stale: context changed. Run: spec-interview regenerate one');
    expect(out).toContain('stale: context changed. Run: spec-interview regenerate two');
    await world.run('regenerate', '--all');
    expect((await world.run('check', '--all')).code).toBe(0);
    expect(world.dir.read('specs/two/spec.md')).toContain('LaunchDarkly');
  });

  it('a spec that cannot be read is listed, and does not stop the others', async () => {
    const world = await twoSpecs();
    await world.run('answer', 'two', 'traffic.peak_rate', '15k rps');
    world.dir.write('specs/one/answers.yaml', 'answers: [\n');
    const { code, err } = await world.run('regenerate', '--all');
    expect(code).toBe(2);
    expect(err).toContain('specs/one/answers.yaml');
    expect(world.dir.read('specs/two/spec.md')).toMatch(/15,?000 req\/s/);
    expect((await world.run('check', '--all')).out).toContain('two: fresh');
  });

  it('a spec whose folder leads out of the project is listed, and does not stop the others', async () => {
    const world = await twoSpecs();
    const outside = aWorld();
    outside.dir.write('one/answers.yaml', world.dir.read('specs/one/answers.yaml'));
    symlinkSync(outside.dir.join('one'), world.dir.join('specs', 'linked'));
    await world.run('answer', 'two', 'traffic.peak_rate', '15k rps');
    const before = await world.run('check', '--all');
    expect(before.code).toBe(2);
    expect(before.err).toMatch(/specs\/linked.*project/);
    expect(before.out).toContain('two: not fresh');
    const { code, err } = await world.run('regenerate', '--all');
    expect(code).toBe(2);
    expect(err).toMatch(/specs\/linked.*project/);
    expect(world.dir.read('specs/two/spec.md')).toMatch(/15,?000 req\/s/);
    expect(existsSync(outside.dir.join('one', 'spec.md'))).toBe(false);
    expect((await world.run('check', '--all')).out).toContain('two: fresh');
  });

  it('say how far they are where somebody watches, and only then', () => {
    const said = (isTTY: boolean, total: number): string => {
      const stderr = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
      progressOver({ stderr }, total)(4, 'payments');
      return String(stderr.read() ?? '');
    };
    expect(said(true, 9)).toBe('5 of 9: payments\n');
    expect(said(true, 2)).toBe('');
    expect(said(false, 9)).toBe('');
  });
});
