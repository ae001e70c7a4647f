import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/merge/block.js';
import { matchBlocks, type Compared } from '../../src/merge/match-blocks.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';

const nameOf = ({ lines }: Block): string => lines.join(' ');

/** Which block of one text is which of another, by their lines. */
const matched = (from: string, to: string, compared: Compared = 'mine'): Readonly<Record<string, string>> => {
  const { there, back } = matchBlocks(parseBlocks(from).children, parseBlocks(to).children, compared);
  expect([...back].map(([one, other]) => [other, one])).toEqual([...there]);
  return Object.fromEntries([...there].map(([one, other]) => [nameOf(one), nameOf(other)]));
};

describe('the same block in two texts', () => {
  it('is found by its id, wherever it stands and whatever it says', () => {
    expect(matched('- `a` One.\n- `b` Two.', '- `b` Else.\n- `a` Other.')).toEqual({
      '- `a` One.': '- `a` Other.',
      '- `b` Two.': '- `b` Else.',
    });
  });

  it('is never one with another id, however alike they are', () => {
    expect(matched('- `a` One two three four.', '- `b` One two three four.')).toEqual({});
    expect(matched('- `a` One.\n- `a` Two.', '- `a` Two.')).toEqual({ '- `a` Two.': '- `a` Two.' });
  });

  it('is found by its text, the first with the first', () => {
    expect(matched('One.\n\nTwo.\n\nOne.', 'Two.\n\nOne.', 'both-new')).toEqual({
      'One.': 'One.',
      'Two.': 'Two.',
    });
  });

  it('is found by as many labels as agree', () => {
    const rows = '| A | B | C |\n| - | - | - |\n';
    const inTable = (from: string, to: string): Readonly<Record<string, string>> => {
      const [one, other] = [from, to].map((text) => parseBlocks(`${rows}${text}`).children[0]!.children);
      const { there } = matchBlocks(one!, other!, 'both-new');
      return Object.fromEntries([...there].map(([left, right]) => [left.own, right.own]));
    };
    expect(inTable('| x | y | 1 |\n| x | z | 2 |', '| x | z | 3 |\n| x | y | 4 |')).toEqual({
      'x | y | 1': 'x | y | 4',
      'x | z | 2': 'x | z | 3',
    });
    expect(inTable('| x | y | 1 |', '| x | z | 2 |')).toEqual({ 'x | y | 1': 'x | z | 2' });
    expect(inTable('| x | y | 1 |\n| x | z | 2 |', '| x | w | 3 |')).toEqual({});
  });

  it('is found by the code in it when no label tells', () => {
    expect(matched('- Says `a`.\n- Says `b`.', '- Tells of `b`.\n- Tells of `a`.', 'both-new')).toEqual({
      '- Says `a`.': '- Tells of `a`.',
      '- Says `b`.': '- Tells of `b`.',
    });
  });

  it('is never one of another kind', () => {
    expect(matched('One two three.', '> One two three.')).toEqual({});
    expect(matched('# One two three', '## One two three four')).toEqual({});
  });
});

describe('a block that was reworded in its place', () => {
  it('is the only one there, when it is a paragraph or a title', () => {
    expect(matched('One.', 'Quite another.')).toEqual({ 'One.': 'Quite another.' });
    expect(matched('# One', '# Another')).toEqual({ '# One': '# Another' });
    expect(matched('One.', 'Quite another.', 'both-new')).toEqual({});
  });

  it('shares half of its words, when it is an item', () => {
    expect(matched('- one two three four', '- one two five six')).toEqual({
      '- one two three four': '- one two five six',
    });
    expect(matched('- one two three four', '- one five six seven')).toEqual({});
    expect(matched('- ONE two', '- one TWO three')).toEqual({ '- ONE two': '- one TWO three' });
  });

  it('is the likest of several, each once', () => {
    const from = 'one two three four.\n\nfive six seven eight.';
    const to = 'five six seven nine.\n\none two three ten.\n\nfive six seven.';
    expect(matched(from, to)).toEqual({
      'one two three four.': 'one two three ten.',
      'five six seven eight.': 'five six seven.',
    });
  });

  it('counts a word as often as it stands there', () => {
    expect(matched('- a a a a', '- a b c d')).toEqual({});
    expect(matched('- a a b c', '- a a d e')).toEqual({ '- a a b c': '- a a d e' });
  });

  it('stands behind the same neighbour', () => {
    const from = 'one two three.\n\n- `x` middle\n\nfour five six.';
    const to = 'four five seven.\n\n- `x` middle\n\none two seven.';
    expect(matched(from, to)).toEqual({
      '- `x` middle': '- `x` middle',
      'one two three.': 'four five seven.',
      'four five six.': 'one two seven.',
    });
    expect(matched('one two three four.\n\n> q', '> q\n\none two three five.')).toEqual({ '> q': '> q' });
  });

  it('keeps the words before its colon when the answers reworded it', () => {
    const [from, to] = ['- Store: one two three', '- Cache: one two three'];
    expect(matched(from, to, 'mine')).toEqual({ [from]: to });
    expect(matched(from, to, 'generated')).toEqual({});
    expect(matched('- one two three', '- one two four', 'generated')).toEqual({
      '- one two three': '- one two four',
    });
  });
});

describe('a section that was renamed', () => {
  it('is known by what it holds, or by most words of its heading', () => {
    expect(matched('## Aa\n\nOne.\n\n### Deep\n\nTwo.', '## Bb\n\nOne.\n\n### Deep\n\nThree.')).toEqual({
      '## Aa': '## Bb',
    });
    const kept = '## Zz\n\nOther.\n\n';
    expect(matched(`${kept}## One two three four\n\n## Nn`, `${kept}## One two three five\n\n## Mm`)).toEqual(
      {
        '## Zz': '## Zz',
        '## One two three four': '## One two three five',
      },
    );
    expect(matched('## One two three\n\n## Nn', '## One two four\n\n## Mm')).toEqual({});
  });

  it('needs half of its heading only when it is alone', () => {
    expect(matched('## One two', '## One three')).toEqual({ '## One two': '## One three' });
    expect(matched('## One two', '## Three four')).toEqual({});
  });
});

describe('a block between conflict markers', () => {
  const torn =
    '<<<<<<< yours\nMine.\n||||||| last generated\nOne.\n=======\nTheirs.\n>>>>>>> new from answers';

  it('is each block that is named there, the first of them', () => {
    const { there } = matchBlocks(
      parseBlocks('Theirs.\n\nOne.').children,
      parseBlocks(torn).children,
      'mine',
    );
    expect([...there].map(([one, other]) => [nameOf(one), other.kind])).toEqual([['Theirs.', 'conflict']]);
  });

  it('is nobody else', () => {
    expect(matched('Other.', torn)).toEqual({});
    expect(matched('One.', torn, 'generated')).toEqual({});
  });
});
