import { build } from 'esbuild';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPty, type Pty } from '../helpers/pty.js';
import { historyText, screenText } from '../helpers/screen.js';
import { screenSvg } from '../helpers/svg.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'spec-interview-face-'));
const program = path.join(folder, 'program.mjs');

beforeAll(async () => {
  // Ink imports React's devtools by name, and never runs them.
  const empty = path.join(folder, 'empty.mjs');
  writeFileSync(empty, 'export default {};');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'program.tsx')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);" },
    alias: { 'react-devtools-core': empty },
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const question = 'What is not part of this?';
const size = { columns: 80, rows: 24 };
// A shell that has written something before, so that what stood on the screen can be seen to survive.
const running: Pty[] = [];
function started(env: Readonly<Record<string, string>> = {}, at = size): Pty {
  const pty = startPty(['sh', '-c', `for n in 1 2 3; do echo "before $n"; done; "$NODE" "${program}"`], {
    ...at,
    env: { NODE: process.execPath, ...env },
  });
  running.push(pty);
  return pty;
}

afterEach(async () => {
  for (const pty of running.splice(0)) await pty.ends();
});

const copies = (text: string): number => text.split(question).length - 1;

describe('the face in a real terminal', () => {
  it('takes a burst of keys, shows each once, and gives the old screen back', async () => {
    const pty = started();
    await pty.sees(question);
    pty.sends('no mobile app\rno reports\r');
    const shown = await pty.sees('2. no reports');
    expect(copies(shown)).toBe(1);
    expect(shown).toContain('1. no mobile app');
    pty.keys('ctrl-c');
    expect(await pty.exited).toEqual({ code: 0, signal: 0 });
    expect(historyText(pty.screen)).toBe(
      'before 1\nbefore 2\nbefore 3\nclosed: left no mobile app,no reports',
    );
    expect(pty.screen.modes.bracketedPasteMode).toBe(false);
  });

  it('puts the real cursor at the caret, wide characters counted as two cells', async () => {
    const pty = started();
    await pty.sees(question);
    pty.sends('日本 👩‍👩‍👧');
    const shown = await pty.sees('👩‍👩‍👧');
    const row = shown.split('\n').findIndex((line) => line.includes('日本'));
    const { cursorX, cursorY } = pty.screen.buffer.active;
    expect({ x: cursorX, y: cursorY }).toEqual({ x: '  › 1. '.length + 7, y: row });
    pty.keys('ctrl-c');
    await pty.exited;
  });

  it('shows one copy of the question after a hundred random sizes, and leaves the scrollback alone', async () => {
    const sizes = fc.sample(
      fc.record({ columns: fc.integer({ min: 1, max: 160 }), rows: fc.integer({ min: 1, max: 50 }) }),
      {
        seed: 16,
        numRuns: 100,
      },
    );
    const pty = started();
    await pty.sees(question);
    for (const next of sizes) {
      pty.resize(next);
      await new Promise(setImmediate);
    }
    pty.resize(size);
    pty.sends('still here');
    await pty.sees('› 1. still here');
    const shown = await pty.sees('? help');
    expect(copies(shown)).toBe(1);
    expect(shown.split('\n')).toHaveLength(24);
    expect(shown.split('\n')[0]).toContain('payments-api');
    expect(shown.split('\n')[23]).toContain('? help');
    pty.keys('ctrl-c');
    await pty.exited;
    expect(historyText(pty.screen)).toMatch(/^before 1\nbefore 2\nbefore 3\nclosed: left/);
  });

  it.each([
    { columns: 1, rows: 1 },
    { columns: 39, rows: 24 },
    { columns: 80, rows: 9 },
  ])('waits without a crash at $columns by $rows, and goes on when the window grows', async (small) => {
    const pty = started({}, small);
    await pty.sees('T');
    pty.resize(size);
    await pty.sees(question);
    pty.keys('ctrl-c');
    expect((await pty.exited).code).toBe(0);
  });

  it('writes less than a kilobyte for a typed character', async () => {
    const pty = started();
    await pty.sees(question);
    pty.sends('a');
    await pty.sees('› 1. a');
    const before = pty.bytes();
    pty.sends('b');
    await pty.sees('› 1. ab');
    expect(pty.bytes() - before).toBeLessThan(1024);
    pty.keys('ctrl-c');
    await pty.exited;
  });

  it('lends the terminal to an editor and draws everything again', async () => {
    const pty = started();
    await pty.sees(question);
    pty.keys('kept ctrl-g');
    await pty.sees('editor: raw false');
    pty.sends('done\n');
    expect(await pty.sees(question)).toContain('kept');
    pty.sends(' still');
    await pty.sees('kept still');
    pty.keys('ctrl-c');
    expect((await pty.exited).code).toBe(0);
  });

  it('restores the terminal and passes the error on when drawing throws', async () => {
    const pty = started();
    await pty.sees(question);
    pty.keys('ctrl-x');
    expect((await pty.exited).code).toBe(1);
    expect(screenText(pty.screen)).toContain('broken: TypeError, raw false');
    expect(pty.screen.buffer.active.type).toBe('normal');
  });

  it('takes a paste as one thing, line breaks and all', async () => {
    const pty = started();
    await pty.sees(question);
    pty.pastes('one\rtwo');
    expect(await pty.sees('one two')).not.toContain('2.');
    pty.keys('ctrl-c');
    await pty.exited;
  });

  it('draws without colours when colours are off, and a still of it with them otherwise', async () => {
    const plain = started({ FORCE_COLOR: '0' });
    await plain.sees(question);
    expect(screenSvg(plain.screen)).not.toMatch(/<text[^>]*fill=/);
    plain.keys('ctrl-c');
    await plain.exited;
    const coloured = started({ FORCE_COLOR: '2' });
    await coloured.sees(question);
    const svg = screenSvg(coloured.screen, 'A question');
    expect(svg).toMatch(/<text[^>]* font-weight="700">What is not part of this\?/);
    expect(svg).toMatch(/<text[^>]* fill="#5f87af"/);
    coloured.keys('ctrl-c');
    await coloured.exited;
  });
});
