import { ratio, times } from './decimal.js';
import type { Ratio } from './decimal.js';
import { seconds, slashed, timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, UnitReading } from './types.js';

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

function slangParts(text: string): Parts | undefined {
  const slang = /^(meg|gig)s?$/.exec(text.toLowerCase());
  return slang === null ? undefined : { prefix: slang[1] === 'meg' ? 'M' : 'G', binary: false, tail: '' };
}

function letterParts(text: string): Parts | undefined {
  const match = /^([kmgtp]?)(i?)(bits?|b?)$/i.exec(text);
  if (match === null) return undefined;
  const [, letter = '', i = '', end = ''] = match;
  if (letter === '' && (i !== '' || end === '')) return undefined;
  const tail: Tail = end.length > 1 ? 'bit' : (end as 'B' | 'b' | '');
  return { prefix: letter.toUpperCase() as Prefix, binary: i !== '', tail };
}

const partsOf = (text: string): Parts | undefined => slangParts(text) ?? letterParts(text) ?? wordParts(text);

/** The stored unit, and how many of it the prefix makes: a petabyte is a thousand terabytes. */
function storedSize(prefix: Prefix, binary: boolean): Meaning & { readonly scale: Ratio } {
  if (prefix === 'P') {
    return { unit: unitOf(binary ? 'TiB' : 'TB', 'size'), scale: ratio(binary ? 1024 : 1000) };
  }
  const marked = binary && prefix !== '' ? `${prefix}iB` : `${prefix === 'K' ? 'k' : prefix}B`;
  return { unit: unitOf(marked, 'size'), scale: ratio(1n) };
}

const inBytes = (prefix: Prefix, binary: boolean): Meaning => storedSize(prefix, binary);

function inBits(prefix: Prefix, binary: boolean): Meaning {
  const { unit, scale } = storedSize(prefix, binary);
  const name = binary ? `${prefix}i` : prefix.replace('K', 'k');
  return { unit, scale: times(scale, ratio(1n, 8n)), label: `as ${name}bit, eight to a byte` };
}

function certain({ prefix, binary, tail }: Parts, text: string): Meaning | undefined {
  if (tail === 'bit') return inBits(prefix, binary);
  if (prefix === '') return tail === 'b' ? undefined : inBytes('', false);
  const mayBeBits = tail === 'b' && /^[KMGTP]/.test(text);
  return binary && !mayBeBits ? inBytes(prefix, true) : undefined;
}

/** Reads the size, and asks where the letters leave open if thousands, 1024s or bits are meant. */
function readBytes(text: string): UnitReading {
  const parts = partsOf(text);
  if (parts === undefined) return { type: 'unknown' };
  const sure = certain(parts, text);
  if (sure !== undefined) return { type: 'means', meaning: sure };
  const { prefix, binary, tail } = parts;
  const decimal = binary ? [] : [inBytes(prefix, false)];
  const steps = prefix === '' ? [] : [inBytes(prefix, true)];
  const bits = tail === 'b' ? [inBits(prefix, binary)] : [];
  const doubts = [
    ...(prefix === '' || binary ? [] : ['steps of 1,000 or of 1,024']),
    ...(tail === 'b' ? ['bytes or bits'] : []),
  ];
  return {
    type: 'asks',
    message: `${text} may mean ${doubts.join(', ')}. Which is it?`,
    meanings: [...decimal, ...steps, ...bits],
    unitsDecide: true,
  };
}

function mapped(reading: UnitReading, change: (meaning: Meaning) => Meaning): UnitReading {
  if (reading.type === 'means') return { type: 'means', meaning: change(reading.meaning) };
  return reading.type === 'asks' ? { ...reading, meanings: reading.meanings.map(change) } : reading;
}

function perSecond(entry: Meaning, by: Ratio): Meaning {
  return {
    ...entry,
    unit: unitOf(`${entry.unit.text}/s`, 'throughput'),
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
  const slower = mapped(reading, (entry) => perSecond(entry, ratio(1, seconds[window])));
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
        ...perSecond(entry, ratio(1, length)),
        label: `${entry.label ?? entry.unit.text}, per ${word}`,
      })),
    ),
  };
}

/** Reads `10 MiB/s`, `100 Mbit/s`, `2 GB per hour` and what is like them. */
export function readThroughput(text: string): UnitReading {
  const [size, window] = splitThroughput(text);
  const reading = readBytes(size);
  if (reading.type === 'unknown') return reading;
  if (window === undefined) return withoutWindow(reading);
  const time = timeWord(window);
  if (time === undefined || time === 'ns' || time === 'us' || time === 'ms') return { type: 'unknown' };
  return time === 's' ? mapped(reading, (entry) => perSecond(entry, ratio(1n))) : spreadOver(reading, time);
}
