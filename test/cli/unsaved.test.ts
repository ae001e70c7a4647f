import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aFailingReader } from '../hostile/failing-reader.js';
import { aFailingDisk } from '../store/failing-disk.js';

const SETS = ['arc.tier=T3', 'ctx.purpose=Keep lists.', 'rec.rto=5 min'];
const SAID = 'goto ctx.purpose\nShared lists.\n.\n';

async function opened(): Promise<AWorld> {
  const world = aWorld();
  await world.run('new', 'Todo', '--yes', '--depth', 'quick', ...SETS.flatMap((set) => ['--set', set]));
  return world;
}

const resumed = (world: AWorld, { stays, stdin }: { stays: boolean; stdin: string }) =>
  world.runWith({ disk: aFailingDisk(1, 'ENOSPC', stays).disk, stdin }, 'resume', 'todo', '--plain');

describe('an answer that could not be saved, line by line', () => {
  it.each(['save', 'goto ctx.flows\nsave', '\nsave'])(
    'is saved by the next move once the disk takes it again (then: %j)',
    async (then) => {
      const world = await opened();
      const { out, err, code } = await resumed(world, { stays: false, stdin: `${SAID}${then}\n` });
      expect(out).toMatch(/The answer is not saved: the\sdisk is full\./);
      expect(world.dir.read('specs/todo/answers.yaml')).toContain('Shared lists.');
      expect(err).toContain('Saved. Continue with');
      expect(code).toBe(6);
    },
  );

  it('is shown again at the end when the disk never takes it, and the end is not called saved', async () => {
    const world = await opened();
    const { out, err, code } = await resumed(world, { stays: true, stdin: `${SAID}save\n` });
    expect(out).toMatch(/The answer to ctx\.purpose is not saved: Shared lists\.\s*$/);
    expect(err).toContain('Everything else is saved. Continue with: spec-interview resume todo');
    expect(err).not.toMatch(/^Saved/m);
    expect(code).toBe(2);
    expect(world.dir.read('specs/todo/answers.yaml')).toContain('Keep lists.');
  });

  it('gives way to an answer that is given after it', async () => {
    const world = await opened();
    await resumed(world, { stays: false, stdin: `${SAID}Better lists.\n.\nsave\n` });
    const answers = world.dir.read('specs/todo/answers.yaml');
    expect(answers).toContain('Better lists.');
    expect(answers).not.toContain('Shared lists.');
  });
});

describe('a disk that refuses a look', () => {
  it('is named as the reason, wherever the look was', async () => {
    const world = await opened();
    const healthy = aFailingReader(Number.POSITIVE_INFINITY);
    await world.runWith({ disk: healthy.disk }, 'regenerate', 'todo');
    const ends = new Set<number>();
    for (let at = 3; at < healthy.looks(); at += 40) {
      const { err, code } = await world.runWith({ disk: aFailingReader(at).disk }, 'regenerate', 'todo');
      expect(err).not.toContain('Something went wrong');
      ends.add(code);
    }
    expect([...ends].toSorted()).toEqual([2, 6]);
  });
});

describe('shared answers that could not be saved', () => {
  it('are not called saved either', async () => {
    const world = await opened();
    const stdin = 'goto rol.flag_system\nUnleash\nsave\n';
    const { disk } = aFailingDisk(1, 'ENOSPC', true);
    const { out, err, code } = await world.runWith({ disk, stdin }, 'context', '--plain');
    expect(out).toMatch(/The answer to rol\.flag_system is not saved: Unleash\s*$/);
    expect(err).toContain('Nothing is saved.');
    expect(code).toBe(2);
  });
});

describe('an adoption that was cut short', () => {
  it('can be done again, whichever step failed', async () => {
    const handMade = async (): Promise<AWorld> => {
      const world = aWorld();
      world.dir.write('specs/todo/spec.md', '# Todo\n\nBy hand.\n');
      await world.run('new', 'Todo', '--yes', '--depth', 'quick', ...SETS.flatMap((set) => ['--set', set]));
      return world;
    };
    const healthy = aFailingDisk(Number.POSITIVE_INFINITY);
    await (await handMade()).runWith({ disk: healthy.disk }, 'adopt', 'todo');
    expect(healthy.steps.length).toBeGreaterThan(4);
    for (const at of healthy.steps.keys()) {
      const world = await handMade();
      const first = await world.runWith({ disk: aFailingDisk(at, 'EROFS').disk }, 'adopt', 'todo');
      const done = first.code === 0 ? first : await world.run('adopt', 'todo');
      expect([at, done.code, done.err]).toEqual([at, 0, expect.stringContaining('adopted spec.md')]);
    }
  });
});
