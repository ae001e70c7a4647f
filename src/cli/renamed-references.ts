import type { Upgradable } from '../store/index.js';

type References = Pick<Upgradable, 'stale' | 'probes' | 'waivers'>;
type Renamed = Readonly<Record<string, string>>;

/** Brings what names an answer, or a cell of one, to the names of today: what is stale, what follow-ups are about, what waivers rest on. */
export function renamedReferences({ stale, probes, waivers }: References, renamed: Renamed): References {
  const now = (name: string): string => nameNow(name, renamed);
  return {
    stale: Object.fromEntries(
      Object.entries(stale).map(([id, cause]) => [now(id), typeof cause === 'string' ? now(cause) : cause]),
    ),
    probes: probes.map((probe) => withPart(probe, 'about', (about) => namesNow(about, now))),
    waivers: waivers.map((waiver) => withPart(waiver, 'given', (given) => keysNow(given, now))),
  };
}

/** A name is that of a question, or goes on from it to a row and a column. */
function nameNow(name: string, renamed: Renamed): string {
  const [section = '', question = '', ...cell] = name.split('.');
  const id = renamed[`${section}.${question}`];
  return id === undefined ? name : [id, ...cell].join('.');
}

function withPart(entry: unknown, key: string, change: (part: unknown) => unknown): unknown {
  if (!isMap(entry) || entry[key] === undefined) return entry;
  return { ...entry, [key]: change(entry[key]) };
}

function namesNow(names: unknown, now: (name: string) => string): unknown {
  return Array.isArray(names)
    ? names.map((name: unknown) => (typeof name === 'string' ? now(name) : name))
    : names;
}

function keysNow(given: unknown, now: (name: string) => string): unknown {
  return isMap(given)
    ? Object.fromEntries(Object.entries(given).map(([name, value]) => [now(name), value]))
    : given;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
