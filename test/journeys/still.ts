import { setTimeout as passing } from 'node:timers/promises';
import type { Pty } from '../helpers/pty.js';

const BLINK = 40;

/** The screen once nothing moves on it: a person does not read half a frame either. */
export async function still(pty: Pty): Promise<string> {
  let before = -1;
  while (before !== pty.bytes()) {
    before = pty.bytes();
    await passing(BLINK);
  }
  return pty.text();
}
