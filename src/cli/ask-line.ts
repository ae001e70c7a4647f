import { createInterface } from 'node:readline/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { World } from './world.js';

/**
 * Asks for one line, on standard error. A terminal that was paused stops reading a moment later; whoever reads next
 * begins only after that, or would wait for keys that nobody reads.
 */
export async function askLine(
  { stdin, stderr }: Pick<World, 'stdin' | 'stderr'>,
  prompt: string,
): Promise<string> {
  const asking = createInterface({ input: stdin, output: stderr });
  const said = await asking.question(prompt);
  asking.close();
  await turn();
  return said;
}
