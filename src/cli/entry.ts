import process from 'node:process';
import { endQuietly } from './end-quietly.js';
import { main } from './main.js';
import { createWorld } from './world.js';

export { main };

/** Runs the product once and leaves its exit code with the process. */
export async function run(): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  const code = await main(createWorld());
  // Output that was lost has set a code of its own.
  process.exitCode ??= code;
}
