import { describe, expect, it } from 'vitest';
import { parseQuantity, type QuantityKind } from '../../src/bank/quantity.js';

/** What is understood or asked, with every choice, as a person reads it. */
const read = (typed: string, kind: QuantityKind): string => {
  const reading = parseQuantity(typed, kind);
  if (reading.type === 'understood') return `${reading.text}: ${reading.echo}`;
  if (reading.type === 'refused') return `${reading.problem.message} ${reading.problem.hint ?? ''}`;
  return [reading.message, ...reading.choices.map(({ label, text }) => `${label} (${text})`)].join(' | ');
};

describe('a size per second', () => {
  const kind: QuantityKind = { dimension: 'throughput' };
  it.each<[string, string]>([
    [
      '10',
      'The number has no unit. Which one is it? | 10 kibibytes per second (10 KiB/s) | 10 mebibytes per second (10 MiB/s) | 10 gibibytes per second (10 GiB/s)',
    ],
    [
      '10 MiB',
      'Per what? Throughput is a size per second. | 10 mebibytes per second: MiB, per second (10 MiB/s) | about 0.166667 mebibytes per second: MiB, per minute (0.166667 MiB/s) | about 0.00277778 mebibytes per second: MiB, per hour (0.00277778 MiB/s) | about 0.000115741 mebibytes per second: MiB, per day (0.000115741 MiB/s)',
    ],
    [
      '10 MB',
      'Per what? Throughput is a size per second. | 10 megabytes per second: MB, per second (10 MB/s) | 10 mebibytes per second: MiB, per second (10 MiB/s) | about 0.166667 megabytes per second: MB, per minute (0.166667 MB/s) | about 0.166667 mebibytes per second: MiB, per minute (0.166667 MiB/s) | about 0.00277778 megabytes per second: MB, per hour (0.00277778 MB/s) | about 0.00277778 mebibytes per second: MiB, per hour (0.00277778 MiB/s) | about 0.000115741 megabytes per second: MB, per day (0.000115741 MB/s) | about 0.000115741 mebibytes per second: MiB, per day (0.000115741 MiB/s)',
    ],
    [
      '10 MB/s',
      'MB may mean steps of 1,000 or of 1,024. Which is it? | 10 megabytes per second (10 MB/s) | 10 mebibytes per second (10 MiB/s)',
    ],
    [
      '100 Mbps',
      'Mb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 100 megabytes per second (100 MB/s) | 100 mebibytes per second (100 MiB/s) | 12.5 megabytes per second: as Mbit, eight to a byte (12.5 MB/s)',
    ],
    [
      '100 mbps',
      'mb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 100 megabytes per second (100 MB/s) | 100 mebibytes per second (100 MiB/s) | 12.5 megabytes per second: as Mbit, eight to a byte (12.5 MB/s)',
    ],
    ['100 Mbitps', '12.5 MB/s: understood as 12.5 megabytes per second'],
    ['1 Gbit/s', '0.125 GB/s: understood as 0.125 gigabytes per second'],
    [
      '8 kbps',
      'kb may mean steps of 1,000 or of 1,024, bytes or bits. Which is it? | 8 kilobytes per second (8 kB/s) | 8 kibibytes per second (8 KiB/s) | 1 kilobyte per second: as kbit, eight to a byte (1 kB/s)',
    ],
    [
      '8 Kibps',
      'Kib may mean bytes or bits. Which is it? | 8 kibibytes per second (8 KiB/s) | 1 kibibyte per second: as Kibit, eight to a byte (1 KiB/s)',
    ],
    [
      '2 GiB/day',
      'Throughput is kept per second; spread evenly it is this. | about 0.0000231481 gibibytes per second (0.0000231481 GiB/s)',
    ],
    [
      '6 MiB/min',
      'Throughput is kept per second; spread evenly it is this. | 0.1 mebibytes per second (0.1 MiB/s)',
    ],
    [
      '3 GB/h',
      'Throughput is kept per second; spread evenly it is this. | about 0.000833333 gigabytes per second (0.000833333 GB/s) | about 0.000833333 gibibytes per second (0.000833333 GiB/s)',
    ],
    [
      '7 GiB/week',
      'Throughput is kept per second; spread evenly it is this. | about 0.00001157407 gibibytes per second (0.00001157407 GiB/s)',
    ],
    [
      '30 GiB/month',
      'Throughput is kept per second; spread evenly it is this. | about 0.00001157407 gibibytes per second (0.00001157407 GiB/s)',
    ],
    [
      '365 GiB/year',
      'Throughput is kept per second; spread evenly it is this. | about 0.00001157407 gibibytes per second (0.00001157407 GiB/s)',
    ],
    [
      '5 MiB/ms',
      '“MiB/ms” is not a unit known here; this question takes a throughput. Write one number and its unit, for example 10 MiB/s.',
    ],
    [
      '5 MiB/s/s',
      '“MiB/s/s” is not a unit known here; this question takes a throughput. Write one number and its unit, for example 10 MiB/s.',
    ],
    [
      '5 MiB/parsec',
      '“MiB/parsec” is not a unit known here; this question takes a throughput. Write one number and its unit, for example 10 MiB/s.',
    ],
    [
      '5 x/s',
      '“x/s” is not a unit known here; this question takes a throughput. Write one number and its unit, for example 10 MiB/s.',
    ],
    ['0', '0 KiB/s: understood as 0 kibibytes per second'],
    [
      '5 bps',
      'b may mean bytes or bits. Which is it? | 5 bytes per second (5 B/s) | 0.625 bytes per second: as bit, eight to a byte (0.625 B/s)',
    ],
    ['8 bits per second', '1 B/s: understood as 1 byte per second'],
    [
      '4 MB hourly',
      'Throughput is kept per second; spread evenly it is this. | about 0.001111111 megabytes per second (0.001111111 MB/s) | about 0.001111111 mebibytes per second (0.001111111 MiB/s)',
    ],
  ])('%j is told what it comes to', (typed, said) => {
    expect(read(typed, kind)).toBe(said);
  });
});
