import type { AnswerView, JoinedBank, Value } from '../bank/index.js';
import type { Thin } from './finding.js';
import { isThin, textsOf, thinnessOf, type Thinness } from './thinness.js';
import { vagueWords, wordsIn } from './vague-words.js';

/** What rules and reports may ask of the wording of answers; every answer is judged once for as long as its value stands. */
export type AnswerSignals = {
  readonly thinness: (id: string, value: Value) => Thinness;
  readonly mentions: (id: string, value: Value, lexicon: string) => boolean;
};

/** The name of the lexicon that holds words of no definite meaning. */
const VAGUE = 'vague';
const NO_WORDS: readonly string[] = [];

/** The vague words of a bank. */
export function vagueLexicon(bank: JoinedBank): readonly string[] {
  return bank.lexicons[VAGUE] ?? NO_WORDS;
}

/** Makes the signals of a bank's answers. */
export function createSignals(bank: JoinedBank): AnswerSignals {
  const thin = remembering((id, value) => {
    const question = bank.question(id);
    return question === undefined
      ? { missing: [], vague: [] }
      : thinnessOf(question, value, vagueLexicon(bank));
  });
  const texts = remembering((id, value) => {
    const question = bank.question(id);
    return question === undefined ? '' : textsOf(question, value).join('\n');
  });
  const mentions = (id: string, value: Value, lexicon: string): boolean => {
    const words = bank.lexicons[lexicon] ?? NO_WORDS;
    const find = lexicon === VAGUE ? vagueWords : wordsIn;
    return find(texts(id, value), words).length > 0;
  };
  return { thinness: thin, mentions };
}

function remembering<T>(judge: (id: string, value: Value) => T): (id: string, value: Value) => T {
  const known = new Map<string, { readonly value: Value; readonly judged: T }>();
  return (id, value) => {
    const before = known.get(id);
    if (before !== undefined && before.value === value) return before.judged;
    const judged = judge(id, value);
    known.set(id, { value, judged });
    return judged;
  };
}

/** Adds thinness and lexicons to a view, so that conditions can read them. */
export function withSignals(view: AnswerView, signals: AnswerSignals): AnswerView {
  return {
    ...view,
    thin: (id) => {
      const value = view.value(id);
      return value !== undefined && isThin(signals.thinness(id, value));
    },
    mentions: (id, lexicon) => {
      const value = view.value(id);
      return value !== undefined && signals.mentions(id, value, lexicon);
    },
  };
}

/** Says whether an answer a person gave is too thin to build on; a bank's default is nobody's answer. */
export function thinAnswer(id: string, view: AnswerView, signals: AnswerSignals): Thin | undefined {
  const value = view.value(id);
  if (value === undefined || !view.asked(id) || view.status(id) === 'default') return undefined;
  const thinness = signals.thinness(id, value);
  return isThin(thinness) ? { id, ...thinness } : undefined;
}
