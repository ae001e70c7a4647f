import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect } from 'vitest';
import { ANSWERS, ANSWERS_FILE, type HostileRow } from './hostile-row.js';

const ask = ['answer', 'limiter', 'arc.stage', 'new'];
const NO_TERMINAL =
  'This is not a terminal, so there is nobody to interview. Give answers with --answers FILE or --set id=value';

const lock = (pid: number): string =>
  `${JSON.stringify({ pid, host: hostname(), started: '2026-11-21T12:00:00.000Z' })}\n`;

const saved: HostileRow['after'] = (dir) => {
  expect(dir.read(ANSWERS_FILE)).toBe(`${ANSWERS}  arc.stage: new\n`);
};

const under = (name: string, env: Record<string, string | undefined>): HostileRow => ({
  input: `an environment with ${name}`,
  env,
  run: ['status', 'limiter'],
  code: 0,
  prints: [/limiter +1 of \d+ answered/],
  refused: true,
});

/** Machines, terminals and environments that are not as usual. */
export const machineRows: readonly HostileRow[] = [
  { input: 'no terminal at all', run: ['new', 'Todo'], code: 2, says: [NO_TERMINAL], refused: true },
  {
    input: 'a closed standard input',
    run: ['new', 'Todo'],
    shell: '"$@" <&-',
    code: 2,
    says: [NO_TERMINAL],
    refused: true,
  },
  {
    input: 'a closed standard input, line by line',
    run: ['new', 'Todo', '--plain'],
    shell: '"$@" <&-',
    code: 6,
    says: [/nothing is saved/],
    refused: true,
  },
  {
    input: 'a reader that goes away (EPIPE on standard output)',
    run: ['banks', 'list'],
    shell: '{ "$@"; echo "ended with $?" >&2; } | head -1',
    code: 0,
    says: [/^ended with 0\n$/],
    refused: true,
  },
  {
    input: 'a standard output that is full',
    run: ['banks', 'list'],
    shell: '"$@" >/dev/full',
    linux: true,
    code: 1,
    says: [/^The output is not written: ENOSPC\. Make room where it goes, or send it elsewhere\.\n$/],
    refused: true,
  },
  {
    input: 'a lock whose process is gone',
    given: (dir) => dir.write('specs/limiter/.lock', lock(2 ** 22 + 1)),
    run: ask,
    code: 0,
    after: (dir) => {
      saved(dir);
      expect(existsSync(dir.join('specs/limiter/.lock'))).toBe(false);
    },
  },
  {
    input: 'a lock whose process still runs',
    given: (dir) => dir.write('specs/limiter/.lock', lock(process.pid)),
    run: ask,
    code: 2,
    says: [String(process.pid)],
    refused: true,
  },
  {
    input: 'a home that nobody can write to',
    linux: true,
    run: ask,
    env: { HOME: '/proc/nowhere' },
    code: 0,
    after: saved,
  },
  { input: 'an unknown command', run: ['frobnicate'], code: 2, says: [/frobnicate/], refused: true },
  { input: 'an unknown option', run: [...ask, '--nope'], code: 2, says: [/--nope/], refused: true },
  under('no HOME', { HOME: undefined }),
  under('no TERM and no PATH', { TERM: undefined, PATH: undefined }),
  under('LANG=C', { LANG: 'C', LC_ALL: 'C' }),
  under('the Turkish locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  under('NO_COLOR', { NO_COLOR: '1' }),
  under('FORCE_COLOR=3', { FORCE_COLOR: '3' }),
  under('COLUMNS=100000', { COLUMNS: '100000', LINES: '100000' }),
  under('COLUMNS=-1', { COLUMNS: '-1', LINES: 'many' }),
];
