import process from 'node:process';
import { main } from './main.js';
import { createWorld } from './world.js';

/** Runs the product once and leaves its exit code with the process. */
export async function run(): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  process.exitCode = await main(createWorld());
}

/** A reader that went away (`spec-interview list | head -1`) is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
