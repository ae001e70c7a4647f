import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const CASES = join(import.meta.dirname, '..', '..', 'question-banks', 'cases');
const CONFIG = '.spec-interview/config.yaml';
const SETTINGS = '# ours\nformat: 1\nformats: [brief, spec-kit] # both\nai: off\n';
const FOLDER = 'specs/001-to-do-api';
const POINTER = '.specify/feature.json';
const pointing = (folder: string): string => `{ "feature_directory": "${folder}" }\n`;

const aProject = (config = SETTINGS): AWorld => {
  const world = aWorld();
  world.dir.write(CONFIG, config);
  return world;
};

const make = (world: AWorld, name = 'To-do API', ...more: readonly string[]) =>
  world.run('new', name, '--answers', join(CASES, 'todo-api.yaml'), '--yes', ...more);

const isThere = (world: AWorld, path: string): boolean => existsSync(world.dir.join(path));

describe('a spec that Spec Kit knows by its number', () => {
  it('gets the first number, written below the other settings', async () => {
    const world = aProject();
    await make(world);

    expect(readdirSync(world.dir.join(FOLDER)).sort()).toEqual([
      ...['checklists', 'data-model.md', 'plan.md', 'quickstart.md', 'research.md', 'spec.md', 'tasks.md'],
    ]);
    expect(world.dir.read(CONFIG)).toBe(`${SETTINGS}spec_kit:\n  to-do-api: "001"\n`);
    expect(world.dir.read(`${FOLDER}/spec.md`)).toContain('**Feature Branch**: `001-to-do-api`\n');
    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(0);
    // The folder with the number is no spec of its own.
    for (const command of ['list', 'status'])
      expect((await world.run(command, '--json')).out).not.toContain('001-to-do-api');
    expect((await world.run('check', '--all')).out).not.toContain('001-to-do-api');
    expect((await world.run('check', '001-to-do-api')).code).toBe(2);
  });

  it('keeps its number, whatever else gets one', async () => {
    const world = aProject();
    await make(world);
    mkdirSync(world.dir.join('specs/041-by-hand'));
    await make(world, 'Another');
    await world.run('answer', 'to-do-api', 'traffic.peak_rate', '300 rps');
    await world.run('regenerate', '--all');

    expect(world.dir.read(CONFIG)).toBe(`${SETTINGS}spec_kit:\n  to-do-api: "001"\n  another: "042"\n`);
    expect(world.dir.read(`${FOLDER}/spec.md`)).toContain('300 req/s');
    expect(isThere(world, 'specs/042-another/tasks.md')).toBe(true);
    // The only spec was pointed to; of two, none is.
    expect(world.dir.read(POINTER)).toBe(pointing(FOLDER));
    expect((await world.run('check', '--all', '--strict')).code).toBe(0);
  });

  it('has the number that the settings give it', async () => {
    const world = aProject(`${SETTINGS}spec_kit: { to-do-api: 017 }\n`);
    await make(world);

    expect(isThere(world, 'specs/017-to-do-api/plan.md')).toBe(true);
    expect(world.dir.read(CONFIG)).toBe(`${SETTINGS}spec_kit: { to-do-api: 017 }\n`);
  });

  it('gets no number where no format asks for one, and none from looking', async () => {
    const world = aProject('format: 1\nformats: [brief]\n');
    await make(world);
    await world.run('regenerate', 'to-do-api', '--format', 'spec-kit', '--dry-run');

    expect(world.dir.read(CONFIG)).toBe('format: 1\nformats: [brief]\n');
    for (const path of [FOLDER, POINTER]) expect(isThere(world, path)).toBe(false);
    const done = await world.run('regenerate', 'to-do-api', '--format', 'spec-kit');
    expect(isThere(world, FOLDER)).toBe(true);
    expect(world.dir.read(CONFIG)).toContain('to-do-api: "001"');
    expect(done.err).toContain(`written  ${POINTER}`);
    expect(world.dir.read(`.spec-interview/.base/${POINTER}`)).toBe(world.dir.read(POINTER));
  });

  it('gets numbers for all specs before the first is rendered', async () => {
    const world = aProject('format: 1\nformats: [brief]\n');
    await make(world, 'B');
    await make(world, 'A');
    world.dir.write(CONFIG, SETTINGS);
    const shown = await world.run('regenerate', '--all', '--dry-run');
    await world.run('regenerate', '--all');

    expect(shown.out).toMatch(/specs\/001-a\/spec\.md[^]*specs\/002-b\/spec\.md/);
    expect(world.dir.read(CONFIG)).toBe(`${SETTINGS}spec_kit:\n  a: "001"\n  b: "002"\n`);
    expect((await world.run('check', '--all', '--strict')).code).toBe(0);
  });

  it('is not cited by its own documents, wherever the specs lie', async () => {
    const world = aProject(`${SETTINGS}specs: docs/specs\n`);
    await make(world);
    const trace = await world.run('trace', 'to-do-api', '--json');

    expect(isThere(world, `${FOLDER}/tasks.md`)).toBe(true);
    expect(trace.out).not.toContain(FOLDER);
  });

  it('is refused a number that is none, before anything is written', async () => {
    const world = aProject(`${SETTINGS}spec_kit: { to-do-api: "../../x" }\n`);
    const made = await make(world);

    expect(made.code).toBe(2);
    expect(made.err).toContain('three digits, like "007" is expected');
    expect(isThere(world, 'specs')).toBe(false);
  });

  it('keeps hand edits like any other document', async () => {
    const world = aProject();
    await make(world);
    const tasks = `${FOLDER}/tasks.md`;
    world.dir.write(tasks, world.dir.read(tasks).replace('- [ ] T001', '- [x] T001'));
    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(4);
    await world.run('answer', 'to-do-api', 'traffic.peak_rate', '300 rps');
    await world.run('regenerate', 'to-do-api');

    expect(world.dir.read(tasks)).toContain('- [x] T001');
  });
});

describe('the pointer for the scripts of Spec Kit', () => {
  it('stays where somebody else pointed it, and as they formatted it', async () => {
    const world = aProject();
    world.dir.write(POINTER, '{"feature_directory":"specs/009-theirs"}');
    const made = await make(world);
    expect(made.err).toContain(`kept     ${POINTER}`);
    expect(world.dir.read(POINTER)).toBe('{"feature_directory":"specs/009-theirs"}');
    world.dir.write(POINTER, `{"feature_directory":"${FOLDER}"}`);
    const again = await world.run('regenerate', '--all');

    expect(again.err).not.toContain(POINTER);
    expect(world.dir.read(POINTER)).toBe(`{"feature_directory":"${FOLDER}"}`);
  });

  it('follows the number that somebody changes, and comes back when it is gone', async () => {
    const world = aProject();
    await make(world);
    world.dir.write(CONFIG, world.dir.read(CONFIG).replace('"001"', '"005"'));
    await world.run('regenerate', '--all');
    expect(world.dir.read(POINTER)).toBe(pointing('specs/005-to-do-api'));
    rmSync(world.dir.join('.specify'), { recursive: true });
    await world.run('context', '--set', 'aia.show_red=true', '--yes');

    expect(world.dir.read(POINTER)).toBe(pointing('specs/005-to-do-api'));
  });

  it('is never written through a link that leads out of the project', async () => {
    const world = aProject();
    const outside = aTempDir();
    symlinkSync(outside.path, world.dir.join('.specify'));
    const made = await make(world);

    expect(made.code).toBe(2);
    expect(readdirSync(outside.path)).toEqual([]);
  });
});
