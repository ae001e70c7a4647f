import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real folder for one test. */
export type TempDir = {
  readonly path: string;
  readonly join: (...names: readonly string[]) => string;
  readonly write: (name: string, text: string) => string;
  readonly read: (name: string) => string;
};

/** Makes an empty folder that is removed when the test ends. */
export function aTempDir(): TempDir {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'spec-interview-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  const inside = (...names: readonly string[]): string => join(path, ...names);
  return {
    path,
    join: inside,
    write: (name, text) => {
      const file = inside(name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    read: (name) => readFileSync(inside(name), 'utf8'),
  };
}
