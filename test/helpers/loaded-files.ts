import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../house/program.js';

type Range = { readonly startOffset: number; readonly endOffset: number; readonly count: number };
type Script = { readonly url: string; readonly functions: readonly { readonly ranges: readonly Range[] }[] };

// What V8 had compiled before goes by its bare name, and its text stands inside a function.
const BARE = /^[a-z]+\.cjs$/;
const WRAPPER = '(function (exports, require, module, __filename, __dirname) {'.length;

const scriptsIn = (coverage: string): readonly Script[] =>
  readdirSync(coverage).flatMap(
    (name) =>
      (JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as { result: readonly Script[] }).result,
  );

function fileOf(url: string): string | undefined {
  if (url.startsWith('file:')) return fileURLToPath(url);
  return BARE.test(url) ? path.join(root, 'dist', url) : undefined;
}

/** The files of ours that Node loaded, by the coverage it wrote. */
export function loadedFiles(coverage: string): readonly string[] {
  return [...new Set(scriptsIn(coverage).flatMap(({ url }) => fileOf(url) ?? []))];
}

/** How often the module ran whose text holds these words, at its own level and nowhere else. */
export function runsOf(coverage: string, words: string): number {
  const counts = scriptsIn(coverage).flatMap(({ url, functions }) => {
    const file = fileOf(url);
    const at = file === undefined ? -1 : readFileSync(file, 'utf8').indexOf(words);
    if (at < 0) return [];
    const offset = at + (BARE.test(url) ? WRAPPER : 0);
    const around = functions
      .flatMap(({ ranges }) => ranges.slice(0, 1))
      .filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset);
    const inmost = around.toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0];
    return inmost === undefined ? [] : [inmost.count];
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
