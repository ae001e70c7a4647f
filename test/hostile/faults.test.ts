import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld, type Ran } from '../helpers/a-world.js';
import { aFailingDisk } from '../store/failing-disk.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const ANSWERS = 'specs/rate-limiter/answers.yaml';
const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EROFS'] as const;
const SAID =
  /: (?:the disk is full|the system does not allow it|the disk is read-only|the disk reports an error|[^:]*EIO[^:]*)\..* [A-Z]/;
// Every fifth step fails in the short form, each one when the stride is 1.
const STRIDE = Number(process.env['SPEC_INTERVIEW_FAULT_STRIDE'] ?? 5);
const PATIENCE = 300_000;

const NEW = ['new', 'Rate limiter', '--answers', LIMITER, '--yes'];
const SET = ['answer', 'rate-limiter', 'traffic.peak_rate', '15000 req/s'];

type Command = { readonly before: readonly (readonly string[])[]; readonly run: readonly string[] };

const commands: readonly Command[] = [
  { before: [], run: NEW },
  { before: [NEW], run: SET },
  { before: [NEW, SET], run: ['regenerate', 'rate-limiter'] },
];

const answersIn = ({ dir }: AWorld): string | undefined =>
  existsSync(dir.join(ANSWERS)) ? dir.read(ANSWERS) : undefined;

async function prepared(before: Command['before']): Promise<AWorld> {
  const world = aWorld();
  for (const command of before) await world.run(...command);
  return world;
}

function copyOf(prepared: AWorld): AWorld {
  const world = aWorld();
  cpSync(prepared.dir.path, world.dir.path, { recursive: true });
  return world;
}

describe.each(commands)('$run.0 on a disk that fails', ({ before, run }) => {
  it.each([false, true])(
    'loses no answer whichever step fails, says what to do, and does it all when run again (stays broken: %s)',
    async (stays) => {
      const start = await prepared(before);
      const whole = copyOf(start);
      const healthy = aFailingDisk(Number.POSITIVE_INFINITY);
      const { code } = await whole.runWith({ disk: healthy.disk }, ...run);
      expect(healthy.steps.length).toBeGreaterThan(3);
      for (const [at, step] of [...healthy.steps.entries()].filter(([index]) => index % STRIDE === 0)) {
        const world = copyOf(start);
        const reason = CODES[at % CODES.length];
        const ran = await world.runWith({ disk: aFailingDisk(at, reason, stays).disk }, ...run);
        const where = `step ${String(at)} (${step}, ${String(reason)}) ended with ${String(ran.code)}: ${ran.err}`;
        expectHonest({ ran, code, where });
        expect([answersIn(start), answersIn(whole)], where).toContain(answersIn(world));
        if (ran.code === code) expect(answersIn(world), where).toBe(answersIn(whole));
        const again = await world.run(...run);
        expect(again.code, `${where}\nagain: ${again.err}`).toBe(code);
        expect(answersIn(world), where).toBe(answersIn(whole));
      }
    },
    PATIENCE,
  );
});

function expectHonest({ ran, code, where }: { ran: Ran; code: number; where: string }): void {
  expect([code, 2], where).toContain(ran.code);
  expect(ran.err, where).not.toMatch(/Something went wrong|\n\s+at /);
  if (ran.code !== code) expect(ran.err, where).toMatch(SAID);
}
