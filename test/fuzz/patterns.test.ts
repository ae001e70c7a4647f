import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { counted } from './rounds.js';

type Pattern = { readonly place: string; readonly regex: RegExp };

/** Patterns that may take more than linear time, because what they meet is short: where they stand, and what bounds it. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/merge/sentences.ts /[\\p{L}\\p{N}.]*$/u': 'meets the 24 characters before a full stop',
  'src/spec/trace.ts /[a-z0-9][a-z0-9._-]*$/i': 'meets the 100 characters before a mention',
};

/** Where an expression is put together while the program runs: what it is made of, and why that is linear. */
const MADE: Readonly<Record<string, string>> = {
  'src/analysis/referred-cells.ts': 'a place of a bank between two quotes, nothing repeats',
  'src/bank/quantity/tidy.ts': 'one word at the beginning, nothing repeats',
  'src/cli/proposals/commands.ts': 'a name in quotes and blanks behind it',
  'src/form/drafts/table-records.ts': 'sticky: one cell at a time, ended by its separator',
  'src/llm/survives.ts': 'its parts are checked as they stand there, and measured together',
  'src/merge/read-leaves.ts': 'a fence at the beginning of one line',
  'src/render/managed-block.ts': 'a fixed line',
};

/** Every regular expression that stands in the source. */
function patterns(): readonly Pattern[] {
  return sources().flatMap(({ name, text }) => patternsIn(name, text));
}

function sources(): readonly { readonly name: string; readonly text: string }[] {
  return ['src', 'bin'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]sx?$/.test(name))
      .map((name) => ({
        name: path.posix.join(folder, ...name.split(path.sep)),
        text: readFileSync(path.join(root, folder, name), 'utf8'),
      })),
  );
}

/** How an expression may need more than linear time: what is tried again from every place, or parted in many ways. */
function superLinear({ source, flags }: RegExp): readonly string[] {
  return analyse({ source, flags }).reports.map(({ type }) => type);
}

function patternsIn(name: string, text: string): readonly Pattern[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const regex = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${name} ${node.text}`, regex });
    }
    if (isSchemaPattern(node)) {
      found.push({
        place: `${name} ${node.initializer.text}`,
        regex: new RegExp(node.initializer.text, 'u'),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `pattern: '…'`, as the JSON schemas say it. */
function isSchemaPattern(
  node: ts.Node,
): node is ts.PropertyAssignment & { readonly initializer: ts.StringLiteral } {
  const isPattern = ts.isPropertyAssignment(node) && node.name.getText() === 'pattern';
  return isPattern && ts.isStringLiteral(node.initializer);
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

  it('are checked by something that tells a slow one', () => {
    const slow = [/^(?:a+)+$/, /a+$/, /^a+a+$/, /(?<!b)\s+$/, /^\s*(.*)$/, /<[^>]*>/];
    expect(slow.filter((regex) => superLinear(regex).length === 0)).toEqual([]);
    const fast = [/^a+$/, /(?<!a)a+$/, /<[^<>]*>/, /a+b?/];
    expect(fast.filter((regex) => superLinear(regex).length > 0)).toEqual([]);
  });

  it('need time in proportion to the text, but for those that meet short texts', () => {
    const slow = all.filter(({ regex }) => superLinear(regex).length > 0).map(({ place }) => place);
    expect(slow.toSorted()).toEqual(Object.keys(BOUNDED).toSorted());
  });

  it('are put together while the program runs only where that is known to be linear', () => {
    const makers = sources().filter(({ text }) => /\bRegExp\(/.test(text));
    expect(makers.map(({ name }) => name).toSorted()).toEqual(Object.keys(MADE).toSorted());
  });

  it('need no time that doubles with every sign of a text', () => {
    const repeating = all.filter(({ regex }) => /[*+]|,\}/.test(regex.source));
    const slow = repeating
      .map(({ place, regex }) => ({ place, took: slowest(regex) }))
      .filter(({ took }) => took > MOST_MS);
    expect(slow).toEqual([]);
  });
});
