import fc from 'fast-check';
import { setTimeout as passing } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { program } from '../house/program.js';
import { startPty } from '../helpers/pty.js';
import { historyText } from '../helpers/screen.js';
import { screenSvg } from '../helpers/svg.js';
import { atProse, atProseInShell, PROSE, SLUG } from './at-a-question.js';
import { bytesOfStep, goTo, spaced } from './play.js';
import { RATE_LIMITER, START } from './rate-limiter.keys.js';
import { aProject, built, ended, SIZE, startProgram } from './spec-interview.js';
import { filterFor } from './transcript.js';

const PATIENCE = 120_000;
const SEED = Number(process.env['SPEC_INTERVIEW_SEED'] ?? 16);

beforeAll(built, PATIENCE);

const copiesOf = (text: string, shown: string): number =>
  shown.match(new RegExp(spaced(text), 'g'))?.length ?? 0;

describe('I16: the size of the terminal', { timeout: PATIENCE }, () => {
  it('I16: after a hundred random sizes there is one copy of the question, and the scrollback is untouched', async () => {
    const { pty } = await atProseInShell();
    const sizes = fc.sample(
      fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) }),
      { seed: SEED, numRuns: 100 },
    );
    for (const size of sizes) {
      pty.resize(size);
      await new Promise(setImmediate);
    }
    pty.resize(SIZE);
    pty.sends('still here');
    await pty.sees('still here');
    const shown = await pty.sees('? help');
    expect(copiesOf(PROSE, shown)).toBe(1);
    expect(shown.split('\n')).toHaveLength(SIZE.rows);
    expect(shown.split('\n')[0]).toContain('Rate limiter ›');
    expect(shown.split('\n').at(-1)).toContain('? help');
    pty.keys('ctrl-c ctrl-c ctrl-c');
    await pty.sees('ended with 130');
    expect(historyText(pty.screen)).toMatch(/^before 1\nbefore 2\nbefore 3/);
  });

  it('I16: says so below 40 by 10 and goes on when there is room again, down to 1 by 1', async () => {
    const { pty } = await atProse();
    pty.sends('kept');
    await pty.sees('kept');
    pty.resize({ columns: 39, rows: 9 });
    await pty.sees(/40/);
    pty.resize({ columns: 1, rows: 1 });
    pty.resize({ columns: 60, rows: 16 });
    expect(await pty.sees('kept')).toMatch(spaced(PROSE));
  });

  it('I16: a terminal that says 0 by 0 is taken for 80 by 24', async () => {
    const dir = aProject();
    const script = 'stty rows 0 cols 0; exec "$@"';
    const command = ['sh', '-c', script, 'sh', process.execPath, program, ...START] as const;
    const pty = ended(startPty(command, { ...SIZE, cwd: dir.path }));
    const shown = await pty.sees('Name of the spec');
    expect(shown.split('\n').at(-1)).toContain('Enter begin');
    pty.kill('SIGTERM');
    expect((await pty.exited).code).toBe(143);
  });

  it('I16, I21: a wide terminal shows findings, figures and the paragraph beside the question', async () => {
    const pty = startProgram(aProject(), START, { columns: 140, rows: 60 });
    await pty.sees(RATE_LIMITER[0]?.expect ?? '');
    pty.sends(RATE_LIMITER.map(bytesOfStep).join('') + goTo(filterFor('traffic.peak_rate')).join(''));
    await pty.sees(/Findings \(\d+\)/);
    await pty.sees(spaced('"remaining" tells a caller'));
    await pty.sees(spaced('The system SHALL carry 12000 req/s at peak'));
  });
});

describe('I17, I18: quiet ways', { timeout: PATIENCE }, () => {
  it('I17: leaves a short plain summary on the normal screen: files, gaps, next command', async () => {
    const { pty, dir } = await atProseInShell();
    pty.keys('ctrl-r');
    await pty.sees(/required answers (are )?missing/);
    pty.keys('end enter');
    await pty.sees('Enter writes the files');
    pty.keys('enter');
    await pty.sees('ended with 6');
    const said = dir.read('errors.txt');
    expect(said).not.toContain('\u001b');
    expect(said).toMatch(/written\s+specs\/rate-limiter\/spec\.md/);
    expect(said).toMatch(/Unfinished: \d+ required answers missing\.\n.*--set ctx\.purpose=/s);
    expect(said).toContain(`Next: spec-interview review ${SLUG}`);
    expect(said).toContain(`Continue with: spec-interview resume ${SLUG}`);
    expect(said.split('\n').length).toBeLessThan(15);
  });

  it('I18: writes nothing while nobody types, and asks for no mouse', async () => {
    const { pty } = await atProse();
    pty.sends('a');
    await pty.sees('saved');
    pty.keys('ctrl-s');
    await passing(1_500);
    const before = pty.bytes();
    // Long enough for several ticks of every clock of the program; nothing but time can show that nothing comes.
    await passing(1_500);
    expect(pty.bytes()).toBe(before);
    expect(pty.screen.modes.mouseTrackingMode).toBe('none');
  });

  it('I18: shows help from the key table by ? on an empty field and by F1 beside text', async () => {
    const { pty } = await atProse();
    pty.sends('?');
    await pty.sees('outline of all questions');
    pty.keys('escape');
    await pty.sees(spaced(PROSE));
    pty.sends('why?');
    await pty.sees('why?');
    pty.keys('f1');
    await pty.sees('outline of all questions');
  });
});

describe('I19: colour and width', { timeout: PATIENCE }, () => {
  const coloured = /<text[^>]*fill=/;

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, START],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, START],
    ['--no-color', {}, [...START, '--no-color']],
  ])('I19: %s draws without colour, and the state is still readable', async (_, env, args) => {
    const pty = startProgram(aProject(), args, { env });
    await pty.sees(RATE_LIMITER[0]?.expect ?? '');
    pty.sends(RATE_LIMITER.slice(0, 3).map(bytesOfStep).join('') + goTo(filterFor('arc.tier')).join(''));
    await pty.sees('● T1: customers notice at once');
    await pty.sees('answered');
    expect(screenSvg(pty.screen)).not.toMatch(coloured);
  });

  it('I19: colours are there otherwise', async () => {
    const pty = startProgram(aProject(), START, { env: { FORCE_COLOR: '1' } });
    await pty.sees('Enter begin');
    expect(screenSvg(pty.screen)).toMatch(coloured);
  });

  it('I19: the cursor stands at the caret behind wide characters', async () => {
    const { pty } = await atProse();
    pty.sends('日本 שלום 👩‍👩‍👧');
    const shown = await pty.sees('👩‍👩‍👧');
    const row = shown.split('\n').findIndex((line) => line.includes('日本'));
    const { cursorX, cursorY } = pty.screen.buffer.active;
    expect({ x: cursorX, y: cursorY }).toEqual({ x: '  › '.length + '日本 שלום 👩‍👩‍👧'.length - 4, y: row });
  });
});
