import { beforeAll, describe, expect, it } from 'vitest';
import { aProject, built, ended, startInShell } from './spec-interview.js';
import { startPty } from '../helpers/pty.js';
import { program } from '../house/program.js';

beforeAll(built, 180_000);

const aCrowd = () => {
  const dir = aProject();
  for (const slug of ['one', 'two', 'three', 'four'])
    dir.write(`specs/${slug}/answers.yaml`, `format: 1\nspec: ${slug}\nbanks: { core: 1 }\nanswers: {}\n`);
  return dir;
};

describe('long work', () => {
  it.each([
    ['check', '--all'],
    ['regenerate', '--all'],
    ['trace', '--dir', '.'],
  ])('%s %s says in a terminal how far it is', async (...args) => {
    const command = [process.execPath, program, ...args] as const;
    const pty = ended(startPty(command, { columns: 100, rows: 60, cwd: aCrowd().path }));

    const shown = await pty.sees('4 of 4: two');
    expect(shown).toContain('1 of 4: four');
    await pty.exited;
  });

  it('says nothing of it where standard error is a file', async () => {
    const dir = aCrowd();
    await startInShell(dir, ['check', '--all']).sees('ended with');
    expect(dir.read('errors.txt')).not.toContain(' of 4: ');
  });
});
