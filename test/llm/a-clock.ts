import type { Clock } from '../../src/llm/index.js';

/** A clock that a test moves: short waits are over at once, long ones when the test says so. */
export type AClock = Clock & {
  readonly waits: number[];
  readonly pending: () => number;
  /** Lets every long wait be over. */
  readonly ring: () => void;
};

/** Makes a clock; waits of less than `longer` milliseconds are over at once and written down. */
export function aClock(longer = 30_000): AClock {
  const waits: number[] = [];
  const sleeping = new Set<() => void>();
  let now = Date.UTC(2026, 10, 21, 12);
  return {
    waits,
    now: () => now,
    pending: () => sleeping.size,
    ring: () => {
      for (const wake of [...sleeping]) wake();
    },
    wait: (ms, signal) => {
      if (ms < longer) {
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      }
      return new Promise<void>((resolve) => {
        const wake = () => {
          sleeping.delete(wake);
          resolve();
        };
        sleeping.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      });
    },
  };
}
