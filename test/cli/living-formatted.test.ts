import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, extname } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const ROOT = join(import.meta.dirname, '..', '..');
const CASE = join(ROOT, 'question-banks', 'cases', 'rate-limiter.yaml');
const FORMATS = readdirSync(join(ROOT, 'templates'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const PARSERS: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.yaml': 'yaml',
  '.json': 'json',
  '.js': 'babel',
};

type Formatter = (text: string, path: string) => string | Promise<string>;

const pretty: Formatter = (text, path) => {
  const parser = PARSERS[extname(path)];
  return parser === undefined ? text : format(text, { parser });
};

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  'prettier with its defaults': pretty,
  'a conversion to CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'an editor that strips blanks and the last newline': (text) =>
    text.replaceAll(/[ \t]+$/gm, '').replace(/\n+$/, ''),
  'blanks at the ends of lines and more newlines at the end': (text) =>
    `${text.replaceAll(/(\S)\n/g, '$1 \n')}\n\n`,
  'a byte order mark': (text) => `\uFEFF${text}`,
};

const documentsIn = (world: AWorld): readonly string[] => {
  const dir = world.dir.join('specs', 'rate-limiter');
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.base'));
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/answers|\.draft|\.lock/.test(path));
};

const everyFormat = async (): Promise<AWorld> => {
  const world = aWorld();
  world.dir.write(
    '.spec-interview/config.yaml',
    `format: 1\nformats:\n${FORMATS.map((id) => `  - ${id}\n`).join('')}`,
  );
  await world.run('new', 'Rate limiter', '--answers', CASE, '--yes');
  return world;
};

it('R5: a formatter that ran over every document of every format makes nothing stale or edited', async () => {
  const rendered = await everyFormat();
  const types = new Set(documentsIn(rendered).map((path) => extname(path)));
  expect([...types].sort()).toEqual(['.feature', '.js', '.md', '.yaml']);
  for (const [name, formatter] of Object.entries(FORMATTERS)) {
    const world = aWorld();
    cpSync(rendered.dir.path, world.dir.path, { recursive: true });
    for (const path of documentsIn(world))
      writeFileSync(path, await formatter(readFileSync(path, 'utf8'), path));
    const { code, out } = await world.run('check', 'rate-limiter', '--strict');
    expect(out, name).not.toMatch(/edited by hand|stale/);
    expect(code, name).toBe(0);
    if (!/CRLF|prettier/.test(name)) continue;
    await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
    expect((await world.run('regenerate', 'rate-limiter')).code, name).toBe(0);
    expect((await world.run('check', 'rate-limiter', '--strict')).code, name).toBe(0);
  }
}, 120_000);
