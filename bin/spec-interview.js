#!/usr/bin/env node
// CommonJS, like the program: a Node without its loader of modules starts in a tenth less time.
const { existsSync, readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');
const { types } = require('node:util');

const packageDir = path.join(__dirname, '..');
const dist = path.join(packageDir, 'dist');
const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'))
  );
  process.stdout.write(`${version}\n`);
} else if (!printHelp()) {
  start();
}

// The build wrote down what each command prints as help, so that help loads nothing.
function printHelp() {
  const [first = '', second] = args;
  const asksHelp = (/** @type {string | undefined} */ word) => word === '--help' || word === '-h';
  const name =
    args.length === 1 && asksHelp(first) ? 'index' : args.length === 2 && asksHelp(second) ? first : '';
  if (!/^[a-z]+$/.test(name)) return false;
  const file = path.join(dist, 'help', `${name}.txt`);
  if (!existsSync(file)) return false;
  process.stdout.write(readFileSync(file, 'utf8'));
  return true;
}

function start() {
  process.env.NODE_ENV ??= 'production';
  // Ink's colour library knows FORCE_COLOR only, and reads it once, while it loads.
  if (process.env.NO_COLOR || args.includes('--no-color')) process.env.FORCE_COLOR = '0';
  completeNode20();
  // From Node 22 on, what was compiled once is kept; the cache is Node's own affair and may be missing.
  /** @type {{ enableCompileCache?: () => unknown }} */ (nodeModule).enableCompileCache?.();

  if (args[0] === 'check' && isAnsweredUnchanged()) return;

  if (!existsSync(path.join(dist, 'entry.cjs'))) {
    process.stderr.write('spec-interview is not built yet. Build it with: npm run build\n');
    process.exitCode = 1;
    return;
  }
  const { loadProgram } = require('./load-program.js');
  const { run } = /** @type {{ run: () => Promise<void> }} */ (loadProgram(dist));
  void run();
}

/** A check of specs that did not change needs neither banks nor templates. */
function isAnsweredUnchanged() {
  const entry = path.join(dist, 'check-entry.cjs');
  const words = args.slice(1);
  if (words.some((word) => word.startsWith('-') && word !== '--all') || !existsSync(entry)) return false;
  const { answerUnchanged } =
    /** @type {{ answerUnchanged: (packageDir: string, words: readonly string[]) => boolean }} */ (
      require(entry)
    );
  return answerUnchanged(packageDir, words);
}

/** Ink 8 calls two functions that came after Node 20. */
function completeNode20() {
  if (!('withResolvers' in Promise)) define(Promise, 'withResolvers', withResolvers);
  if (!('isError' in Error)) define(Error, 'isError', types.isNativeError);
}

/**
 * @param {object} target
 * @param {string} name
 * @param {unknown} value
 */
function define(target, name, value) {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function withResolvers() {
  /** @type {{ promise?: Promise<unknown>, resolve?: unknown, reject?: unknown }} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}
