import process from 'node:process';
import { checkUnchanged } from './check-unchanged.js';
import { endQuietly } from './end-quietly.js';
import { today } from './today.js';

/** Answers `check` when nothing changed since the last rendering; says whether it did. */
export function answerUnchanged(packageDir: string, words: readonly string[]): boolean {
  const date = today({ now: () => Date.now() });
  const answer = checkUnchanged({ cwd: process.cwd(), packageDir, words, date });
  if (answer === undefined) return false;
  process.stdout.on('error', endQuietly);
  process.stdout.write(answer.text);
  process.exitCode = answer.code;
  return true;
}
