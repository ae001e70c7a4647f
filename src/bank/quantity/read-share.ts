import { decimalOf, nearest, plain, ratio, scaled, toNumber } from './decimal.js';
import type { Decimal } from './decimal.js';
import { slashed, timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

const share = unitOf('%', 'percent');
const monthly = unitOf('%/month', 'growth');

const parts: Readonly<Record<string, number>> = {
  '‰': 10,
  permille: 10,
  'per mille': 10,
  bp: 100,
  bps: 100,
  'basis point': 100,
  'basis points': 100,
  ppm: 10_000,
};

/** Reads `%` and its smaller relatives. */
export function readPercent(text: string): UnitReading {
  const lower = text.toLowerCase();
  const part = Object.hasOwn(parts, lower) ? parts[lower] : undefined;
  if (part !== undefined) return { type: 'means', meaning: { unit: share, scale: ratio(1, part) } };
  if (lower === 'pp' || /^percentage points?$/.test(lower))
    return { type: 'means', meaning: { unit: share } };
  const spelled = slashed(lower)
    .replace(/ (?:uptime|availability|available)$/, '')
    .trim();
  if (spelled === '%') return { type: 'means', meaning: { unit: share } };
  if (!/^% (?:of|for|in|over|during) \S/.test(spelled)) return { type: 'unknown' };
  return {
    type: 'asks',
    message: 'The question already says of what, and over which window; only the number is kept. Keep it?',
    meanings: [{ unit: share }],
  };
}

/** A bare number where a percentage is asked: 99.95 or 0.9995. */
export function barePercent(number: Decimal): readonly Meaning[] {
  const value = toNumber(number);
  const typed: Meaning = { unit: share };
  return value > 0 && value <= 1
    ? [{ unit: share, scale: ratio(100n), label: 'the fraction as a percentage' }, typed]
    : [typed];
}

const counted: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 };

/** `three nines` and `3.5 nines` as a percentage; a half nine is a five. */
export function nines(text: string): string | undefined {
  const match = /^(\d|two|three|four|five|six|seven)(\.5| and a half)? ?(?:nines|9s|x9)$/i.exec(text);
  if (match === null) return undefined;
  const word = (match[1] ?? '').toLowerCase();
  const count = counted[word] ?? Number(word);
  if (count < 1 || count > 9) return undefined;
  return `${plain(decimalOf(`${'9'.repeat(count)}${match[2] === undefined ? '' : '5'}`, 2 - count - (match[2] === undefined ? 0 : 1)))} %`;
}

/** `1 in 1000` and `1/1000` as a percentage, where it has a finite one. */
export function oneIn(text: string): string | undefined {
  const match = /^(\d{1,9}) ?(?:in|out of|\/) ?(\d{1,12})$/i.exec(text.replace(/[,_]/g, ''));
  if (match === null || /^0*$/.test(match[2] ?? '')) return undefined;
  const { value, exact } = scaled(decimalOf(match[1] ?? '0'), ratio(100n, BigInt(match[2] ?? '1')));
  return exact ? `${plain(value)} %` : undefined;
}

function yearly(number: Decimal): readonly Meaning[] {
  const compound = nearest((Math.pow(1 + toNumber(number) / 100, 1 / 12) - 1) * 100, 4);
  const even = scaled(number, ratio(1n, 12n), 4).value;
  return [
    { unit: monthly, number: compound, label: 'growing on itself each month' },
    { unit: monthly, number: even, label: 'the same step each month' },
  ];
}

function period(word: string, number: Decimal): UnitReading {
  const time = /^m$/i.test(word) ? 'month' : timeWord(word);
  if (time === 'month') return { type: 'means', meaning: { unit: monthly } };
  if (time === 'year' && toNumber(number) > -100) {
    return {
      type: 'asks',
      message: 'Growth is kept per month. How does it add up over the year?',
      meanings: yearly(number),
    };
  }
  const each = time === 'd' ? ratio(30n) : time === 'w' ? ratio(30n, 7n) : undefined;
  if (each === undefined) return { type: 'unknown' };
  return {
    type: 'asks',
    message: 'Growth is kept per month of 30 days. As the same step each time it is this.',
    meanings: [{ unit: monthly, scale: each }],
  };
}

/** Reads `8 %/month`, `8% MoM`, `100 % a year`; a percentage without a period is asked about. */
export function readGrowth(text: string, _kind: QuantityKind, number: Decimal): UnitReading {
  const spelled = slashed(
    text
      .toLowerCase()
      .replace(/\bmom\b/, '/month')
      .replace(/\byoy\b|\bp\.? ?a\b\.?/, '/year'),
  ).replace(/ (?:growth|more)$/, '');
  const [mark = '', word, ...more] = spelled.split('/');
  if (more.length > 0 || mark.trim() !== '%') return { type: 'unknown' };
  if (word !== undefined) return period(word.trim(), number);
  return {
    type: 'asks',
    message: 'Per month, or per year?',
    meanings: [
      { unit: monthly },
      ...(toNumber(number) > -100
        ? yearly(number)
            .slice(0, 1)
            .map((entry) => ({ ...entry, label: 'per year, growing on itself each month' }))
        : []),
    ],
  };
}
