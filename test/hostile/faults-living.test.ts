import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/store/index.js';
import { anUpgradableProject } from '../cli/an-upgradable-project.js';
import { aWorld, type AWorld, type Ran } from '../helpers/a-world.js';
import { aFailingDisk } from '../store/failing-disk.js';
import { aFailingReader, aShortWriter } from './failing-reader.js';

const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EROFS'] as const;
const SAID =
  /: (?:the disk is full|the system does not allow it|the disk is read-only|the disk reports an error|[^:]*EIO[^:]*)\..* [A-Z]/;
// Few steps fail in the short form, each one when the stride is 1.
const STRIDE = Number(process.env['SPEC_INTERVIEW_FAULT_STRIDE'] ?? 17);
// Each of a thousand looks of a command fails once in the long form.
const PATIENCE = STRIDE === 1 ? 3_600_000 : 600_000;
const LOOKS = (STRIDE - 1) * 20 + 1;

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const UNTIL = ['--owner', 'platform', '--until', '2027-03-01'];
const TODO = 'specs/todo/answers.yaml';
const CONTEXT = '.spec-interview/context.yaml';
const SETS = ['arc.tier=T3', 'ctx.purpose=Keep lists.', 'rec.rto=5 min'];
const NEW = ['new', 'Todo', '--yes', '--depth', 'quick', ...SETS.flatMap((set) => ['--set', set])];

type Faulty = {
  readonly what: string;
  readonly prepared: () => Promise<AWorld>;
  readonly run: readonly string[];
  readonly stdin?: string;
  readonly file: string;
};

const rendered = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run(...NEW);
  return world;
};

const contradicted = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

const edited = async (): Promise<AWorld> => {
  const world = await rendered();
  world.dir.write('specs/todo/spec.md', `${world.dir.read('specs/todo/spec.md')}\nBy hand.\n`);
  return world;
};

/** A document that a person had before the tool wrote any. */
const handMade = async (): Promise<AWorld> => {
  const world = aWorld();
  world.dir.write('specs/todo/spec.md', '# Todo\n\nBy hand.\n');
  await world.run(...NEW);
  return world;
};

const COMMANDS: readonly Faulty[] = [
  {
    what: 'resume',
    prepared: rendered,
    run: ['resume', 'todo', '--plain'],
    stdin: 'goto ctx.purpose\nShared lists.\n.\nsave\n',
    file: TODO,
  },
  {
    what: 'context',
    prepared: rendered,
    run: ['context', '--set', 'rol.flag_system=Unleash', '--yes'],
    file: CONTEXT,
  },
  {
    what: 'waive',
    prepared: contradicted,
    run: [...['waive', 'rate-limiter', 'fallback-not-shared.redis', '--reason', 'one region'], ...UNTIL],
    file: 'specs/rate-limiter/answers.yaml',
  },
  { what: 'accept', prepared: edited, run: ['accept', 'todo'], file: TODO },
  { what: 'adopt', prepared: handMade, run: ['adopt', 'todo'], file: TODO },
  { what: 'upgrade', prepared: anUpgradableProject, run: ['upgrade', 'todo'], file: TODO },
];

const contentOf = ({ dir }: AWorld, file: string): string | undefined =>
  existsSync(dir.join(file)) ? dir.read(file) : undefined;

function copyOf(prepared: AWorld): AWorld {
  const world = aWorld();
  cpSync(prepared.dir.path, world.dir.path, { recursive: true });
  return world;
}

type Trial = {
  readonly faulty: Faulty;
  readonly start: AWorld;
  readonly whole: AWorld;
  readonly code: number;
};

async function tried(faulty: Faulty, disk: Disk): Promise<Trial> {
  const start = await faulty.prepared();
  const whole = copyOf(start);
  const { code } = await whole.runWith({ disk, stdin: faulty.stdin ?? '' }, ...faulty.run);
  return { faulty, start, whole, code };
}

/** One run on a disk that fails, and one on a healthy one after it. */
async function expectKept({ faulty, start, whole, code }: Trial, disk: Disk, where: string): Promise<Ran> {
  const { run, stdin = '', file } = faulty;
  const world = copyOf(start);
  const ran = await world.runWith({ disk, stdin }, ...run);
  expect(ran.err, where).not.toMatch(/Something went wrong|\n\s+at /);
  expect([contentOf(start, file), contentOf(whole, file)], `${where}\n${ran.err}`).toContain(
    contentOf(world, file),
  );
  // What a fault did not keep from being done is done; adopting twice, for one, is refused.
  const done = ran.code === code ? ran : await world.runWith({ stdin }, ...run);
  expect(done.code, `${where}\n${ran.err}\nagain: ${done.err}`).toBe(code);
  expect(contentOf(world, file), where).toBe(contentOf(whole, file));
  return ran;
}

const chosen = (count: number, stride: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => at % stride === Math.floor(stride / 2) % count);

describe.each(COMMANDS)('$what', (faulty) => {
  it.each([false, true])(
    'on a disk that refuses to write at any step loses nothing, and says what to do (stays broken: %s)',
    async (stays) => {
      const healthy = aFailingDisk(Number.POSITIVE_INFINITY);
      const trial = await tried(faulty, healthy.disk);
      expect(healthy.steps.length).toBeGreaterThan(2);
      for (const at of chosen(healthy.steps.length, STRIDE)) {
        const reason = CODES[at % CODES.length];
        const where = `step ${String(at)} (${String(healthy.steps[at])}, ${String(reason)})`;
        const ran = await expectKept(trial, aFailingDisk(at, reason, stays).disk, where);
        const said = `${ran.out} ${ran.err}`.replaceAll(/\s+/g, ' ');
        if (ran.code !== trial.code) expect(said, where).toMatch(SAID);
      }
    },
    PATIENCE,
  );

  it(
    'on a disk that is full in the middle of a file leaves no half of it',
    async () => {
      const healthy = aShortWriter(Number.POSITIVE_INFINITY);
      const trial = await tried(faulty, healthy.disk);
      expect(healthy.files()).toBeGreaterThan(0);
      for (const at of chosen(healthy.files(), STRIDE))
        await expectKept(trial, aShortWriter(at).disk, `file ${String(at)}`);
    },
    PATIENCE,
  );

  it(
    'on a disk of which any look fails loses nothing, and never stumbles',
    async () => {
      const healthy = aFailingReader(Number.POSITIVE_INFINITY);
      const trial = await tried(faulty, healthy.disk);
      for (const at of chosen(healthy.looks(), LOOKS))
        await expectKept(trial, aFailingReader(at).disk, `look ${String(at)} of ${String(healthy.looks())}`);
    },
    PATIENCE,
  );
});
