import { describe, expect, it } from 'vitest';
import { doc, marked, result } from './told.js';

describe('a section the answers no longer lead to', () => {
  it('goes with everything in it when nobody changed anything there', () => {
    const base = doc('## B', 'One.', '## C', '### D', 'Two.');
    expect(
      result({
        base,
        mine: doc('> q', '## B', 'One.', '## C', '### D', 'Two.'),
        generated: doc('## B', 'One.'),
      }),
    ).toEqual([
      doc('> q', '## B', 'One.'),
      doc('## B', 'One.'),
      'yours-quote-1: human, written by hand',
      'b/paragraph-1: generated',
      'c: removed, the answers no longer lead to it',
    ]);
  });

  it('stays for what a person wrote in it, and loses the rest', () => {
    const base = doc('## C', 'One.', 'Two.');
    expect(result({ base, mine: doc('## C', 'One.', '> q', 'Two.'), generated: doc() })).toEqual([
      doc('## C', '> q'),
      doc(),
      'c: kept-mine, what the answers said is gone, what you wrote here stays',
      'c/paragraph-1: removed, the answers no longer lead to it',
      'c/yours-quote-1: human, written by hand',
      'c/paragraph-2: removed, the answers no longer lead to it',
    ]);
  });

  it('goes when a person only deleted from it', () => {
    const base = doc('## C', 'One.', 'Two.');
    expect(result({ base, mine: doc('## C', 'One.'), generated: doc() })).toEqual([
      doc(),
      doc(),
      'c: removed, the answers no longer lead to it',
      'c/paragraph-1: removed, the answers no longer lead to it',
    ]);
  });

  it('stays as a bare heading when a person renamed it', () => {
    const base = doc('## Cold start', 'One.');
    expect(result({ base, mine: doc('## Cold start and warm start', 'One.'), generated: doc() })).toEqual([
      doc('## Cold start and warm start'),
      doc(),
      'cold-start: kept-mine, what the answers said is gone, what you wrote here stays',
      'cold-start/paragraph-1: removed, the answers no longer lead to it',
    ]);
  });

  it('stays with what a person reworded in it, which has no last text any more', () => {
    const base = doc('## C', 'One.', 'Two.');
    const versions = { base, mine: doc('## C', 'One.', 'Two or so.'), generated: doc() };
    expect(result({ ...versions, conflict: 'keep' })).toEqual([
      doc('## C', 'Two or so.'),
      doc(),
      'c: kept-mine, what the answers said is gone, what you wrote here stays',
      'c/paragraph-1: removed, the answers no longer lead to it',
      'c/paragraph-2: conflict, you changed this, and the answers no longer lead to it',
    ]);
  });
});

describe('a section that both renamed', () => {
  const base = doc('## Cold start', 'One.', 'Two.');
  const mine = doc('## Cold boot', 'One.', 'Two.');
  const generated = doc('## Cold restart', 'One.', 'Three.');

  it('has three headings between markers, and its blocks go on', () => {
    expect(result({ base, mine, generated })).toEqual([
      doc(marked(['## Cold boot'], ['## Cold start'], ['## Cold restart']), 'One.', 'Three.'),
      generated,
      'cold-restart: conflict, you changed this, and so did the answers',
      'cold-restart/paragraph-1: generated',
      'cold-restart/paragraph-2: generated, taken from the answers',
    ]);
  });

  it('keeps its name and the base of its heading on request', () => {
    expect(result({ base, mine, generated, conflict: 'keep' })).toEqual([
      doc('## Cold boot', 'One.', 'Three.'),
      doc('## Cold start', 'One.', 'Three.'),
      'cold-restart: conflict, you changed this, and so did the answers',
      'cold-restart/paragraph-1: generated',
      'cold-restart/paragraph-2: generated, taken from the answers',
    ]);
  });

  it('is left alone while its markers are there, and its blocks go on', () => {
    const torn = doc(marked(['## Cold boot'], ['## Cold start'], ['## Cold restart']), 'One.', 'Two.');
    expect(result({ base, mine: torn, generated })).toEqual([
      doc(marked(['## Cold boot'], ['## Cold start'], ['## Cold restart']), 'One.', 'Three.'),
      doc('## Cold start', 'One.', 'Three.'),
      'cold-restart: conflict, conflict markers are still in this block',
      'cold-restart/paragraph-1: generated',
      'cold-restart/paragraph-2: generated, taken from the answers',
    ]);
  });
});

describe('a section that only the answers renamed', () => {
  it('takes the new name and keeps what a person changed in it', () => {
    const generated = doc('## Cold restart', 'One.', '- Two.');
    expect(
      result({
        base: doc('## Cold start', 'One.', '- Two.'),
        mine: doc('## Cold start', 'One!', '- Two.'),
        generated,
      }),
    ).toEqual([
      doc('## Cold restart', 'One!', '- Two.'),
      generated,
      'cold-restart: generated, taken from the answers',
      'cold-restart/paragraph-1: kept-mine, you changed this, the answers did not',
      'cold-restart/two: generated',
    ]);
  });
});

describe('a new section', () => {
  it('comes without the requirements that were deleted elsewhere', () => {
    const base = doc('## B', '- `REQ-REC-001` One.\n- `REQ-REC-002` Two.');
    const generated = doc(
      '## B',
      '- `REQ-REC-001` One.',
      '## N',
      '- `REQ-REC-002` Two.',
      '- `REQ-REC-003` Three.',
    );
    expect(result({ base, mine: doc('## B', '- `REQ-REC-001` One.'), generated })).toEqual([
      doc('## B', '- `REQ-REC-001` One.', '## N', '- `REQ-REC-003` Three.'),
      generated,
      'b/REQ-REC-001: generated',
      'n: new, added by the answers',
      'n/REQ-REC-002: withheld, you deleted this, and it stays deleted until it is restored',
      'n/REQ-REC-003: new, added by the answers',
    ]);
  });
});

describe('conflict markers a person has not settled', () => {
  const torn = marked(['One of mine.'], ['One.'], ['One of theirs.']);

  it('block what stands between them, in the base too', () => {
    const base = doc('One of theirs.', 'Two of them.');
    const generated = doc('One of theirs, later.', 'Three of them.');
    expect(result({ base, mine: doc(torn, 'Two of them.'), generated })).toEqual([
      doc(torn, 'Three of them.'),
      doc('One of theirs.', 'Three of them.'),
      'paragraph-1: conflict, conflict markers are still in this block',
      'paragraph-2: generated, taken from the answers',
    ]);
  });

  it('block a second block that is named between them', () => {
    const both = marked(['One.', '', 'Two.'], ['One of theirs.', '', 'Two of theirs.'], []);
    const base = doc('One of theirs.', 'Two of theirs.');
    const generated = doc('One of theirs.', 'Two of theirs, later.');
    expect(result({ base, mine: doc(both, '> q'), generated })).toEqual([
      doc(both, '> q'),
      base,
      'paragraph-1: conflict, conflict markers are still in this block',
      'yours-quote-1: human, written by hand',
      'paragraph-2: conflict, conflict markers are still in this block',
    ]);
  });

  it('are told of inside a section that a person wrote', () => {
    const mine = doc('One.', '## Ours', '### Deep', torn);
    expect(result({ base: doc('One.'), mine, generated: doc('One.') })).toEqual([
      mine,
      doc('One.'),
      'paragraph-1: generated',
      'yours-ours: human, written by hand',
      'yours-ours/conflict: conflict, conflict markers are still in this block',
    ]);
  });
});
