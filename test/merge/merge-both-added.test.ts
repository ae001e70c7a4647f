import { describe, expect, it } from 'vitest';
import { doc, marked, result } from './told.js';

describe('a section that both added', () => {
  it('is one section when its headings read the same', () => {
    const generated = doc('## N', 'One.', 'Two.');
    expect(result({ base: doc(), mine: doc('## N ##', '> q', 'One.'), generated })).toEqual([
      doc('## N ##', '> q', 'One.', 'Two.'),
      generated,
      'n/yours-quote-1: human, written by hand',
      'n/paragraph-1: generated',
      'n/paragraph-2: new, added by the answers',
    ]);
  });

  it('has both headings between markers when they name one requirement in other words', () => {
    const generated = doc('## REQ-REC-001 Serve', 'One.');
    expect(result({ base: doc(), mine: doc('## REQ-REC-001 Answer', '> q'), generated })).toEqual([
      doc(marked(['## REQ-REC-001 Answer'], [], ['## REQ-REC-001 Serve']), '> q', 'One.'),
      generated,
      'REQ-REC-001: conflict, you and the answers both added this, differently',
      'REQ-REC-001/yours-quote-1: human, written by hand',
      'REQ-REC-001/paragraph-1: new, added by the answers',
    ]);
  });

  it('keeps the heading of the person on request', () => {
    const generated = doc('## REQ-REC-001 Serve', 'One.');
    expect(
      result({ base: doc(), mine: doc('## REQ-REC-001 Answer', 'One.'), generated, conflict: 'keep' }),
    ).toEqual([
      doc('## REQ-REC-001 Answer', 'One.'),
      generated,
      'REQ-REC-001: conflict, you and the answers both added this, differently',
      'REQ-REC-001/paragraph-1: generated',
    ]);
  });
});

describe('any other block that both added', () => {
  it('is one block when it reads the same, as the person wrote it', () => {
    expect(
      result({ base: doc(), mine: doc('* `dat.rpo` _none_', '> q'), generated: doc('- `dat.rpo` *none*') }),
    ).toEqual([
      doc('* `dat.rpo` _none_', '> q'),
      doc('- `dat.rpo` *none*'),
      'dat.rpo: generated',
      'yours-quote-1: human, written by hand',
    ]);
  });

  it('stands in both wordings between markers without a last text', () => {
    const generated = doc('- `dat.rpo` 5 min');
    expect(result({ base: doc(), mine: doc('- `dat.rpo` none'), generated })).toEqual([
      doc(marked(['- `dat.rpo` none'], [], ['- `dat.rpo` 5 min'])),
      generated,
      'dat.rpo: conflict, you and the answers both added this, differently',
    ]);
  });

  it('is a table whose rows meet', () => {
    const head = '| A | B |\n| --- | --- |\n';
    const generated = doc(`${head}| 1 | x |\n| 3 | z |`);
    expect(result({ base: doc(), mine: doc(`${head}| 1 | x |\n| 2 | y |`), generated })).toEqual([
      doc(`${head}| 1 | x |\n| 2 | y |\n| 3 | z |`),
      generated,
      'table-1/1-x: generated',
      'table-1/yours-2-y: human, written by hand',
      'table-1/3-z: new, added by the answers',
    ]);
  });

  it('is a table that stands in both forms between markers when its columns differ', () => {
    const rows = '| 1 | x |';
    const generated = doc(`| A | B |\n| :-- | --- |\n${rows}`);
    const mine = `| A | B |\n| --- | --- |\n${rows}`;
    expect(result({ base: doc(), mine: doc(mine), generated })).toEqual([
      doc(marked(mine.split('\n'), [], [`| A | B |`, '| :-- | --- |', rows])),
      generated,
      'table-1: conflict, you and the answers both added this, differently',
    ]);
  });
});
