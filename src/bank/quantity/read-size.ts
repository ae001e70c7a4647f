import { ratio, times } from './decimal.js';
import type { Ratio } from './decimal.js';
import { seconds, slashed, timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Dimension, Meaning, QuantityKind, UnitReading } from './types.js';

type Prefix = '' | 'K' | 'M' | 'G' | 'T' | 'P';
type Tail = 'byte' | 'bit' | 'B' | 'b' | '';
type Parts = { readonly prefix: Prefix; readonly binary: boolean; readonly tail: Tail };

const prefixWords: Readonly<Record<string, readonly [Prefix, boolean]>> = {
  kilo: ['K', false],
  mega: ['M', false],
  giga: ['G', false],
  tera: ['T', false],
  peta: ['P', false],
  kibi: ['K', true],
  mebi: ['M', true],
  gibi: ['G', true],
  tebi: ['T', true],
  pebi: ['P', true],
};

function wordParts(text: string): Parts | undefined {
  const match = /^([kmgtp][a-z]{3})?(byte|bit)s?$/.exec(text.toLowerCase().replace(' ', ''));
  if (match === null) return undefined;
  const [prefix, binary] = prefixWords[match[1] ?? ''] ?? ['', false];
  return match[1] !== undefined && prefix === ''
    ? undefined
    : { prefix, binary, tail: match[2] === 'bit' ? 'bit' : 'byte' };
}

function partsOf(text: string): Parts | undefined {
  const slang = /^(meg|gig)s?$/i.exec(text);
  if (slang !== null)
    return { prefix: slang[1]?.toLowerCase() === 'meg' ? 'M' : 'G', binary: false, tail: '' };
  const match = /^([kmgtp]?)(i?)(bits?|[bB]?)$/i.exec(text);
  if (text === '' || match === null) return wordParts(text);
  const [, letter = '', i = '', end = ''] = match;
  const prefix = letter.toUpperCase() as Prefix;
  if (prefix === '' && (i !== '' || end === '')) return undefined;
  const tail: Tail = end.length > 1 ? 'bit' : (end as 'B' | 'b' | '');
  return { prefix, binary: i !== '', tail };
}

function meaning(prefix: Prefix, binary: boolean, bits: boolean): Meaning {
  const large = prefix === 'P';
  const letter = large ? 'T' : prefix;
  const decimal = letter === 'K' ? 'kB' : `${letter}B`;
  const unit = unitOf(binary && letter !== '' ? `${letter}iB` : decimal, 'size');
  const more = large ? ratio(binary ? 1024 : 1000) : ratio(1n);
  const scale = bits ? times(more, ratio(1n, 8n)) : more;
  if (!bits) return { unit, scale };
  const name = prefix === 'K' && !binary ? 'k' : prefix + (binary ? 'i' : '');
  return { unit, scale, label: `${name}bit, eight of them to a byte` };
}

/** Whether the letters leave open if thousands, 1024s or bits are meant. */
function readBytes(text: string): UnitReading {
  const parts = partsOf(text);
  if (parts === undefined) return { type: 'unknown' };
  const { prefix, binary, tail } = parts;
  const halfBits = tail === 'b' && (!binary || /^[KMGTP]/.test(text));
  if (tail === 'bit') return { type: 'means', meaning: meaning(prefix, binary, true) };
  if (prefix === '') return plainBytes(tail);
  if (binary && !halfBits) return { type: 'means', meaning: meaning(prefix, true, false) };
  const bits = halfBits ? [meaning(prefix, binary, true)] : [];
  const bytes = binary
    ? [meaning(prefix, true, false)]
    : [meaning(prefix, false, false), meaning(prefix, true, false)];
  return {
    type: 'asks',
    message: `${text} may mean steps of 1,000 or of 1,024${halfBits ? ', bytes or bits' : ''}. Which is it?`,
    meanings: [...bytes, ...bits],
    unitsDecide: true,
  };
}

function plainBytes(tail: Tail): UnitReading {
  if (tail !== 'b') return { type: 'means', meaning: meaning('', false, false) };
  return {
    type: 'asks',
    message: 'Does b stand for bytes or for bits?',
    meanings: [meaning('', false, false), meaning('', false, true)],
    unitsDecide: true,
  };
}

function mapped(reading: UnitReading, change: (meaning: Meaning) => Meaning): UnitReading {
  if (reading.type === 'means') return { type: 'means', meaning: change(reading.meaning) };
  return reading.type === 'asks' ? { ...reading, meanings: reading.meanings.map(change) } : reading;
}

function perSecond(entry: Meaning, by: Ratio, dimension: Dimension): Meaning {
  return {
    ...entry,
    unit: unitOf(`${entry.unit.text}/s`, dimension),
    scale: times(entry.scale ?? ratio(1n), by),
  };
}

/** Reads `4 GiB`, `512 MB`, `10 Mbit` and what is like them. */
export function readSize(text: string): UnitReading {
  return readBytes(text);
}

function splitThroughput(text: string): readonly [string, string | undefined] {
  const short = /^([kmgtp]?i?(?:b|bit))ps$/i.exec(text);
  if (short?.[1] !== undefined) return [short[1], 's'];
  const [size = '', window, ...more] = slashed(text).split('/');
  return more.length > 0 ? ['', undefined] : [size.trim(), window?.trim()];
}

function spreadOver(reading: UnitReading, window: 'min' | 'h' | 'd' | 'w' | 'month' | 'year'): UnitReading {
  const slower = mapped(reading, (entry) => perSecond(entry, ratio(1, seconds[window]), 'throughput'));
  const meanings = slower.type === 'means' ? [slower.meaning] : slower.type === 'asks' ? slower.meanings : [];
  return { type: 'asks', message: 'Throughput is kept per second; spread evenly it is this.', meanings };
}

function withoutWindow(reading: UnitReading): UnitReading {
  const meanings =
    reading.type === 'means' ? [reading.meaning] : reading.type === 'asks' ? reading.meanings : [];
  const windows = [
    ['second', 1],
    ['minute', 60],
    ['hour', 3600],
    ['day', 86_400],
  ] as const;
  return {
    type: 'asks',
    message: 'Per what? Throughput is a size per second.',
    meanings: windows.flatMap(([word, length]) =>
      meanings.map((entry) => ({
        ...perSecond(entry, ratio(1, length), 'throughput'),
        label: `${entry.label ?? entry.unit.text}, per ${word}`,
      })),
    ),
  };
}

/** Reads `10 MiB/s`, `100 Mbit/s`, `2 GB per hour` and what is like them. */
export function readThroughput(text: string, _kind: QuantityKind): UnitReading {
  const [size, window] = splitThroughput(text);
  const reading = readBytes(size);
  if (reading.type === 'unknown') return reading;
  if (window === undefined) return withoutWindow(reading);
  const time = timeWord(window);
  if (time === undefined || time === 'ns' || time === 'us' || time === 'ms') return { type: 'unknown' };
  return time === 's'
    ? mapped(reading, (entry) => perSecond(entry, ratio(1n), 'throughput'))
    : spreadOver(reading, time);
}
