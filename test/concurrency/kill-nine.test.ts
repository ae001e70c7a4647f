import { cpSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDisk, readAnswers } from '../../src/store/index.js';
import { anUpgradableProject } from '../cli/an-upgradable-project.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { built } from '../journeys/spec-interview.js';
import { AFTER, aStaleProject, besideOthers, runProgram } from './processes.js';

// One of each in the short form; the long one shares its number among the three.
const KILLS = Math.ceil(Number(process.env['SPEC_INTERVIEW_KILL_NINE'] ?? 3) / 3);
const PATIENCE = 60_000 + KILLS * 30_000;
const REMARK = 'A remark of a person.';
// A single moment may come too late on a machine that is faster the second time.
const ATLEAST = KILLS > 4 ? 1 : -1;
const disk = createDisk();

beforeAll(built, PATIENCE);

type Victim = {
  readonly start: TempDir;
  readonly slug: string;
  readonly args: readonly string[];
  readonly input?: string;
};

/** What is so after one kill: the folder, and what the process had said. */
type Killed = { readonly dir: TempDir; readonly said: string };

function copyOf(start: TempDir): TempDir {
  const dir = aTempDir();
  cpSync(start.path, dir.path, { recursive: true });
  return dir;
}

/** Kills copies of a process at moments that lie all over its life, and looks at what each has left. */
async function killAll({ start, args, input = '' }: Victim, look: (killed: Killed) => void): Promise<number> {
  const began = performance.now();
  await besideOthers(copyOf(start), args, { input });
  const life = performance.now() - began;
  let struck = 0;
  for (let at = 0; at < KILLS; at += 1) {
    const dir = copyOf(start);
    // The golden ratio spreads any number of moments evenly; the first third of a life only loads the program.
    const killed = life * (0.33 + 0.67 * ((at * 0.618_033_988 + 0.5) % 1));
    const { code, out } = await besideOthers(dir, args, { killed, input });
    if (code === null) struck += 1;
    look({ dir, said: out });
  }
  return struck;
}

function withRemark(dir: TempDir, slug: string): TempDir {
  dir.write(`specs/${slug}/spec.md`, `${dir.read(`specs/${slug}/spec.md`)}\n${REMARK}\n`);
  return dir;
}

const specOf = (dir: TempDir, slug: string): string => dir.read(`specs/${slug}/spec.md`);

/** Check says what regenerating then does; after it everything is fresh, and what a person wrote is still there. */
function expectRepaired(dir: TempDir, slug: string): void {
  expect(readdirSync(dir.join('specs', slug))).toContain('answers.yaml');
  const before = specOf(dir, slug);
  const checked = runProgram(dir, 'check', slug);
  expect([0, 3], checked.out + checked.err).toContain(checked.code);
  const { code, err } = runProgram(dir, 'regenerate', slug);
  expect([0, 6], err).toContain(code);
  if (checked.code === 0) expect(specOf(dir, slug)).toBe(before);
  expect(specOf(dir, slug)).toContain(REMARK);
  const after = runProgram(dir, 'check', slug);
  expect(after.code, after.out + after.err).toBe(0);
}

describe(`a process that is killed (${String(KILLS)} times each)`, { timeout: PATIENCE }, () => {
  it('R7: while it regenerates leaves answers as they are, a truthful check, and what regenerate repairs', async () => {
    const start = withRemark(aStaleProject(['One']), 'one');
    const answers = start.read('specs/one/answers.yaml');
    const victim = { start, slug: 'one', args: ['regenerate', 'one'] };
    const struck = await killAll(victim, ({ dir }) => {
      expect(dir.read('specs/one/answers.yaml')).toBe(answers);
      expectRepaired(dir, 'one');
      expect(specOf(dir, 'one')).toContain(AFTER);
    });
    expect(struck).toBeGreaterThanOrEqual(ATLEAST);
  });

  it('R9: while it upgrades leaves the old answers or the new ones, whole', async () => {
    const { dir: start } = await anUpgradableProject();
    withRemark(start, 'todo');
    const whole = copyOf(start);
    runProgram(whole, 'upgrade', 'todo');
    const either = [start, whole].map((dir) => dir.read('specs/todo/answers.yaml'));
    const struck = await killAll({ start, slug: 'todo', args: ['upgrade', 'todo'] }, ({ dir }) => {
      expect(either).toContain(dir.read('specs/todo/answers.yaml'));
      runProgram(dir, 'upgrade', 'todo');
      expect(dir.read('specs/todo/answers.yaml')).toBe(either[1]);
      expectRepaired(dir, 'todo');
    });
    expect(struck).toBeGreaterThanOrEqual(ATLEAST);
  });

  it('I1: while it interviews keeps every answer that it said was recorded', async () => {
    const start = withRemark(aStaleProject(['One']), 'one');
    const turns = Array.from({ length: 40 }, (_, at) => `goto ctx.purpose\nTurn ${String(at)}.\n.\n`);
    const victim = { start, slug: 'one', args: ['resume', 'one', '--plain'], input: turns.join('') };
    let furthest = 0;
    await killAll(victim, ({ dir, said }) => {
      const acknowledged = Number([...said.matchAll(/Purpose: Turn (\d+)/g)].at(-1)?.[1] ?? -1);
      const file = sure(readAnswers(disk, dir.join('specs/one/answers.yaml')));
      const kept = /Turn (\d+)/.exec(String(file?.raw.answers.get('ctx.purpose')?.raw))?.[1];
      expect(Number(kept ?? -1)).toBeGreaterThanOrEqual(acknowledged);
      furthest = Math.max(furthest, acknowledged);
      expectRepaired(dir, 'one');
      const again = runProgram(dir, 'answer', 'one', 'ctx.purpose', 'After the kill.');
      expect(again.code, again.err).toBe(0);
    });
    expect(furthest).toBeGreaterThanOrEqual(ATLEAST);
  });
});
