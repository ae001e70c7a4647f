import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import type { Pty } from '../helpers/pty.js';
import { animatedSvg, screenSvg, stillOf, type Frame } from '../helpers/svg.js';
import { goesTo } from './at-a-question.js';
import { aProject, built, startInShell, startProgram } from './spec-interview.js';
import { still } from './still.js';

const PATIENCE = 120_000;
const folder = path.join(root, 'test', 'golden', 'screens');
const updating = process.env['UPDATE_GOLDEN'] === '1';
/** Playing takes long: it is done when pictures are written, and in the proof. */
const isPlayed = updating || process.env['SPEC_INTERVIEW_PICTURES'] === '1';
const SIZE = { columns: 92, rows: 28, env: { FORCE_COLOR: '2' } } as const;

/** What is typed, what the screen then shows, for how long it is worth looking at, and the still it becomes. */
type Moment = {
  readonly types: string;
  readonly sees: string;
  readonly seconds?: number;
  readonly still?: string;
};

/** A sitting as a newcomer has it: a guided interview, a contradiction, the review, the files. */
const SITTING: readonly Moment[] = [
  { types: 'Rate limiter', sees: 'Rate limiter', seconds: 2 },
  { types: '\t2', sees: '● Guided', seconds: 2 },
  { types: '\r', sees: 'design for the wrong kind of system', seconds: 4 },
  { types: '\r1', sees: '[✓] HTTP API', seconds: 2 },
  { types: '\r', sees: 'What your answer changed', seconds: 2 },
  { types: '\r2', sees: '● T1', seconds: 2 },
  { types: '\r\r2\r\r2\r', sees: 'What your answer changed' },
  { types: '\r', sees: 'How deep', seconds: 2 },
  { types: '1\r', sees: 'building what nobody needed', seconds: 4, still: 'opening' },
  {
    types: '\rCallers starve each other; with this, each gets at most 900 req/s.',
    sees: '900 req/s.',
    seconds: 4,
    still: 'guided',
  },
  { types: '\r', sees: 'Your answer to', seconds: 4 },
  {
    types: '\r|check a limit | a service | a call arrives | say whether it may pass',
    sees: 'may pass',
    seconds: 3,
  },
  { types: '\r', sees: 'check a limit', seconds: 1 },
  { types: '\r', sees: '+ add a row', seconds: 2 },
  { types: '\u000ftraffic.peak_rate', sees: 'Find: traffic.peak_rate', seconds: 2 },
  { types: '\r', sees: 'more load than anybody planned for', seconds: 3 },
  { types: '\r12k rps', sees: '12,000 requests per second', seconds: 3 },
  { types: '\r', sees: 'What your answer changed', seconds: 4, still: 'changed' },
  { types: '\r\u000f', sees: 'Find:', seconds: 3, still: 'outline' },
  { types: '\u001b', sees: 'Enter' },
  { types: '\u0012', sees: 'End to finish', seconds: 3, still: 'review' },
  { types: '\u001b[F\r', sees: 'What you covered', seconds: 4 },
  { types: '\rk', sees: 'will stand beside the spec', seconds: 2 },
  { types: '\r', sees: 'ended with', seconds: 4 },
];

/** Presses keys and waits until the screen has moved and stands still again. */
async function moves(pty: Pty, keys: string): Promise<void> {
  const before = pty.bytes();
  pty.sends(keys);
  await pty.until(() => pty.bytes() > before, `Nothing moved after ${JSON.stringify(keys)}.`);
  await still(pty);
}

const shot = (pty: Pty, seconds: number): Frame => ({ still: stillOf(pty.screen), seconds });

/** The rows that count questions and minutes move with every question that is added to the banks. */
const withoutCounts = (svg: string): string =>
  svg
    .replaceAll(/<g id="r[01]-\d+">\n[^]*?\n<\/g>\n/g, '')
    .replaceAll(/ y="(?:57\.5|75\.5)"[^>]*>[^<]*</g, '><')
    .replaceAll(/#?r\d+-\d+/g, 'row')
    .replaceAll(/\d+ (?:questions?|min|checks?)/g, 'some');

function keep(name: string, svg: string): void {
  const file = path.join(folder, name);
  if (updating) writeFileSync(file, svg);
  expect(existsSync(file), `${name} is missing; npm run pictures writes it`).toBe(true);
  expect(withoutCounts(svg), `${name} differs; npm run pictures writes it anew`).toBe(
    withoutCounts(readFileSync(file, 'utf8')),
  );
}

beforeAll(() => (isPlayed ? built() : undefined), PATIENCE);

describe('the pictures of the readme', { timeout: PATIENCE }, () => {
  it('are kept and linked: a sitting of as many moments as are played, and a still of each main screen', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const stills = SITTING.flatMap(({ still: name }) => name ?? []);
    for (const name of ['sitting', 'high-contrast', ...stills]) {
      expect(existsSync(path.join(folder, `${name}.svg`)), `${name}.svg; npm run pictures writes it`).toBe(
        true,
      );
      expect(readme).toContain(`test/golden/screens/${name}.svg`);
    }
    const svg = readFileSync(path.join(folder, 'sitting.svg'), 'utf8');
    const shown = SITTING.filter(({ seconds = 0 }) => seconds > 0);
    expect(svg.match(/<g class="f f\d+">/g)).toHaveLength(shown.length);
    expect(svg.match(/@keyframes/g)).toHaveLength(shown.length);
    expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it.runIf(isPlayed)(
    'play a sitting from the first screen to the files, taken from the real program',
    async () => {
      const pty = startInShell(aProject(), ['new'], SIZE);
      await pty.sees('Enter begin');
      await still(pty);
      const frames: Frame[] = [];
      for (const { types, sees, seconds = 0, still: name } of SITTING) {
        for (const key of types.split(/(?<=[\r|])|(?=[\r|])/)) {
          await moves(pty, key);
        }
        await pty.sees(sees);
        await still(pty);
        if (seconds > 0) frames.push(shot(pty, seconds));
        if (name !== undefined)
          keep(`${name}.svg`, screenSvg(pty.screen, `The interview in a terminal: ${name}`));
      }
      const svg = animatedSvg(frames, 'A guided interview in a terminal, from the first screen to the files');
      expect(svg.length).toBeLessThan(250_000);
      keep('sitting.svg', svg);
    },
  );

  it.runIf(isPlayed)('show a question in high contrast', async () => {
    const pty = startProgram(
      aProject(),
      ['new', 'Limiter', '--theme', 'high-contrast', '--depth', 'deep'],
      SIZE,
    );
    await pty.sees('Enter next');
    await goesTo(pty, 'traffic.peak_rate');
    await still(pty);
    await moves(pty, '5');
    await moves(pty, '\r');
    await pty.sees('Which one is it?');
    await still(pty);
    keep('high-contrast.svg', screenSvg(pty.screen, 'A question in high contrast'));
  });
});
