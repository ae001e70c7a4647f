import { describe, expect, it } from 'vitest';
import { normalForm, sameForm } from '../../src/merge/normal-form.js';
import { firstBlock } from './outline.js';
import { marked } from './told.js';

describe('what a text says without how it is formatted', () => {
  it('is its blocks where it is Markdown, which it is unless something else is said', () => {
    expect(normalForm('* a\n* b')).toBe('section \n{\nitem - a\n\nitem - b\n}');
    expect(normalForm('* a\n* b', 'markdown')).toBe('section \n{\nitem - a\n\nitem - b\n}');
  });

  it.each(['yaml', 'json', 'javascript', 'gherkin'] as const)('is its lines in %s', (type) => {
    expect(normalForm('* a \r\n  b\t\n\n\n', type)).toBe('* a\n  b');
  });

  it('is compared without its marks in Markdown, and with them in any other file', () => {
    expect(sameForm('- a\n- b\n', '* a\n* b')).toBe(true);
    expect(sameForm('- a\n- b\n', '* a\n* b', 'yaml')).toBe(false);
    expect(sameForm('- a \n- b\n\n', '- a\n- b', 'yaml')).toBe(true);
    expect(sameForm('a', 'a', 'yaml')).toBe(true);
  });

  it('differs by a letter, a figure or its case', () => {
    expect(sameForm('One 1.', 'One 2.')).toBe(false);
    expect(sameForm('One 1.', 'one 1.')).toBe(false);
    expect(sameForm('é', 'è')).toBe(false);
    expect(sameForm('1. a', '2) a')).toBe(true);
    expect(sameForm('It takes 1.', 'It takes 2.')).toBe(false);
  });
});

describe('what a block of odd lines says', () => {
  it('is a quote without its own signs, and with those inside its lines', () => {
    expect(firstBlock('> a > b\nc > d\ne> f').own).toBe('a > b c > d e> f');
    expect(firstBlock('   >a\n> > b').own).toBe('a > b');
  });

  it('is all its lines where a heading stands between markers', () => {
    const stretch = marked(['## A'], ['## B'], ['## C']);
    expect(firstBlock(stretch)).toMatchObject({ kind: 'section', level: 2, own: stretch, labels: ['A'] });
  });

  it('is an underlined heading over its lines, without the line under it', () => {
    expect(firstBlock('A _b_\nc\n===')).toMatchObject({
      kind: 'section',
      level: 1,
      labels: [firstBlock('# A *b* c').own],
    });
  });
});
