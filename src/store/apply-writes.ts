import { dirname } from 'node:path';
import { allOk, err, isPortableName, joined, ok, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { commit, discard, stage, type Staged } from './file.js';
import { insidePath } from './inside.js';

/** One file to write: its path from the root, with `/` between, and its whole text. */
export type Write = { readonly path: string; readonly text: string };

type Target = Write & { readonly full: string };

/** Writes files below a root. All paths are checked and all texts lie on the disk before the first file changes; every file is the old one or the new one, whole. */
export function applyWrites(disk: Disk, root: string, writes: readonly Write[]): Result<void> {
  const targets = allOk(writes.map((write) => checked(disk, root, write)));
  if (!targets.ok) return targets;
  const same = sameElsewhere(writes);
  if (same.length > 0) return err(same);
  const ready = stageAll(disk, targets.value);
  return ready.ok ? commitAll(disk, targets.value, ready.value) : ready;
}

function checked(disk: Disk, root: string, write: Write): Result<Target> {
  const full = insidePath(disk, root, write.path);
  if (!full.ok) return full;
  const odd = write.path.split(/[/\\]/).find((name) => name !== '' && name !== '.' && !isPortableName(name));
  return odd === undefined ? ok({ ...write, full: full.value }) : err([notPortable(write.path, odd)]);
}

/** Paths that are two files here and one where letters have no case, or where accents are spelled otherwise. */
function sameElsewhere(writes: readonly Write[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return writes.flatMap(({ path }) => {
    const key = path.normalize('NFC').toLowerCase();
    const before = seen.get(key) ?? path;
    seen.set(key, before);
    return before === path ? [] : [oneFile(before, path)];
  });
}

function notPortable(path: string, name: string): Problem {
  return {
    code: 'path-not-portable',
    message: `The path ${JSON.stringify(path)} holds the name ${JSON.stringify(name)}, which is no file on every system.`,
    hint: 'Choose a name of letters, digits, hyphens and points that is no device such as con, nul or com1.',
  };
}

function oneFile(one: string, other: string): Problem {
  return {
    code: 'paths-collide',
    message: `${JSON.stringify(one)} and ${JSON.stringify(other)} are one file on some systems.`,
    hint: 'Give one of the two outputs another path.',
  };
}

function stageAll(disk: Disk, targets: readonly Target[]): Result<readonly Staged[]> {
  const ready: Staged[] = [];
  for (const { path, full, text } of targets) {
    const staged = attempt({ failed: 'Nothing is written', path }, () => {
      disk.makeFolder(dirname(full));
      return stage(disk, { path: full, text });
    });
    if (!staged.ok) {
      discard(disk, ready);
      return staged;
    }
    ready.push(staged.value);
  }
  return ok(ready);
}

function commitAll(disk: Disk, targets: readonly Target[], ready: readonly Staged[]): Result<void> {
  for (const [index, staged] of ready.entries()) {
    const path = targets[index]?.path ?? staged.path;
    const done = attempt({ failed: `${path} is not written`, path }, () => commit(disk, staged));
    if (!done.ok) {
      discard(disk, ready.slice(index));
      return err(
        done.error.map((problem) => ({ ...problem, message: problem.message + halfway(targets, index) })),
      );
    }
  }
  return ok(undefined);
}

function halfway(targets: readonly Target[], index: number): string {
  const written = targets.slice(0, index).map(({ path }) => path);
  const left = targets.slice(index + 1).map(({ path }) => path);
  const before = written.length === 0 ? '' : ` Written before: ${joined(written)}.`;
  return left.length === 0 ? before : `${before} Not written either: ${joined(left)}.`;
}
