const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { constants, Script } = require('node:vm');

/**
 * Where the build keeps a file of the program as the V8 of this Node compiled it; another V8 looks for another file.
 * @param {string} dist
 * @param {string} name
 */
const compiledFile = (dist, name = 'entry') =>
  path.join(dist, `${name}-${process.versions.v8}-${process.arch}.bin`);

/**
 * Loads the program of `dist`, without compiling it when the build ran on this V8. Otherwise its files are ordinary
 * modules, which Node from 22 on keeps compiled by itself.
 * @param {string} dist
 * @returns {unknown}
 */
function loadProgram(dist) {
  if (!existsSync(compiledFile(dist))) return require(path.join(dist, 'entry.cjs'));
  return openProgram(dist, (name) => {
    const compiled = compiledFile(dist, name);
    const filename = pathToFileURL(path.join(dist, `${name}.cjs`)).href;
    return existsSync(compiled) ? { filename, cachedData: readFileSync(compiled) } : { filename };
  }).load('entry');
}

/**
 * The files of the program, each as the function that Node makes of a CommonJS module and run once, when it is first
 * required. V8 takes what was compiled only for the same text.
 * @param {string} dist
 * @param {(name: string) => import('node:vm').ScriptOptions} optionsOf
 */
function openProgram(dist, optionsOf) {
  /** @type {Map<string, Script>} */
  const scripts = new Map();
  /** @type {Map<string, { exports: unknown }>} */
  const modules = new Map();
  const fromNode = createRequire(path.join(dist, 'entry.cjs'));

  /** @type {(id: string) => unknown} */
  const required = (id) => {
    const [, name] = /^\.\/([a-z]+)\.cjs$/.exec(id) ?? [];
    return name === undefined ? fromNode(id) : load(name);
  };
  /** @type {(name: string) => unknown} */
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const file = path.join(dist, `${name}.cjs`);
    const script = scriptOf(file, optionsOf(name));
    const module = { exports: {} };
    scripts.set(name, script);
    modules.set(name, module);
    /** @type {(...parts: readonly unknown[]) => void} */
    const wrapped = script.runInThisContext();
    wrapped(module.exports, required, module, file, dist);
    return module.exports;
  };
  return { load, scripts };
}

/**
 * @param {string} file
 * @param {import('node:vm').ScriptOptions} options
 */
function scriptOf(file, options) {
  // The build writes ASCII only.
  const text = readFileSync(file, 'latin1');
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  return new Script(wrapped, { importModuleDynamically, ...options });
}

module.exports = { compiledFile, loadProgram, openProgram };
