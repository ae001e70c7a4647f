import { basename, join } from 'node:path';
import { byCodeUnit, safeText } from '../kernel/index.js';
import {
  createDisk,
  plainSpecs,
  projectRoot,
  readShipped,
  readStanding,
  type StandingLine,
} from '../store/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { linesOn, specLines } from './spec-lines.js';

/** Where and when a check is asked for, and which specs are named. */
export type UnchangedCheck = {
  readonly cwd: string;
  readonly packageDir: string;
  readonly words: readonly string[];
  readonly date: string;
};

/**
 * Answers `check` from the manifests, loading neither banks nor templates; nothing when anything is not as they know it,
 * or when more was asked for than the names of specs.
 */
export function checkUnchanged({
  cwd,
  packageDir,
  words,
  date,
}: UnchangedCheck): { readonly code: ExitCode; readonly text: string } | undefined {
  const disk = createDisk();
  const root = projectRoot(disk, cwd);
  const shipped = readShipped(disk, packageDir);
  const all = plainSpecs(disk, root);
  const dirs = all === undefined ? undefined : asked(root, words, all);
  if (shipped === undefined || dirs === undefined) return undefined;
  const said = dirs.map((dir) => readStanding(disk, { root, dir, shipped }));
  if (said.some((standing) => standing === undefined)) return undefined;
  const specs = dirs.map((dir, index) => ({
    spec: basename(dir),
    lines: linesOn(date, said[index]?.says ?? []),
  }));
  const failed = specs.some(({ lines }) => lines.some(({ fails }) => fails));
  return { code: failed ? EXIT.findings : EXIT.fine, text: specs.map(printed).join('') };
}

function asked(
  root: string,
  words: readonly string[],
  all: readonly string[],
): readonly string[] | undefined {
  if (all.length === 0) return undefined;
  if (words.length === 1 && words[0] === '--all') return [...all].sort(byCodeUnit);
  if (words.length === 0) return all.length === 1 ? all : undefined;
  const dirs = words.map((word) => join(root, 'specs', word));
  return dirs.every((dir) => all.includes(dir)) ? dirs : undefined;
}

function printed({
  spec,
  lines,
}: {
  readonly spec: string;
  readonly lines: readonly StandingLine[];
}): string {
  const texts = specLines(
    spec,
    true,
    lines.map(({ text }) => text),
  );
  return texts.map((line) => `${safeText(line)}\n`).join('');
}
