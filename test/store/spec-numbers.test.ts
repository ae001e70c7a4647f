import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDisk, readConfig, specNumbers, writeSpecNumbers } from '../../src/store/index.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();
const CONFIG = '.spec-interview/config.yaml';

const aRoot = (config?: string, folders: readonly string[] = []) => {
  const dir = aTempDir();
  if (config !== undefined) dir.write(CONFIG, config);
  for (const folder of folders) mkdirSync(dir.join('specs', folder), { recursive: true });
  return dir;
};

const numberOf = (dir: ReturnType<typeof aRoot>, slug: string): string | undefined => {
  const numbers = specNumbers(disk, dir.path, [slug]);
  return numbers.ok ? numbers.value.get(slug) : numbers.error[0]?.code;
};

const write = (dir: ReturnType<typeof aRoot>, slug: string, number: string) =>
  writeSpecNumbers(disk, dir.path, new Map([[slug, number]]));

describe('the number of a spec', () => {
  it.each([
    ['starts with one', undefined, [], '001'],
    ['follows the highest folder', undefined, ['002-search', '007-export', 'payments'], '008'],
    ['follows the highest of the settings', 'spec_kit: { a: 004, b: "011" }\n', ['007-export'], '012'],
    ['is three digits or more', undefined, ['999-old'], '1000'],
    ['takes no notice of folders named by the minute', undefined, ['20260101-120000-x', '003-y'], '004'],
    ['is the one of the settings', 'spec_kit:\n  payments: 3\n', ['009-other'], '003'],
    ['may be a minute', 'spec_kit:\n  payments: 20260101-120000\n', [], '20260101-120000'],
  ])('%s', (_, config, folders, number) => {
    expect(numberOf(aRoot(config, folders), 'payments')).toBe(number);
  });

  it('differs for each of several specs', () => {
    const numbers = specNumbers(disk, aRoot('spec_kit: { b: 2 }\n').path, ['a', 'b', 'c']);

    expect(numbers.ok && [...numbers.value]).toEqual([
      ['a', '003'],
      ['b', '002'],
      ['c', '004'],
    ]);
  });

  it.each(['"../../etc"', 'x', '-1', '1.5', '"12"', '99999999'])('cannot be %s', (number) => {
    expect(numberOf(aRoot(`spec_kit: { payments: ${number} }\n`), 'payments')).toBe('config-wrong-value');
  });
});

describe('the settings with a new number', () => {
  it.each([
    ['no file', undefined, 'format: 1\nspec_kit:\n  payments: "004"\n'],
    ['an empty file', '', 'format: 1\nspec_kit:\n  payments: "004"\n'],
    ['a file of comments', '# ours', '# ours\nformat: 1\nspec_kit:\n  payments: "004"\n'],
    [
      'other settings',
      '# ours\nformat: 1 # one\n\nformats: [spec, spec-kit]   # both\nai: off\n# the end\n',
      '# ours\nformat: 1 # one\n\nformats: [spec, spec-kit]   # both\nai: off\nspec_kit:\n  payments: "004"\n# the end\n',
    ],
    [
      'other numbers',
      'spec_kit:\n  # the first\n  zoo: 003 # kept\nai: off\n',
      'spec_kit:\n  # the first\n  zoo: 003 # kept\n  payments: "004"\nai: off\n',
    ],
    ['an empty map', 'spec_kit: {} # none\nai: off\n', 'spec_kit:  # none\n  payments: "004"\nai: off\n'],
    ['no line break at the end', 'ai: off', 'ai: off\nspec_kit:\n  payments: "004"\n'],
    [
      'other line ends',
      'format: 1\r\nai: off\r\n',
      'format: 1\r\nai: off\r\nspec_kit:\r\n  payments: "004"\r\n',
    ],
    ['a byte order mark', '\uFEFFai: off\n', '\uFEFFai: off\nspec_kit:\n  payments: "004"\n'],
  ])('keep everything else as it was: %s', (_, before, after) => {
    const dir = aRoot(before);

    expect(write(dir, 'payments', '004').ok).toBe(true);
    expect(dir.read(CONFIG)).toBe(after);
    expect(numberOf(dir, 'payments')).toBe('004');
  });

  it('keep the numbers of a map in brackets', () => {
    const dir = aRoot('ai: off\nspec_kit: { zoo: 003, "2024": 005 }\nformat: 1\n');

    expect(write(dir, 'payments', '006').ok).toBe(true);
    const config = readConfig(disk, dir.path);
    expect(config.ok && config.value.spec_kit).toEqual({ zoo: '003', '2024': '005', payments: '006' });
    expect(dir.read(CONFIG).startsWith('ai: off\n')).toBe(true);
    expect(dir.read(CONFIG).endsWith('\nformat: 1\n')).toBe(true);
  });

  it('are not written when the spec has a number', () => {
    const dir = aRoot('spec_kit: { payments: 3 }\n');

    expect(write(dir, 'payments', '004').ok).toBe(true);
    expect(dir.read(CONFIG)).toBe('spec_kit: { payments: 3 }\n');
  });

  it('are not written over a file that cannot be read', () => {
    const dir = aRoot('formats: [spec\n');

    expect(write(dir, 'payments', '004').ok).toBe(false);
    expect(dir.read(CONFIG)).toBe('formats: [spec\n');
  });

  it.each(['{ ai: off }\n', '--- \nai: off\n...\n', 'x: &a 1\n', 'ai: off # a\n\n\n# b\n'])(
    'either hold the number or stay as they were: %j',
    (before) => {
      const dir = aRoot(before);
      const done = write(dir, 'payments', '004');

      if (done.ok) expect(numberOf(dir, 'payments')).toBe('004');
      else expect(dir.read(CONFIG)).toBe(before);
    },
  );
});
