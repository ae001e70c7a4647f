import { ratio } from './decimal.js';
import { currencyCodes } from './currencies.js';
import { isNoun } from './noun.js';
import { slashed, timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

type Period = { readonly suffix: string; readonly asks?: string; readonly weekly?: boolean };

const kept = 'A price is kept per hour, day, month or year';

const periods: Readonly<Partial<Record<string, Period>>> = {
  h: { suffix: '/h' },
  d: { suffix: '/day' },
  w: { suffix: '/day', weekly: true, asks: `${kept}; a week is spread over its days.` },
  month: { suffix: '/month' },
  year: { suffix: '/year' },
};

function periodOf(word: string | undefined, kind: QuantityKind): Period | undefined {
  if (word === undefined || (kind.noun !== undefined && isNoun(word, kind.noun))) return { suffix: '' };
  if (word === 'm') return { suffix: '/month', asks: `Does m stand for month? ${kept}.` };
  const time = timeWord(word);
  if (time !== undefined) return periods[time];
  if (!/^\p{L}[\p{L}\d ,-]*$/u.test(word)) return undefined;
  return { suffix: '', asks: 'Only the amount is kept; the question says what it pays for. Keep it?' };
}

const centMakers = ['USD', 'EUR', 'CAD', 'AUD'];

function moneyWord(word: string): { codes: readonly string[]; cents: boolean } {
  const cents = /^(?:cents?|ct|cts|¢)$/.test(word);
  const named = /^(?:(eur|euro|us|usd) ?)(?:cents?|ct)$/.exec(word)?.[1];
  if (named !== undefined) return { codes: [named.startsWith('e') ? 'EUR' : 'USD'], cents: true };
  if (/^(?:pence|penny)$/.test(word)) return { codes: ['GBP'], cents: true };
  return { codes: cents ? centMakers : currencyCodes(word), cents };
}

function inCurrencies(word: string, period: Period): UnitReading {
  const { codes, cents } = moneyWord(word);
  const scale = ratio(1, (cents ? 100 : 1) * (period.weekly === true ? 7 : 1));
  const meanings = codes.map((code): Meaning => ({
    unit: unitOf(`${code}${period.suffix}`, 'money'),
    scale,
  }));
  const [first, second] = meanings;
  if (first === undefined) return { type: 'unknown' };
  const which = second === undefined ? period.asks : `Several currencies are written ${word}. Which one?`;
  if (which === undefined) return { type: 'means', meaning: first };
  return { type: 'asks', message: which, meanings, unitsDecide: true };
}

/** Reads `EUR/month`, `€ per month`, `USD`; a sign of several currencies is asked about. */
export function readMoney(text: string, kind: QuantityKind): UnitReading {
  const dotted = text.toLowerCase().replace(/\bp\.? ?a\b\.?/, '/year');
  const spelled = slashed(dotted.replace(/\bp\.? ?m\b\.?/, '/month'));
  const [word = '', window, ...more] = spelled.split('/');
  const period = periodOf(window?.trim(), kind);
  if (more.length > 0 || period === undefined) return { type: 'unknown' };
  return inCurrencies(word.trim(), period);
}

const currencyFirst = /^([+-]?)([^\d\s.,+-]{1,6}) ?([+-]?\.?\d[\d.,_']*(?: \d{3}(?!\d))*(?:e\d+)?)(.*)/isu;

/** `€1900 per month` and `EUR 1900/month` with the currency behind the number. */
export function currencyBehind(text: string): string {
  const [, sign = '', currency = '', number = '', rest = ''] = currencyFirst.exec(text) ?? [];
  if (currencyCodes(currency).length === 0) return text;
  const multiple = /^ ?(?:k|m|bn|mn|million|thousand)\b/i.exec(rest)?.[0] ?? '';
  return `${sign}${number}${multiple} ${currency}${rest.slice(multiple.length)}`;
}
