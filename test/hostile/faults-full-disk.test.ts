import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDisk, readAnswers } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { program } from '../house/program.js';
import { AFTER, aStaleProject, runProgram } from '../concurrency/processes.js';
import { built } from '../journeys/spec-interview.js';

const PATIENCE = 300_000;
// A stride of 1, as for other faults, tries every page that the files of a small spec take.
const STRIDE = Number(process.env['SPEC_INTERVIEW_FAULT_STRIDE'] ?? 40);
const PAGE = 4096;
const disk = createDisk();

/** Runs a script with a disk of its own, of a size, mounted over a folder; nobody else sees it. */
const onSmallDisk = (folder: string, bytes: number, script: string) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=${String(bytes)} tmpfs "$1" && ${script}`, 'sh', folder],
    { encoding: 'utf8', env: { ...process.env, NODE: process.execPath, PROGRAM: program } },
  );

const isPermitted = (): boolean => {
  if (process.platform !== 'linux') return false;
  const { status, error } = spawnSync('unshare', [
    ...['-rm', 'sh', '-c'],
    'mount -t tmpfs -o size=64k tmpfs /mnt',
  ]);
  return error === undefined && status === 0;
};

const permitted = isPermitted();
if (!permitted) process.stdout.write('Skipped: this system lets nobody mount a small disk of their own.\n');

beforeAll(built, PATIENCE);

/** What a command leaves of a project that lies on a disk with so many free pages. */
function ranWith(start: TempDir, free: number, words: string) {
  const dir = aTempDir();
  mkdirSync(dir.join('disk'));
  mkdirSync(dir.join('after'));
  cpSync(start.path, dir.join('start'), { recursive: true });
  const script = [
    'cp -r "$1/../start/." "$1" && cd "$1"',
    // What is there takes pages as well: the rest is filled up to the wanted number.
    `used=$(df -P -k . | awk 'NR==2{print $4}')`,
    `dd if=/dev/zero of=filler bs=1k count=$((used - ${String((free * PAGE) / 1024)})) 2>/dev/null`,
    `"$NODE" "$PROGRAM" ${words}; code=$?`,
    'rm -f filler; cp -r . ../after; exit $code',
  ].join('\n');
  const run = onSmallDisk(dir.join('disk'), 4_000_000, script);
  return { code: run.status, err: run.stderr, after: dir };
}

describe.runIf(permitted)('a disk that is really full', { timeout: PATIENCE }, () => {
  it.each(['answer one ctx.purpose "Another purpose."', 'regenerate one'])(
    '%s loses no answer, says that the disk is full, and does it all once there is room',
    (words) => {
      const start = aStaleProject(['One']);
      let refused = 0;
      for (let free = 0; free <= 40; free += STRIDE) {
        const { code, err, after } = ranWith(start, free, words);
        const where = `${String(free)} free pages: ${err}`;
        expect([0, 2, 6], where).toContain(code);
        if (code === 2) {
          refused += 1;
          expect(err, where).toMatch(/disk is full/);
        }
        const file = sure(readAnswers(disk, after.join('after/specs/one/answers.yaml')));
        const kept = String(file?.raw.answers.get('ctx.purpose')?.raw).trim();
        expect([AFTER, 'Another purpose.'], where).toContain(kept);
        expect(existsSync(after.join('after/specs/one/spec.md')), where).toBe(true);
        const there = { ...after, path: after.join('after') };
        expect([0, 6], where).toContain(runProgram(there, 'regenerate', 'one').code);
        expect(runProgram(there, 'check', 'one').code, where).toBe(0);
      }
      expect(refused).toBeGreaterThan(0);
    },
  );
});
