/** Ends a stream whose reader went away (`spec-interview list | head -1`), which is no failure; any other error is a bug. */
export function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
