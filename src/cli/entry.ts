import process from 'node:process';
import { main } from './main.js';
import { createWorld } from './world.js';

/** Runs the product once and leaves its exit code with the process. */
export async function run(): Promise<void> {
  process.exitCode = await main(createWorld());
}
