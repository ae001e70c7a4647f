import { pressDraft, singleKeys, type Draft, type DraftContext, type Outcome } from '../../src/form/draft.js';
import type { RowRef } from '../../src/runner/index.js';
import { parseKeyNames, type Key } from '../../src/form/keys.js';

/** What a sequence of keys led to. */
export type Played = {
  readonly draft: Draft;
  readonly outcomes: readonly Outcome[];
  readonly ignored: readonly Key[];
};

/** A context whose tables hold the given rows. */
export function aContext(over: Partial<DraftContext> = {}): DraftContext {
  return { rows: () => [], references: () => 0, width: 60, height: 12, ...over };
}

/** Rows of a table that is referred to, by their names. */
export function refs(...names: readonly string[]): readonly RowRef[] {
  return names.map((name) => ({ id: name.toLowerCase(), name }));
}

/** Presses keys by their names: `press(draft, 'down enter')`; a word that names no key is typed. */
export function press(draft: Draft, names: string, context: DraftContext = aContext()): Played {
  return play(draft, parseKeyNames(names), context);
}

/** Types a text and presses Enter. */
export function enter(draft: Draft, text: string, context: DraftContext = aContext()): Played {
  return play(
    draft,
    [
      { type: 'text', text },
      { type: 'key', name: 'enter' },
    ],
    context,
  );
}

/** Gives keys one after the other, each to the newest draft. */
export function play(draft: Draft, keys: readonly Key[], context: DraftContext = aContext()): Played {
  let played: Played = { draft, outcomes: [], ignored: [] };
  for (const key of keys) {
    for (const single of singleKeys(played.draft, key)) {
      const { draft: next, handled, outcome } = pressDraft(played.draft, single, context);
      played = {
        draft: next,
        outcomes: outcome === undefined ? played.outcomes : [...played.outcomes, outcome],
        ignored: handled ? played.ignored : [...played.ignored, single],
      };
    }
  }
  return played;
}

/** What was submitted last, or the code of what was refused last, or nothing. */
export function result({ outcomes }: Played): unknown {
  const last = outcomes.at(-1);
  if (last?.type === 'submit') return last.value;
  return last?.type === 'refused' ? { refused: last.problem.message } : undefined;
}
