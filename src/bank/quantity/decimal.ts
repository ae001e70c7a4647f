/** An exact decimal number: `digits` × 10^-`scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** An exact fraction with a positive denominator. */
export type Ratio = { readonly num: bigint; readonly den: bigint };

export const ratio = (num: bigint | number, den: bigint | number = 1n): Ratio => ({
  num: BigInt(num),
  den: BigInt(den),
});

export const one = ratio(1n);

export function times(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.num, den: a.den * b.den };
}

export function over(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.den, den: a.den * b.num };
}

function trimmed(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** Reads `-12.50` style text: digits with at most one point, checked by the caller. */
export function decimalOf(text: string, exponent = 0): Decimal {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = BigInt(`${whole}${fraction}` || '0') * (negative ? -1n : 1n);
  const scale = fraction.length - exponent;
  return scale >= 0 ? trimmed({ digits, scale }) : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The decimal as plain digits: no exponent, no separators, no trailing zeros. */
export function plain(value: Decimal): string {
  const { digits, scale } = trimmed(value);
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export const isZero = (value: Decimal): boolean => value.digits === 0n;

export const isNegative = (value: Decimal): boolean => value.digits < 0n;

export const toNumber = (value: Decimal): number => Number(plain(value));

/** The decimal nearest to a double at the given number of significant digits. */
export function nearest(value: number, significant: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential(significant - 1).split('e');
  return decimalOf(mantissa, Number(exponent));
}

function rounded(num: bigint, den: bigint): bigint {
  const half = den / 2n;
  return num >= 0n ? (num + half) / den : -((-num + half) / den);
}

const finest = 12;

/** `value × by`: exact where twelve decimals hold it, otherwise rounded to `significant` digits. */
export function scaled(value: Decimal, by: Ratio, significant = 6): { value: Decimal; exact: boolean } {
  const num = value.digits * by.num;
  const den = by.den * 10n ** BigInt(value.scale);
  const shifted = num * 10n ** BigInt(finest);
  if (shifted % den === 0n) return { value: trimmed({ digits: shifted / den, scale: finest }), exact: true };
  const magnitude = num.toString().replace('-', '').length - den.toString().length;
  const scale = Math.max(0, significant - magnitude);
  const digits = rounded(num * 10n ** BigInt(scale), den);
  return { value: trimmed({ digits, scale }), exact: false };
}

/** The decimal rounded to the twelve places that are kept. */
export function cutToKept(value: Decimal): Decimal {
  if (value.scale <= finest) return value;
  const digits = rounded(value.digits, 10n ** BigInt(value.scale - finest));
  return trimmed({ digits, scale: finest });
}

/** Whether the decimal fits what is kept: 18 digits before the point, 12 behind it. */
export function isKept(value: Decimal): boolean {
  const [whole = '', fraction = ''] = plain(value).replace('-', '').split('.');
  return whole.length <= 18 && fraction.length <= finest;
}

/** `value × by` as a double, with powers of ten moved exactly so that 99.95 % is 0.9995. */
export function inBase(value: Decimal, by: Ratio): number {
  let { den } = by;
  let scale = value.scale;
  while (den % 10n === 0n) {
    den /= 10n;
    scale += 1;
  }
  return Number(plain({ digits: value.digits * by.num, scale })) / Number(den);
}

/** Whole digits in groups of three with commas; the fraction is left alone. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  return sign + groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}
