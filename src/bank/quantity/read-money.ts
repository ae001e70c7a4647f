import { ratio } from './decimal.js';
import { currencyCodes } from './currencies.js';
import { isNoun } from './noun.js';
import { slashed, timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

type Period = { readonly suffix: string; readonly asks?: string; readonly weekly?: boolean };

function periodOf(word: string | undefined, kind: QuantityKind): Period | undefined {
  if (word === undefined) return { suffix: '' };
  if (word === 'm')
    return {
      suffix: '/month',
      asks: 'Does m stand for month? A price is kept per hour, day, month or year.',
    };
  const time = timeWord(word);
  if (time === 'h' || time === 'month' || time === 'year') return { suffix: `/${time}` };
  if (time === 'd') return { suffix: '/day' };
  if (time === 'w')
    return {
      suffix: '/day',
      weekly: true,
      asks: 'A price is kept per hour, day, month or year; a week is spread over its days.',
    };
  if (kind.noun !== undefined && isNoun(word, kind.noun)) return { suffix: '' };
  return /^\p{L}[\p{L}\d ,-]*$/u.test(word) && time === undefined
    ? { suffix: '', asks: 'Only the amount is kept; the question says what it pays for. Keep it?' }
    : undefined;
}

const centMakers = ['USD', 'EUR', 'CAD', 'AUD'];

function moneyWord(word: string): { codes: readonly string[]; cents: boolean } {
  const cents = /^(?:cents?|ct|cts|¢)$/.test(word);
  const suffix = /^(?:(eur|euro|us|usd) ?)(?:cents?|ct)$/.exec(word);
  if (suffix !== null) return { codes: [/^e/.test(suffix[1] ?? '') ? 'EUR' : 'USD'], cents: true };
  if (/^(?:pence|penny)$/.test(word)) return { codes: ['GBP'], cents: true };
  return { codes: cents ? centMakers : currencyCodes(word), cents };
}

/** Reads `EUR/month`, `€ per month`, `USD`; a sign of several currencies is asked about. */
export function readMoney(text: string, kind: QuantityKind): UnitReading {
  const spelled = slashed(
    text
      .toLowerCase()
      .replace(/\bp\.? ?a\b\.?/, '/year')
      .replace(/\bp\.? ?m\b\.?/, '/month'),
  );
  const [word = '', window, ...more] = spelled.split('/');
  const { codes, cents } = moneyWord(word.trim());
  const period = periodOf(window?.trim(), kind);
  if (codes.length === 0 || more.length > 0 || period === undefined) return { type: 'unknown' };
  const scale = ratio(1, (cents ? 100 : 1) * (period.weekly === true ? 7 : 1));
  const meanings = codes.map((code): Meaning => ({
    unit: unitOf(`${code}${period.suffix}`, 'money'),
    scale,
  }));
  const [only] = meanings;
  if (only !== undefined && meanings.length === 1 && period.asks === undefined)
    return { type: 'means', meaning: only };
  const which = `Several currencies are written ${word.trim()}. Which one?`;
  return {
    type: 'asks',
    message: meanings.length > 1 ? which : (period.asks ?? which),
    meanings,
    unitsDecide: true,
  };
}

/** `€1900 per month` and `EUR 1900/month` with the currency behind the number. */
export function currencyBehind(text: string): string {
  const match = /^([+-]?)([^\d\s.,+-]{1,6}) ?([+-]?\.?\d[\d.,_']*(?: \d{3}(?!\d))*(?:e\d+)?)/iu.exec(text);
  if (match === null || currencyCodes(match[2] ?? '').length === 0) return text;
  const rest = text.slice(match[0].length);
  const suffix = /^ ?(k|m|bn|mn|million|thousand)\b/i.exec(rest);
  return `${match[1] ?? ''}${match[3] ?? ''}${suffix?.[0] ?? ''} ${match[2] ?? ''}${rest.slice(suffix?.[0].length ?? 0)}`;
}
