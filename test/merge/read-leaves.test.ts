import { describe, expect, it } from 'vitest';
import { outline } from './outline.js';

describe('headings', () => {
  it('have one to six signs and a blank or nothing behind them', () => {
    expect(outline('# a\n\n###### b\n\n##\n')).toEqual([
      ['section 1', ['# a'], ['section 6', ['###### b']], ['section 2', ['##']]],
    ]);
    expect(outline('####### a')).toEqual([['paragraph', ['####### a']]]);
    expect(outline('#a')).toEqual([['paragraph', ['#a']]]);
  });

  it('may stand three blanks in, not four', () => {
    expect(outline('   ## a')).toEqual([['section 2', ['   ## a']]]);
    expect(outline('    ## a')).toEqual([['code', ['    ## a']]]);
  });

  it('are a paragraph with a line of signs under it', () => {
    expect(outline('a\nb\n===\nc')).toEqual([['section 1', ['a', 'b', '==='], ['paragraph', ['c']]]]);
    expect(outline('a\n--\nc')).toEqual([['section 2', ['a', '--'], ['paragraph', ['c']]]]);
    expect(outline('a\n---\nc')).toEqual([['section 2', ['a', '---'], ['paragraph', ['c']]]]);
    expect(outline('a\n  =  ')).toEqual([['section 1', ['a', '  =  ']]]);
  });

  it('are no underline when a blank line or other signs stand between', () => {
    expect(outline('a\n\n===')).toEqual([
      ['paragraph', ['a']],
      ['paragraph', ['===']],
    ]);
    expect(outline('a\n=-=')).toEqual([['paragraph', ['a', '=-=']]]);
  });
});

describe('code between fences', () => {
  it('ends at a fence of the same signs, at least as long', () => {
    expect(outline('```ts\na\n~~~\n``\n````\nb')).toEqual([
      ['code', ['```ts', 'a', '~~~', '``', '````']],
      ['paragraph', ['b']],
    ]);
    expect(outline('~~~~\na\n~~~\n```\n~~~~\nb')).toEqual([
      ['code', ['~~~~', 'a', '~~~', '```', '~~~~']],
      ['paragraph', ['b']],
    ]);
  });

  it('does not end at a fence with words behind it, but at one with blanks', () => {
    expect(outline('```\na\n``` js\n   ``` \t\nb')).toEqual([
      ['code', ['```', 'a', '``` js', '   ``` \t']],
      ['paragraph', ['b']],
    ]);
  });

  it('goes to the end of the text when nothing closes it', () => {
    expect(outline('```\na\n\n# b')).toEqual([['code', ['```', 'a', '', '# b']]]);
    expect(outline('```')).toEqual([['code', ['```']]]);
  });

  it('is no fence with a tick behind the ticks', () => {
    expect(outline('``` a `b`')).toEqual([['paragraph', ['``` a `b`']]]);
  });

  it('cuts a paragraph off', () => {
    expect(outline('a\n```\nb\n```')).toEqual([
      ['paragraph', ['a']],
      ['code', ['```', 'b', '```']],
    ]);
  });
});

describe('indented code', () => {
  it('goes over the blank lines inside it, not over those behind it', () => {
    expect(outline('    a\n\n\n\tb\n\nc')).toEqual([
      ['code', ['    a', '', '', '\tb']],
      ['paragraph', ['c']],
    ]);
  });

  it('ends at the first line that is indented less', () => {
    expect(outline('    a\n   b\n    c')).toEqual([
      ['code', ['    a']],
      ['paragraph', ['   b', '    c']],
    ]);
  });
});

describe('rules', () => {
  it('are three signs of one kind or more, with blanks between them', () => {
    expect(outline('***\n\n- - -\n\n____\n\n  * * *  ')).toEqual([
      ['rule', ['***']],
      ['rule', ['- - -']],
      ['rule', ['____']],
      ['rule', ['  * * *  ']],
    ]);
    expect(outline('__\n\n*-*\n\n_ _ _ a')).toEqual([
      ['paragraph', ['__']],
      ['paragraph', ['*-*']],
      ['paragraph', ['_ _ _ a']],
    ]);
  });
});

describe('quotes', () => {
  it('go on over lines without their sign, until a blank line or another block', () => {
    expect(outline('> a\nb\n>c\n\nd')).toEqual([
      ['quote', ['> a', 'b', '>c']],
      ['paragraph', ['d']],
    ]);
    expect(outline('> a\n# b')).toEqual([
      ['quote', ['> a']],
      ['section 1', ['# b']],
    ]);
  });

  it('cut a paragraph off', () => {
    expect(outline('a\n> b')).toEqual([
      ['paragraph', ['a']],
      ['quote', ['> b']],
    ]);
  });
});

describe('HTML', () => {
  it('goes on to the next blank line', () => {
    expect(outline('<div>\na\n</div>\nb\n\nc')).toEqual([
      ['html', ['<div>', 'a', '</div>', 'b']],
      ['paragraph', ['c']],
    ]);
    expect(outline('</section>')).toEqual([['html', ['</section>']]]);
  });

  it('is a comment up to its end, over blank lines', () => {
    expect(outline('<!-- a\n\nb --> c\nd')).toEqual([
      ['html', ['<!-- a', '', 'b --> c']],
      ['paragraph', ['d']],
    ]);
    expect(outline('  <!-- a -->\nb')).toEqual([
      ['html', ['  <!-- a -->']],
      ['paragraph', ['b']],
    ]);
    expect(outline('<!-- a\n\nb')).toEqual([['html', ['<!-- a', '', 'b']]]);
  });

  it('is a paragraph when it begins with a tag of running text or with no tag', () => {
    expect(outline('<b>a</b> b')).toEqual([['paragraph', ['<b>a</b> b']]]);
    expect(outline('</code> b')).toEqual([['paragraph', ['</code> b']]]);
    expect(outline('<https://example.org>')).toEqual([['paragraph', ['<https://example.org>']]]);
    expect(outline('< 5 ms')).toEqual([['paragraph', ['< 5 ms']]]);
    expect(outline('<body>')).toEqual([['html', ['<body>']]]);
  });

  it('cuts a paragraph off, a tag of running text does not', () => {
    expect(outline('a\n<div>')).toEqual([
      ['paragraph', ['a']],
      ['html', ['<div>']],
    ]);
    expect(outline('a\n<em>b</em>')).toEqual([['paragraph', ['a', '<em>b</em>']]]);
  });
});
