import { beforeAll, describe, expect, it } from 'vitest';
import type { Pty } from '../helpers/pty.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { goesTo } from '../journeys/at-a-question.js';
import { aProject, built, startProgram } from '../journeys/spec-interview.js';
import { runProgram } from './processes.js';

const PATIENCE = 120_000;
const ANSWERS = 'specs/todo/answers.yaml';
const COPY = 'specs/todo/answers.replaced.yaml';
const BEFORE = 'Keep lists.';
const MINE = 'Keep lists for one person.';
const THEIRS = 'Keep lists that two people share.';

beforeAll(built, PATIENCE);

type Open = { readonly dir: TempDir; readonly pty: Pty; readonly says: (text: string) => Promise<string> };

function aSpec(): TempDir {
  const dir = aProject();
  const sets = ['arc.tier=T3', `ctx.purpose=${BEFORE}`];
  runProgram(dir, 'new', 'Todo', '--yes', '--depth', 'quick', ...sets.flatMap((set) => ['--set', set]));
  return dir;
}

/** An editor saves the file: a comment, and another purpose. */
const editedBy = (dir: TempDir, purpose: string): void => {
  dir.write(ANSWERS, `${dir.read(ANSWERS).replace(BEFORE, purpose)}# A remark of theirs.\n`);
};

async function fullScreen(): Promise<Open> {
  const dir = aSpec();
  const pty = startProgram(dir, ['resume', 'todo'], { columns: 100, rows: 30 });
  await pty.sees('Todo');
  await goesTo(pty, 'ctx.purpose');
  await pty.sees(BEFORE);
  return { dir, pty, says: (text) => pty.sees(text) };
}

/** Types over the purpose, while an editor has changed the file. */
async function meets(open: Open, purpose: string): Promise<void> {
  editedBy(open.dir, purpose);
  open.pty.keys('ctrl-u');
  open.pty.sends(`${MINE}\r`);
  await open.says('Somebody else changed specs/todo/answers.yaml');
}

describe('answers that an editor changes while the full screen is open', { timeout: PATIENCE }, () => {
  it('are never written over: both are shown, and what was chosen is joined', async () => {
    const open = await fullScreen();
    await meets(open, THEIRS);
    expect(open.dir.read(ANSWERS)).toContain(THEIRS);
    open.pty.sends('1');
    await open.says('Purpose');
    open.pty.sends('2');
    open.pty.keys('enter');
    await open.says('Both are joined and saved.');
    expect(open.dir.read(ANSWERS)).toContain(THEIRS);
    expect(open.dir.read(ANSWERS)).toContain('# A remark of theirs.');
    expect(open.dir.read(COPY)).toContain(MINE);
  });

  it('give way to mine, and stay as a copy', async () => {
    const open = await fullScreen();
    await meets(open, THEIRS);
    open.pty.sends('2');
    open.pty.keys('enter');
    await open.says('What was said here counts.');
    expect(open.dir.read(ANSWERS)).toContain(MINE);
    expect(open.dir.read(COPY)).toContain(THEIRS);
    expect(open.dir.read(COPY)).toContain('# A remark of theirs.');
  });

  it('are reloaded, while what was typed waits in its field and stays as a copy', async () => {
    const open = await fullScreen();
    await meets(open, THEIRS);
    open.pty.sends('3');
    open.pty.keys('enter');
    const shown = await open.says('as they stand on the disk');
    expect(shown).toContain(MINE);
    expect(open.dir.read(ANSWERS)).toContain(THEIRS);
    expect(open.dir.read(COPY)).toContain(MINE);
  });
});

/** Line by line, at a prompt that edits its own line. */
async function lineByLine(): Promise<Open> {
  const dir = aSpec();
  const pty = startProgram(dir, ['resume', 'todo', '--plain'], { columns: 100, rows: 40 });
  await pty.sees('lists the commands');
  pty.sends('/');
  pty.sends('goto ctx.purpose\r');
  await pty.sees('Purpose');
  return { dir, pty, says: (text) => pty.sees(text) };
}

async function meetsLine({ dir, pty }: Open): Promise<void> {
  await pty.sees('Lines, then a full stop alone');
  editedBy(dir, THEIRS);
  pty.sends(`${MINE}\r.\r`);
  await pty.sees('Somebody else changed specs/todo/answers.yaml');
  await pty.sees('What counts');
}

describe('the same line by line', { timeout: PATIENCE }, () => {
  it('shows both, and joins what was chosen', async () => {
    const open = await lineByLine();
    await meetsLine(open);
    open.pty.keys('down enter');
    await open.says(`theirs: ${THEIRS}`);
    open.pty.keys('down enter');
    await open.says('Both are joined and saved.');
    expect(open.dir.read(ANSWERS)).toContain(MINE);
    expect(open.dir.read(ANSWERS)).toContain('# A remark of theirs.');
    expect(open.dir.read(COPY)).toContain(THEIRS);
  });

  it('keeps mine', async () => {
    const open = await lineByLine();
    await meetsLine(open);
    open.pty.keys('down down enter');
    await open.says('What was said here counts.');
    expect(open.dir.read(ANSWERS)).toContain(MINE);
    expect(open.dir.read(COPY)).toContain(THEIRS);
  });

  it('reloads, and keeps what was said', async () => {
    const open = await lineByLine();
    await meetsLine(open);
    open.pty.keys('down down down enter');
    await open.says('as they stand on the disk');
    expect(open.dir.read(ANSWERS)).toContain(THEIRS);
    expect(open.dir.read(COPY)).toContain(MINE);
  });
});
