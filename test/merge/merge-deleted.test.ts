import { describe, expect, it } from 'vitest';
import { merged, type Case } from './merged.js';
import { doc } from './told.js';

/** What becomes of a text in three versions: what is written, what is kept for the next time, and what is told. */
const outcome = (versions: Case): unknown => {
  const { after, path, note, ...file } = merged(versions);
  expect([path, note]).toEqual(['spec.md', '']);
  expect(after).toBe(file.text ?? versions.mine);
  return file;
};

describe('a block that a person deleted', () => {
  const base = doc('## B', '- `REQ-REC-001` One.', '## C', '- `REQ-REC-002` Two.');
  const mine = doc('## B', '- `REQ-REC-001` One.', '## C');

  it('stays deleted, and its text is told', () => {
    expect(outcome({ base, mine, generated: base })).toEqual({
      state: 'edited',
      newBase: base,
      blocks: [
        { key: 'b/REQ-REC-001', state: 'generated', note: '', changes: false, requirement: 'REQ-REC-001' },
        {
          key: 'c/REQ-REC-002',
          state: 'withheld',
          note: 'you deleted this, and it stays deleted until it is restored',
          changes: false,
          requirement: 'REQ-REC-002',
          generated: '- `REQ-REC-002` Two.',
        },
      ],
    });
  });

  it('comes back on request', () => {
    expect(outcome({ base, mine, generated: base, restore: ['c/REQ-REC-002', 'other'] })).toEqual({
      state: 'merged',
      text: base,
      newBase: base,
      blocks: [
        { key: 'b/REQ-REC-001', state: 'generated', note: '', changes: false, requirement: 'REQ-REC-001' },
        {
          key: 'c/REQ-REC-002',
          state: 'new',
          note: 'restored',
          changes: true,
          requirement: 'REQ-REC-002',
          generated: '- `REQ-REC-002` Two.',
        },
      ],
    });
    expect(merged({ base, mine, generated: base, restore: ['other.md#c/REQ-REC-002'] }).text).toBeUndefined();
  });

  it('is nothing to tell of when the answers lead to it no more', () => {
    expect(outcome({ base, mine, generated: mine })).toMatchObject({
      state: 'unchanged',
      newBase: mine,
      blocks: [],
    });
    const generated = doc('## B', '- `REQ-REC-001` Three.', '## C');
    expect(
      outcome({ base, mine: doc('## B', '- `REQ-REC-001` One.', '> x', '## C'), generated }),
    ).toMatchObject({
      state: 'merged',
      blocks: [{ key: 'b/REQ-REC-001' }, { key: 'b/yours-quote-1' }],
    });
  });
});

describe('what comes first under a heading', () => {
  const base = doc('## B', '- `REQ-REC-001` One.\n- `REQ-REC-002` Two.');

  it('keeps the blank line before it when what stood there is gone', () => {
    const generated = doc('## B', '- `REQ-REC-002` Two.');

    expect(merged({ base, mine: base, generated }).after).toBe(generated);
  });
});
