import { beforeAll, describe, expect, it } from 'vitest';
import type { TempDir } from '../helpers/temp-dir.js';
import { newcomerInLines } from './newcomer-lines.js';
import { newcomerOnScreen } from './newcomer-screen.js';
import { aProject, built, startProgram } from './spec-interview.js';

const PATIENCE = 180_000;

/** Minutes that `npm ci` and the first build are given; with a warm cache they take about 20 seconds. */
const INSTALL = 1;
const LIMIT = 15;

type Total = { readonly words: number; readonly strokes: number; readonly minutes: number };

function report(face: string, { words, strokes, minutes }: Total): void {
  const total = minutes + INSTALL;
  console.info(
    `A newcomer, ${face}: ${String(strokes)} keystrokes, ${String(words)} words read, ${minutes.toFixed(1)} min ` +
      `(200 words a minute read, 40 typed) and ${String(INSTALL)} min to install: ${total.toFixed(1)} min.`,
  );
  expect(total).toBeLessThan(LIMIT);
}

function hasBrief(dir: TempDir): void {
  expect(dir.read('specs/to-do-api/brief.md')).toContain('150 req/s');
  const answers = dir.read('specs/to-do-api/answers.yaml');
  for (const said of ['depth: quick', 'arc.tier: T2', 'offline sync', 'rec.slo: 99.5 %'])
    expect(answers).toContain(said);
}

beforeAll(built, PATIENCE);

describe('a newcomer who knows no keys but those the screen names', { timeout: PATIENCE }, () => {
  it('gets to their own brief on the full screen in less than 15 minutes, installing included', async () => {
    const dir = aProject();
    const pty = startProgram(dir, ['new']);
    const total = await newcomerOnScreen(pty);
    expect((await pty.exited).code).toBe(0);
    hasBrief(dir);
    report('full screen', total);
  });

  it('gets there line by line too, without one sequence for the terminal', async () => {
    const dir = aProject();
    const { code, out, total } = await newcomerInLines(dir);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    hasBrief(dir);
    report('line by line', total);
  });
});
