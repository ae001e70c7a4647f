import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, Script } from 'node:vm';

/** Where the build keeps the program as the V8 of this Node compiled it; another V8 looks for another file. */
export const compiledFile = (/** @type {string} */ dist) =>
  path.join(dist, `entry-${process.versions.v8}-${process.arch}.bin`);

/**
 * Loads the program of `dist`, without compiling it when the build ran on this V8. Otherwise it is an ordinary module,
 * which Node from 22 on keeps compiled by itself.
 * @param {string} dist
 * @returns {unknown}
 */
export function loadProgram(dist) {
  const compiled = compiledFile(dist);
  if (existsSync(compiled)) {
    const cachedData = readFileSync(compiled);
    return runProgram(scriptOf(dist, { cachedData, filename: programFile(dist) }), dist);
  }
  return createRequire(import.meta.url)(programFile(dist));
}

const programFile = (/** @type {string} */ dist) => path.join(dist, 'entry.cjs');

/**
 * The program as the function that Node makes of a CommonJS module. V8 takes what was compiled only for the same text.
 * @param {string} dist
 * @param {import('node:vm').ScriptOptions} options
 */
export function scriptOf(dist, options) {
  // The build writes ASCII only.
  const text = readFileSync(programFile(dist), 'latin1');
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  return new Script(wrapped, { importModuleDynamically, ...options });
}

/**
 * @param {Script} script
 * @param {string} dist
 * @returns {unknown}
 */
export function runProgram(script, dist) {
  const filename = programFile(dist);
  const module = { exports: {} };
  /** @type {(...parts: readonly unknown[]) => void} */
  const wrapped = script.runInThisContext();
  wrapped(module.exports, createRequire(filename), module, filename, dist);
  return module.exports;
}
