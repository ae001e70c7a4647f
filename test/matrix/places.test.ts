import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDisk, findProject, specDir } from '../../src/store/index.js';
import { slug } from '../../src/kernel/index.js';
import { sure } from '../helpers/a-project.js';
import { aWorld } from '../helpers/a-world.js';
import { program } from '../house/program.js';
import { aProject, built } from '../journeys/spec-interview.js';

const PATIENCE = 120_000;
const CASE = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');

beforeAll(built, PATIENCE);

/** Every file that a spec is rendered to, with the locale and time zone of some machine. */
function renderedWith(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const dir = aProject();
  const args = [
    'new',
    'Rate limiter',
    '--answers',
    CASE,
    '--set',
    'ctx.purpose=IĞDIR ılık İstanbul, 1,5 kg.',
    '--yes',
  ];
  const run = spawnSync(process.execPath, [program, ...args], {
    cwd: dir.path,
    env: { PATH: process.env['PATH'], HOME: dir.path, ...env },
    encoding: 'utf8',
  });
  expect(run.stderr).toContain('written');
  const folder = dir.join('specs', 'rate-limiter');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ name, parentPath }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

describe('other places', { timeout: PATIENCE }, () => {
  it('S5: the same answers give the same bytes in every locale and time zone', () => {
    const here = renderedWith({ LANG: 'C.UTF-8', TZ: 'UTC' });
    expect(Object.keys(here).length).toBeGreaterThan(3);
    const others = [
      { LC_ALL: 'C', TZ: 'UTC' },
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' },
      { LC_ALL: 'de_DE.UTF-8', TZ: 'Pacific/Kiritimati' },
    ];
    for (const env of others) expect(renderedWith(env), env.LC_ALL).toEqual(here);
  });

  it('R5: answers and documents with the line endings of Windows are read, and keep them', async () => {
    const world = aWorld();
    await world.run('new', 'Todo', '--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.');
    const answers = 'specs/todo/answers.yaml';
    for (const name of [answers, 'specs/todo/spec.md', 'specs/todo/brief.md'])
      world.dir.write(name, world.dir.read(name).replaceAll('\n', '\r\n'));
    const { code, out } = await world.run('check', 'todo');
    expect(code, out).toBe(0);
    await world.run('answer', 'todo', 'ctx.purpose', 'Keep shared lists.');
    expect(world.dir.read(answers)).toContain('Keep shared lists.');
    expect(world.dir.read(answers)).not.toMatch(/[^\r]\n/);
    expect([0, 6]).toContain((await world.run('regenerate', 'todo')).code);
    expect(world.dir.read('specs/todo/spec.md')).toContain('Keep shared lists.');
    expect(world.dir.read('specs/todo/spec.md')).not.toMatch(/^(?:<<<<<<<|>>>>>>>)/m);
    expect((await world.run('check', 'todo')).code).toBe(0);
  });

  it.each(['..\\other', 'C:\\specs', '\\\\server\\share', 'a\\..\\..\\b', 'con:', 'nul.\u0000'])(
    'a name that leads elsewhere on Windows is refused as a folder, and never becomes one: %s',
    (name) => {
      const disk = createDisk();
      const project = sure(findProject(disk, aProject().path));
      expect(specDir(disk, project, name).ok).toBe(false);
      expect(slug(name)).toMatch(/^[a-z0-9-]*$/);
    },
  );
});
