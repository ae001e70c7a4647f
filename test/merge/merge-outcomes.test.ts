import { describe, expect, it } from 'vitest';
import { merged, type Case } from './merged.js';
import { doc, marked } from './told.js';

/** What becomes of a text in three versions: what is written, what is kept for the next time, and what is told. */
const outcome = (versions: Case): unknown => {
  const { after, path, note, ...file } = merged(versions);
  expect([path, note]).toEqual(['spec.md', '']);
  expect(after).toBe(file.text ?? versions.mine);
  return file;
};

describe('a block that one side changed', () => {
  it('stays as the person wrote it', () => {
    const mine = doc('One of mine.', 'Two.');
    const generated = doc('One.', 'Two.');
    expect(outcome({ base: generated, mine, generated })).toEqual({
      state: 'edited',
      newBase: generated,
      blocks: [
        {
          key: 'paragraph-1',
          state: 'kept-mine',
          note: 'you changed this, the answers did not',
          changes: false,
          yours: 'One of mine.',
          generated: 'One.',
        },
        { key: 'paragraph-2', state: 'generated', note: '', changes: false },
      ],
    });
  });

  it('becomes what the answers say, spaced as the person has it', () => {
    const generated = doc('- `REQ-REC-001` Three.\n- Two.');
    expect(
      outcome({
        base: doc('- `REQ-REC-001` One.\n- Two.'),
        mine: doc('- `REQ-REC-001` One.\n\n- Two.'),
        generated,
      }),
    ).toEqual({
      state: 'updated',
      text: doc('- `REQ-REC-001` Three.\n\n- Two.'),
      newBase: generated,
      blocks: [
        {
          key: 'REQ-REC-001',
          state: 'generated',
          note: 'taken from the answers',
          changes: true,
          requirement: 'REQ-REC-001',
          yours: '- `REQ-REC-001` One.',
          generated: '- `REQ-REC-001` Three.',
        },
        { key: 'two', state: 'generated', note: '', changes: false },
      ],
    });
  });

  it('is put before the person when the answers no longer lead to it', () => {
    expect(
      outcome({ base: doc('One.', 'Two.'), mine: doc('One.', '_Two._'), generated: doc('One.') }),
    ).toEqual({
      state: 'conflict',
      text: doc('One.', marked(['_Two._'], ['Two.'], [])),
      newBase: doc('One.'),
      blocks: [
        { key: 'paragraph-1', state: 'generated', note: '', changes: false },
        {
          key: 'paragraph-2',
          state: 'conflict',
          note: 'you changed this, and the answers no longer lead to it',
          changes: false,
          yours: '_Two._',
        },
      ],
    });
  });

  it('goes when nobody changed it and the answers no longer lead to it', () => {
    expect(
      outcome({ base: doc('One.', 'Two.'), mine: doc('One.', '> b', 'Two.'), generated: doc('One.') }),
    ).toEqual({
      state: 'merged',
      text: doc('One.', '> b'),
      newBase: doc('One.'),
      blocks: [
        { key: 'paragraph-1', state: 'generated', note: '', changes: false },
        { key: 'yours-quote-1', state: 'human', note: 'written by hand', changes: false, yours: '> b' },
        {
          key: 'paragraph-2',
          state: 'removed',
          note: 'the answers no longer lead to it',
          changes: true,
          yours: 'Two.',
        },
      ],
    });
  });

  it('comes in where the answers put it', () => {
    const generated = doc('One.', '- New.', 'Two.');
    expect(outcome({ base: doc('One.', 'Two.'), mine: doc('One.', '***', 'Two.'), generated })).toEqual({
      state: 'merged',
      text: doc('One.', '***', '- New.', 'Two.'),
      newBase: generated,
      blocks: [
        { key: 'paragraph-1', state: 'generated', note: '', changes: false },
        { key: 'yours-rule-1', state: 'human', note: 'written by hand', changes: false, yours: '***' },
        { key: 'new', state: 'new', note: 'added by the answers', changes: true, generated: '- New.' },
        { key: 'paragraph-2', state: 'generated', note: '', changes: false },
      ],
    });
  });
});

describe('a block that both sides changed', () => {
  const base = doc('One. Two. Three.');

  it('holds both edits when they are apart', () => {
    const generated = doc('One. Two. Three of theirs.');
    expect(outcome({ base, mine: doc('One of mine. Two. Three.'), generated })).toEqual({
      state: 'merged',
      text: doc('One of mine.\nTwo.\nThree of theirs.'),
      newBase: generated,
      blocks: [
        {
          key: 'paragraph-1',
          state: 'merged',
          note: 'your sentences and the new ones are both in',
          changes: true,
          yours: 'One of mine. Two. Three.',
          generated: 'One. Two. Three of theirs.',
        },
      ],
    });
  });

  const clash = { base, mine: doc('One. Mine. Three.'), generated: doc('One. Theirs. Three.') };
  const told = {
    key: 'paragraph-1',
    state: 'conflict',
    note: 'you changed this, and so did the answers',
    changes: false,
    yours: 'One. Mine. Three.',
    generated: 'One. Theirs. Three.',
  };

  it('holds all versions between markers when they are not, and has the new text as its base', () => {
    expect(outcome(clash)).toEqual({
      state: 'conflict',
      text: doc(marked(['One. Mine. Three.'], ['One. Two. Three.'], ['One. Theirs. Three.'])),
      newBase: clash.generated,
      blocks: [told],
    });
  });

  it('stays the text of the person on request, and keeps its base', () => {
    expect(outcome({ ...clash, conflict: 'keep' })).toEqual({
      state: 'conflict',
      newBase: base,
      blocks: [told],
    });
  });

  it('has no base to keep when the answers no longer lead to it', () => {
    const file = merged({
      base: doc('One.', 'Two.'),
      mine: doc('One.', 'Two or so.'),
      generated: doc('One.'),
      conflict: 'keep',
    });
    expect(file).toMatchObject({ state: 'conflict', newBase: doc('One.') });
    expect(file.text).toBeUndefined();
  });

  it('is told as it is when both made the same of it', () => {
    expect(
      outcome({ base, mine: doc('> a', 'One. Same. Three.'), generated: doc('One. Same. Three.') }),
    ).toEqual({
      state: 'kept',
      newBase: doc('One. Same. Three.'),
      blocks: [
        { key: 'yours-quote-1', state: 'human', note: 'written by hand', changes: false, yours: '> a' },
        { key: 'paragraph-1', state: 'generated', note: '', changes: false },
      ],
    });
  });
});
