import { describe, expect, it } from 'vitest';
import { merged } from './merged.js';
import { doc, marked, result } from './told.js';

/** Three wordings of one block: as it was, as a person has it, as the answers have it. */
const KINDS: readonly (readonly [string, string, string, string, string])[] = [
  ['a paragraph', 'One.', 'Own.', 'New.', 'paragraph-1'],
  ['an item', '- `db` one', '- `db` own', '- `db` new', 'db'],
  ['a numbered item', '1. `db` one', '1. `db` own', '1. `db` new', 'db'],
  ['an item with lines', '- `db` one\n  two', '- `db` own\n  two', '- `db` one\n  new', 'db'],
  ['a fence', '```ts\none\n```', '```ts\nown\n```', '```ts\nnew\n```', 'code-1'],
  ['a fence of another language', '```ts\none\n```', '```js\none\n```', '```ts\nnew\n```', 'code-1'],
  ['indented code', '    one', '    own', '    new', 'code-1'],
  ['a quote', '> One.', '> Own.', '> New.', 'quote-1'],
  ['HTML', '<div>one</div>', '<div>own</div>', '<div>new</div>', 'html-1'],
  ['a comment', '<!-- one -->', '<!-- own -->', '<!-- new -->', 'html-1'],
  [
    'the head of a table',
    '| A | B |\n| --- | --- |',
    '| A | O |\n| --- | --- |',
    '| A | N |\n| --- | --- |',
    'table-1',
  ],
];

describe('a block that both changed', () => {
  it.each(KINDS)('stands in all three wordings between markers: %s', (_, base, mine, generated, key) => {
    const versions = { base: doc(base, '***'), mine: doc(mine, '***'), generated: doc(generated, '***') };
    expect(result(versions)).toEqual([
      doc(marked(mine.split('\n'), base.split('\n'), generated.split('\n')), '***'),
      versions.generated,
      `${key}: conflict, you changed this, and so did the answers`,
      'rule-1: generated',
    ]);
    expect(result({ ...versions, conflict: 'keep' }).slice(0, 3)).toEqual([
      versions.mine,
      versions.base,
      `${key}: conflict, you changed this, and so did the answers`,
    ]);
  });

  it('stands between markers where it is front matter, at the start of the text', () => {
    const front = (word: string): string => `---\na: ${word}\n---`;
    const text = (word: string): string => `${front(word)}\n\n# A\n`;
    const lines = (word: string): readonly string[] => front(word).split('\n');
    const file = merged({ base: text('one'), mine: text('own'), generated: text('new') });
    expect(file.after).toBe(`${marked(lines('own'), lines('one'), lines('new'))}\n\n# A\n`);
    expect(file.blocks.map(({ key, state }) => `${key}: ${state}`)).toEqual(['frontmatter-1: conflict']);
  });

  it('stands between markers in its table where it is a row', () => {
    const table = (row: string): string => doc(`| A | B |\n| --- | --- |\n${row}\n| x | y |`);
    expect(
      result({ base: table('| a | one |'), mine: table('| a | own |'), generated: table('| a | new |') }),
    ).toEqual([
      table(marked(['| a | own |'], ['| a | one |'], ['| a | new |'])),
      table('| a | new |'),
      'table-1/a-new: conflict, you changed this, and so did the answers',
      'table-1/x-y: generated',
    ]);
  });
});

describe('a block that one side changed', () => {
  it.each(KINDS)('is what that side says: %s', (_, base, mine, generated, key) => {
    expect(result({ base: doc(base), mine: doc(mine), generated: doc(base) })).toEqual([
      doc(mine),
      doc(base),
      `${key === 'db' ? 'db' : key}: kept-mine, you changed this, the answers did not`,
    ]);
    expect(result({ base: doc(base), mine: doc(base), generated: doc(generated) })).toEqual([
      doc(generated),
      doc(generated),
      `${key}: generated, taken from the answers`,
    ]);
  });

  it.each(KINDS)('is what both say when it is the same: %s', (_, base, mine, __, key) => {
    expect(result({ base: doc(base, '***'), mine: doc(mine), generated: doc(mine, '***') })).toEqual([
      doc(mine),
      doc(mine, '***'),
      ...(key.startsWith('table') ? [] : [`${key}: generated`]),
      'rule-1: withheld, you deleted this, and it stays deleted until it is restored',
    ]);
  });
});

describe('blocks that come in', () => {
  const base = doc('> 1', '> 2', '> 3');

  it.each([
    ['at the start', doc('```\nx\n```', '> 1', '> 2', '> 3')],
    ['in the middle', doc('> 1', '```\nx\n```', '> 2', '> 3')],
    ['at the end', doc('> 1', '> 2', '> 3', '```\nx\n```')],
  ])('stand where a person put them, or the answers: %s', (_, more) => {
    expect(merged({ base, mine: more, generated: base }).after).toBe(more);
    expect(merged({ base, mine: base, generated: more }).after).toBe(more);
    expect(merged({ base, mine: more, generated: more }).after).toBe(more);
  });

  it('stand behind those of the person where both put one', () => {
    const mine = doc('> 1', '```\nown\n```', '> 2', '> 3');
    const generated = doc('> 1', '***', '> 2', '> 3');
    expect(merged({ base, mine, generated }).after).toBe(doc('> 1', '```\nown\n```', '***', '> 2', '> 3'));
  });
});

describe('blocks that move', () => {
  const base = doc('> 1', '> 2', '> 3');

  it('go where the answers put them, and stay where the person put them', () => {
    const moved = doc('> 3', '> 1', '> 2');
    expect(merged({ base, mine: base, generated: moved }).after).toBe(moved);
    expect(merged({ base, mine: moved, generated: base }).after).toBe(moved);
    expect(merged({ base, mine: doc('> 2', '> 1', '> 3'), generated: moved }).after).toBe(moved);
  });
});

describe('the line endings of a text', () => {
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');

  it('are those that the person has', () => {
    const base = doc('One.', '> q');
    const generated = doc('One.', '> new');
    expect(merged({ base, mine: windows(doc('Own.', '> q')), generated }).after).toBe(
      windows(doc('Own.', '> new')),
    );
    expect(
      merged({ base: windows(base), mine: doc('Own.', '> q'), generated: windows(generated) }).after,
    ).toBe(doc('Own.', '> new'));
  });

  it('end the text once, whether or not the person ended it', () => {
    const base = doc('One.', '> q');
    const generated = doc('One.', '> new');
    for (const end of ['', '\n', '\n\n\n'])
      expect(merged({ base, mine: `${base.trimEnd()}${end}`, generated }).after).toBe(generated);
  });
});
