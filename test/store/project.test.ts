import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createDisk,
  createSpecDir,
  findProject,
  listSpecs,
  readConfig,
  specDir,
} from '../../src/store/index.js';
import { aProject, sure } from '../helpers/a-project.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();
const codes = (result: { ok: boolean; error?: readonly { readonly code: string }[] }): readonly string[] =>
  result.ok ? [] : (result.error ?? []).map(({ code }) => code);

describe('a project', () => {
  it('is the nearest folder with .spec-interview, before any git root', () => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', '');
    dir.write('app/.git/HEAD', '');
    dir.write('app/src/x.ts', '');
    expect(sure(findProject(disk, dir.join('app', 'src'))).root).toBe(dir.path);
  });

  it('is the git root when nothing else marks it, also in a worktree', () => {
    const dir = aTempDir();
    dir.write('app/.git', 'gitdir: elsewhere');
    dir.write('app/src/x.ts', '');
    expect(sure(findProject(disk, dir.join('app', 'src')))).toMatchObject({
      root: dir.join('app'),
      specs: dir.join('app', 'specs'),
      context: dir.join('app', '.spec-interview', 'context.yaml'),
    });
  });

  it('lists the folders with answers by slug', () => {
    const { dir, project } = aProject('beta', 'answers:\n');
    dir.write('specs/alpha/answers.yaml', 'answers:\n');
    dir.write('specs/by-hand/spec.md', 'not ours');
    dir.write('specs/README.md', 'not ours');
    expect(sure(listSpecs(disk, project)).map(({ slug }) => slug)).toEqual(['alpha', 'beta']);
  });

  it('is not looked for around a folder that is not there', () => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', '');
    dir.write('file.txt', '');
    expect(codes(findProject(disk, dir.join('nope')))).toEqual(['no-folder']);
    expect(codes(findProject(disk, dir.join('file.txt')))).toEqual(['no-folder']);
  });

  it('has no specs before the first one', () => {
    const dir = aTempDir();
    expect(sure(listSpecs(disk, sure(findProject(disk, dir.path))))).toEqual([]);
  });

  it('writes the git files of the specs folder once and never edits them', () => {
    const { dir, project } = aProject();
    expect(dir.read('specs/.gitignore')).toContain('.draft.json\n.lock\n');
    expect(dir.read('specs/.gitattributes')).toContain('linguist-generated');
    dir.write('specs/.gitignore', '# mine\n');
    sure(createSpecDir(disk, project, 'other'));
    expect(dir.read('specs/.gitignore')).toBe('# mine\n');
  });

  it('leads from a spec to the schema of its answers', () => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', 'specs: docs/specs\n');
    expect(sure(specDir(disk, sure(findProject(disk, dir.path)), 'x')).schema).toBe(
      '../../../.spec-interview/schema/answers.json',
    );
  });

  it.each([
    '../../etc',
    '..',
    '.',
    '/etc',
    'a/b',
    'a\\b',
    'a\0b',
    '',
    '.hidden',
    'x'.repeat(200),
    'a..b',
    'C:',
  ])('has no spec called %j', (slug) => {
    expect(codes(specDir(disk, aProject().project, slug))).toEqual(['spec-name']);
  });

  it.each(['../out', '/tmp', 'a/../../b', '.git/specs', 'a\0b'])('has no specs folder at %j', (specs) => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', `specs: ${JSON.stringify(specs)}\n`);
    expect(findProject(disk, dir.path).ok).toBe(false);
  });

  it('does not follow a specs folder, a spec, its answers or its base out of the project', () => {
    const outside = aTempDir();
    outside.write('answers.yaml', 'answers:\n');
    const linkedSpecs = aTempDir();
    mkdirSync(linkedSpecs.join('.spec-interview'));
    symlinkSync(outside.path, linkedSpecs.join('specs'));
    expect(codes(findProject(disk, linkedSpecs.path))).toEqual(['link-leaves-project']);
    const { dir, project } = aProject();
    symlinkSync(outside.path, dir.join('specs', 'linked'));
    expect(codes(specDir(disk, project, 'linked'))).toEqual(['link-leaves-project']);
    expect(codes(createSpecDir(disk, project, 'linked'))).toEqual(['link-leaves-project']);
    expect(codes(listSpecs(disk, project))).toEqual(['link-leaves-project']);
    symlinkSync(outside.join('answers.yaml'), dir.join('specs', 'limiter', 'answers.yaml'));
    expect(codes(specDir(disk, project, 'limiter'))).toEqual(['link-leaves-project']);
    sure(createSpecDir(disk, project, 'based'));
    symlinkSync(outside.path, dir.join('specs', 'based', '.base'));
    expect(codes(specDir(disk, project, 'based'))).toEqual(['link-leaves-project']);
    sure(createSpecDir(disk, project, 'nowhere'));
    symlinkSync(outside.join('not-there'), dir.join('specs', 'nowhere', 'answers.yaml'));
    expect(codes(specDir(disk, project, 'nowhere'))).toEqual(['link-leaves-project']);
  });

  it('follows a link that stays inside', () => {
    const { dir, project } = aProject();
    mkdirSync(dir.join('elsewhere'));
    symlinkSync(dir.join('elsewhere'), dir.join('specs', 'linked'));
    expect(specDir(disk, project, 'linked').ok).toBe(true);
  });
});

describe('the settings', () => {
  const config = (text: string) => {
    const dir = aTempDir();
    dir.write('.spec-interview/config.yaml', text);
    return readConfig(disk, dir.path);
  };

  it('have their defaults without a file, in an empty one and in one of comments', () => {
    const expected = {
      format: 1,
      specs: 'specs',
      formats: ['spec', 'brief'],
      banks: [],
      depth: 'by-tier',
      fail_on: 'none',
      ai: 'ask',
      ai_model: 'default',
      ai_tokens: 200_000,
      theme: 'default',
      trace: {},
      spec_kit: {},
      tests: ['test/**', '**/*.test.*', '**/*_test.*', '**/*.feature'],
    };
    expect(sure(readConfig(disk, aTempDir().path))).toEqual(expected);
    expect(sure(config(''))).toEqual(expected);
    expect(sure(config('# nothing\n'))).toEqual(expected);
    expect(sure(config('theme: high-contrast\n'))).toEqual({ ...expected, theme: 'high-contrast' });
  });

  it('name a key that is not known, with the nearest one and its place', () => {
    const read = config('format: 1\nfail-on: high\n');
    expect(read).toMatchObject({
      ok: false,
      error: [{ code: 'config-unknown-key', hint: 'Did you mean `fail_on`?', place: { line: 2, column: 1 } }],
    });
  });

  it('refuse a value they do not know and the marks of a merge', () => {
    expect(codes(config('ai: always\n'))).toEqual(['config-wrong-value']);
    expect(codes(config('<<<<<<< mine\nai: off\n=======\n>>>>>>> yours\n'))).toEqual(['conflict-marks']);
  });
});
