import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { counted } from './rounds.js';

type Pattern = { readonly place: string; readonly regex: RegExp };

/** Every regular expression that stands in the source. */
function patterns(): readonly Pattern[] {
  const folder = path.join(root, 'src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return names.flatMap((name) => patternsIn(name, readFileSync(path.join(folder, name), 'utf8')));
}

function patternsIn(name: string, text: string): readonly Pattern[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const regex = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${name}:${String(line + 1)} ${node.text}`, regex });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a pattern may be repeated on: the signs it names, pairs of its neighbours, and what any of them likes. */
function pumps({ source }: RegExp): readonly string[] {
  const named = [...new Set(source.replaceAll(/\\[a-zA-Z]\{?|[()[\]{}*+?^$]/g, ' ').split(/\s+/))].filter(
    Boolean,
  );
  const signs = [...new Set(source.match(/[^\\()[\]{}*+?^$\s]/g) ?? [])].slice(0, 10);
  const any = ['a', '0', ' ', '\n', '-', 'a ', 'a.', '0.', '- ', 'A1'];
  return [...new Set([...any, ...signs, ...named.slice(0, 4)])];
}

const tail = ['\u0000', '\n\u00df'];
const LENGTH = 100;
// Going back over all that was read once, twice or three times takes milliseconds for 100 signs; trying every way to part
// them would take longer than the universe is old.
const MOST_MS = 2_000;

function slowest(regex: RegExp): number {
  const texts = pumps(regex).flatMap((pump) => tail.map((end) => pump.repeat(LENGTH / pump.length) + end));
  return Math.max(...texts.map((text) => timeOf(regex, text)));
}

/** The shorter of two times, because a machine may look elsewhere in one of them. */
function timeOf(regex: RegExp, text: string): number {
  const once = () => {
    const start = performance.now();
    text.replace(regex, '');
    return performance.now() - start;
  };
  const first = once();
  return first < MOST_MS ? first : Math.min(first, once());
}

const all = patterns();

describe('the regular expressions of the source', { timeout: 120_000 }, () => {
  afterAll(() => {
    counted(`${String(all.length)} regular expressions`);
  });

  it('are found', () => {
    expect(all.length).toBeGreaterThan(400);
  });

  it('are measured by something that tells an endless one', () => {
    const endless = /^(?:a+)+$/;
    const [short, long] = [20, 26].map((length) => timeOf(endless, `${'a'.repeat(length)}!`));
    expect((long ?? 0) / (short ?? 1)).toBeGreaterThan(3);
  });

  it('need no time that doubles with every sign of a text', () => {
    const repeating = all.filter(({ regex }) => /[*+]|,\}/.test(regex.source));
    const slow = repeating
      .map(({ place, regex }) => ({ place, took: slowest(regex) }))
      .filter(({ took }) => took > MOST_MS);
    expect(slow).toEqual([]);
  });
});
