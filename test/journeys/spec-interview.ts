import { mkdirSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { ensureBuilt, program } from '../house/program.js';
import { startPty, type Pty, type PtyOptions } from '../helpers/pty.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { eventually } from '../helpers/eventually.js';

/** The size of a terminal that nobody has made larger. */
export const SIZE = { columns: 80, rows: 24 } as const;

/** Makes sure that what is played is what the sources say. */
export const built = ensureBuilt;

/** A project of its own: no repository above it, so specs land here and nowhere else. */
export function aProject(): TempDir {
  const dir = aTempDir();
  mkdirSync(dir.join('.spec-interview'));
  return dir;
}

/** Waits until an answer is on disk. */
export async function recorded(dir: TempDir, slug: string, id: string): Promise<void> {
  await eventually(() => {
    expect(dir.read(`specs/${slug}/answers.yaml`)).toContain(`\n  ${id}:`);
  });
}

/** Starts the built program in a terminal of its own. */
export function startProgram(dir: TempDir, args: readonly string[], options: Partial<PtyOptions> = {}): Pty {
  return ended(startPty([process.execPath, program, ...args], { ...SIZE, cwd: dir.path, ...options }));
}

/**
 * Starts the program from a shell, which says afterwards with which code it ended and whether the terminal is set as
 * before; what the program says on standard error goes to `errors.txt`.
 */
export function startInShell(dir: TempDir, args: readonly string[], options: Partial<PtyOptions> = {}): Pty {
  const script = [
    'for line in 1 2 3; do echo "before $line"; done',
    'set_before=$(stty -g)',
    '"$@" 2>errors.txt',
    'code=$?',
    '[ "$(stty -g)" = "$set_before" ] && echo "terminal as before"',
    'echo "ended with $code"',
    // A terminal whose last program has gone may lose what was printed last.
    'exec cat >/dev/null',
  ].join('\n');
  const command = ['sh', '-c', script, 'sh', process.execPath, program, ...args] as const;
  return ended(startPty(command, { ...SIZE, cwd: dir.path, ...options }));
}

/** Lets nothing of a terminal outlive its test, so that nothing writes into a folder that is being removed. */
export function ended(pty: Pty): Pty {
  onTestFinished(async () => pty.ends());
  return pty;
}
