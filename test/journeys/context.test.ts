import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { goTo, spaced } from './play.js';
import { aProject, built, startInShell, startProgram } from './spec-interview.js';
import { eventually } from '../helpers/eventually.js';

const PATIENCE = 120_000;
const OWNER = 'Which team owns this and answers for it?';
const CONTEXT = '.spec-interview/context.yaml';

beforeAll(built, PATIENCE);

describe('the shared context', { timeout: PATIENCE }, () => {
  it('proposes what the repository says, records it on Enter, and continues when run again', async () => {
    const dir = aProject();
    dir.write('CODEOWNERS', '# who answers\n* @shop/ledger\n');
    const first = startInShell(dir, ['context']);
    await first.sees('Shared context');
    first.sends(goTo('ops.owner').join(''));
    await first.sees(spaced('Read from CODEOWNERS:2; Enter confirms it.'));
    expect(first.text()).toMatch(spaced(OWNER));
    expect(first.text()).toContain('@shop/ledger');
    expect(existsSync(dir.join(CONTEXT))).toBe(false);
    first.sends('\r');
    await eventually(() => {
      expect(dir.read(CONTEXT)).toContain('evidence: CODEOWNERS:2');
    });
    first.sends('\u0003\u0003');
    await first.sees('ended with 130');
    expect(dir.read('errors.txt')).toContain('Continue with: spec-interview context');
    expect(existsSync(dir.join('.spec-interview/.lock'))).toBe(false);
    const second = startProgram(dir, ['context']);
    await second.sees('Shared context');
    second.sends(goTo('ops.owner').join(''));
    await second.sees(spaced(OWNER));
    expect(second.text()).toContain('@shop/ledger');
    expect(second.text()).not.toContain('Read from');
  });

  it('shows the rough notes that belong to a question when asked why', async () => {
    const dir = aProject();
    dir.write('notes.md', '- ledger team owns it\n- logs are kept for a month\n');
    const pty = startProgram(dir, ['new', 'Todo', '--depth', 'deep', '--notes', 'notes.md']);
    await pty.sees('Todo');
    pty.sends(goTo('ops.owner').join(''));
    await pty.sees(spaced(OWNER));
    pty.keys('alt-w');
    const shown = await pty.sees('From your notes');
    expect(shown).toContain('ledger team owns it');
    expect(shown).not.toContain('logs are kept');
  });
});
