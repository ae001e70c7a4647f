/** A unit with every way of saying "per" turned into a slash: `msgs per second`, `a minute`, `hourly`. */
export function slashed(text: string): string {
  return text
    .replace(/ ?\b(hourly|daily|nightly|weekly|monthly|yearly|annually)\b/gi, (_, word: string) => {
      return `/${adverbs[word.toLowerCase()] ?? ''}`;
    })
    .replace(/ ?(?:\bper cent\b|\bpercent(?:age)?\b|\bpct\b)/gi, '%')
    .replace(/ ?(?:\/|\b(?:per|each|every)\b|\b(?:in )?an?(?= )) ?/gi, '/')
    .replace(/\/{2,}/g, '/')
    .trim();
}

const adverbs: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
};

export type TimeWord = 'ns' | 'us' | 'ms' | 's' | 'min' | 'h' | 'd' | 'w' | 'month' | 'year';

const times: Readonly<Record<TimeWord, string>> = {
  ns: 'ns nanosecond nanoseconds nanos',
  us: 'us μs usec usecs microsecond microseconds micros',
  ms: 'ms msec msecs millisecond milliseconds millis',
  s: 's sec secs second seconds',
  min: 'min mins minute minutes',
  h: 'h hr hrs hour hours',
  d: 'd day days',
  w: 'w wk wks week weeks',
  month: 'mo mos mth mths mnth month months',
  year: 'y yr yrs year years annum',
};

const timeWords: ReadonlyMap<string, TimeWord> = new Map(
  Object.entries(times).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [word, unit as TimeWord] as const),
  ),
);

/** The unit of time a word stands for, whatever its case; a lone m is none, because it is two. */
export function timeWord(word: string): TimeWord | undefined {
  return timeWords.get(word.toLowerCase().replace(/\(s\)$|\.$/, ''));
}

/** Seconds in a unit of time; a month is 30 days and a year 365. */
export const seconds: Readonly<Record<'s' | 'min' | 'h' | 'd' | 'w' | 'month' | 'year', number>> = {
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

/** The text in quotation marks, cut to what fits in a sentence. */
export const quoted = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : text}”`;
