import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a size', () => {
  const kind: QuantityKind = { dimension: 'size' };
  it.each<[string, string]>([
    [
      '4',
      'The number has no unit. Which one is it? | 4 bytes (4 B) | 4 kibibytes (4,096 bytes) (4 KiB) | 4 mebibytes (4,194,304 bytes) (4 MiB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '4GB',
      'GB may mean steps of 1,000 or of 1,024. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '4 gb',
      'gb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB) | 0.5 gigabytes (500,000,000 bytes): as Gbit, eight to a byte (0.5 GB)',
    ],
    [
      '4 Gb',
      'Gb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB) | 0.5 gigabytes (500,000,000 bytes): as Gbit, eight to a byte (0.5 GB)',
    ],
    [
      '4G',
      'G may mean steps of 1,000 or of 1,024. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '4 gig',
      'gig may mean steps of 1,000 or of 1,024. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '4 gigs',
      'gigs may mean steps of 1,000 or of 1,024. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '3 megs',
      'megs may mean steps of 1,000 or of 1,024. Which is it? | 3 megabytes (3,000,000 bytes) (3 MB) | 3 mebibytes (3,145,728 bytes) (3 MiB)',
    ],
    [
      '4 b',
      'b may mean bytes or bits. Which is it? | 4 bytes (4 B) | 0.5 bytes: as bit, eight to a byte (0.5 B)',
    ],
    [
      '4 Mib',
      'Mib may mean bytes or bits. Which is it? | 4 mebibytes (4,194,304 bytes) (4 MiB) | 0.5 mebibytes (524,288 bytes): as Mibit, eight to a byte (0.5 MiB)',
    ],
    ['4 mib', '4 MiB: understood as 4 mebibytes (4,194,304 bytes)'],
    ['4 mi', '4 MiB: understood as 4 mebibytes (4,194,304 bytes)'],
    [
      '2 PB',
      'PB may mean steps of 1,000 or of 1,024. Which is it? | 2,000 terabytes (2,000,000,000,000,000 bytes) (2000 TB) | 2,048 tebibytes (2,251,799,813,685,248 bytes) (2048 TiB)',
    ],
    ['2 PiB', '2048 TiB: understood as 2,048 tebibytes (2,251,799,813,685,248 bytes)'],
    [
      '4 kb',
      'kb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 4 kilobytes (4,000 bytes) (4 kB) | 4 kibibytes (4,096 bytes) (4 KiB) | 0.5 kilobytes (500 bytes): as kbit, eight to a byte (0.5 kB)',
    ],
    [
      '4 Kb',
      'Kb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 4 kilobytes (4,000 bytes) (4 kB) | 4 kibibytes (4,096 bytes) (4 KiB) | 0.5 kilobytes (500 bytes): as kbit, eight to a byte (0.5 kB)',
    ],
    [
      '4 KB',
      'KB may mean steps of 1,000 or of 1,024. Which is it? | 4 kilobytes (4,000 bytes) (4 kB) | 4 kibibytes (4,096 bytes) (4 KiB)',
    ],
    [
      '4 Kib',
      'Kib may mean bytes or bits. Which is it? | 4 kibibytes (4,096 bytes) (4 KiB) | 0.5 kibibytes (512 bytes): as Kibit, eight to a byte (0.5 KiB)',
    ],
    [
      '40k',
      'k may mean steps of 1,000 or of 1,024. Which is it? | 40 kilobytes (40,000 bytes) (40 kB) | 40 kibibytes (40,960 bytes) (40 KiB)',
    ],
    ['8 Mbit', '1 MB: understood as 1 megabyte (1,000,000 bytes)'],
    ['8 bit', '1 B: understood as 1 byte'],
    ['8 Kibit', '1 KiB: understood as 1 kibibyte (1,024 bytes)'],
    ['8 kbits', '1 kB: understood as 1 kilobyte (1,000 bytes)'],
    ['2 Pbit', '250 TB: understood as 250 terabytes (250,000,000,000,000 bytes)'],
    ['4 megabits', '0.5 MB: understood as 0.5 megabytes (500,000 bytes)'],
    ['3 kibibytes', '3 KiB: understood as 3 kibibytes (3,072 bytes)'],
    [
      '3 kilobyte',
      'kilobyte may mean steps of 1,000 or of 1,024. Which is it? | 3 kilobytes (3,000 bytes) (3 kB) | 3 kibibytes (3,072 bytes) (3 KiB)',
    ],
    [
      '3 terabytes',
      'terabytes may mean steps of 1,000 or of 1,024. Which is it? | 3 terabytes (3,000,000,000,000 bytes) (3 TB) | 3 tebibytes (3,298,534,883,328 bytes) (3 TiB)',
    ],
    ['3 pebibytes', '3072 TiB: understood as 3,072 tebibytes (3,377,699,720,527,872 bytes)'],
    [
      '3 zetabytes',
      '“zetabytes” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '4 i',
      '“i” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '4 iB',
      '“iB” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '5 xib',
      '“xib” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    ['4 byte', '4 B: understood as 4 bytes'],
    [
      '4 bytes per day',
      '“bytes per day” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '4 GB/s',
      '“GB/s” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '1.500 GB',
      'Does the point mark thousands, or the fraction? | 1.5 gigabytes (1,500,000,000 bytes) (1.5 GB) | 1.5 gibibytes (1,610,612,736 bytes) (1.5 GiB) | 1,500 gigabytes (1,500,000,000,000 bytes) (1500 GB) | 1,500 gibibytes (1,610,612,736,000 bytes) (1500 GiB)',
    ],
    [
      '5 mega',
      '“mega” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
    [
      '5 hundred',
      'The number has no unit. Which one is it? | 500 bytes (500 B) | 500 kibibytes (512,000 bytes) (500 KiB) | 500 mebibytes (524,288,000 bytes) (500 MiB) | 500 gibibytes (536,870,912,000 bytes) (500 GiB)',
    ],
    [
      '1 trillion',
      'The number has no unit. Which one is it? | 1,000,000,000,000 bytes (1000000000000 B) | 1,000,000,000,000 kibibytes (1,024,000,000,000,000 bytes) (1000000000000 KiB) | 1,000,000,000,000 mebibytes (1,048,576,000,000,000,000 bytes) (1000000000000 MiB) | 1,000,000,000,000 gibibytes (1,073,741,824,000,000,000,000 bytes) (1000000000000 GiB)',
    ],
    [
      '3 mb x',
      '“mb x” is not a unit known here; this question takes a size. Write one number and its unit, for example 4 GiB.',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a size in two units', () => {
  const kind: QuantityKind = { dimension: 'size', units: ['MiB', 'GiB'] };
  it.each<[string, string]>([
    [
      '4',
      'The number has no unit. Which one is it? | 4 mebibytes (4,194,304 bytes) (4 MiB) | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    ['4 MB', 'MB may mean steps of 1,000 or of 1,024. Which is it? | 4 mebibytes (4,194,304 bytes) (4 MiB)'],
    [
      '4 G',
      'G may mean steps of 1,000 or of 1,024. Which is it? | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '2 TiB',
      'This question is answered in MiB or GiB. | 2,097,152 mebibytes (2,199,023,255,552 bytes) (2097152 MiB) | 2,048 gibibytes (2,199,023,255,552 bytes) (2048 GiB)',
    ],
    [
      '4 GB',
      'GB may mean steps of 1,000 or of 1,024. Which is it? | 4 gibibytes (4,294,967,296 bytes) (4 GiB)',
    ],
    [
      '512 KiB',
      'This question is answered in MiB or GiB. | 0.5 mebibytes (524,288 bytes) (0.5 MiB) | 0.00048828125 gibibytes (524,288 bytes) (0.00048828125 GiB)',
    ],
    [
      '8 Mbit',
      'This question is answered in MiB or GiB. | about 0.953674 mebibytes (999,999.668224 bytes): as Mbit, eight to a byte (0.953674 MiB) | about 0.000931323 gibibytes (1,000,000.456753152 bytes): as Mbit, eight to a byte (0.000931323 GiB)',
    ],
    ['0', '0 MiB: understood as 0 mebibytes'],
    [
      '5 B',
      'This question is answered in MiB or GiB. | about 0.000004768372 mebibytes (5.000000438272 bytes) (0.000004768372 MiB)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});

describe('a size in decimal units', () => {
  const kind: QuantityKind = { dimension: 'size', units: ['GB'] };
  it.each<[string, string]>([
    ['4 GB', '4 GB: understood as 4 gigabytes (4,000,000,000 bytes)'],
    [
      '4 gb',
      'gb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 4 gigabytes (4,000,000,000 bytes) (4 GB) | 0.5 gigabytes (500,000,000 bytes): as Gbit, eight to a byte (0.5 GB)',
    ],
    ['4 G', '4 GB: understood as 4 gigabytes (4,000,000,000 bytes)'],
    [
      '4 GiB',
      'This question is answered in GB. | 4.294967296 gigabytes (4,294,967,296 bytes) (4.294967296 GB)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
