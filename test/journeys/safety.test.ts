import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { program, root } from '../house/program.js';
import { loadedFiles } from '../helpers/loaded-files.js';
import { screenText } from '../helpers/screen.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { atProse, atProseInShell, PROSE, SLUG, TABLE } from './at-a-question.js';
import { spaced } from './play.js';
import { START } from './rate-limiter.keys.js';
import { aProject, built, startInShell, startProgram } from './spec-interview.js';
import { eventually } from '../helpers/eventually.js';

const PATIENCE = 120_000;
const TEXT = 'Callers hurt the APIs behind it.';

const answers = (dir: TempDir): string => dir.read(`specs/${SLUG}/answers.yaml`);

beforeAll(built, PATIENCE);

describe('I1: what is answered is kept', { timeout: PATIENCE }, () => {
  it('I1: an answer is on disk when the next question is drawn', async () => {
    const { dir, pty } = await atProse();
    const seen: boolean[] = [];
    pty.screen.onWriteParsed(() => {
      const isLeft = !spaced(PROSE).test(screenText(pty.screen));
      if (isLeft && seen.length === 0) seen.push(answers(dir).includes(TEXT));
    });
    pty.sends(`${TEXT}\r`);
    await pty.sees(spaced(TABLE));
    expect(seen).toEqual([true]);
  });

  it('I1: no next question is drawn while an answer cannot be saved', async () => {
    const { dir, pty } = await atProse();
    renameSync(dir.join('specs'), dir.join('gone'));
    pty.sends(`${TEXT}\r`);
    const told = await pty.sees('Nothing was saved over it yet');
    expect(told).toMatch(spaced(PROSE));
    pty.sends('\u001b');
    expect(await pty.sees(TEXT)).toMatch(spaced(PROSE));
  });

  it('I1: typing is on disk about a second later', async () => {
    const { dir, pty } = await atProse();
    pty.sends('half a thought');
    const draft = dir.join('specs', SLUG, '.draft.json');
    await eventually(() => {
      expect(readFileSync(draft, 'utf8')).toContain('half a thought');
    });
  });
});

describe('I2: one spec, one process', { timeout: PATIENCE }, () => {
  it('I2: a second process is told who holds the spec, and stops', async () => {
    const { dir, pty } = await atProse();
    const { pid } = JSON.parse(dir.read(`specs/${SLUG}/.lock`)) as { pid: number };
    const second = startInShell(dir, ['resume', SLUG]);
    await second.sees('ended with 2');
    expect(dir.read('errors.txt')).toContain(String(pid));
    pty.sends(`${TEXT}\r`);
    await pty.sees(spaced(TABLE));
    expect(answers(dir)).toContain(TEXT);
  });

  it('I2: a lock whose process was killed is taken over, and draft and caret come back', async () => {
    const { dir, pty } = await atProse();
    pty.sends('half thought');
    pty.keys('ctrl-a right right right right');
    const draft = dir.join('specs', SLUG, '.draft.json');
    pty.keys('ctrl-s');
    await eventually(() => {
      expect(readFileSync(draft, 'utf8')).toContain('half thought');
    });
    pty.kill('SIGKILL');
    await pty.exited;
    expect(existsSync(dir.join('specs', SLUG, '.lock'))).toBe(true);
    const second = startProgram(dir, ['resume', SLUG]);
    await second.sees('half thought');
    expect(second.text()).toMatch(spaced(PROSE));
    second.sends(' a');
    await second.sees('half a thought');
  });

  it('I2: what was typed and not recorded outlives finishing, and resume returns to it', async () => {
    const { dir, pty } = await atProseInShell();
    pty.sends('half a thought');
    pty.keys('ctrl-r end enter');
    await pty.sees('Typed and not recorded');
    pty.keys('enter');
    await pty.sees('ended with');
    expect(dir.read('errors.txt')).toContain('Typed but not recorded, so not in the files:');
    expect(dir.read(`specs/${SLUG}/.draft.json`)).toContain('half a thought');
    const second = startProgram(dir, ['resume', SLUG]);
    expect(await second.sees('half a thought')).toMatch(spaced(PROSE));
  });

  it('I2: what was typed and cannot be kept is shown when the screen has gone', async () => {
    const { dir, pty } = await atProseInShell();
    const draft = dir.join('specs', SLUG, '.draft.json');
    rmSync(draft, { force: true });
    mkdirSync(draft);
    pty.sends('half a thought');
    await pty.sees('What you are typing is not kept');
    pty.keys('ctrl-r ctrl-c ctrl-c');
    await pty.sees('ended with');
    expect(dir.read('errors.txt')).toMatch(/not kept: half a thought$/m);
    expect(dir.read('errors.txt')).not.toMatch(/^Saved/m);
  });

  it('I2: new on a spec that is not finished offers to continue it', async () => {
    const { dir, pty } = await atProse();
    pty.kill('SIGTERM');
    await pty.exited;
    const second = startProgram(dir, ['new', 'Rate limiter']);
    await second.sees('Continue it?');
    second.keys('enter');
    await second.sees(spaced(PROSE));
  });
});

describe('I3: every way out', { timeout: PATIENCE }, () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('I3: %s saves what is being typed and ends with %i', async (signal, code) => {
    const { dir, pty } = await atProse();
    pty.sends('just typed');
    await pty.sees('just typed');
    pty.kill(signal);
    expect((await pty.exited).code).toBe(code);
    expect(dir.read(`specs/${SLUG}/.draft.json`)).toContain('just typed');
    expect(pty.screen.buffer.active.type).toBe('normal');
    expect(existsSync(dir.join('specs', SLUG, '.lock'))).toBe(false);
  });

  it('I3: Ctrl+C clears text first, asks once, and the next one ends with 130', async () => {
    const { dir, pty } = await atProseInShell();
    pty.sends('text to clear');
    await pty.sees('text to clear');
    pty.keys('ctrl-c');
    await eventually(() => {
      expect(pty.text()).not.toContain('text to clear');
    });
    pty.keys('ctrl-z');
    await pty.sees('text to clear');
    pty.keys('ctrl-c');
    await eventually(() => {
      expect(pty.text()).not.toContain('text to clear');
    });
    pty.keys('ctrl-c');
    await pty.sees('again');
    pty.keys('ctrl-c');
    await pty.sees('ended with 130');
    expect(pty.text()).toContain('terminal as before');
    expect(dir.read('errors.txt').trim()).toBe(`Saved. Continue with: spec-interview resume ${SLUG}`);
  });
});

/** The files of the program that a run has loaded, and whether any of them draws. */
function loadedIn(coverage: string): {
  readonly files: readonly string[];
  readonly drawing: readonly string[];
} {
  const own = loadedFiles(coverage).filter((file) => file.startsWith(path.join(root, 'dist')));
  return {
    files: own.map((file) => path.basename(file)),
    drawing: own.filter((file) => /ink-text|yoga/i.test(readFileSync(file, 'utf8'))),
  };
}

describe('I4: without a terminal', { timeout: PATIENCE }, () => {
  it('I4: says so in one line, draws nothing, ends with 2, and loads no Ink', () => {
    const dir = aProject();
    const run = spawnSync(process.execPath, [program, 'new'], {
      cwd: dir.path,
      input: '',
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: dir.join('coverage') },
    });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).not.toContain('\u001b');
    const { files, drawing } = loadedIn(dir.join('coverage'));
    expect(files).toEqual(['entry.cjs']);
    expect(drawing).toEqual([]);
  });

  it('I4: loads Ink only where it draws', async () => {
    const dir = aProject();
    const pty = startProgram(dir, START, { env: { NODE_V8_COVERAGE: dir.join('coverage') } });
    await pty.sees('Name of the spec');
    pty.kill('SIGTERM');
    await pty.exited;
    expect(loadedIn(dir.join('coverage')).drawing).not.toEqual([]);
  });
});
