import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { root } from './program.js';

const joinBanks = (world: AWorld, folders: readonly string[]) =>
  world.dir.write(
    '.spec-interview/config.yaml',
    ['format: 1', 'banks:', ...folders.map((folder) => `  - ./${folder}`), ''].join('\n'),
  );

/** The text of the bank that the guide shows, behind its marker. */
function exampleBank(): string {
  const guide = readFileSync(path.join(root, 'question-banks', 'README.md'), 'utf8');
  const [, example] = /<!-- example: bank -->\s+```yaml\n([\s\S]*?)\n```/.exec(guide) ?? [];
  return `${example ?? ''}\n`;
}

const soundness = async (world: AWorld) => {
  const lint = await world.run('banks', 'lint');
  const test = await world.run('banks', 'test');
  return [lint.code === 0 ? 0 : lint.err, test.code === 0 ? 0 : test.err];
};

describe('a bank of one’s own', () => {
  it('is started by banks new, with what to add to the settings', async () => {
    const world = aWorld();
    const { code, err } = await world.run('banks', 'new', 'banks/acme');
    expect(code).toBe(0);
    expect(err).toContain('banks:\n  - ./banks/acme\n');
    expect(world.dir.read('banks/acme/bank.yaml')).toContain(
      '$schema=../../.spec-interview/schema/bank.json',
    );
    expect(world.dir.read('.spec-interview/schema/bank.json')).toContain('"$schema"');
  });

  it('lints clean, passes its examples, joins the interview and renders its sentence, with no code', async () => {
    const world = aWorld();
    await world.run('banks', 'new', 'banks/acme');
    joinBanks(world, ['banks/acme']);
    expect(await soundness(world)).toEqual([0, 0]);
    const { err } = await world.run('new', 'Todo', '--set', 'acme.review_every=2 years', '--yes');
    expect(err).toContain('specs/todo/spec.md');
    const spec = world.dir.read('specs/todo/spec.md');
    expect(spec).toContain('REQ-ACM-001');
    expect(spec).toContain('The system SHALL be built from a spec that was reviewed within the last');
    expect((await world.run('review', 'todo')).out).toContain('The spec may go unread for');
    expect(world.dir.read('specs/todo/answers.yaml')).toContain('acme: 1');
  });

  it('gets names that are free and allowed, whatever its folder is called', async () => {
    const world = aWorld();
    const folders = ['banks/sec', 'banks/2 Fast', 'more/core', 'in'];
    for (const [at, folder] of folders.entries()) {
      expect((await world.run('banks', 'new', folder)).code).toBe(0);
      joinBanks(world, folders.slice(0, at + 1));
    }
    expect(await soundness(world)).toEqual([0, 0]);
  });

  it('never writes over a folder that is there, nor outside the project', async () => {
    const world = aWorld();
    world.dir.write('banks/acme/notes.md', 'ours');
    const there = await world.run('banks', 'new', 'banks/acme');
    expect([there.code, there.err]).toEqual([2, expect.stringContaining('already something')]);
    expect((await world.run('banks', 'new', '../acme')).code).toBe(2);
    expect((await world.run('banks', 'new')).err).toContain('No folder is named');
  });
});

describe('the worked example of the guide', () => {
  it('lints clean, passes its examples and renders its sentences', async () => {
    const world = aWorld();
    world.dir.write('banks/data-residency/bank.yaml', exampleBank());
    joinBanks(world, ['banks/data-residency']);
    expect(await soundness(world)).toEqual([0, 0]);
    await world.run(
      ...['new', 'Todo', '--set', 'arc.tier=T2', '--set', 'acme.cost_owner=the payments team'],
      ...['--set', 'acme.idle_after=30 min', '--yes'],
    );
    const spec = world.dir.read('specs/todo/spec.md');
    expect(spec).toContain(
      'The system SHALL label every cloud resource with the paying team, the payments team.',
    );
    expect(spec).toContain('no call has arrived for 30 min');
  });
});
