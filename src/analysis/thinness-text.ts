/** What a reader can hold on to in a free text. */
export type Signal = 'number' | 'unit' | 'name' | 'condition' | 'detail';

/** The signals as people read them, for "what is missing". */
export const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  number: 'a number',
  unit: 'a unit beside the number',
  name: 'a name: who, or which one',
  condition: 'a condition: when, above what, or until when',
  detail: 'more detail',
};

type Features = { readonly words: number } & Readonly<Record<Exclude<Signal, 'detail'>, boolean>>;
type Measure = 'strictly' | 'generously';

// Wanted is what a strong example plainly counts or limits; what an answer may say instead is read more generously.
const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|twice|hundred|thousand|million)\b/i;
const COUNTS = /\d|\b(?:zero|one|once|dozen|every|each|none|never|nobody|nothing|all|no)\b/i;
const LIMITS =
  /\b(?:when|if|while|unless|until|after|before|within|above|below|at (?:most|least)|more than|less than|as soon as|without)\b/i;
const LIMITS_TOO = /\b(?:where|till|per|only|once|during|between|from|for|by|on)\b/i;
const UNIT = /\d\s*(?:%|[€$£]|\p{L})/u;
const MARKED = /[_/*`#]|[\p{L}\d][.:][\p{L}\d]|\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u;
const CAPITAL = /^["“(]?\p{Lu}/u;

function featuresOf(text: string, how: Measure): Features {
  const generous = how === 'generously';
  return {
    words: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    number: FIGURE.test(text) || (generous && COUNTS.test(text)),
    unit: UNIT.test(text),
    name: text.split('\n').some(names),
    condition: LIMITS.test(text) || (generous && LIMITS_TOO.test(text)),
  };
}

/** An identifier, an acronym, or a capital inside a sentence; word by word, so that time stays linear. */
function names(line: string): boolean {
  const words = line.split(/\s/).filter((word) => word !== '');
  return words.some((word, index) => {
    const opens = index === 0 || /[.!?:]$/.test(words[index - 1] ?? '');
    return MARKED.test(word) || (!opens && CAPITAL.test(word));
  });
}

const SIGNALS = ['number', 'name', 'condition'] as const;
/** Below this share of the strong example's words, a text that neither names nor counts says too little. */
const SHORT = 0.45;

/** The signals a strong text has and this one lacks; a text as long as the strong one, or one that names and counts, is enough. */
export function missingSignals(text: string, strong: string): readonly Signal[] {
  const said = featuresOf(text, 'generously');
  const wanted = featuresOf(strong, 'strictly');
  if (said.words === 0) return ['detail'];
  const unit = wanted.unit && /\d/.test(text) && !said.unit ? (['unit'] as const) : [];
  return said.words >= wanted.words ? unit : [...unit, ...lacking(said, wanted)];
}

function lacking(said: Features, wanted: Features): readonly Signal[] {
  const lacks = SIGNALS.filter((signal) => wanted[signal] && !said[signal]);
  if (said.number || said.name) return lacks.length > 1 ? lacks : [];
  const short = said.words < Math.max(2, Math.floor(wanted.words * SHORT));
  return short ? [...lacks, 'detail'] : lacks;
}

const HELD: Readonly<Record<Exclude<Signal, 'detail'>, string>> = {
  number: 'a number',
  unit: 'a unit',
  name: 'a name',
  condition: 'a condition',
};

/** The signals a text has, in words; a number with its unit counts as one. */
export function heldSignals(text: string): readonly string[] {
  const said = featuresOf(text, 'strictly');
  const figure = said.unit ? 'a number with its unit' : said.number ? HELD.number : undefined;
  const rest = (['name', 'condition'] as const)
    .filter((signal) => said[signal])
    .map((signal) => HELD[signal]);
  return figure === undefined ? rest : [figure, ...rest];
}
