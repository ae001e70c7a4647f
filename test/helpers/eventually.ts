import { vi } from 'vitest';
import { PATIENCE } from './patience.js';

/**
 * Waits until a check no longer throws, and gives what it gives; at the end of all patience it fails as the check does. It
 * is made again every so many milliseconds.
 */
export async function eventually<T>(check: () => T | Promise<T>, every = 50): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: every });
}
