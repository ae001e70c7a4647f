import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const CASES = join(import.meta.dirname, '..', '..', 'question-banks', 'cases');
const START = '<!-- SPEC-INTERVIEW:START -->';
const END = '<!-- SPEC-INTERVIEW:END -->';
const BASE = '.spec-interview/.base/AGENTS.md';
const COMMANDS = `format: 1
answers:
  aia.commands:
${['setup', 'build', 'test'].map((purpose) => `    - id: ${purpose}\n      purpose: ${purpose}\n      command: npm run ${purpose}\n`).join('')}`;

const aProject = (formats = 'brief, agents'): AWorld => {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', `format: 1\nformats: [${formats}]\n`);
  return world;
};

const make = (world: AWorld, name = 'To-do API', ...more: readonly string[]) =>
  world.run('new', name, '--answers', join(CASES, 'todo-api.yaml'), '--yes', ...more);

const agents = (world: AWorld): string => world.dir.read('AGENTS.md');
const isThere = (world: AWorld): boolean => existsSync(world.dir.join('AGENTS.md'));

describe('the block of AGENTS.md', () => {
  it('is not written unless the format is among those of the project or asked for', async () => {
    const world = aProject('brief');
    await make(world);
    await world.run('regenerate', '--all');
    expect(isThere(world)).toBe(false);
    await world.run('regenerate', 'to-do-api', '--format', 'agents');
    expect(agents(world)).toContain('`specs/to-do-api/brief.md`');
  });

  it('points to no document that was never rendered', async () => {
    const world = aProject();
    await make(world);
    world.dir.write('specs/later/answers.yaml', 'format: 1\nname: Later\ndepth: quick\nanswers: {}\n');
    await world.run('regenerate', 'to-do-api', '--format', 'agents');

    expect(agents(world)).toContain('specs/to-do-api/');
    expect(agents(world)).not.toContain('specs/later/');
  });

  it('leaves every byte outside of its markers as it was', async () => {
    const world = aProject();
    const before = '# Ours\r\n\r\n  kept  \t\r\n';
    const after = '\r\nafter\u00a0it, without an end';
    world.dir.write('AGENTS.md', `${before}${START}\r\nold\r\n${END}${after}`);
    await make(world);
    const text = agents(world);

    expect(text.startsWith(`${before}${START}\r\n`)).toBe(true);
    expect(text.endsWith(`${END}${after}`)).toBe(true);
    expect(text).not.toContain('old');
    expect(text).toContain('`specs/to-do-api/assistant.md`');
  });

  it('follows the list of specs, and a check says when it does not', async () => {
    const world = aProject();
    await make(world);
    await make(world, 'Second list');
    expect(agents(world)).toMatch(/- Second list: .*\n- To-do API: /);
    expect((await world.run('check', '--all')).out).toContain('AGENTS.md');
    rmSync(world.dir.join('specs/second-list'), { recursive: true });
    const stale = await world.run('check', '--all');

    expect(stale.code).toBe(3);
    expect(stale.out).toContain(
      'stale: the specs or the context changed. Run: spec-interview regenerate --all',
    );
    await world.run('regenerate', '--all');
    expect(agents(world)).not.toContain('Second list');
    expect((await world.run('check', '--all')).code).toBe(0);
  });

  it('names the commands of the shared context as soon as they are answered', async () => {
    const world = aProject();
    await make(world);
    world.dir.write('shared.yaml', COMMANDS);
    expect((await world.run('context', '--answers', 'shared.yaml', '--yes')).code).toBe(0);

    expect(agents(world)).toContain('\nCommands: `npm run setup`, `npm run build`, `npm run test`.\n');
    expect(world.dir.read(BASE)).toContain('`npm run test`.');
  });

  it('keeps what was changed by hand between its markers', async () => {
    const world = aProject();
    await make(world);
    world.dir.write('AGENTS.md', agents(world).replace(`\n${END}`, `\nOur own line.\n\n${END}`));
    await make(world, 'Second list');

    expect(agents(world)).toContain('Our own line.');
    expect(agents(world)).toContain('- Second list: ');
  });

  it('stays away once it was removed, and says how it comes back', async () => {
    const world = aProject();
    await make(world);
    world.dir.write('AGENTS.md', '# Ours\n');
    const { err } = await world.run('regenerate', '--all');
    expect(agents(world)).toBe('# Ours\n');
    expect(err).toContain(`withheld AGENTS.md: you removed its block. Delete ${BASE}`);
    rmSync(world.dir.join(BASE));
    await world.run('regenerate', '--all');
    expect(agents(world)).toContain(START);
  });

  it('changes nothing the second time, and nothing at all in a dry run', async () => {
    const world = aProject();
    await make(world);
    const first = agents(world);
    await world.run('regenerate', '--all');
    expect(agents(world)).toBe(first);
    rmSync(world.dir.join('AGENTS.md'));
    rmSync(world.dir.join(BASE));
    expect((await world.run('regenerate', '--all', '--dry-run')).err).toContain('AGENTS.md');
    expect(isThere(world)).toBe(false);
  });

  it('refuses markers that enclose no block, names the file, and leaves it alone', async () => {
    const world = aProject();
    world.dir.write('AGENTS.md', `${START}\n`);
    const { code, err } = await make(world);

    expect(code).toBe(2);
    expect(err).toContain('AGENTS.md: The markers');
    expect(agents(world)).toBe(`${START}\n`);
    expect((await world.run('check', '--all')).code).toBe(2);
  });

  it('is never written through a link that leads out of the project', async () => {
    const outside = aTempDir();
    const world = aProject();
    outside.write('AGENTS.md', 'theirs\n');
    symlinkSync(outside.join('AGENTS.md'), world.dir.join('AGENTS.md'));

    expect((await make(world)).code).toBe(2);
    expect(outside.read('AGENTS.md')).toBe('theirs\n');
  });

  it('is checked like a spec in every form', async () => {
    const world = aProject();
    await make(world);
    rmSync(world.dir.join('AGENTS.md'));
    rmSync(world.dir.join(BASE));
    for (const form of ['json', 'sarif', 'github']) {
      const { out, code } = await world.run('check', '--all', '--output', form);

      expect(code).toBe(3);
      expect(out).toContain('the specs or the context changed');
      expect(out).not.toContain('specs/AGENTS.md');
    }
  });
});
