import { PassThrough } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { createWorld } from '../../src/cli/world.js';
import { createDisk, type Disk } from '../../src/store/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { built } from '../journeys/spec-interview.js';

const ANSWERS = 'specs/todo/answers.yaml';
const MANIFEST = 'specs/todo/.base/manifest.json';

beforeAll(built, 120_000);

const stale = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Todo', '--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.');
  await world.run('answer', 'todo', 'ctx.purpose', 'Keep shared lists.');
  return world;
};

/** A disk beside which somebody saves other answers while the first document takes its place. */
const overtakenDisk = ({ dir }: AWorld): Disk => {
  const real = createDisk();
  return {
    ...real,
    rename: (from, to) => {
      if (to.endsWith('spec.md')) dir.write(ANSWERS, dir.read(ANSWERS).replace('shared', 'secret'));
      real.rename(from, to);
    },
  };
};

it('R1: answers that are saved while their documents are written make these stale, and check says why', async () => {
  const world = await stale();
  await world.runWith({ disk: overtakenDisk(world) }, 'regenerate', 'todo');
  expect(world.dir.read(ANSWERS)).toContain('secret');
  const { code, out } = await world.run('check', 'todo');
  expect(code).toBe(3);
  expect(out).toContain('stale: answers changed');
});

it('R1: a check never takes the word of a manifest for answers that were saved meanwhile', async () => {
  const standing: boolean[] = [];
  for (const overtaken of [false, true]) {
    const world = await stale();
    const disk = overtaken ? overtakenDisk(world) : createDisk();
    const stderr = new PassThrough() as unknown as NodeJS.WriteStream;
    await main({ ...createWorld(), args: ['regenerate', 'todo'], cwd: world.dir.path, disk, stderr });
    standing.push('standing' in (JSON.parse(world.dir.read(MANIFEST)) as object));
  }
  expect(standing).toEqual([true, false]);
});
