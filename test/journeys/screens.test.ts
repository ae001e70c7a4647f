import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import type { Pty } from '../helpers/pty.js';
import { screenText, type ScreenSize } from '../helpers/screen.js';
import { bytesOfStep, goTo, spaced } from './play.js';
import { RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, built, startProgram } from './spec-interview.js';

const PATIENCE = 120_000;
const folder = path.join(root, 'test', 'golden', 'screens');
const updating = process.env['UPDATE_GOLDEN'] === '1';

const QUESTION = 'How much arrives in the busiest minute';

const rowsOf = (screen: Pty['screen']): string => `${screenText(screen).replace(/ +$/gm, '')}\n`;

/** Compares with what is kept; the footer, which is drawn last, says that a screen is complete. */
async function compare(pty: Pty, name: string, footer: string): Promise<void> {
  await pty.sees(footer);
  const file = path.join(folder, `${name}.txt`);
  if (updating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, rowsOf(pty.screen));
  }
  expect(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(rowsOf(pty.screen)).toBe(readFileSync(file, 'utf8'));
}

/** A terminal in which the rate limiter has been specified, at the question after the last answer. */
async function answeredIn(size: ScreenSize): Promise<Pty> {
  const pty = startProgram(aProject(), START, { ...size, env: { NO_COLOR: '1' } });
  await pty.sees(RATE_LIMITER[0]?.expect ?? '');
  pty.sends(RATE_LIMITER.map(bytesOfStep).join(''));
  await pty.sees('Which beliefs is this design betting on?');
  return pty;
}

const SIZES: readonly ScreenSize[] = [
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
];

describe.each(SIZES)('a screen of $columns by $rows', (size) => {
  beforeAll(built, PATIENCE);
  const suffix = `${String(size.columns)}x${String(size.rows)}`;

  it('shows a question, the outline and the review as they are kept', { timeout: PATIENCE }, async () => {
    const pty = await answeredIn(size);
    pty.sends(goTo(QUESTION).join(''));
    await pty.sees(spaced(QUESTION));
    await compare(pty, `ask-${suffix}`, 'Enter next');
    pty.keys('ctrl-o');
    await compare(pty, `outline-${suffix}`, 'Enter go · Esc back');
    pty.keys('escape');
    await pty.sees('Enter next');
    pty.keys('ctrl-r');
    await compare(pty, `review-${suffix}`, 'w waive');
  });
});
