import { err, ok, withoutEnd, type Problem, type Result } from '../kernel/index.js';

/** Who will answer a question, and until when. */
export type OwnerDue = { readonly owner?: string; readonly due?: string };

type Day = { readonly year: number; readonly month: number; readonly day: number };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const EXAMPLE = 'Write for example: @dba by 15 Dec, or @dba by 2027-01-15.';

/** Reads `@dba by 15 Dec`: owner and date, both optional; a date without a year is the next such day from `now` on. */
export function parseOwnerDue(text: string, now: number): Result<OwnerDue, Problem> {
  const line = withoutEnd(text.trim(), '.,;');
  if (line === '') return ok({});
  const [owner, date] = splitLine(line, now);
  if (date === undefined) return ok({ owner });
  const due = parseDay(date, now);
  if (due === undefined)
    return err({ code: 'date-unclear', message: `“${date}” is not a date.`, hint: EXAMPLE });
  return ok(owner === '' ? { due } : { owner, due });
}

function splitLine(line: string, now: number): readonly [owner: string, date: string | undefined] {
  const by = /\s(?:by|until|due)\s+(?=\S)/i.exec(line) ?? /^(?:by|until|due)\s+(?=\S)/i.exec(line);
  if (by !== null) return [ownerOf(line.slice(0, by.index)), line.slice(by.index + by[0].length)];
  const words = line.split(/\s+/);
  for (let from = Math.max(0, words.length - WORDS_OF_A_DAY); from < words.length; from += 1) {
    const tail = words.slice(from).join(' ');
    if (parseDay(tail, now) !== undefined) return [ownerOf(words.slice(0, from).join(' ')), tail];
  }
  return [ownerOf(line), undefined];
}

/** The most words that a day is written in: `in 2 weeks`. */
const WORDS_OF_A_DAY = 3;

const ownerOf = (text: string): string => text.trim().replace(/^@/, '').trim();

/** Reads a day as people write it (`15 Dec`, `friday`, `in 2 weeks`) and gives it as YYYY-MM-DD. */
export function parseDay(text: string, now: number): string | undefined {
  const words = text.trim().toLowerCase();
  const day = absoluteDay(words, now) ?? relativeDay(words, now);
  return day === undefined ? undefined : isoDay(day);
}

/** Gives the day `days` after `now` in the time zone of the person, as YYYY-MM-DD. */
export function dayFrom(now: number, days: number): string {
  const date = new Date(now);
  return isoDay(dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)));
}

function absoluteDay(words: string, now: number): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso !== null) return realDay({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})?$/.exec(words);
  if (dotted !== null) return datedDay({ day: dotted[1], month: Number(dotted[2]), year: dotted[3] }, now);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$/.exec(words);
  if (dayFirst !== null)
    return datedDay({ day: dayFirst[1], month: monthOf(dayFirst[2]), year: dayFirst[3] }, now);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/.exec(words);
  if (monthFirst === null) return undefined;
  return datedDay({ day: monthFirst[2], month: monthOf(monthFirst[1]), year: monthFirst[3] }, now);
}

type Written = {
  readonly day: string | undefined;
  readonly month: number;
  readonly year: string | undefined;
};

function datedDay({ day, month, year }: Written, now: number): Day | undefined {
  if (year !== undefined) return realDay({ year: Number(year), month, day: Number(day) });
  const first = new Date(now).getFullYear();
  const today = dayFrom(now, 0);
  // 29 February may be up to eight years away.
  const years = Array.from({ length: 9 }, (_, index) => first + index);
  const found = years.map((candidate) => realDay({ year: candidate, month, day: Number(day) }));
  return found.find((candidate) => candidate !== undefined && isoDay(candidate) >= today);
}

function monthOf(name = ''): number {
  const wanted = name === 'sept' ? 'sep' : name;
  return MONTHS.findIndex((month) => month.startsWith(wanted)) + 1;
}

function relativeDay(words: string, now: number): Day | undefined {
  if (words === 'today') return dayAfter(now, 0);
  if (words === 'tomorrow') return dayAfter(now, 1);
  if (words === 'next week') return dayAfter(now, 7);
  const count = /^in\s+(\d{1,3}|an?|one)\s+(day|week|month)s?$/.exec(words);
  if (count !== null) return dayIn(count[1] ?? '1', count[2] ?? 'day', now);
  return weekday(words.replace(/^(?:next|on)\s+/, ''), now);
}

function dayIn(count: string, unit: string, now: number): Day | undefined {
  const number = /^\d+$/.test(count) ? Number(count) : 1;
  if (unit !== 'month') return dayAfter(now, unit === 'week' ? number * 7 : number);
  const today = new Date(now);
  const last = new Date(today.getFullYear(), today.getMonth() + number + 1, 0).getDate();
  return dayOf(new Date(today.getFullYear(), today.getMonth() + number, Math.min(today.getDate(), last)));
}

function weekday(word: string, now: number): Day | undefined {
  const index = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  if (index === -1) return undefined;
  const ahead = (index - new Date(now).getDay() + WEEKDAYS.length) % WEEKDAYS.length;
  return dayAfter(now, ahead === 0 ? WEEKDAYS.length : ahead);
}

const dayAfter = (now: number, days: number): Day => {
  const date = new Date(now);
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days));
};

const dayOf = (date: Date): Day => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
});

function realDay(day: Day): Day | undefined {
  const date = new Date(day.year, day.month - 1, day.day);
  const same =
    date.getFullYear() === day.year && date.getMonth() === day.month - 1 && date.getDate() === day.day;
  return same ? day : undefined;
}

const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
