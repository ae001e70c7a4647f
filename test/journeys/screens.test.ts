import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import type { Pty, PtyOptions } from '../helpers/pty.js';
import { screenText, type Screen, type ScreenSize } from '../helpers/screen.js';
import { screenSvg } from '../helpers/svg.js';
import { goesTo, SLUG } from './at-a-question.js';
import { bytesOfStep } from './play.js';
import { RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, built, recorded, startProgram } from './spec-interview.js';

const PATIENCE = 120_000;
const folder = path.join(root, 'test', 'golden', 'screens');
const updating = process.env['UPDATE_GOLDEN'] === '1';

const QUESTION = 'traffic.peak_rate';

const rowsOf = (screen: Screen): string => `${screenText(screen).replace(/ +$/gm, '')}\n`;
const pictureOf = (screen: Screen): string => screenSvg(screen, 'A question of the interview in a terminal');

type Kept = { readonly name: string; readonly footer: string; readonly looks: (screen: Screen) => string };

/** Compares with what is kept, as soon as the screen looks like it; the footer is drawn last. */
async function compare(pty: Pty, { name, footer, looks }: Kept): Promise<void> {
  const file = path.join(folder, name);
  await pty.sees(footer);
  if (updating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, looks(pty.screen));
  }
  expect(existsSync(file), `${name} is missing; npm run pictures writes it`).toBe(true);
  const kept = readFileSync(file, 'utf8');
  const same = pty.until(() => looks(pty.screen) === kept, `This is not what ${name} says.`);
  await same.catch(() => {
    expect(looks(pty.screen), `${name} differs; npm run pictures writes it anew`).toBe(kept);
  });
}

const text = (name: string, footer: string): Kept => ({ name: `${name}.txt`, footer, looks: rowsOf });

/** A terminal in which the rate limiter has been specified, at one of its questions again. */
async function answeredIn(options: ScreenSize & Pick<PtyOptions, 'env'>): Promise<Pty> {
  const dir = aProject();
  const pty = startProgram(dir, START, options);
  await pty.sees(RATE_LIMITER[0]?.expect ?? '');
  pty.sends(RATE_LIMITER.map(bytesOfStep).join(''));
  await recorded(dir, SLUG, RATE_LIMITER.at(-1)?.at ?? '');
  await goesTo(pty, QUESTION);
  return pty;
}

const SIZES: readonly ScreenSize[] = [
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
];

beforeAll(built, PATIENCE);

describe.each(SIZES)('a screen of $columns by $rows', (size) => {
  const suffix = `${String(size.columns)}x${String(size.rows)}`;

  it('shows a question, the outline and the review as they are kept', { timeout: PATIENCE }, async () => {
    const pty = await answeredIn({ ...size, env: { NO_COLOR: '1' } });
    await compare(pty, text(`ask-${suffix}`, 'Enter next'));
    pty.keys('ctrl-o');
    await compare(pty, text(`outline-${suffix}`, 'Enter go · Esc back'));
    pty.keys('escape');
    await pty.sees('Enter next');
    pty.keys('ctrl-r');
    await compare(pty, text(`review-${suffix}`, 'w waive'));
  });
});

describe('the picture of the readme', () => {
  it('is drawn from the real screen', { timeout: PATIENCE }, async () => {
    const pty = await answeredIn({ columns: 124, rows: 30, env: { FORCE_COLOR: '2' } });
    await compare(pty, { name: 'ask.svg', footer: 'Enter next', looks: pictureOf });
  });
});
