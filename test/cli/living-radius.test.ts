import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const ANSWERS = 'specs/rate-limiter/answers.yaml';

it('answer shows which requirements and findings a change reaches, before anything is saved when asked to', async () => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  const before = world.dir.read(ANSWERS);
  const change = ['answer', 'rate-limiter', 'traffic.peak_rate', '15k rps'] as const;
  const trial = await world.run(...change, '--dry-run');
  expect(trial.code).toBe(0);
  expect(trial.err).toContain('Nothing is saved.');
  expect(trial.err).toContain('MODIFIED REQ-TRF-001');
  expect(world.dir.read(ANSWERS)).toBe(before);
  expect((await world.run(...change)).err).toContain('MODIFIED REQ-TRF-001');
  expect(world.dir.read(ANSWERS)).not.toBe(before);
  const same = await world.run(...change, '--dry-run');
  expect(same.err).toContain('no requirement, no finding and no document.');
  const raised = await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '1200 req/s', '--dry-run');
  expect(raised.err).toContain('ADDED    peak-below-average');
});
