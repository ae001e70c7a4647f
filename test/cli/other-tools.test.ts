import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const FOLDER = '.kiro/specs/rate-limiter';
const TASKS = `${FOLDER}/tasks.md`;
const BASE = 'specs/rate-limiter/.base';

const aProject = (): AWorld => {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', 'format: 1\nformats: [brief, kiro, handoff]\n');
  return world;
};

const make = (world: AWorld) => world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');

const rendered = async (): Promise<AWorld> => {
  const world = aProject();
  expect((await make(world)).code).toBe(0);
  return world;
};

const remark = (text: string) => text.replace('## Tasks\n', '## Tasks\n\nOurs to keep.\n');

describe('documents of other tools', () => {
  it('lie where those tools look, with their base at the same path below that of the spec', async () => {
    const world = await rendered();

    for (const file of [
      ...['requirements', 'design', 'tasks'].map((name) => `${FOLDER}/${name}.md`),
      '.handoff/rate-limiter.md',
    ])
      expect(world.dir.read(`${BASE}/${file}`)).toBe(world.dir.read(file));
    expect(readdirSync(world.dir.join('specs/rate-limiter')).sort()).toEqual([
      '.base',
      'answers.yaml',
      'brief.md',
    ]);
    expect((await world.run('check', 'rate-limiter', '--strict')).code).toBe(0);
  });

  it('keep hand edits while the answers change, and are checked like any other', async () => {
    const world = await rendered();
    world.dir.write(TASKS, remark(world.dir.read(TASKS)));
    expect((await world.run('check', 'rate-limiter', '--strict')).code).toBe(4);
    await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
    expect((await world.run('check', 'rate-limiter')).code).toBe(3);
    expect((await world.run('regenerate', 'rate-limiter')).err).toContain(TASKS);
    expect(world.dir.read(TASKS)).toContain('Ours to keep.');
    expect(world.dir.read(`${FOLDER}/requirements.md`)).toMatch(/15,?000 req\/s/);
  });

  it('are left alone when somebody else wrote them, until they are adopted', async () => {
    const world = aProject();
    world.dir.write(TASKS, '# Our plan\n\nBy hand.\n');
    await make(world);
    expect(world.dir.read(TASKS)).toBe('# Our plan\n\nBy hand.\n');
    expect((await world.run('adopt', 'rate-limiter', TASKS)).code).toBe(0);
    await world.run('regenerate', 'rate-limiter');
    expect(world.dir.read(TASKS)).toContain('By hand.');
    expect(world.dir.read(TASKS)).toContain('_Requirements: 1.1');
  });

  it('can be accepted as they are', async () => {
    const world = await rendered();
    world.dir.write(TASKS, remark(world.dir.read(TASKS)));
    expect((await world.run('accept', 'rate-limiter', TASKS)).code).toBe(0);
    expect((await world.run('check', 'rate-limiter', '--strict')).code).toBe(0);
  });

  it('are never written through a link that leads out of the project', async () => {
    const outside = aTempDir();
    const world = aProject();
    mkdirSync(world.dir.join('.kiro'));
    symlinkSync(outside.path, world.dir.join('.kiro/specs'));
    const made = await make(world);

    expect(made.code).toBe(2);
    expect(made.err).toContain('leads out of the project');
    expect(readdirSync(outside.path)).toEqual([]);
  });

  it.each(['/../outside.md', '/a/../../outside.md', '/.git/hooks/post-commit'])(
    'are never written to %s',
    async (path) => {
      const world = aWorld();
      const folder = '.spec-interview/templates/mine';
      const outputs = `outputs:\n  - template: a.hbs\n    path: ${path}\n    type: markdown\n`;
      world.dir.write('.spec-interview/config.yaml', 'format: 1\nformats: [mine]\n');
      world.dir.write(`${folder}/template.yaml`, `format: 1\nid: mine\ntitle: Mine\n${outputs}`);
      world.dir.write(`${folder}/a.hbs`, '# A\n');

      expect((await make(world)).code).toBe(2);
    },
  );

  it('show no requirement to be tested by citing it', async () => {
    const world = await rendered();
    const { code } = await world.run('trace', 'rate-limiter', '--fail-on', 'untested');

    expect(code).toBe(7);
  });
});
