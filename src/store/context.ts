import type { Result } from '../kernel/index.js';
import { readAnswers, type AnswersFile } from './answers-file.js';
import type { Disk } from './disk.js';

/** Reads the answers shared by all specs (`raw.answers`); nothing when there is no such file. */
export function readContext(disk: Disk, path: string): Result<AnswersFile | undefined> {
  return readAnswers(disk, path);
}
