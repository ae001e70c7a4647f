// Prints `N passed, N failed` of the last test run as one plain line; ends with 1 when a test failed or none ran.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { testReport } from './layers.js';
import { root } from './program.js';

/** @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult */

/** A file that could not be loaded has no tests in it, and still failed. */
const failures = (/** @type {FileResult} */ file) => {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
  return file.status === 'failed' ? Math.max(1, failed) : failed;
};

const passes = (/** @type {FileResult} */ file) =>
  file.assertionResults.filter(({ status }) => status === 'passed').length;

const report = path.join(root, testReport);
/** @type {{ testResults: readonly FileResult[] }} */
const { testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
const sum = (/** @type {(file: FileResult) => number} */ count) =>
  testResults.reduce((total, file) => total + count(file), 0);
const passed = sum(passes);
const failed = sum(failures);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
