import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../src/kernel/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import {
  markdownCell,
  markdownCode,
  markdownQuote,
  markdownSentence,
  markdownSentences,
  markdownText,
} from '../../src/render/escape.js';
import { markdownProblems } from '../../src/render/markdown-form.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { readShipped, renderAll } from './shipped.js';

const { formats } = readShipped(root);

// Any of these at the start of a line, or unescaped inside one, would be markup.
const opensBlock = /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|```|~~~|-{3,}|={3,}|\||<)/;
const inline = /(?<!\\)(?:\\\\)*[*[\]<>|~]/;
// A backtick behind an even number of backslashes opens code: they are backslashes themselves.
const withoutCode = (line: string): string =>
  line
    .replaceAll(/(?<=(?<!\\)(?:\\\\)*)(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, 'code')
    .replaceAll(/<(?:https?:\/\/)?[^\s<>]+>/g, 'link');

/** What a reader sees of an escaped line: escapes undone, code and links without their marks. */
const shown = (line: string): string =>
  line.replaceAll(/<((?:https?:\/\/|[\w.+-]+@)[^\s<>]+)>/g, '$1').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

const marks = '# * _ ` [ ] ( ) < > | ~ \\ - + = . 1 { } ! & ; : / @ a b'.split(' ').concat(' ');

const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...marks), { maxLength: 30 }).map((all) => all.join('')),
);

describe('markdownText', () => {
  it('leaves nothing in a line that opens a block or markup', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const line = markdownText(typed);
        expect(line).not.toMatch(/[\r\n\t]/);
        expect(withoutCode(line)).not.toMatch(opensBlock);
        expect(withoutCode(line)).not.toMatch(inline);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every word: unescaped, the text is as it was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE), (a, b) => {
        const plain = (text: string): string => text.replaceAll(/[`\\]/g, '').replaceAll(/\s+/g, ' ').trim();
        expect(plain(shown(markdownText(`${a} ${b}`)))).toBe(plain(safeText(`${a} ${b}`)));
        for (const word of `${a} ${b}`.match(/[a-z]{3,}/gi) ?? []) {
          expect(markdownText(`${a} ${b}`)).toContain(word);
        }
      }),
    );
  });

  it.each([
    ['user_id and __init__', 'user_id and \\_\\_init\\_\\_'],
    ['a `code|span` stays', 'a `code|span` stays'],
    ['one ` tick', 'one \\` tick'],
    ['1. first', '1\\. first'],
    ['1.5 s', '1.5 s'],
    ['# title', '\\# title'],
    ['#5 of them', '#5 of them'],
    ['ends ##', 'ends \\##'],
    ['<script>', '\\<script\\>'],
    ['see https://example.com/a_b.', 'see <https://example.com/a_b>.'],
    ['write to ops@example.com', 'write to <ops@example.com>'],
    ['https://example.com/*x*y', '`https://example.com/*x*y`'],
    ['&amp; & &', '\\&amp; & &'],
    ['{{name}}', '{{name}}'],
    ['a\u0007b\u001b[31mc\u202e', 'abc'],
    ['two\nlines', 'two lines'],
  ])('prints %j as %j', (typed, printed) => {
    expect(markdownText(typed)).toBe(printed);
  });
});

describe('the other escapes', () => {
  it('keep a cell in its column, code included', () => {
    expect(markdownCell('a | `b|c`')).toBe('a \\| `b\\|c`');
  });

  it('give code as many backticks as it needs', () => {
    expect(markdownCode('a `b` c')).toBe('``a `b` c``');
    expect(markdownCode('`b')).toBe('`` `b ``');
    expect(markdownCode(' ')).toBe('');
  });

  it('close a sentence once', () => {
    expect(markdownSentence('done')).toBe('done.');
    expect(markdownSentence('really?')).toBe('really?');
    expect(markdownSentence('')).toBe('');
  });

  it('put one sentence on each line, and split no abbreviation', () => {
    expect(markdownSentences('It fails. It stops after 1.5 s. Really?')).toBe(
      'It fails.\nIt stops after 1.5 s.\nReally?',
    );
    expect(markdownSentences('See e.g. Redis.')).toBe('See e.g. Redis.');
  });

  it('quote and indent lines', () => {
    expect(markdownQuote(['a', '# b'], 2)).toBe('  > a\n  > \\# b');
  });
});

/** Puts a text into every text of a document that people write. */
function spoiled(value: unknown, text: string, key = ''): unknown {
  const ours = [
    'id',
    'verify',
    'severity',
    'state',
    'section',
    'ears',
    'kind',
    'row',
    'ids',
    'answers',
  ].concat(['key', 'from', 'to', 'place', 'number', 'keyword']);
  if (typeof value === 'string') return value === '' || ours.includes(key) ? value : text;
  if (Array.isArray(value)) return ours.includes(key) ? value : value.map((item) => spoiled(item, text, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoiled(item, text, name)]));
}

const shapeOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => /^(?:#{1,6} |- | {2}> | {2}|\||$)/.exec(line)?.[0] ?? 'text')
    .map((mark, index, all) => (mark === '|' ? `row ${String(all[index - 1] === '')}` : mark))
    .join('\n');

describe('a document of hostile answers', () => {
  it.each(HOSTILE)('has the structure of a tame one: %j', (text) => {
    const tame = renderAll(spoiled(SAMPLE, 'word') as typeof SAMPLE, formats, 'x');
    const hostile = renderAll(spoiled(SAMPLE, text) as typeof SAMPLE, formats, 'x');

    expect(hostile.map((file) => shapeOf(file.text))).toEqual(tame.map((file) => shapeOf(file.text)));
    for (const { text: rendered } of hostile.filter(({ type }) => type === 'markdown')) {
      // Titles of chapters come from banks, where lint sees to them; here they all become the same hostile text.
      const known = ['two headings beside each other are the same', 'a heading ends in punctuation'];
      expect(markdownProblems(rendered).filter(({ says }) => !known.includes(says))).toEqual([]);
    }
  });
});
