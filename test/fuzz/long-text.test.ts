import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/bank/index.js';
import { recordsOf } from '../../src/form/drafts/table-records.js';
import { parseOwnerDue } from '../../src/form/index.js';
import { cleanText, safeText, slug, withoutControls, withoutEnd } from '../../src/kernel/index.js';
import { anchorsOf, maskSecrets } from '../../src/llm/index.js';
import { normalForm } from '../../src/merge/index.js';
import { meantBy } from '../../src/plain/command.js';
import { canonicalMarkdown, canonicalText } from '../../src/render/canonical.js';
import { markdownCell, markdownSentences, markdownText } from '../../src/render/escape.js';
import { normalise, splitsSentence } from '../../src/spec/normalise.js';
import { parseIgnoreFile } from '../../src/store/ignore-rules.js';
import { linesOf } from '../../src/store/yaml-text.js';
import { rounds } from './rounds.js';

const NOW = Date.UTC(2026, 0, 1);
const kind = (dimension: 'duration' | 'money' | 'rate' | 'percent') => ({ dimension });

/** What meets text of any length that somebody else wrote. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'cleaning of terminal text': cleanText,
  'cleaning of document text': safeText,
  'the name of a folder': slug,
  'masking of secrets': maskSecrets,
  'what a rewriting must keep': anchorsOf,
  'the normal form of a document': (text) => normalForm(text),
  'a table in a document': (text) => normalForm(`a | b\n${text}`),
  'a fence in a document': (text) => normalForm(`\`\`\`${text}`),
  'a task in a document': (text) => normalForm(`- [x] ${text}`),
  'Markdown of a text': markdownText,
  'Markdown of a cell': markdownCell,
  'Markdown of sentences': markdownSentences,
  'the canonical form of Markdown': canonicalMarkdown,
  'the canonical form of other text': canonicalText,
  'a phrase of an answer': (text) => normalise(text, 'verb-phrase'),
  'items of an answer': (text) => normalise(`- a\n- ${text}`, undefined),
  'the end of a sentence': splitsSentence,
  'a duration': (text) => parseQuantity(text, kind('duration')),
  'an amount of money': (text) => parseQuantity(`€1${text}`, kind('money')),
  'a rate': (text) => parseQuantity(`1${text}`, kind('rate')),
  'a share': (text) => parseQuantity(`1${text}`, kind('percent')),
  'an owner and a day': (text) => parseOwnerDue(text, NOW),
  'a pasted table': recordsOf,
  'a command of the plain interview': (text) => meantBy(text, 'append'),
  'ignored paths': (text) => parseIgnoreFile(text, ''),
  'the lines of a file': linesOf,
};

/** What makes a pattern begin anew, or part what it has read in another way. */
const PUMPS = [
  ...[
    'a',
    ' ',
    '\n',
    '\t',
    '\r',
    '-',
    '.',
    '0',
    '"',
    "'",
    '`',
    '|',
    '(',
    '{',
    '<',
    '*',
    '\\',
    '/',
    ',',
    '\u2028',
  ],
  ...['\u009d', '\u0090', '\u009b', '\u001b]', '\u001b[', '\u001b]8;;', '\u202e', '“', '«', '\ud800'],
  ...[
    'a ',
    'a.',
    'a-',
    'a@',
    'A1',
    '0.',
    '1,',
    ' \n',
    '- ',
    '. ',
    ' |',
    '|-',
    '# ',
    '[x] ',
    '> ',
    '``',
    '~~~',
  ],
  ...[
    'eyJ',
    '-eyJaaaaaaaa',
    '-eyJaaaaaaaa.',
    'a://b:',
    'token"  ',
    '-----BEGIN ',
    'a@a.a.',
    'by ',
    'www.',
    'http://',
  ],
];
const ENDS = rounds(2) === 2 ? ['!', '\u2028x'] : ['', '!', '\u0000', '\n\u00df', '\u2028x'];

const SHORT = 10_000;
const TIMES = 10;
/** In proportion it would be ten times as long; what goes back for every sign takes a hundred times as long. */
const MOST = 2 * TIMES;
/** Below this, what is measured is the machine. Going back for every sign of the long text takes seconds. */
const NOISE_MS = 300;

function timeOf(read: (text: string) => unknown, text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

/** What takes too long on a long text, compared with a shorter one of the same kind; measured again before it is said. */
function tooSlow(read: (text: string) => unknown, pumps = PUMPS): readonly string[] {
  return pumps
    .flatMap((pump) => ENDS.map((end) => ({ pump, end })))
    .flatMap(({ pump, end }) => {
      const text = (length: number) => pump.repeat(Math.ceil(length / pump.length)) + end;
      const isSlow = () => {
        const long = timeOf(read, text(SHORT * TIMES));
        const times = [1, 2, 3].map(() => (long > NOISE_MS ? timeOf(read, text(SHORT)) : 0));
        return long > NOISE_MS && long > MOST * Math.max(...times);
      };
      return isSlow() && isSlow() && isSlow() ? [JSON.stringify(pump + end)] : [];
    });
}

describe('a text of 100,000 signs', { timeout: 120_000 }, () => {
  it.each(Object.entries(readers))('takes at most twenty times as long as one of 10,000: %s', (_, read) => {
    expect(tooSlow(read)).toEqual([]);
  });

  it('is measured by something that tells a slow reader', () => {
    const goingBack = (text: string) => text.slice(-text.length / 3).replace(/ +$/, '');
    expect(tooSlow(goingBack, ['a', ' '])).toContain('" !"');
    expect(tooSlow(goingBack, ['a'])).toEqual([]);
  });
});

const OLD_SEQUENCES =
  // eslint-disable-next-line no-control-regex -- what a terminal obeys is what is looked for
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
const from = (signs: string) => fc.string({ unit: fc.constantFrom(...Array.from(signs)), maxLength: 24 });
const RUNS = { numRuns: 2_000 };

describe('a list that is nested deeper than anybody writes', () => {
  it.each([
    ['line under line', (depth: number) => `${'  '.repeat(depth)}- w${String(depth)}\n`],
    ['in one line', (depth: number) => `- ${depth === 299 ? 'w299' : ''}`],
  ])('keeps its words, %s', (_, item) => {
    const text = Array.from({ length: 300 }, (__, depth) => item(depth)).join('');
    const form = normalForm(text);
    expect(form.match(/w\d+/g)).toEqual(text.match(/w\d+/g));
    expect(normalForm(text.replace('w299', 'w300'))).not.toBe(form);
  });

  it('is read at once, however deep', () => {
    expect(normalForm(`${'- '.repeat(1_000_000)}x`).includes('x')).toBe(true);
  });
});

describe('what is read in one pass', () => {
  it('finds the sequences of a terminal that a pattern finds by going back', () => {
    fc.assert(
      fc.property(from('\u001b\u009d\u0090\u009b\u009c\u0007\\]P[X0;m a~'), (text) => {
        expect(cleanText(text)).toBe(withoutControls(text.replace(OLD_SEQUENCES, '')));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      RUNS,
    );
  });

  it('takes from an end what a pattern takes', () => {
    fc.assert(
      fc.property(from('a0.,;\n '), (text) => {
        expect(withoutEnd(text, '.,;')).toBe(text.replace(/[.,;]+$/, ''));
      }),
      RUNS,
    );
  });

  it('takes the blanks that a pattern takes from the end of an ignored path', () => {
    fc.assert(
      fc.property(from('a\\ \t/'), (line) => {
        const bare = line.replace(/(?<!\\)\s+$/, '');
        expect(JSON.stringify(parseIgnoreFile(line, ''))).toBe(JSON.stringify(parseIgnoreFile(bare, '')));
        expect(parseIgnoreFile(line, '').length).toBe(bare === '' ? 0 : 1);
      }),
      RUNS,
    );
  });
});
