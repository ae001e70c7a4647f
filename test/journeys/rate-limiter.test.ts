import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyText } from '../helpers/screen.js';
import type { Pty } from '../helpers/pty.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { arrives, bytesOfStep, play, type Pace } from './play.js';
import { FACTS, RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, built, recorded, startInShell, startProgram } from './spec-interview.js';
import { eventually } from '../helpers/eventually.js';

const PATIENCE = 120_000;
const SLUG = 'rate-limiter';
const DRAFTED = 'traffic.peak_event';
const LAST = RATE_LIMITER.at(-1)?.at ?? '';

const read = (dir: TempDir, name: string): string => readFileSync(dir.join('specs', SLUG, name), 'utf8');

/** From the review to the last screen, and out with everything written. */
async function finishes(pty: Pty): Promise<void> {
  pty.keys('ctrl-r');
  await pty.sees('all required answers given');
  pty.keys('end enter');
  await pty.sees('Enter writes the files');
  pty.keys('enter');
  await pty.sees(/written\s+specs\/rate-limiter\/spec\.md/);
  expect((await pty.exited).code).toBe(0);
}

type Played = { readonly answers: string; readonly spec: string };

const result = (dir: TempDir): Played => ({ answers: read(dir, 'answers.yaml'), spec: read(dir, 'spec.md') });

async function playedThrough(pace: Pace): Promise<Played> {
  const dir = aProject();
  const pty = startProgram(dir, START);
  await play(pty, RATE_LIMITER, pace);
  await finishes(pty);
  return result(dir);
}

describe('the rate limiter interview in a terminal of 80 by 24', () => {
  // Played once, by whichever test asks first.
  let inBursts: Promise<Played> | undefined;
  const played = (): Promise<Played> => (inBursts ??= playedThrough('bursts'));

  beforeAll(built, PATIENCE);

  it('answers every question that the transcript names', { timeout: PATIENCE }, async () => {
    const { answers } = await played();
    const missing = RATE_LIMITER.slice(1).filter(({ at }) => !answers.includes(`\n  ${at}:`));
    expect(missing).toEqual([]);
  });

  it.each(FACTS)('ends in a spec that says: %s', { timeout: PATIENCE }, async (_, words) => {
    const { spec } = await played();
    const isSaid = typeof words === 'string' ? spec.includes(words) : words.test(spec);
    expect(isSaid, `The spec does not say: ${String(words)}`).toBe(true);
  });

  it(
    'I9: gives the same bytes when each key comes after the screen has moved',
    async () => {
      expect(await playedThrough('slowly')).toEqual(await played());
    },
    PATIENCE,
  );

  it(
    'I9: gives the same bytes when all questions are typed ahead in one write',
    async () => {
      const dir = aProject();
      const pty = startProgram(dir, START);
      await pty.sees(RATE_LIMITER[0]?.expect ?? '');
      pty.sends(RATE_LIMITER.map(bytesOfStep).join(''));
      await recorded(dir, SLUG, LAST);
      await finishes(pty);
      expect(result(dir)).toEqual(await played());
    },
    PATIENCE,
  );

  it(
    'I3: gives the same bytes after Ctrl+C twice and resume, and leaves the terminal as it was',
    async () => {
      const dir = aProject();
      const first = startInShell(dir, START);
      await play(first, RATE_LIMITER.slice(0, 9), 'bursts');
      await first.sees('saved');
      first.keys('ctrl-c');
      await first.sees('again');
      first.keys('ctrl-c');
      await first.sees('ended with 130');
      expect(dir.read('errors.txt')).toContain('Continue with: spec-interview resume rate-limiter');
      expect(historyText(first.screen)).toBe(
        'before 1\nbefore 2\nbefore 3\nterminal as before\nended with 130',
      );
      expect(first.screen.modes).toMatchObject({
        bracketedPasteMode: false,
        applicationCursorKeysMode: false,
      });
      const second = startProgram(dir, ['resume', SLUG]);
      await second.sees('Rate limiter ›');
      await play(second, RATE_LIMITER.slice(9), 'bursts');
      await finishes(second);
      expect(result(dir)).toEqual(await played());
    },
    PATIENCE,
  );

  it(
    'I1, I2: gives the same bytes after kill -9 in the middle of a word and resume, with the word back',
    async () => {
      const dir = aProject();
      const at = RATE_LIMITER.findIndex((step) => step.at === DRAFTED);
      const drafted = RATE_LIMITER.slice(at, at + 1);
      const first = startProgram(dir, START);
      await play(first, RATE_LIMITER.slice(0, at), 'bursts');
      for (const step of drafted) await arrives(first, step);
      first.sends('a partner runs its morn');
      const draft = dir.join('specs', SLUG, '.draft.json');
      await eventually(() => {
        expect(existsSync(draft) && readFileSync(draft, 'utf8')).toContain('a partner runs its morn');
      });
      first.kill('SIGKILL');
      expect((await first.exited).signal).toBe(9);
      const second = startProgram(dir, ['resume', SLUG]);
      await second.sees('a partner runs its morn');
      second.sends('ing sync\r');
      await recorded(dir, SLUG, DRAFTED);
      await play(second, RATE_LIMITER.slice(at + 1), 'bursts');
      await finishes(second);
      expect(result(dir)).toEqual(await played());
    },
    PATIENCE,
  );
});
