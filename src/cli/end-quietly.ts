import process from 'node:process';
import { EXIT } from './exit-codes.js';

/** Ends a stream that takes no more: a reader that went away (`spec-interview list | head -1`) is no failure, a full disk is said once. */
export function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || process.exitCode === EXIT.bug) return;
  if (error.code === undefined) throw error;
  process.exitCode = EXIT.bug;
  process.stderr.write(
    `The output is not written: ${error.code}. Make room where it goes, or send it elsewhere.\n`,
  );
}
