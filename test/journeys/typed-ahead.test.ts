import { beforeAll, describe, expect, it } from 'vitest';
import { keysIn } from '../../src/plain/key-feed.js';
import type { Pty } from '../helpers/pty.js';
import { historyText } from '../helpers/screen.js';
import { screenSvg } from '../helpers/svg.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { aProject, built, startInShell } from './spec-interview.js';

const PATIENCE = 180_000;
const DOWN = '\u001b[B';
const ARGS = ['new', 'limiter', '--plain', '--depth', 'quick'];

/** What a person types at the first questions, prompt by prompt, and what each prompt says. */
const TYPED: readonly (readonly [prompt: string, keys: string])[] = [
  ['none of these', `${DOWN} \r`],
  ['What is the worst that happens', `${DOWN}${DOWN}\r`],
  ['What is there today', `${DOWN}${DOWN}\r`],
  ['What would be lost', `${DOWN}\r`],
  ['Lines, then a full stop alone', 'Callers hurt 日本 😀 today.\r'],
  ['Next line', '.\r'],
  ['Row, or an empty line', '/quit\r'],
];

async function ended(pty: Pty, dir: TempDir): Promise<string> {
  await pty.sees('ended with 6');
  expect(pty.text()).toContain('terminal as before');
  return dir.read('specs/limiter/answers.yaml');
}

beforeAll(built, PATIENCE);

describe('keys typed ahead of prompts', { timeout: PATIENCE }, () => {
  it('answer the prompts they were meant for, also when they come in one read', async () => {
    const slow = aProject();
    const slowly = startInShell(slow, ARGS);
    for (const [prompt, keys] of TYPED) {
      await slowly.sees(prompt);
      slowly.sends(keys);
    }
    const answers = await ended(slowly, slow);
    expect(answers).toContain('Callers hurt 日本 😀 today.');
    expect(answers).toContain('  - worker');
    expect(answers).toContain('arc.tier: T1');

    const ahead = aProject();
    const atOnce = startInShell(ahead, ARGS);
    await atOnce.sees(TYPED[0]?.[0] ?? '');
    atOnce.sends(TYPED.map(([, keys]) => keys).join(''));
    expect(await ended(atOnce, ahead)).toBe(answers);
  });

  it('mean the same in guided mode, which says more between the prompts', async () => {
    const answersWith = async (...options: readonly string[]) => {
      const dir = aProject();
      const pty = startInShell(dir, [...ARGS, ...options]);
      await pty.sees(TYPED[0]?.[0] ?? '');
      pty.sends(TYPED.map(([, keys]) => keys).join(''));
      const answers = await ended(pty, dir);
      return { answers, shown: historyText(pty.screen) };
    };
    const guided = await answersWith('--guided');
    expect(guided.answers).toBe((await answersWith()).answers);
    expect(guided.shown).toContain('What goes wrong here: Building what nobody needed.');
    expect(guided.shown).toContain('What your answer changed:');
  });

  it('show in a list of many what is picked and where the cursor stands by marks', async () => {
    const pty = startInShell(aProject(), ARGS, { env: { NO_COLOR: '1', LANG: 'C' } });
    await pty.sees('none of these');
    pty.sends(`${DOWN} ${DOWN}`);
    const shown = await pty.sees(/> *\[ \] *Data pipeline/);
    expect(shown).toMatch(/^ *\[x\] *Queue worker/m);
    expect(shown).toMatch(/^ *\[ \] *HTTP API/m);
    expect(shown).toMatch(/^[\x20-\x7e\n]+$/);
    pty.sends('\u0003\u0003');
    await pty.sees('ended with 130');
  });
});

describe('the looks of prompts', { timeout: PATIENCE }, () => {
  it.each([
    ['no colour in high contrast', ['--theme', 'high-contrast'], false],
    ['colours otherwise', [], true],
  ])('have %s', async (_, options, isColoured) => {
    const pty = startInShell(aProject(), [...ARGS, ...options], { env: { FORCE_COLOR: '1' } });
    await pty.sees('none of these');
    expect(/<text[^>]*fill=/.test(screenSvg(pty.screen))).toBe(isColoured);
    pty.sends('\u0003\u0003');
    await pty.sees('ended with 130');
  });
});

describe('what a terminal sends', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['ab', ['a', 'b'], ''],
    [`a${DOWN}\r`, ['a', DOWN, '\r'], ''],
    ['\u001bOP\u001b[1;5C\u001bb', ['\u001bOP', '\u001b[1;5C', '\u001bb'], ''],
    ['\u001b\u0003', ['\u001b', '\u0003'], ''],
    ['日😀\n', ['日', '😀', '\r'], ''],
    ['a\u001b[1;', ['a'], '\u001b[1;'],
    ['\u001b', [], '\u001b'],
  ])('is split into keys: %j', (text, keys, rest) => {
    expect(keysIn(text)).toEqual({ keys, rest });
  });
});
