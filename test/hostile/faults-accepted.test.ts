import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { acceptObjections, type Review } from '../../src/cli/model-review.js';
import { openOne } from '../../src/cli/one-spec.js';
import { createWorld } from '../../src/cli/world.js';
import type { Disk } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aFailingDisk } from '../store/failing-disk.js';

const ANSWERS = 'specs/todo/answers.yaml';
const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EROFS'] as const;

const REVIEW: Review = {
  model: 'a-model',
  dropped: 0,
  objections: [
    {
      severity: 'high',
      title: 'Nobody said who shares.',
      why: 'Lists leak.',
      quotes: [{ answer: 'ctx.purpose', text: 'Keep lists.' }],
      probe: { id: 'model.0001', asks: 'Who may share a list?', about: ['ctx.purpose'], by: 'a-model' },
    },
  ],
};

/** A person at a terminal accepts the one objection; gives whether it is saved, and what was said. */
const accepted = async (project: AWorld, disk: Disk) => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  const said: string[] = [];
  stderr.on('data', (data: Buffer) => said.push(data.toString()));
  const streams = {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
  };
  const world = { ...createWorld(), ...streams, cwd: project.dir.path, disk };
  const one = sure(openOne(world, undefined, 'todo'));
  stdin.write('1\n');
  return { saved: await acceptObjections(one, REVIEW), said: said.join('') };
};

it('review --ai: an accepted objection is saved whole, or refused aloud, at whichever step the disk fails', async () => {
  const project = aWorld();
  const args = ['--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.'];
  await project.run('new', 'Todo', ...args);
  const before = project.dir.read(ANSWERS);
  const healthy = aFailingDisk(Number.POSITIVE_INFINITY);
  expect((await accepted(project, healthy.disk)).saved).toBe(true);
  const after = project.dir.read(ANSWERS);
  expect(after).toContain('Who may share a list?');
  for (const [at, step] of healthy.steps.entries()) {
    project.dir.write(ANSWERS, before);
    const { saved, said } = await accepted(project, aFailingDisk(at, CODES[at % 4]).disk);
    const now = project.dir.read(ANSWERS);
    expect([before, after], step).toContain(now);
    if (saved) expect(now, step).toBe(after);
    else expect(said, step).toMatch(/is not (?:saved|opened)/);
  }
});
