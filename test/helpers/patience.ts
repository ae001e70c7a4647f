/**
 * How long a test waits for what must come, in milliseconds. Long, because the machine may be doing other things;
 * nothing waits longer than it must.
 */
export const PATIENCE = 60_000;
