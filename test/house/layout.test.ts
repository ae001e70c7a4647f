import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers } from './layers.js';
import { root } from './program.js';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const listed = (folder: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', folder], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));

const sources = listed('src');
const vague = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'misc',
  'lib',
  'manager',
  'service',
  'services',
];

describe('the layout', () => {
  it('has five folders at the top and nothing else but files', () => {
    const top = [...new Set(listed('.').flatMap((file) => (file.includes('/') ? [file.split('/')[0]] : [])))];
    const visible = top.filter((folder) => folder?.startsWith('.') === false).sort();

    expect(['bin', 'question-banks', 'src', 'templates', 'test']).toEqual(expect.arrayContaining(visible));
    expect(readdirSync(root)).toContain('src');
  });

  it('keeps every source file in a layer of the list', () => {
    const folders = new Set(sources.map((file) => file.split('/')[1] ?? ''));

    expect(sources.length).toBeGreaterThan(0);
    expect([...folders].filter((folder) => !layers.includes(folder))).toEqual([]);
  });

  it('names every source file in kebab-case', () => {
    const odd = sources.filter((file) => !/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+\.(ts|tsx)$/.test(file));

    expect(odd).toEqual([]);
  });

  it('has no folder or file whose name could hold anything', () => {
    const odd = sources.filter((file) =>
      file
        .replace(/\.tsx?$/, '')
        .split('/')
        .some((part) => vague.includes(part)),
    );

    expect(odd).toEqual([]);
  });

  it.each(layers.filter((layer) => existsSync(path.join(root, 'src', layer, 'index.ts'))))(
    'opens the index of %s with what it knows and must never know',
    (layer) => {
      const [first = ''] = read(`src/${layer}/index.ts`).split('\n');

      expect(first).toMatch(new RegExp(`^(//|/\\*\\*?) ?${layer}\\b.{20,}`, 'i'));
      expect(read(`src/${layer}/index.ts`).slice(0, 600)).toMatch(/\b(never|nothing)\b/i);
    },
  );

  it('keeps the kernel small', () => {
    expect(
      sources.filter((file) => file.startsWith('src/kernel/') && !file.endsWith('/index.ts')).length,
    ).toBeLessThanOrEqual(8);
  });

  it('listens to the keyboard in one place', () => {
    const listening = sources.filter((file) => /\buseInput\(/.test(read(file)));

    expect(listening.length).toBeLessThanOrEqual(1);
  });
});

describe('the package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;

  it('brings its libraries inside the bundle, so that installing it installs nothing else', () => {
    expect(dependencies).toBeUndefined();
  });

  it('pins every tool to one version', () => {
    const loose = Object.entries(devDependencies ?? {}).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );

    expect(Object.keys(devDependencies ?? {}).length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });
});
