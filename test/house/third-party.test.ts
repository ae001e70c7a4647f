import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, root } from './program.js';

type Library = { readonly name: string; readonly version: string; readonly licence: string };
type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
};

/** Licences that ask for nothing but to be passed on. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];
const PATIENCE = 120_000;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What the bundler put in, as the build noted it with the text of each licence. */
function bundled(): readonly (Library & { readonly text: string })[] {
  const notices = read('dist/THIRD-PARTY-NOTICES.txt').split(`\n${'-'.repeat(72)}\n\n`);
  return notices.map((notice) => {
    const [, name = '', version = '', licence = '', text = ''] =
      /^(\S+) (\S+) \((.+)\)\n\n([^]*)$/.exec(notice) ?? [];
    return { name, version, licence, text };
  });
}

/** The table of the libraries, row by row. */
function listed(): readonly (Library & { readonly reason: string })[] {
  return read('THIRD-PARTY.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [, name = '', version = '', licence = '', reason = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { name, version, licence, reason };
    });
}

const line = ({ name, version, licence }: Library): string => `${name} ${version} ${licence}`;

function locked(): ReadonlyMap<string, Locked> {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  return new Map(
    Object.entries(packages)
      .filter(([place]) => place !== '')
      .map(([place, entry]) => [
        `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${entry.version ?? ''}`,
        entry,
      ]),
  );
}

describe('the libraries inside the bundle', () => {
  beforeAll(ensureBuilt, PATIENCE);

  it('are the ones of the table, in its versions and with its licences', () => {
    const inside = [...new Set(bundled().map(line))].toSorted();
    expect(inside.length).toBeGreaterThan(20);
    expect(listed().map(line).toSorted()).toEqual(inside);
  });

  it('are there for a reason each', () => {
    expect(listed().filter(({ reason }) => !/^\S.{9,}/.test(reason))).toEqual([]);
  });

  it('may be passed on, and travel with their licence', () => {
    expect(bundled().filter(({ licence }) => !PERMISSIVE.includes(licence))).toEqual([]);
    const bare = bundled().filter(
      ({ text }) => text.length < 500 || !/copyright|public domain/i.test(text) || /undefined/.test(text),
    );
    expect(bare.map(line)).toEqual([]);
  });

  it('are the ones that are locked, and none of them runs anything when it is installed', () => {
    const lock = locked();
    const entries = listed().map((library) => ({
      library: line(library),
      licence: library.licence,
      entry: lock.get(`${library.name} ${library.version}`),
    }));
    expect(entries.filter(({ entry, licence }) => entry?.license !== licence)).toEqual([]);
    expect(entries.filter(({ entry }) => entry?.hasInstallScript === true)).toEqual([]);
    const running = [...lock.values()].filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(running.length, 'the lock says which packages run something').toBeGreaterThan(0);
  });
});
