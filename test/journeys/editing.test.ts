import { chmodSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TempDir } from '../helpers/temp-dir.js';
import { atProse, atTable, PROSE, SLUG, TABLE, type Started } from './at-a-question.js';
import { spaced } from './play.js';
import { built } from './spec-interview.js';

const PATIENCE = 120_000;

beforeAll(built, PATIENCE);

const answers = (dir: TempDir): string => dir.read(`specs/${SLUG}/answers.yaml`);

/** Submits what is in the field and gives the file, once the next question is there. */
async function submitted({ dir, pty }: Started): Promise<string> {
  pty.keys('enter');
  await pty.sees(spaced(TABLE));
  return answers(dir);
}

describe('what is typed into a field', { timeout: PATIENCE }, () => {
  it('I10: is edited by the keys of a shell, whole characters at a time', async () => {
    const started = await atProse();
    const { pty } = started;
    pty.sends('callers hurt a😀b');
    pty.keys('left backspace ctrl-a');
    pty.sends('All ');
    pty.keys('ctrl-e');
    pty.sends(' now gone');
    pty.keys('ctrl-w ctrl-w');
    pty.sends('👩‍👩‍👧');
    pty.keys('backspace');
    pty.sends('ends here');
    await pty.sees('ends here');
    expect(await submitted(started)).toContain('All callers hurt ab ends here');
  });

  it('I10: Ctrl+J, a backslash before Enter and Alt+Enter make new lines, Enter submits', async () => {
    const started = await atProse();
    const { pty } = started;
    pty.sends('one\ntwo\\\rthree');
    pty.sends('\u001b\r');
    await pty.sees('three');
    pty.sends('four');
    await pty.sees('four');
    expect(await submitted(started)).toMatch(/ {4}one\n {4}two\n {4}three\n {4}four\n/);
  });

  it('I11: a paste of 84 lines is folded, submits nothing, and is recorded verbatim', async () => {
    const started = await atProse();
    const { pty, dir } = started;
    const lines = Array.from({ length: 84 }, (_, line) => `line ${String(line + 1)} of the paste`);
    pty.pastes(`${lines.join('\r\n')}\u0007`);
    expect(await pty.sees('[pasted 84 lines]')).toMatch(spaced(PROSE));
    expect(answers(dir)).not.toContain('of the paste');
    const file = await submitted(started);
    expect(file).toContain(lines.map((line) => `    ${line}\n`).join(''));
    expect(file).not.toContain('\u0007');
  });

  it('I13: rows are added by form and by line, copied, moved and deleted', async () => {
    const { dir, pty } = await atTable();
    pty.sends('aread\tuser\tasks\tget it\u0013');
    await pty.sees('read');
    pty.sends('|write | user | sends | store it\r\r');
    pty.keys('up d x up alt-down down down down enter');
    await pty.sees(/2 rows|Flow steps|Which steps/);
    const rows = [...answers(dir).matchAll(/^ {4}- id: (.*)$/gm)].map(([, id]) => id);
    expect(rows).toEqual(['write', 'read']);
  });
});

/** A project whose editor keeps a copy of what it was given, with its mode, and then does something. */
function editorOf(dir: TempDir, then: string): string {
  const script = `#!/bin/sh\ncp "$1" given.md\nstat -c %a "$1" > mode.txt\n${then}\n`;
  const file = dir.write('editor.sh', script);
  chmodSync(file, 0o755);
  return file;
}

describe('I12: an outside editor', { timeout: PATIENCE }, () => {
  const env = { VISUAL: './editor.sh' };

  it('I12: gets a private file with the question as a comment, and gives the text back without it', async () => {
    const started = await atProse({ env });
    editorOf(started.dir, 'echo "second line" >> "$1"');
    started.pty.sends('first line');
    started.pty.keys('ctrl-g');
    await started.pty.sees('second line');
    expect(started.dir.read('mode.txt').trim()).toBe('600');
    const given = started.dir.read('given.md');
    expect(given).toMatch(spaced(PROSE));
    expect(given).toContain('first line');
    const file = await submitted(started);
    expect(file).toMatch(/first line\n {4}second line\n/);
    expect(file).not.toContain('<!--');
  });

  it.each([
    ['changes nothing', 'true'],
    ['fails', 'echo "not this" > "$1"; exit 1'],
  ])('I12: keeps the draft when the editor %s', async (_, then) => {
    const started = await atProse({ env });
    editorOf(started.dir, then);
    started.pty.sends('the draft');
    started.pty.keys('ctrl-g');
    await started.pty.sees('the draft');
    started.pty.sends(' stays');
    await started.pty.sees('the draft stays');
    expect(started.dir.read('given.md')).toContain('the draft');
    expect(await submitted(started)).toContain('the draft stays');
  });

  it('I12: gets a table as Markdown, and gives rows back', async () => {
    const { dir, pty } = await atTable({ env });
    editorOf(dir, `sed -i 's/asks/demands/' "$1"`);
    pty.sends('|read | user | asks | get it\r\r\u0007');
    await pty.sees('demands');
    expect(dir.read('given.md')).toMatch(/^\|.*read \| user \| asks \| get it/m);
  });
});
