import { err, nearest, ok, type Problem, type Result } from '../kernel/index.js';
import type { MergePlan } from '../merge/index.js';

/** Passes a plan on when every block that was asked back comes back in it; a key that names nothing deleted is a problem. */
export function allRestored(plan: MergePlan, wanted: readonly string[]): Result<MergePlan> {
  const nowhere = wanted.filter((key) => !isRestored(plan, key));
  return nowhere.length === 0 ? ok(plan) : err(nowhere.map((key) => nothingToRestore(plan, key)));
}

// A block that comes back is new to the document, as one is that the answers add: the latter may be asked for as well.
function isRestored({ files }: MergePlan, wanted: string): boolean {
  return files.some(({ path, blocks }) =>
    blocks.some(({ key, state }) => state === 'new' && (key === wanted || `${path}#${key}` === wanted)),
  );
}

function nothingToRestore({ withheld }: MergePlan, key: string): Problem {
  const known = withheld.map((block) => block.key);
  const near = nearest(key, known, 1)[0];
  return {
    code: 'nothing-to-restore',
    message: `No block ${JSON.stringify(key)} was deleted, so nothing is brought back.`,
    hint:
      near === undefined
        ? 'List what is withheld with: spec-interview regenerate --dry-run'
        : `Did you mean ${near}?`,
  };
}
