// Holds load tests against the types of k6, then runs them with k6 stubbed and sends what they ask for to a server on this machine.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import autocannon from 'autocannon';

const here = import.meta.dirname;

const STRICT = [
  '--ignoreConfig',
  '--noEmit',
  '--allowJs',
  '--checkJs',
  '--strict',
  '--target',
  'es2022',
  '--module',
  'esnext',
];
const RESOLVED = ['--moduleResolution', 'bundler', '--types', 'k6'];

/** @type {(file: string, folder: string) => readonly string[]} */
const typeProblems = (file, folder) => {
  const copy = path.join(folder, 'typed.js');
  copyFileSync(file, copy);
  const tsc = path.join(here, 'node_modules', '.bin', 'tsc');
  const { status, stdout } = spawnSync(tsc, [...STRICT, ...RESOLVED, copy], { cwd: here, encoding: 'utf8' });
  return status === 0 ? [] : [`${file}: ${stdout}`];
};

/** What the script would send in one round, as k6 would see it. */
const STUB = `export const sent = [];
export const check = () => true;
export default { request: (method, url, body) => { sent.push({ method, url, body }); return { status: 200 }; } };
`;

/** @type {(file: string, folder: string, base: string) => Promise<readonly { method: string, url: string, body: string | null }[]>} */
const requestsOf = async (file, folder, base) => {
  const script = path.join(folder, 'played.mjs');
  writeFileSync(path.join(folder, 'k6.mjs'), STUB);
  writeFileSync(script, readFileSync(file, 'utf8').replaceAll(/from "k6(?:\/http)?"/g, 'from "./k6.mjs"'));
  Object.assign(globalThis, { __ENV: { BASE_URL: base } });
  const { sent } = await import(pathToFileURL(path.join(folder, 'k6.mjs')).href);
  const { default: play } = await import(pathToFileURL(script).href);
  const calls = written(file).length;
  for (let round = 0; round < calls; round += 1) play();
  return sent;
};

const written = (/** @type {string} */ file) => readFileSync(file, 'utf8').match(/^ {4}method: /gm) ?? [];

/** @type {(file: string, folder: string) => Promise<readonly string[]>} */
const playProblems = async (file, folder) => {
  if (written(file).length === 0)
    return readFileSync(file, 'utf8').includes('// Partial:')
      ? []
      : [`${file}: has no call and does not say so`];
  /** @type {Set<string>} */
  const seen = new Set();
  const server = createServer((request, response) => {
    seen.add(`${String(request.method)} ${String(request.url)}`);
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  try {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const url = `http://127.0.0.1:${String(port)}`;
    const sent = await requestsOf(file, folder, url);
    const requests = sent.map(({ method, url: full, body }) => ({
      method: /** @type {'GET'} */ (method),
      path: full.slice(url.length),
      body: body ?? '',
    }));
    const result = await autocannon({ url, requests, connections: 1, amount: requests.length * 5 });
    const expected = new Set(requests.map(({ method, path: to }) => `${method} ${encodeURI(to)}`));
    const lost = [...expected].filter((call) => !seen.has(call) && !seen.has(decodeURI(call)));
    return [
      ...(result.non2xx + result.errors === 0
        ? []
        : [`${file}: ${String(result.non2xx)} answers were wrong`]),
      ...lost.map((call) => `${file}: never sent ${call}`),
    ];
  } finally {
    server.close();
  }
};

/** Says what k6 or a server would not understand of a load test. */
export const loadProblems = async (/** @type {string} */ file) => {
  const folder = mkdtempSync(path.join(here, '.load-'));
  try {
    return [...typeProblems(file, folder), ...(await playProblems(file, folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
