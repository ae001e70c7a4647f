/** What a draft was before, newest last, and what was taken back. */
export type History<S> = { readonly past: readonly S[]; readonly future: readonly S[] };

const limit = 100;

/** Starts without a past. */
export const noHistory: History<never> = { past: [], future: [] };

/** Remembers a state before it changes. */
export function remembered<S>({ past }: History<S>, state: S): History<S> {
  return { past: [...past.slice(1 - limit), state], future: [] };
}

/** Goes one state back; nothing when there is none. */
export function stepBack<S>(history: History<S>, now: S): { state: S; history: History<S> } | undefined {
  const state = history.past.at(-1);
  if (state === undefined) return undefined;
  return { state, history: { past: history.past.slice(0, -1), future: [...history.future, now] } };
}

/** Goes one state forward again; nothing when there is none. */
export function stepForward<S>(history: History<S>, now: S): { state: S; history: History<S> } | undefined {
  const state = history.future.at(-1);
  if (state === undefined) return undefined;
  return { state, history: { past: [...history.past, now], future: history.future.slice(0, -1) } };
}
