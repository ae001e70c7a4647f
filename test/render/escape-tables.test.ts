import { describe, expect, it } from 'vitest';
import { gherkinText } from '../../src/render/escape-gherkin.js';
import { javascriptProperty } from '../../src/render/escape-javascript.js';
import { mermaidText } from '../../src/render/escape-mermaid.js';
import { alertText, yamlNote, yamlText } from '../../src/render/escape-yaml.js';
import {
  markdownCell,
  markdownCode,
  markdownQuote,
  markdownSentence,
  markdownSentences,
  markdownText,
} from '../../src/render/escape.js';

describe('a line of Markdown', () => {
  it.each([
    ['Plain words, a figure 5 and 10%.', 'Plain words, a figure 5 and 10%.'],
    ['  two\t\n words ', 'two words'],
    ['a\\b', 'a\\\\b'],
    ['* all [of] <these> | ~signs~', '\\* all \\[of\\] \\<these\\> \\| \\~signs\\~'],
    ['_a_ b_c d_', '\\_a\\_ b_c d\\_'],
    ['é_é', 'é_é'],
    ['&lt; &#60; &copy &; & a', '\\&lt; \\&#60; &copy &; & a'],
    ['C#', 'C#'],
    ['title #', 'title \\#'],
    ['title ## x', 'title ## x'],
    ['', ''],
  ])('%j is %j', (typed, printed) => {
    expect(markdownText(typed)).toBe(printed);
  });

  it.each([
    ['# a', '\\# a'],
    ['###### a', '\\###### a'],
    ['####### a', '####### a'],
    ['#', '\\#'],
    ['#a', '#a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['-', '\\-'],
    ['-a', '-a'],
    ['a - b', 'a - b'],
    ['--- a', '\\--- a'],
    ['--', '\\--'],
    ['==', '\\=='],
    ['=', '='],
    ['1. a', '1\\. a'],
    ['1) a', '1\\) a'],
    ['1.', '1\\.'],
    ['123456789. a', '123456789\\. a'],
    ['1234567890. a', '1234567890. a'],
    ['1.5 a', '1.5 a'],
    ['a 1. b', 'a 1. b'],
  ])('begins no block: %j is %j', (typed, printed) => {
    expect(markdownText(typed)).toBe(printed);
  });

  it.each([
    ['`a*b`', '`a*b`'],
    ['`a` and `b c`', '`a` and `b c`'],
    ['` a`', '\\` a\\`'],
    ['`a `', '\\`a \\`'],
    ['``a``', '\\`\\`a\\`\\`'],
    ['`` ` ``', '\\`\\` \\` \\`\\`'],
    ['`a', '\\`a'],
    ['*a* `*b*` *c*', '\\*a\\* `*b*` \\*c\\*'],
  ])('keeps code that is closed: %j is %j', (typed, printed) => {
    expect(markdownText(typed)).toBe(printed);
  });

  it.each([
    ['http://a.b/c', '<http://a.b/c>'],
    ['HTTPS://a.b', '<HTTPS://a.b>'],
    ['see https://a.b/c_d.', 'see <https://a.b/c_d>.'],
    ['(https://a.b/c)', '(<https://a.b/c>)'],
    ['https://a.b/c,d', '<https://a.b/c,d>'],
    ['www.a.b', '`www.a.b`'],
    ['WWW.a.b', '`WWW.a.b`'],
    ['https://a.b/[c]d', '`https://a.b/[c]d`'],
    ['https://a.b/c|d', '`https://a.b/c|d`'],
    ['https://a.b\\c', '`https://a.b\\c`'],
    ['https://a.b/~c', '`https://a.b/~c`'],
    ['a.b+c-d@e-f.org', '<a.b+c-d@e-f.org>'],
    ['a@b.c.', '<a@b.c>.'],
    ['a@b', 'a@b'],
    ['.@b.c', '.@b.c'],
    ['ftp://a.b', 'ftp://a.b'],
  ])('has addresses as links or as code: %j is %j', (typed, printed) => {
    expect(markdownText(typed)).toBe(printed);
  });
});

describe('the other forms of Markdown', () => {
  it('are cells that end at no pipe', () => {
    expect(['a|b', '`a|b`', 'a\\|b'].map(markdownCell)).toEqual(['a\\|b', '`a\\|b`', 'a\\\\\\|b']);
  });

  it.each([
    ['a', 'a.'],
    ['a.', 'a.'],
    ['a?', 'a?'],
    ['a!', 'a!'],
    ['a…', 'a…'],
    ['a:', 'a:'],
    ['a."', 'a."'],
    ['a.)', 'a.)'],
    ["a.'", "a.'"],
    ['a.”', 'a.”'],
    ['a.’', 'a.’'],
    ['a.]', 'a.\\]'],
    ['a.))', 'a.)).'],
    ['a)', 'a).'],
    ['a,', 'a,.'],
    ['a. b', 'a. b.'],
    [' a \n', 'a.'],
    ['  ', ''],
  ])('are sentences with a stop: %j is %j', (typed, printed) => {
    expect(markdownSentence(typed)).toBe(printed);
  });

  it.each([
    ['One. Two! Three? Four', 'One.\nTwo!\nThree?\nFour'],
    ['He says "One." "Two."', 'He says "One."\n"Two."'],
    ['(One.) (Two.) “Three.” Four', '(One.)\n(Two.)\n“Three.”\nFour'],
    ['One. two. 3. Four', 'One. two. 3.\nFour'],
    ['One.Two', 'One.Two'],
    ['One. Überall', 'One.\nÜberall'],
    ['One.\n\n\nTwo', 'One.\nTwo'],
    ['E.g. Two. I.e. Three', 'E.g.\nTwo.\nI.e.\nThree'],
    [
      'See e.g. One, i.e. Two, Dr. A, Mr. B, Ms. C, Mrs. D',
      'See e.g. One, i.e. Two, Dr. A, Mr. B, Ms. C, Mrs. D',
    ],
    ['In St. Gallen, No. Five, Nr. Six', 'In St. Gallen, No. Five, Nr. Six'],
    ['One vs. Two, cf. Three, approx. Four, J. Smith', 'One vs. Two, cf. Three, approx. Four, J. Smith'],
    ['', ''],
  ])('are one sentence in a line: %j is %j', (typed, printed) => {
    expect(markdownSentences(typed)).toBe(printed);
  });

  it.each([
    ['a', '`a`'],
    [' a\n b ', '`a b`'],
    ['a`b', '``a`b``'],
    ['a```b``c', '````a```b``c````'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    ['', ''],
    [' \n', ''],
  ])('are code: %j is %j', (typed, printed) => {
    expect(markdownCode(typed)).toBe(printed);
  });

  it('are quotes', () => {
    expect(markdownQuote(['a', '- b', ''], 2)).toBe('  > a\n  > \\- b\n  > ');
    expect([markdownQuote(['a'], 0), markdownQuote([], 4)]).toEqual(['> a', '']);
  });
});

describe('text in other types of files', () => {
  it('is one line behind a keyword of Gherkin', () => {
    expect(gherkinText('  a\n*b*\t| c ')).toBe('a *b* | c');
  });

  it('is a string of YAML in the quotes that need fewer escapes', () => {
    expect(['a', "a'b", 'a"b', 'a\\b', `a"b'c`, ' a\n b ', ''].map(yamlText)).toEqual([
      '"a"',
      `"a'b"`,
      `'a"b'`,
      `'a\\b'`,
      `'a"b''c'`,
      '"a b"',
      '""',
    ]);
  });

  it('begins no template in an alert, and no markup in a note', () => {
    expect(['{{ $x }}', '{{{', '{a}', ' {{"a"}} '].map(alertText)).toEqual([
      '"{ { $x }}"',
      '"{ { {"',
      '"{a}"',
      `'{ {"a"}}'`,
    ]);
    expect(['*a*', '- a', 'a'].map(yamlNote)).toEqual([`'\\*a\\*'`, `'\\- a'`, '"a"']);
  });

  it('is a property of JavaScript, below its name where the line would be too long', () => {
    expect(javascriptProperty('a', `b "c" 'd'`, 0)).toBe(`a: "b \\"c\\" 'd'",`);
    expect(javascriptProperty('a', 'b "c"', 2)).toBe(`  a: 'b "c"',`);
    expect(javascriptProperty('a', `"b" 'c`, 0)).toBe(`a: '"b" \\'c',`);
    expect(javascriptProperty('a', 'b\\c\n d', 0)).toBe('a: "b\\\\c d",');
    const fits = 'x'.repeat(70);
    expect(javascriptProperty('abc', fits, 2)).toBe(`  abc: "${fits}",`);
    expect(javascriptProperty('abcd', fits, 2)).toBe(`  abcd:\n    "${fits}",`);
  });

  it.each([
    ['a b', 'a b'],
    ['  a\n b ', 'a b'],
    ['"<&>"', '#quot;#lt;#amp;#gt;#quot;'],
    ['#%`\\*_~|{}[]', '#35;#37;#96;#92;#42;#95;#126;#124;#123;#125;#91;#93;'],
    ['- a', '#45; a'],
    ['+ a', '#43; a'],
    ['-a', '-a'],
    ['a - b', 'a - b'],
    ['1. a', '1#46; a'],
    ['12) a', '12#41; a'],
    ['1.5 s', '1.5 s'],
    ['a 1. b', 'a 1. b'],
    ['1234567890. a', '1234567890. a'],
    ['', ''],
  ])('is a label of a diagram: %j is %j', (typed, printed) => {
    expect(mermaidText(typed)).toBe(printed);
  });
});
