import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aCrashingDisk } from '../store/crashing-disk.js';
import { anUpgradableProject } from './an-upgradable-project.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const SLUG = 'rate-limiter';
const REMARK = 'A remark of a person.';
// One step of every command in the short form, each one when the number is large.
const CRASHES = Number(process.env['SPEC_INTERVIEW_CRASHES'] ?? 1);
const PATIENCE = 600_000;

type Crashing = {
  readonly run: readonly string[];
  readonly slug: string;
  readonly prepared: () => Promise<AWorld>;
};

const pathIn = (slug: string, name: string): string => join('specs', slug, name);

/** Every file of the spec, but not what a dead process left half written. */
const filesOf = (world: AWorld, slug: string): Readonly<Record<string, string>> => {
  const dir = world.dir.join('specs', slug);
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const kept = entries.filter((entry) => entry.isFile() && !/\.tmp$|^\.lock/.test(entry.name));
  const paths = kept.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(dir.length + 1), readFileSync(path, 'utf8')]));
};

/** What people read: the documents, without what the tool remembers of them. */
const documentsOf = (world: AWorld, slug: string) =>
  Object.fromEntries(Object.entries(filesOf(world, slug)).filter(([path]) => !path.startsWith('.base/')));

/** The documents without their history, in which a step that was repaired on the way may stand by itself. */
const settledOf = (world: AWorld, slug: string) => ({ ...documentsOf(world, slug), 'changes.md': '' });

const remarkIn = (world: AWorld, slug: string): AWorld => {
  const path = world.dir.join(pathIn(slug, 'spec.md'));
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${REMARK}\n`);
  return world;
};

const limiter = async (world = aWorld()): Promise<AWorld> => {
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

const rendered = async (): Promise<AWorld> => remarkIn(await limiter(), SLUG);

const answered = async (): Promise<AWorld> => {
  const world = await rendered();
  await world.run('answer', SLUG, 'traffic.peak_rate', '15k rps');
  return world;
};

/** A document that a person had before the tool wrote any. */
const handMade = async (): Promise<AWorld> => {
  const world = aWorld();
  world.dir.write(pathIn(SLUG, 'spec.md'), (await rendered()).dir.read(pathIn(SLUG, 'spec.md')));
  return limiter(world);
};

const upgradable = async (): Promise<AWorld> => remarkIn(await anUpgradableProject(), 'todo');

const CHANGE = join('openspec', 'changes', SLUG);

/** A spec whose change OpenSpec has archived: it is out of the way, and nobody has said so yet. */
const moved = async (): Promise<AWorld> => {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', 'format: 1\nformats: [spec, openspec]\n');
  remarkIn(await limiter(world), SLUG);
  rmSync(world.dir.join(CHANGE), { recursive: true });
  return world;
};

/** A spec with a change that its answers have just made pointless. */
const pointless = async (): Promise<AWorld> => {
  const world = await moved();
  const answers = world.dir.read(pathIn(SLUG, 'answers.yaml'));
  await world.run('accept', SLUG, '--archived');
  await world.run('answer', SLUG, 'traffic.peak_rate', '15k rps');
  await world.run('regenerate', SLUG);
  world.dir.write(pathIn(SLUG, 'answers.yaml'), answers);
  return world;
};

const waive = [
  ...['waive', SLUG, 'fallback-not-shared.redis', '--reason', 'one region'],
  ...['--owner', 'platform', '--until', '2027-03-01'],
];

const COMMANDS: readonly Crashing[] = [
  { run: ['regenerate', SLUG], slug: SLUG, prepared: answered },
  { run: ['accept', SLUG], slug: SLUG, prepared: rendered },
  { run: ['accept', SLUG, '--archived'], slug: SLUG, prepared: moved },
  { run: ['regenerate', SLUG, '--yes'], slug: SLUG, prepared: pointless },
  { run: ['adopt', SLUG], slug: SLUG, prepared: handMade },
  { run: ['answer', SLUG, 'rec.rto', '7 min'], slug: SLUG, prepared: rendered },
  { run: waive, slug: SLUG, prepared: rendered },
  { run: ['upgrade', 'todo'], slug: 'todo', prepared: upgradable },
];

const copyOf = (from: AWorld): AWorld => {
  const world = aWorld();
  cpSync(from.dir.path, world.dir.path, { recursive: true });
  return world;
};

/** The steps at which the process dies: all of them, or some that lie evenly. */
const chosen = (steps: number): readonly number[] => {
  const all = Array.from({ length: steps }, (_, at) => at);
  const stride = Math.max(1, Math.ceil(steps / CRASHES));
  return all.filter((at) => at % stride === Math.floor(stride / 2));
};

const settle = async (world: AWorld, { run, slug }: Crashing) => {
  await world.run(...run);
  return world.run('regenerate', slug);
};

describe.each(COMMANDS.map((command) => ({ ...command, title: command.run.join(' ') })))(
  '$title',
  (command) => {
    const { run, slug, prepared } = command;

    it(
      'R7: a process that dies at any step leaves what check reports truthfully and regenerate repairs',
      async () => {
        const start = await prepared();
        const answers = pathIn(slug, 'answers.yaml');
        const whole = copyOf(start);
        const healthy = aCrashingDisk(Number.POSITIVE_INFINITY);
        await whole.runWith({ disk: healthy.disk }, ...run);
        const [asked, done] = [start.dir.read(answers), whole.dir.read(answers)];
        expect(healthy.steps.length).toBeGreaterThan(2);
        const { code } = await whole.run('regenerate', slug);
        expect([0, 6]).toContain(code);
        for (const at of chosen(healthy.steps.length)) {
          const world = copyOf(start);
          const where = `died at step ${String(at)} (${String(healthy.steps[at])}) of ${String(healthy.steps.length)}`;
          await world.runWith({ disk: aCrashingDisk(at).disk }, ...run);
          expect([asked, done], where).toContain(world.dir.read(answers));
          expect(world.dir.read(pathIn(slug, 'spec.md')), where).toContain(REMARK);
          await expectTruth(world, slug, where);
          expect(world.dir.read(pathIn(slug, 'spec.md')), where).toContain(REMARK);
          expect((await settle(world, command)).code, where).toBe(code);
          expect(settledOf(world, slug), where).toEqual(settledOf(whole, slug));
          expect((await world.run('check', slug)).code, where).toBe(0);
          expect(existsSync(world.dir.join(CHANGE)), where).toBe(false);
        }
      },
      PATIENCE,
    );
  },
);

/** What check says of documents is what regenerating then does to them. */
async function expectTruth(world: AWorld, slug: string, where: string): Promise<void> {
  const before = documentsOf(world, slug);
  const said = await world.run('check', slug);
  expect([0, 3], `${where}\n${said.out}${said.err}`).toContain(said.code);
  const { code, err } = await world.run('regenerate', slug);
  expect([0, 6], `${where}\n${err}`).toContain(code);
  if (said.code === 0) expect(documentsOf(world, slug), where).toEqual(before);
}
