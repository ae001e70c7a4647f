import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDisk, findProject, specDir } from '../../src/store/index.js';
import { isPortableName, slug, specSlug } from '../../src/kernel/index.js';
import { sure } from '../helpers/a-project.js';
import { aWorld } from '../helpers/a-world.js';
import { program } from '../house/program.js';
import { aProject, built } from '../journeys/spec-interview.js';

const PATIENCE = 120_000;
const CASE = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');

beforeAll(built, PATIENCE);

/** Every file that a spec is rendered to, what a check says and what an interview asks first, with the locale and time zone of some machine. */
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
  const asked = [
    { args: ['check', 'rate-limiter'], input: '' },
    { args: ['review', 'rate-limiter', '--json'], input: '' },
    { args: ['resume', 'rate-limiter', '--plain'], input: 'why\nlist\ngoto ctx.purpose\n' },
  ].map(({ args: words, input }) => {
    const { stdout, status } = spawnSync(process.execPath, [program, ...words], {
      ...{
        cwd: dir.path,
        env: { PATH: process.env['PATH'], HOME: dir.path, ...env },
        input,
        encoding: 'utf8',
      },
    });
    return [words.join(' '), `${String(status)}\n${stdout.replaceAll(dir.path, '')}`] as const;
  });
  const folder = dir.join('specs', 'rate-limiter');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map(
    ({ name, parentPath }) =>
      [
        join(parentPath, name).slice(folder.length),
        readFileSync(join(parentPath, name), 'utf8').replaceAll(dir.path, ''),
      ] as const,
  );
  return Object.fromEntries([...texts, ...asked]);
}

describe('other places', { timeout: PATIENCE }, () => {
  it('S5: the same answers give the same bytes in every locale and time zone', () => {
    const here = renderedWith({ LANG: 'C.UTF-8', TZ: 'UTC' });
    expect(Object.keys(here).length).toBeGreaterThan(5);
    expect(here['check rate-limiter']).toMatch(/^0\nrate-limiter: fresh/);
    expect(here['review rate-limiter --json']).toMatch(/^0\n\{/);
    expect(here['resume rate-limiter --plain']).toContain('Who has which problem today');
    const others = [
      { LC_ALL: 'C', TZ: 'UTC' },
      { LC_ALL: 'de_DE.UTF-8', TZ: 'Pacific/Kiritimati' },
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' },
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

  it('R5: a document with the line endings of Windows keeps them when it is rendered again', async () => {
    const world = aWorld();
    await world.run('new', 'Todo', '--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.');
    const document = 'specs/todo/spec.md';
    const mine = 'One sentence of a person.';
    const edited = `${world.dir.read(document)}\n${mine}\n`.replaceAll('\n', '\r\n');
    world.dir.write(document, edited);
    await world.run('answer', 'todo', 'ctx.purpose', 'Keep shared lists.');
    await world.run('regenerate', 'todo');
    const after = world.dir.read(document);
    expect(after).toContain('Keep shared lists.');
    expect(after).toContain(mine);
    expect(after).not.toMatch(/[^\r]\n/);
  });

  it('reads a bank and a template with the line endings of Windows as it reads others', async () => {
    const documents = [];
    for (const end of ['\n', '\r\n']) {
      const world = aWorld();
      const written = (name: string, text: string) => world.dir.write(name, text.replaceAll('\n', end));
      written('.spec-interview/config.yaml', 'format: 1\nbanks: [bank]\n');
      written('bank/bank.yaml', BANK);
      written(`${MINE}/template.yaml`, FORMAT(['mine.md']));
      written(`${MINE}/mine.hbs`, '# Mine\n\n{{#if name}}\n{{name}}\n{{/if}}\n');
      await world.run('new', 'Todo', '--yes', '--depth', 'quick', '--set', 'own.a=Ours.');
      const { code, err } = await world.run('regenerate', 'todo', '--format', 'mine');
      expect(code, err).not.toBe(2);
      documents.push(world.dir.read('specs/todo/mine.md'), world.dir.read('specs/todo/answers.yaml'));
    }
    expect(documents.slice(2)).toEqual(documents.slice(0, 2));
  });
});

const MINE = '.spec-interview/templates/mine';
const FORMAT = (paths: readonly string[]): string =>
  `format: 1\nid: mine\ntitle: Mine\noutputs:\n${paths.map((path) => `  - { template: mine.hbs, path: ${JSON.stringify(path)}, type: markdown }\n`).join('')}`;
const BANK = `format: 1
bank: own
version: 1
section: { id: own, code: OWN, title: Own, order: 900, intro: What only this team asks. }
questions:
  - { id: own.a, kind: text, prompt: Which ledger is it?, why: It matters., weak: it, strong: ledger, depth: quick }
`;

async function renderedTo(...paths: readonly string[]) {
  const world = aWorld();
  await world.run('new', 'Todo', '--yes', '--depth', 'quick', '--set', 'ctx.purpose=Keep lists.');
  world.dir.write(`${MINE}/template.yaml`, FORMAT(paths));
  world.dir.write(`${MINE}/mine.hbs`, '# Mine\n');
  const { code, err } = await world.run('regenerate', 'todo', '--format', 'mine');
  const names = readdirSync(world.dir.path, { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => !name.startsWith('.spec-interview') && /\.(?:md|txt)$|aux|nul/i.test(name),
  );
  return {
    code,
    err,
    files: files.filter((name) => !/(?:spec|brief|review|tasks)\.md$|[/\\]\.base[/\\]/.test(name)),
  };
}

const DEVICES = [
  'CON',
  'nul',
  'Aux.md',
  'prn.tar.gz',
  'COM1',
  'lpt9.md',
  'com\u00b9',
  'CONIN$',
  'conout$.txt',
];
const UNNAMEABLE = ['a.', 'a ', 'a:b', 'what?', 'a*', '<a>', 'a|b', '"a"', 'a\\b', 'a\u0000', 'a\u001fb', ''];
const NAMEABLE = [
  'a',
  '.git',
  'console.md',
  'com10',
  'com',
  'nullable',
  'a b',
  'a.b.c',
  'caf\u00e9',
  '\u901f\u5ea6',
  '001-x',
];

describe('names that another system cannot have', { timeout: PATIENCE }, () => {
  it('are told from those that every system has', () => {
    expect([...DEVICES, ...UNNAMEABLE].filter(isPortableName)).toEqual([]);
    expect(NAMEABLE.filter((name) => !isPortableName(name))).toEqual([]);
  });

  it.each([
    ['CON', 'con-spec'],
    ['Nul!', 'nul-spec'],
    ['com1', 'com1-spec'],
    ['LPT 9', 'lpt-9'],
    ['Console', 'console'],
    ['...', 'spec'],
  ])('become another folder for a spec: %s', async (name, folder) => {
    expect(specSlug(name)).toBe(folder);
    const world = aWorld();
    await world.run('new', name, '--yes');
    expect(readdirSync(world.dir.join('specs'))).toContain(folder);
    expect((await world.run('check', folder)).err).not.toContain('There is no spec');
  });

  it.each(['con', 'NUL', 'aux.md', 'com1'])('are no folder of a spec: %s', (name) => {
    const disk = createDisk();
    expect(specDir(disk, sure(findProject(disk, aProject().path)), name)).toMatchObject({
      error: [{ code: 'spec-name' }],
    });
  });

  it.each([
    ...[
      'con.md',
      'sub/NUL.txt',
      'aux',
      'lpt1/a.md',
      'a.md.',
      'a.md ',
      'sub./a.md',
      'a:b.md',
      'what?.md',
      'a|b.md',
    ],
    ...['C:\\a.md', 'C:/a.md', 'c:a.md', '//?/C:/a.md', '..\\..\\..\\a.md'],
  ])('are no path of a document: %s', async (path) => {
    const { code, err, files } = await renderedTo(path);
    expect(err).toMatch(/no file on every system|does not stay inside the project/);
    expect([code, files]).toEqual([2, []]);
  });

  it.each([
    ['sub\\mine.md', ['sub', 'mine.md']],
    ['\\\\server\\share\\mine.md', ['server', 'share', 'mine.md']],
  ])('part a path at either slash, and stay in the folder of the spec: %s', async (path, names) => {
    const { files } = await renderedTo(path);
    expect(files).toEqual([join('specs', 'todo', ...names)]);
  });

  it.each([
    ['in other letters', 'Mine.md', 'mine.MD'],
    ['in other folders', 'A/mine.md', 'a/mine.md'],
    ['with accents spelled otherwise', 'caf\u00e9.md', 'cafe\u0301.md'],
  ])('are not given to two documents %s', async (_, one, other) => {
    const { code, err, files } = await renderedTo(one, other);
    expect(err).toContain('are one file on some systems');
    expect([code, files]).toEqual([2, []]);
  });
});
