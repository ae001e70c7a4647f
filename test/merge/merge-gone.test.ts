import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../src/merge/index.js';
import { merged } from './merged.js';
import { doc, marked, result } from './told.js';

const torn = (yours: string, base: string, generated: string): string => marked([yours], [base], [generated]);

describe('a block that neither side has any more', () => {
  it('is gone without a word', () => {
    expect(result({ base: doc('One.', '> q'), mine: doc('Own.'), generated: doc('One.') })).toEqual([
      doc('Own.'),
      doc('One.'),
      'paragraph-1: kept-mine, you changed this, the answers did not',
    ]);
    expect(
      result({ base: doc('## S', 'One.', '## T'), mine: doc('## T', '> q'), generated: doc('## T') }),
    ).toEqual([doc('## T', '> q'), doc('## T'), 't/yours-quote-1: human, written by hand']);
  });
});

describe('a section that the answers no longer lead to', () => {
  it('goes with all that is in it when nobody wrote in it', () => {
    const base = doc('## S', 'One.', '| A |\n| --- |\n| 1 |', '## T');
    expect(result({ base, mine: base, generated: doc('## T') })).toEqual([
      doc('## T'),
      doc('## T'),
      's: removed, the answers no longer lead to it',
    ]);
  });

  it('stays for what a person added, without what was generated', () => {
    expect(
      result({ base: doc('## S', 'One.'), mine: doc('## S', 'One.', '> q'), generated: doc('## T') }),
    ).toEqual([
      doc('## S', '> q', '## T'),
      doc('## T'),
      's: kept-mine, what the answers said is gone, what you wrote here stays',
      's/paragraph-1: removed, the answers no longer lead to it',
      's/yours-quote-1: human, written by hand',
      't: new, added by the answers',
    ]);
  });

  it('stays for its heading when a person rewrote that', () => {
    const [after, newBase, ...told] = result({
      base: doc('## One two', 'Text.', '## T'),
      mine: doc('## One three', 'Text.', '## T'),
      generated: doc('## T'),
    });
    expect([after, newBase]).toEqual([doc('## One three', '## T'), doc('## T')]);
    expect(told).toEqual([
      'one-two: kept-mine, what the answers said is gone, what you wrote here stays',
      'one-two/paragraph-1: removed, the answers no longer lead to it',
    ]);
  });

  it('keeps the last text of what is between markers in it', () => {
    const stretch = torn('Mine.', 'One.', 'New.');
    expect(
      result({
        base: doc('## S', 'One.', '## T'),
        mine: doc('## S', stretch, '## T'),
        generated: doc('## T'),
      }),
    ).toEqual([
      doc('## S', stretch, '## T'),
      doc('## S', 'One.', '## T'),
      's: kept-mine, what the answers said is gone, what you wrote here stays',
      's/paragraph-1: conflict, conflict markers are still in this block',
    ]);
  });
});

describe('a section that a person added', () => {
  it('tells what is still between markers in it', () => {
    const stretch = torn('Mine.', 'One.', 'New.');
    const { blocks } = merged({
      base: doc('One.'),
      mine: doc('One.', '## Own', '### Deep', stretch),
      generated: doc('One.'),
    });
    expect(blocks).toEqual([
      { key: 'paragraph-1', state: 'generated', note: '', changes: false },
      {
        ...{ key: 'yours-own', state: 'human', note: 'written by hand', changes: false },
        yours: `## Own\n\n### Deep\n\n${stretch}`,
      },
      {
        ...{ key: 'yours-own/conflict', state: 'conflict', changes: false },
        note: 'conflict markers are still in this block',
        yours: stretch,
      },
    ]);
  });
});

describe('what the answers add', () => {
  it('is told as one block when it is a table, and block by block when it is a section', () => {
    const table = '| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |';
    const generated = doc('One.', table, '## S', 'Two.', '### Deep', 'Three.');
    expect(result({ base: doc('One.'), mine: doc('One.'), generated }).slice(2)).toEqual([
      'paragraph-1: generated',
      'table-1: new, added by the answers',
      's: new, added by the answers',
      's/paragraph-1: new, added by the answers',
      's/deep: new, added by the answers',
      's/deep/paragraph-1: new, added by the answers',
    ]);
  });
});

describe('a file that nobody edited', () => {
  const plan = (policy: 'generated' | 'once', base: string, mine: string) =>
    mergeFiles({
      files: [{ path: 'a.md', type: 'markdown', policy, base, mine, generated: '# New\n' }],
      conflict: 'markers',
      stillParses: () => true,
    });

  it('is none of those that were edited, whatever becomes of it', () => {
    expect(plan('generated', '# Old\n', '# Old\n').edited).toEqual([]);
    expect(plan('generated', '# Old\n', '# New\n').edited).toEqual([]);
    expect(plan('generated', '# Old\n', '# New\n\n').edited).toEqual([]);
    expect(plan('once', '# Old\n', '# Own\n').edited).toEqual([]);
    expect(plan('generated', '# Old\n', '# Own\n').edited).toEqual(['a.md']);
  });

  it('stays the own of the person when it was to be written once, also where it reads as generated', () => {
    expect(plan('once', '# Old\n', '# New\n').files).toEqual([
      { path: 'a.md', state: 'kept', note: 'written once; it is yours', newBase: '# Old\n', blocks: [] },
    ]);
    expect(plan('once', '# New\n', '# New\n').files).toEqual([
      { path: 'a.md', state: 'unchanged', note: '', newBase: '# New\n', blocks: [] },
    ]);
  });
});
