import type { Intent } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Choice, Foreign, Settled, Settler, Unsaved } from './scene.js';

/** What waits because somebody else changed a file, until it is settled. */
export type Settling = {
  /** Gives the problem of a change that was not saved, and remembers the change when it can be settled. */
  readonly refused: (problems: readonly Problem[], unsaved: Unsaved, intent: Intent) => Problem;
  readonly settle: (choice: Choice) => Result<Settled, Problem>;
};

const NOT_SAVED: Problem = { code: 'not-saved', message: 'The answer could not be saved.' };

/** Makes what remembers the one change that could not be saved; without a settler nothing waits. */
export function createSettling(
  settler: Settler | undefined,
  onForeign: (foreign: Foreign) => void,
): Settling {
  let waiting: { readonly unsaved: Unsaved; readonly at: string | undefined } | undefined;
  const seen = (problem: Problem) => {
    if (problem.code !== 'changed-on-disk' || settler === undefined || waiting === undefined) return;
    onForeign({ ...settler.look(waiting.unsaved), at: waiting.at });
  };
  return {
    refused: ([problem = NOT_SAVED], unsaved, intent) => {
      waiting = { unsaved, at: 'at' in intent ? intent.at : undefined };
      seen(problem);
      return problem;
    },
    settle: (choice) => {
      if (settler === undefined || waiting === undefined) return err(NOT_SAVED);
      const settled = settler.settle(waiting.unsaved, choice);
      if (!settled.ok) {
        const [problem = NOT_SAVED] = settled.error;
        seen(problem);
        return err(problem);
      }
      waiting = undefined;
      return ok(settled.value);
    },
  };
}
