import { beforeAll, describe, expect, it } from 'vitest';
import { aProject, built, startInShell } from './spec-interview.js';

const PATIENCE = 180_000;

beforeAll(built, PATIENCE);

describe('prompts on a terminal', { timeout: PATIENCE }, () => {
  it('I20: take commands behind a slash, also at a menu, and leave with everything saved', async () => {
    const dir = aProject();
    const pty = startInShell(dir, ['new', 'limiter', '--plain', '--depth', 'quick']);
    await pty.sees('none of these');
    pty.sends('/');
    await pty.sees('Command, help lists them');
    pty.sends('list\r');
    await pty.sees(/Asked: Which[^]*space picks/);
    pty.sends('/');
    await pty.sees('Command, help lists them');
    pty.sends('quit\r');
    await pty.sees('ended with 6');
    expect(pty.text()).toContain('terminal as before');
  });
});
