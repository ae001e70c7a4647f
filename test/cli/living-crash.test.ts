import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAnalyst } from '../../src/analysis/index.js';
import { openFormats } from '../../src/cli/open-formats.js';
import { planFiles, writePlan, type FilesPlan } from '../../src/cli/plan-files.js';
import { openSpec, openWorkspace } from '../../src/cli/workspace.js';
import { createWorld } from '../../src/cli/world.js';
import { situationOf } from '../../src/interview/index.js';
import type { Result } from '../../src/kernel/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aFailingDisk } from '../store/failing-disk.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const DIR = 'specs/rate-limiter';

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error[0]?.message ?? 'refused');
  return result.value;
};

const planIn = (world: AWorld): FilesPlan => {
  const here = { ...createWorld(), version: '0.0.0-test', cwd: world.dir.path };
  const workspace = must(openWorkspace(here, world.dir.path));
  const { session, paths } = must(openSpec(workspace, 'rate-limiter'));
  const formats = must(openFormats(workspace, undefined));
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  return must(planFiles({ workspace, paths, session, analysis, formats }));
};

const writeWith = (plan: FilesPlan, { disk }: ReturnType<typeof aFailingDisk>) => {
  const workspace = { ...plan.job.workspace, disk };
  return writePlan({ ...plan, job: { ...plan.job, workspace } });
};

/** Every file of the spec, but not what a killed process left half written. */
const filesOf = (world: AWorld): Readonly<Record<string, string>> => {
  const names = readdirSync(world.dir.join(DIR), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(world.dir.path.length), readFileSync(path, 'utf8')]),
  );
};

const copyOf = (from: AWorld): AWorld => {
  const world = aWorld();
  cpSync(from.dir.path, world.dir.path, { recursive: true });
  return world;
};

it('R7: a crash before any rename leaves a state that check reports truthfully and regenerate repairs', async () => {
  const start = aWorld();
  await start.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  await start.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
  const spec = start.dir.join(DIR, 'spec.md');
  writeFileSync(spec, `${readFileSync(spec, 'utf8')}\nA remark of a person.\n`);
  const whole = copyOf(start);
  const watched = aFailingDisk(Number.POSITIVE_INFINITY);
  expect(writeWith(planIn(whole), watched).ok).toBe(true);
  const expected = filesOf(whole);
  const renames = watched.steps.flatMap((step, at) => (step === 'rename' ? [at] : []));
  expect(renames.length).toBeGreaterThan(4);
  for (const at of renames) {
    const world = copyOf(start);
    expect(writeWith(planIn(world), aFailingDisk(at, 'EIO', true)).ok).toBe(false);
    const { code } = await world.run('check', 'rate-limiter');
    const isDone = ['spec.md', 'brief.md'].every(
      (name) => filesOf(world)[`/${DIR}/${name}`] === expected[`/${DIR}/${name}`],
    );
    expect(code === 3 || (code === 0 && isDone)).toBe(true);
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(filesOf(world)).toEqual(expected);
    expect((await world.run('check', 'rate-limiter')).code).toBe(0);
  }
});
