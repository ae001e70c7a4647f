import { withoutEnd } from '../../kernel/index.js';
import { decimalOf } from './decimal.js';
import type { Decimal } from './decimal.js';

/** How the digits of a number may be read. `doubt` says which mark is a thousands mark to some and a point to others. */
export type Digits =
  | {
      readonly type: 'number';
      readonly value: Decimal;
      readonly other?: Decimal;
      readonly doubt?: 'comma' | 'point';
      readonly rest: string;
    }
  | { readonly type: 'none' }
  | { readonly type: 'unreadable'; readonly digits: string }
  | { readonly type: 'out-of-reach'; readonly digits: string };

const wholeDigits = 18;
const fractionDigits = 12;

type Marks = { readonly plain: string; readonly other?: string; readonly doubt?: 'comma' | 'point' };

/** What each way of marking thousands and fractions comes to. */
const forms: readonly (readonly [RegExp, (digits: string) => Marks])[] = [
  [/^\d+(?:\.\d+)?$|^\.\d+$/, (digits) => pointed(digits)],
  [/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/, (digits) => ({ plain: digits.replaceAll(' ', '').replace(',', '.') })],
  [/^\d{1,3}(?:'\d{3})+(?:[.,]\d+)?$/, (digits) => ({ plain: digits.replaceAll("'", '').replace(',', '.') })],
  [/^0,\d+$|^\d+,(?:\d{1,2}|\d{4,})$|^\d{4,},\d{3}$/, (digits) => ({ plain: digits.replace(',', '.') })],
  [
    /^[1-9]\d{0,2},\d{3}$/,
    (digits) => ({ plain: digits.replace(',', ''), other: digits.replace(',', '.'), doubt: 'comma' }),
  ],
  [/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, (digits) => ({ plain: digits.replaceAll(',', '') })],
  [/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/, (digits) => ({ plain: digits.replaceAll(',', '') })],
  [
    /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:\.\d{3})+,\d+$/,
    (digits) => ({ plain: digits.replaceAll('.', '').replace(',', '.') }),
  ],
];

function pointed(digits: string): Marks {
  const thousands = /^[1-9]\d{0,2}\.\d\d0$/.test(digits);
  return thousands ? { plain: digits, other: digits.replace('.', ''), doubt: 'point' } : { plain: digits };
}

function withinReach(text: string, exponent: number): boolean {
  const [whole = '', fraction = ''] = text.split('.');
  const significant = whole.replace(/^0+/, '').length;
  if (/^0*$/.test(whole + fraction)) return true;
  const lead = /^0*/.exec(fraction)?.[0].length ?? 0;
  const size = significant > 0 ? significant : -lead;
  return (
    Math.abs(exponent) <= 30 &&
    size + exponent <= wholeDigits &&
    withoutEnd(fraction, '0').length - exponent <= fractionDigits
  );
}

function split(text: string): { sign: string; digits: string; exponent: string; rest: string } | undefined {
  const spaced = /^([+-]?) ?(\d{1,3}(?: \d{3})+(?![\d])(?:[.,]\d+)?)/.exec(text);
  const match = spaced ?? /^([+-]?) ?([\d.][\d.,'_]*)/.exec(text);
  if (match === null || !/\d/.test(match[2] ?? '')) return undefined;
  const digits = withoutEnd(match[2] ?? '', ".,'_");
  const end = match[0].length - ((match[2] ?? '').length - digits.length);
  const after = text.slice(end);
  const exponent = /^e[+-]?\d+(?!\p{L})/iu.exec(after)?.[0] ?? '';
  const rest = after
    .slice(exponent.length)
    .replace(/^[.,'_]+(?!\d)/, '')
    .trim();
  return { sign: match[1] ?? '', digits, exponent: exponent.slice(1), rest };
}

const signed = (sign: string, digits: string): string => (sign === '-' ? `-${digits}` : digits);

function exponentOf(written: string, digits: string): number {
  return written === '' || /^[0.]*$/.test(digits) ? 0 : Number(written);
}

/** Reads the number at the start of a text, in whichever way it marks thousands and fractions. */
export function readDigits(text: string): Digits {
  const found = split(text);
  if (found === undefined) return { type: 'none' };
  const { sign, rest } = found;
  const digits = found.digits.replace(/(?<=\d)_(?=\d)/g, '');
  const marks = forms.find(([form]) => form.test(digits))?.[1](digits);
  if (marks === undefined) return { type: 'unreadable', digits: found.digits };
  const { plain, other, doubt } = marks;
  const exponent = exponentOf(found.exponent, plain);
  if (!withinReach(plain, exponent)) return { type: 'out-of-reach', digits: found.digits };
  const number = { type: 'number', value: decimalOf(signed(sign, plain), exponent), rest } as const;
  if (other === undefined || doubt === undefined || found.exponent !== '') return number;
  return { ...number, other: decimalOf(signed(sign, other)), doubt };
}

/** A multiplier at the start of a unit: `k req/s`, `million a day`; `doubtful` when the letter has other uses. */
export function multiplier(unit: string): { exponent: number; rest: string; doubtful: boolean } | undefined {
  const word =
    /^(k|thousand|m|mn|mio|mil|million|millions|b|bn|billion|billions|g|t|trillion|hundred)(?=$|[ /.])/i.exec(
      unit,
    )?.[1] ?? /^[kKM](?=\p{L}|[$€£%])/u.exec(unit)?.[0];
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  const exponent = exponents[lower];
  const rest = unit.slice(word.length).replace(/^[ .]+/, '');
  return exponent === undefined ? undefined : { exponent, rest, doubtful: /^[mbBgGtT]$/.test(word) };
}

const exponents: Readonly<Record<string, number>> = {
  hundred: 2,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mio: 6,
  mil: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  g: 9,
  billion: 9,
  billions: 9,
  t: 12,
  trillion: 12,
};
