import type { AnswerView } from '../bank/index.js';

/** A view that notes which answers and facts are read through it, in order. */
export type Watch = { readonly view: AnswerView; readonly take: () => readonly string[] };

/** Watches a view, so that a finding quotes what decided it and nothing else. */
export function watched(view: AnswerView): Watch {
  let read = new Set<string>();
  const noting =
    <T>(look: (id: string) => T) =>
    (id: string): T => {
      read.add(id);
      return look(id);
    };
  return {
    view: {
      value: noting(view.value),
      status: noting(view.status),
      asked: noting(view.asked),
      thin: noting(view.thin),
      fact: noting(view.fact),
      source: view.source,
      mentions: (id, lexicon) => noting((asked) => view.mentions(asked, lexicon))(id),
    },
    take: () => {
      const taken = [...read];
      read = new Set();
      return taken;
    },
  };
}
