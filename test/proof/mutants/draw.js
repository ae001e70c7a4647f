// Which mutants are tried: every place of a layer where stryker finds something to change, shuffled by a seed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pureLayers } from '../../house/layers.js';

/** @typedef {import('./sampled.js').Range} Range */
/** @typedef {{ file: string, range: Range, count: number }} Place a node, and how many mutants stryker makes of it */
/** @typedef {{ fileName: string, location: Range }} Mutant */
/** @typedef {{ name: string, content: string, mutate: boolean }} Source */
/** @typedef {{ instrument: (files: Source[], options: object) => Promise<{ mutants: Mutant[] }> }} Instrumenter */

const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => undefined]),
);
const logger = { ...silent, isDebugEnabled: () => false };

/** Makes the instrumenter of stryker without the rest of it. */
const instrumenterOf = async (/** @type {string} */ tools) => {
  const main = path.join(tools, '@stryker-mutator', 'instrumenter', 'dist', 'src', 'index.js');
  /** @type {{ createInstrumenter: (injector: object) => Instrumenter }} */
  const { createInstrumenter } = await import(pathToFileURL(main).href);
  /** @type {unknown[]} */
  const values = [];
  const injector = {
    provideValue: (/** @type {string} */ _name, /** @type {unknown} */ value) => {
      values.unshift(value);
      return injector;
    },
    // The values come as print, parser, transform; the instrumenter takes them as parser, print, transform.
    injectClass: (/** @type {new (...parts: unknown[]) => Instrumenter} */ Made) => {
      const [transform, createParser, print] = values;
      return new Made(logger, createParser, print, transform);
    },
  };
  return createInstrumenter(injector);
};

const NO_IGNORER = { ignorers: [], excludedMutations: [], plugins: null, noHeader: true };

/**
 * Every place in `files` of `folder` that can be mutated.
 * @type {(tools: string, folder: string, files: readonly string[]) => Promise<readonly Place[]>}
 */
export const placesIn = async (tools, folder, files) => {
  const instrumenter = await instrumenterOf(tools);
  const sources = files.map((name) => ({
    name,
    content: readFileSync(path.join(folder, name), 'utf8'),
    mutate: true,
  }));
  const { mutants } = await instrumenter.instrument(sources, NO_IGNORER);
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const { fileName, location: counted } of mutants) {
    const location = { start: oneMore(counted.start), end: oneMore(counted.end) };
    const key = keyOf(fileName, location);
    const count = (places.get(key)?.count ?? 0) + 1;
    places.set(key, { file: fileName, range: location, count });
  }
  return [...places.values()];
};

// Stryker counts lines from 0 here, and from 1 wherever else a place is named.
const oneMore = (/** @type {import('./sampled.js').Point} */ { line, column }) => ({
  line: line + 1,
  column,
});

/** One word for a place. */
export const keyOf = (/** @type {string} */ file, /** @type {Range} */ { start, end }) =>
  [file, start.line, start.column, end.line, end.column].join(':');

/** The layer of a file of `src`. */
export const layerOf = (/** @type {string} */ file) =>
  pureLayers.find((layer) => file.startsWith(`src/${layer}/`)) ?? '';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const numbersFrom = (/** @type {number} */ seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * Draws places of about `wanted` mutants by chance, each place as likely as any other.
 * @type {(places: readonly Place[], wanted: number, seed: number) => readonly Place[]}
 */
export const draw = (places, wanted, seed) => {
  const next = numbersFrom(seed);
  const shuffled = places.map((place) => ({ place, at: next() })).sort((a, b) => a.at - b.at);
  let left = wanted;
  return shuffled
    .map(({ place }) => place)
    .filter(({ count }) => {
      const taken = left > 0;
      left -= count;
      return taken;
    });
};
