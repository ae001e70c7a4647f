import type { Clock } from '../llm/index.js';
import type { World } from './world.js';

/** The clock of this machine for calls that wait; a wait that is aborted leaves no timer and no listener behind. */
export function modelClock({ now }: Pick<World, 'now'>): Clock {
  return {
    now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const over = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', over);
          resolve();
        };
        const timer = setTimeout(over, ms);
        if (signal.aborted) over();
        else signal.addEventListener('abort', over, { once: true });
      }),
  };
}
