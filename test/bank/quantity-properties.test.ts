import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, convert, parseCanonical, parseQuantity, printBase } from '../../src/bank/quantity.js';
import type { Dimension, QuantityKind } from '../../src/bank/quantity.js';

const units: Readonly<Record<Dimension, readonly string[]>> = {
  rate: ['req/s', 'msg/min', 'event/h', 'row/day', 'charge/s'],
  size: ['B', 'kB', 'KiB', 'MB', 'MiB', 'GB', 'GiB', 'TB', 'TiB'],
  throughput: ['B/s', 'kB/s', 'MiB/s', 'GB/s'],
  duration: ['ms', 's', 'min', 'h', 'd', 'w', 'months'],
  percent: ['%'],
  growth: ['%/month'],
  count: ['', 'charges'],
  money: ['EUR', 'USD/month', 'GBP/year', 'JPY/day', 'CHF/h'],
};

const dimensions = Object.keys(units) as Dimension[];

const kindOf = (dimension: Dimension): QuantityKind => ({ dimension, months: true, noun: 'charge' });

const kinds = fc.constantFrom(...dimensions).map(kindOf);

const digits = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.option(fc.nat(999_999_999)))
  .map(([whole, part]) => (part === null ? String(whole) : `${String(whole)}.${String(part)}`));

const stored = fc.tuple(fc.constantFrom(...dimensions), digits, fc.nat()).map(([dimension, number, pick]) => {
  const unit = units[dimension][pick % units[dimension].length] ?? '';
  const found = parseCanonical(unit === '' ? number : `${number} ${unit}`, kindOf(dimension));
  if (!found.ok) throw new Error(`${number} ${unit} is not stored`);
  return { kind: kindOf(dimension), quantity: found.value };
});

const likely = fc
  .array(
    fc.constantFrom(
      ...[
        '1',
        '0',
        '9.5',
        ',',
        '.',
        '1,500',
        ' ',
        'k',
        'M',
        'm',
        'B',
        'iB',
        'b',
        '/',
        's',
        'h',
        '%',
        '€',
        '$',
      ],
      ...[
        'req',
        'rps',
        'per',
        'a',
        'day',
        'e',
        '-',
        '~',
        '∞',
        'nines',
        'min',
        "'",
        '_',
        '٣',
        'USD',
        'users',
        ':',
        'µs',
      ],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const anything = fc.oneof(likely, fc.string({ unit: 'binary', maxLength: 140 }), fc.string());

describe('any text', () => {
  it('is understood, asked about or refused, and never throws', () => {
    fc.assert(
      fc.property(anything, kinds, (text, kind) => {
        expect(['understood', 'ambiguous', 'refused']).toContain(parseQuantity(text, kind).type);
        expect(typeof parseCanonical(text, kind).ok).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });

  it('becomes nothing but stored forms', () => {
    fc.assert(
      fc.property(likely, kinds, (text, kind) => {
        const reading = parseQuantity(text, kind);
        const texts =
          reading.type === 'understood'
            ? [reading.text]
            : reading.type === 'ambiguous'
              ? reading.choices.map((choice) => choice.text)
              : [];
        for (const found of texts) {
          expect(parseCanonical(found, kind)).toMatchObject({ ok: true, value: { text: found } });
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a stored quantity', () => {
  it('reads back as itself', () => {
    fc.assert(
      fc.property(stored, ({ kind, quantity }) => {
        expect(parseCanonical(quantity.text, kind)).toEqual({ ok: true, value: quantity });
        expect(baseOf(quantity.text, kind.dimension, kind.noun)).toBe(quantity.base);
      }),
    );
  });

  it('is read from its stored form, or is the first choice offered', () => {
    fc.assert(
      fc.property(stored, ({ kind, quantity }) => {
        const reading = parseQuantity(quantity.text, kind);
        const texts = reading.type === 'understood' ? [reading.text] : [];
        const offered = reading.type === 'ambiguous' ? reading.choices.map(({ text }) => text) : texts;
        const bare = kind.dimension === 'count' && /^\d+(?:\.\d+)?$/.test(quantity.text);
        expect(bare ? Number.parseFloat(offered[0] ?? '') : offered[0]).toBe(
          bare ? quantity.number : quantity.text,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from every unit it is converted to', () => {
    fc.assert(
      fc.property(stored, fc.nat(), ({ kind, quantity }, pick) => {
        const family = units[kind.dimension].filter((unit) => canTurn(quantity.text, unit, kind));
        const unit = family[pick % family.length];
        if (unit === undefined) return;
        const there = convert(quantity.text, unit, kind);
        const back = there.ok ? convert(there.value, quantity.unit, kind) : there;
        if (!back.ok) return;
        const base = baseOf(back.value, kind.dimension, kind.noun);
        expect(Math.abs(base - quantity.base)).toBeLessThanOrEqual(
          quantity.base * 1e-12 + baseOf(unit === '' ? '1' : `1 ${unit}`, kind.dimension, kind.noun) * 1e-12,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is printed from its base number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dimensions),
        fc.double({ min: 0, max: 1e15, noNaN: true }),
        (dimension, base) => {
          expect(printBase(base, dimension)).toMatch(/^\d[\d,]*(?:\.\d+)?(?: \S+)?$/);
        },
      ),
    );
  });
});

function canTurn(text: string, unit: string, kind: QuantityKind): boolean {
  return convert(text, unit, kind).ok;
}
